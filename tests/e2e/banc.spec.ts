import { expect, test, type Page } from './banc'
import { commit, FAUTES } from './fautesDePolitique'
import { waitForMoteur } from './outils'

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

test.describe('a window that was used', () => {
  // One after the other in the same worker, and so in the same window.
  test.describe.configure({ mode: 'serial' })
  const laissees = async (page: Page) =>
    page.evaluate(async () => ({
      memoire: [localStorage.getItem('laisse'), sessionStorage.getItem('laisse'), document.cookie],
      bases: (await indexedDB.databases()).some(({ name }) => name === 'laisse'),
      histoire: history.length,
      fenetre: [innerWidth, innerHeight, matchMedia('(prefers-color-scheme: dark)').matches],
      script: 'laisse' in window
    }))
  let avant: Awaited<ReturnType<typeof laissees>>

  test('is left in a state', async ({ page, context }) => {
    await page.goto('./')
    // The programs are asked for after the first paint.
    await waitForMoteur(page, 'svg')
    avant = await laissees(page)
    await page.addInitScript(() => Object.assign(window, { laisse: true }))
    await page.setViewportSize({ width: 500, height: 400 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.route('**/*.js', (route) => route.abort())
    await page.goto('./?vue=feuilles-de-route')
    await page.evaluate(async () => {
      localStorage.setItem('laisse', 'x')
      sessionStorage.setItem('laisse', 'x')
      document.cookie = 'laisse=x'
      await new Promise((resolve) => (indexedDB.open('laisse').onsuccess = resolve))
    })
    expect(await laissees(page)).not.toEqual(avant)
    await context.setOffline(true)
  })

  test('has forgotten it in the next test, but for the programs that it has read', async ({ page }) => {
    await page.goto('./')
    expect(await laissees(page)).toEqual(avant)
    await waitForMoteur(page, 'svg')
    const lus = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => /\/assets\/index-.*\.js$/.test(name))
        .map(({ transferSize }) => transferSize)
    )
    expect(new Set(lus), 'not asked for again').toEqual(new Set([0]))
    // A page that outlives the one that is kept is not kept in its place.
    const autre = await page.context().newPage()
    await autre.addInitScript(() => Object.assign(window, { laisse: true }))
    await page.close()
  })

  test('is another one where its page was closed', async ({ page }) => {
    await page.goto('./')
    expect(await laissees(page)).toEqual(avant)
  })
})
