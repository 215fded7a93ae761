import { axeOf, LIGNES_DE_PLUS, REGLES_DE_COULEUR } from './axe'
import { listPales, measureComposants } from './contrastes'
import { listFautesHtml } from './html'
import { expect, test, type Page } from './banc'
import { followLien } from './outils'
import { goTo, open, PANNEAUX } from './panneaux-donnees'

/** Looked at once: the sheet, which stays while panels change, and a few rows of a table whose rows are alike. */
const DEJA_VUS = ['.fne-fiche', LIGNES_DE_PLUS]

/** @param deja contrasts that were measured, since axe could not conclude on them; grows */
async function listViolations(
  page: Page,
  theme: 'light' | 'dark',
  sauf: readonly string[],
  deja: Set<string>
): Promise<string[]> {
  await page.evaluate((nom) => document.documentElement.setAttribute('data-fr-theme', nom), theme)
  const axe = axeOf(page).include('.fne-panneau')
  for (const selecteur of sauf) axe.exclude(selecteur)
  if (theme === 'dark') axe.withRules(REGLES_DE_COULEUR)
  const { violations, incomplete } = await axe.analyze(true)
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${theme} ${id} ${html}`)),
    ...(await listPales(page, incomplete, deja))
  ]
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

test('no violation in any panel, with a sheet and everything unfolded, in either theme; valid HTML, French typography', async ({
  page
}) => {
  await open(page, '?territoire=56&filtre=sans-feuille')
  const mesures = new Set<string>()
  for (const [i, [cle, titre]] of PANNEAUX.entries()) {
    await goTo(page, titre)
    expect(await listFautes(page), cle).toEqual([])
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    const vus = i === 0 ? [] : DEJA_VUS
    const ecrit = await page.locator('.fne-panneau').evaluate((panneau, sauf) => {
      const copie = panneau.cloneNode(true) as Element
      for (const selecteur of sauf) for (const vu of copie.querySelectorAll(selecteur)) vu.remove()
      return copie.outerHTML
    }, vus)
    expect(await listFautesHtml(ecrit), cle).toEqual([])
    for (const theme of ['light', 'dark'] as const) {
      expect(await listViolations(page, theme, vus, mesures), cle).toEqual([])
      if (cle === 'donnees') expect((await measureComposants(page)).pales, theme).toEqual([])
    }
  }
  expect(mesures.size).toBeGreaterThan(0)
  for (const [cle, titre] of PANNEAUX) {
    await followLien(page, `?territoire=70&filtre=sans-feuille&panneau=${cle}`)
    await page.getByRole('heading', { level: 2, name: titre, exact: true }).waitFor()
    expect(await listFautes(page), cle).toEqual([])
  }
})
