import { axeOf, REGLES_DE_COULEUR } from './axe'
import { expect, test, type Page } from './banc'
import { followLien } from './outils'
import { goTo, open, PANNEAUX } from './panneaux-donnees'

/** Looked at once: the sheet, which stays while panels change, and a few rows of a table whose rows are alike. */
const DEJA_VUS = ['.fne-fiche', '.fne-defilant tbody tr:nth-child(n + 6)']

async function listViolations(
  page: Page,
  theme: 'light' | 'dark',
  sauf: readonly string[]
): Promise<string[]> {
  await page.evaluate((nom) => document.documentElement.setAttribute('data-fr-theme', nom), theme)
  const axe = axeOf(page).include('.fne-panneau')
  for (const selecteur of sauf) axe.exclude(selecteur)
  if (theme === 'dark') axe.withRules(REGLES_DE_COULEUR)
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${theme} ${id} ${html}`))
}

/** Texts of the panel with a breaking space before ; : ? ! % or inside guillemets, or with a straight apostrophe. */
async function listFautes(page: Page): Promise<string[]> {
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
  return textes.filter((texte) => /[a-zé0-9)»] [;:?!%€»]|« |\d \d{3}|'/i.test(texte))
}

test('no violation in any panel, with a sheet and everything unfolded, in either theme; French typography', async ({
  page
}) => {
  await open(page, '?territoire=56&filtre=sans-feuille')
  for (const [i, [cle, titre]] of PANNEAUX.entries()) {
    await goTo(page, titre)
    expect(await listFautes(page), cle).toEqual([])
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    for (const theme of ['light', 'dark'] as const)
      expect(await listViolations(page, theme, i === 0 ? [] : DEJA_VUS), cle).toEqual([])
  }
  for (const [cle, titre] of PANNEAUX) {
    await followLien(page, `?territoire=70&filtre=sans-feuille&panneau=${cle}`)
    await page.getByRole('heading', { level: 2, name: titre, exact: true }).waitFor()
    expect(await listFautes(page), cle).toEqual([])
  }
})
