import { expect, test as base } from '@playwright/test'

export * from '@playwright/test'

/** As Playwright's, and a page that does what its own Content-Security-Policy refuses fails its test. */
export const test = base.extend<{ politique: void }>({
  politique: [
    async ({ context }, use) => {
      const refus: string[] = []
      context.on('console', (message) => {
        if (/Content.Security.Policy|TrustedHTML|TrustedScript/i.test(message.text()))
          refus.push(message.text())
      })
      await use()
      expect(refus, 'la page respecte sa politique de sécurité').toEqual([])
    },
    { auto: true }
  ]
})
