import { expect, type BrowserContext } from './banc'

/** Pages that do what their own policy refuses: a script of nobody's, and a text that is taken for HTML. */
export const FAUTES = [
  ["script-src 'nonce-a'", '<script nonce="a"></script><script>document.title = "non"</script>'],
  [
    "require-trusted-types-for 'script'; trusted-types 'none'",
    '<body><script>document.body.innerHTML = "<b>non</b>"</script>'
  ]
] as const

/** Opens such a page, and waits until the browser has refused. */
export async function commit(context: BrowserContext, [politique, corps]: (typeof FAUTES)[number]) {
  const page = await context.newPage()
  await page.route('**/faute.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><meta http-equiv="Content-Security-Policy" content="${politique}"><title>oui</title>${corps}`
    })
  )
  const refus = page.waitForEvent('console')
  await page.goto('faute.html')
  await refus
  expect(await page.title()).toBe('oui')
}
