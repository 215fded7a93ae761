import { expect, test } from './banc'
import { commit, FAUTES } from './fautesDePolitique'

// That their tests then fail is shown before a publication, where a test may fail: tests/complet/politique.spec.ts.
test('what a page does against its policy is heard, in any context', async ({
  context,
  browser,
  baseURL,
  politique
}) => {
  for (const faute of FAUTES) {
    await commit(context, faute)
    expect(politique.splice(0), faute[0]).toHaveLength(1)
  }
  const autre = await browser.newContext({ ...(baseURL && { baseURL }) })
  await commit(autre, FAUTES[0])
  await autre.close()
  expect(politique.splice(0)).toHaveLength(1)
})
