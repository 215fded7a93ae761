import { expect, test } from '../e2e/banc'
import { listCoupes, spaceText } from '../e2e/coupes'
import { followLien } from '../e2e/outils'
import { PANNEAUX } from '../e2e/panneaux-donnees'
import { readFige } from '../fixtures/figes'
import type { Scene } from '../../src/domain/vue/scene'

const { scenes } = JSON.parse(readFige('donnees/scenes.json')) as { scenes: Scene[] }
const VUES = [
  ...PANNEAUX.map(([cle]) => [`?panneau=${cle}&epingles=45,41`, '#fne-panneau-titre'] as const),
  ['?territoire=56', '.fne-fiche .fne-actions'] as const,
  ['?region=53', '.fne-fiche-region'] as const,
  ...scenes
    .filter(({ masquee }) => !masquee)
    .map(({ id }, i) => [`?mode=presentation&scene=${i + 1}`, `.fne-diapo[data-scene="${id}"]`] as const)
]

/** What npm test asks of the five main views on a desk (accessibilite.spec.ts), of all and where there is less room. */
for (const [width, height] of [
  [1280, 800],
  [640, 400],
  [320, 800]
] as const)
  test(`${width} × ${height}: text spaced as its reader wants it is whole`, async ({ page }) => {
    test.setTimeout(600_000)
    await page.setViewportSize({ width, height })
    // The projector's own letters are as large as its reader can want them.
    await page.addInitScript(() => localStorage.setItem('fne-theme-presentation', 'clair'))
    await page.goto('./')
    await page.locator('#fne-panneau-titre').waitFor()
    await spaceText(page)
    const fautes: string[] = []
    for (const [lien, signe] of VUES) {
      await followLien(page, lien)
      await page.locator(signe).first().waitFor()
      fautes.push(...(await listCoupes(page)).map((coupe) => `${lien} ${coupe}`))
      const large = await page.evaluate(() => document.documentElement.scrollWidth)
      if (large > width) fautes.push(`${lien} ${large} pixels`)
    }
    expect(fautes).toEqual([])
  })
