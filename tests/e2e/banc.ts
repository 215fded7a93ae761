import { expect, test as base, type BrowserContext } from '@playwright/test'

export * from '@playwright/test'

/**
 * As Playwright's, and a page that does what its own Content-Security-Policy refuses fails its test, in whichever context
 * the test opens it. What was refused is `politique`: a test that has something refused on purpose takes it out.
 */
export const test = base.extend<{ politique: string[] }>({
  politique: [
    async ({ browser, context }, use) => {
      const refus: string[] = []
      const watch = (ouvert: BrowserContext) =>
        void ouvert.on('console', (message) => {
          if (/Content.Security.Policy|TrustedHTML|TrustedScript/i.test(message.text()))
            refus.push(message.text())
        })
      watch(context)
      browser.on('context', watch)
      await use(refus)
      browser.off('context', watch)
      // What is not emptied with the window that the tests of a worker share.
      await context.setOffline(false)
      await context.clearPermissions()
      expect(refus, 'la page respecte sa politique de sécurité').toEqual([])
    },
    { auto: true }
  ]
})
