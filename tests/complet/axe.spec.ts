import { AVEC_CIBLES, axeOf, DESSIN, LIGNES_DE_PLUS } from '../e2e/axe'
import { expect, test, type Page } from '../e2e/banc'
import { followLien } from '../e2e/outils'
import { PANNEAUX } from '../e2e/panneaux-donnees'
import { readLivre } from '../e2e/livre'
import { readFige } from '../fixtures/figes'
import type { Scene } from '../../src/domain/vue/scene'

/**
 * Every view, panel, dialog and scene, in each theme, on a phone, on a desk, and on that at 200 %: all that axe looks at.
 * Before a publication, `npm run test:axe`: npm test asks each once, and the rest where a theme or a width can differ.
 */
const THEMES = ['clair', 'sombre', 'projecteur'] as const
const FENETRES = [
  [1280, 800],
  [640, 400],
  [320, 800]
] as const
const { scenes } = JSON.parse(readFige('donnees/scenes.json')) as { scenes: Scene[] }

/** The link, and what is on the screen once it is there. */
const VUES = [
  ...PANNEAUX.map(([cle]) => [`?panneau=${cle}&epingles=45,41`, '#fne-panneau-titre'] as const),
  ['?territoire=56', '.fne-fiche .fne-actions'] as const,
  ['?region=53', '.fne-fiche-region'] as const,
  ['?lieu=41018', '.fne-lieu'] as const,
  ['?lieu=41018&lieu=45234&animation=lieux', '.fne-reperes .fne-lieux'] as const,
  // Hidden ones are no scenes for the presentation: they have no number.
  ...scenes
    .filter(({ masquee }) => !masquee)
    .map(({ id }, i) => [`?mode=presentation&scene=${i + 1}`, `.fne-diapo[data-scene="${id}"]`] as const),
  // What a click on the map answers within a scene.
  ['?mode=presentation&scene=10&territoire=56', '.fne-faits[data-territoire="56"]'] as const,
  ['?mode=presentation&scene=10&region=53', '.fne-faits'] as const,
  ['?mode=presentation&scene=10&lieu=41018', '.fne-faits'] as const
]
/** A file with a changed row: its preview has something to say. */
const IMPORT = readLivre('gouvernances.csv').replace(
  '\n60,Oise,remontee,epci',
  '\n60,Oise,remontee,prefecture'
)

async function listViolations(page: Page): Promise<string[]> {
  const axe = axeOf(page).options(AVEC_CIBLES).exclude(DESSIN).exclude(LIGNES_DE_PLUS)
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} ${html.slice(0, 100)} ${failureSummary ?? ''}`)
  )
}

for (const theme of THEMES)
  for (const [width, height] of FENETRES)
    test(`${theme}, ${width} × ${height}: axe finds nothing anywhere`, async ({ page }) => {
      test.setTimeout(900_000)
      await page.setViewportSize({ width, height })
      await page.addInitScript((nom) => {
        localStorage.setItem('fne-theme', nom)
        localStorage.setItem('fne-theme-presentation', nom)
      }, theme)
      const fautes: string[] = []
      const look = async (ou: string) => {
        // What measures itself does so with the next frame.
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        )
        for (const faute of await listViolations(page)) fautes.push(`${ou}: ${faute}`)
      }
      await page.goto('./')
      await page.locator('#fne-panneau-titre').waitFor({ timeout: 30_000 })
      for (const nom of ['Exporter', 'Raccourcis clavier', 'Notes et compte rendu']) {
        if (nom.startsWith('Notes')) await page.getByRole('button', { name: 'Animer' }).click()
        const bouton = page.getByRole('button', { name: nom }).filter({ visible: true }).first()
        // On a telephone there is no keyboard to have shortcuts.
        if ((await bouton.count()) === 0) continue
        await bouton.click()
        await page.getByRole('dialog').getByRole('heading').first().waitFor({ timeout: 30_000 })
        await look(nom)
        await page.keyboard.press('Escape')
      }
      for (const [lien, signe] of VUES) {
        await followLien(page, lien)
        await page.locator(signe).first().waitFor({ timeout: 30_000 })
        await look(lien)
      }
      await followLien(page, '?panneau=donnees')
      await page.getByLabel('Choisir des fichiers').setInputFiles({
        name: 'juin.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(IMPORT)
      })
      await page.getByRole('heading', { name: 'Ce que l’import changerait' }).waitFor({ timeout: 30_000 })
      await look('import')
      for (const ancre of ['accessibilite', 'mentions-legales', 'donnees-personnelles', 'licences']) {
        await page.goto(`about:blank`)
        await page.goto(`./#${ancre}`)
        await page.getByRole('dialog').getByRole('heading').first().waitFor({ timeout: 30_000 })
        await look(ancre)
      }
      await page.goto('about:blank')
      await page.goto('./?mode=presentation&scene=10#orateur')
      await page.locator('.orateur .notes').waitFor({ timeout: 30_000 })
      await look('orateur')
      await page.goto('about:blank')
      await page.goto(`./?mode=integration&territoire=56&theme=${theme === 'sombre' ? 'sombre' : 'clair'}`)
      await page.locator('.reponse').filter({ hasText: 'Morbihan' }).waitFor({ timeout: 30_000 })
      await look('integration')
      expect(fautes).toEqual([])
    })
