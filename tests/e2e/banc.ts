import { expect, test as base, type BrowserContext, type ConsoleMessage } from '@playwright/test'
import { FenetreGardee } from './fenetreGardee'

export * from '@playwright/test'

/**
 * As Playwright's, and a page that does what its own Content-Security-Policy refuses fails its test, in whichever context
 * the test opens it. What was refused is `politique`: a test that has something refused on purpose takes it out.
 */
export const test = base.extend<{ politique: string[]; neuve: boolean }, { fenetre: FenetreGardee }>({
  // A window that has read nothing yet, and reads ahead: for a first visit. Else the kept one (fenetreGardee.ts).
  neuve: [false, { option: true }],
  fenetre: [
    async ({ browser }, use) => {
      const fenetre = new FenetreGardee()
      await use(fenetre)
      if (browser.isConnected()) await fenetre.close()
    },
    { scope: 'worker' }
  ],
  context: async (
    {
      browser,
      fenetre,
      neuve,
      baseURL,
      viewport,
      isMobile,
      hasTouch,
      javaScriptEnabled,
      serviceWorkers,
      colorScheme,
      contextOptions
    },
    use,
    info
  ) => {
    if (neuve) {
      const context = await browser.newContext()
      await use(context)
      return context.close()
    }
    const reglages = {
      baseURL: baseURL ?? '',
      isMobile,
      hasTouch,
      javaScriptEnabled,
      serviceWorkers,
      viewport,
      colorScheme,
      contextOptions
    }
    await use(await fenetre.open(browser, reglages))
    await fenetre.empty({ echec: info.status !== info.expectedStatus })
  },
  page: async ({ context, fenetre }, use) => use(await fenetre.openPage(context)),
  politique: [
    async ({ browser, context }, use) => {
      const refus: string[] = []
      const hear = (message: ConsoleMessage) => {
        if (/Content.Security.Policy|TrustedHTML|TrustedScript/i.test(message.text()))
          refus.push(message.text())
      }
      const watch = (ouvert: BrowserContext) => void ouvert.on('console', hear)
      watch(context)
      browser.on('context', watch)
      await use(refus)
      browser.off('context', watch)
      context.off('console', hear)
      expect(refus, 'la page respecte sa politique de sécurité').toEqual([])
    },
    { auto: true }
  ]
})
