import { test } from '../e2e/banc'
import { commit, FAUTES } from '../e2e/fautesDePolitique'

// Each of these is marked ✘ and counted as passed: it fails, as it has to.
for (const faute of FAUTES)
  test(`a page against its policy fails its test: ${faute[0]}`, async ({ context }) => {
    test.fail()
    await commit(context, faute)
  })

test('in a context that a test opens by itself, too', async ({ browser, baseURL }) => {
  test.fail()
  const context = await browser.newContext({ ...(baseURL && { baseURL }) })
  await commit(context, FAUTES[0])
  await context.close()
})
