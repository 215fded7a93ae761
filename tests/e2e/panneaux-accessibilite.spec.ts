import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './banc'
import { goTo, open, PANNEAUX } from './panneaux-donnees'

/** What the second theme can break: colours. Names, roles and structure are the same page's. */
const REGLES_DE_COULEUR = ['color-contrast', 'link-in-text-block']

for (const [theme, regles] of [
  ['light', null],
  ['dark', REGLES_DE_COULEUR]
] as const) {
  test(`no violation in any panel, with a sheet and everything unfolded, ${theme}`, async ({ page }) => {
    await open(page, '?territoire=56&filtre=sans-feuille')
    await page.evaluate((nom) => document.documentElement.setAttribute('data-fr-theme', nom), theme)
    for (const [cle, titre] of PANNEAUX) {
      await goTo(page, titre)
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      const axe = new AxeBuilder({ page }).include('.fne-panneau')
      if (regles) axe.withRules([...regles])
      const { violations } = await axe.analyze()
      expect(
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`)),
        cle
      ).toEqual([])
    }
  })
}

test('French typography: no breaking space before ; : ? ! % or inside guillemets', async ({ page }) => {
  await open(page, '?territoire=70&filtre=sans-feuille')
  for (const [cle, titre] of PANNEAUX) {
    await goTo(page, titre)
    // Quotations are verbatim: their spaces are the source's.
    const textes = await page.locator('.fne-panneau').evaluate((panneau) => {
      const noeuds = document.createTreeWalker(panneau, NodeFilter.SHOW_TEXT)
      const lus: string[] = []
      while (noeuds.nextNode()) {
        if (!noeuds.currentNode.parentElement?.closest('blockquote, svg'))
          lus.push(noeuds.currentNode.textContent?.replace(/\s*\n\s*/g, '') ?? '')
      }
      return lus
    })
    expect(
      textes.filter((texte) => /[a-zé0-9)»] [;:?!%€»]|« |\d \d{3}|'/i.test(texte)),
      cle
    ).toEqual([])
  }
})
