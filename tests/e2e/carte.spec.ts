import { expect, test, type Page } from './banc'
import { computeApparence } from '../../src/map/apparence/vues'
import type { VueCarte } from '../../src/state/vue'
import { shoot } from './ecran'
import {
  coloursAt,
  coloursIn,
  decodePng,
  followLien,
  forceWebGl,
  hasMotif,
  placeOf,
  territoireOf,
  waitForMoteur,
  watch
} from './outils'

/** One of each look, from the files: who is plain, deduced, striped, hatched. */
const CODES = ['45', '64', '74', '60', '29', '52', '70']
const VUES = ['coporteurs', 'feuilles-de-route', 'croisee'] as const satisfies readonly VueCarte[]

/** The main map shows each of them as the palette says: its ground, and over it the colour of its pattern. */
async function expectApparences(page: Page, codes: readonly string[], vue: VueCarte) {
  const fautives = async () => {
    const [image, ...places] = await Promise.all([
      shoot(page).then(decodePng),
      ...codes.map((code) => placeOf(page, code))
    ])
    return codes.filter((code, i) => {
      const { fonds, hachures, points } = computeApparence(territoireOf(code), vue)
      const [fond = ''] = fonds
      const motif = hachures ?? points ?? fonds[1] ?? null
      const place = places[i] ?? { x: NaN, y: NaN }
      return (
        !coloursIn(image, place, 7).includes(fond) || (motif !== null && !hasMotif(image, place, motif, fond))
      )
    })
  }
  await expect.poll(fautives, `painted otherwise in ${vue}`).toEqual([])
}

const titreFiche = (page: Page, code: string) =>
  page
    .locator('.fne-panneau')
    .getByRole('heading', { name: territoireOf(code)?.nom ?? '?', exact: false })
    .first()

for (const moteur of ['gl', 'svg'] as const) {
  const titre = moteur === 'gl' ? 'with WebGL' : 'without WebGL'
  test.describe(titre, moteur === 'gl' ? { tag: '@webgl' } : {}, () => {
    if (moteur === 'gl') test.beforeEach(({ page }) => forceWebGl(page))

    // One page for the three: starting WebGL takes the processor longer than all that is asked here.
    test('views in their colours and patterns; clicks, links, pointer and keyboard', async ({ page }) => {
      const fautes = watch(page)
      // The map is where it goes at once: a place that is read while it flies is elsewhere when it is looked at.
      await page.emulateMedia({ reducedMotion: 'reduce' })
      const [premiere, ...autres] = VUES
      await page.goto(`./?vue=${premiere}`)
      await waitForMoteur(page, moteur)

      await test.step('each view shows each named territory in its colour and pattern', async () => {
        await expectApparences(page, CODES, premiere)
        for (const vue of autres) {
          await followLien(page, `?vue=${vue}`)
          await expectApparences(page, CODES, vue)
        }
        expect(fautes).toEqual([])
      })

      await test.step('a click opens the sheet and becomes the link; Escape closes it; back restores it', async () => {
        await followLien(page, '?')
        await expectApparences(page, ['63'], 'coporteurs')
        const { x, y } = await placeOf(page, '63')
        await page.mouse.click(x, y)
        await expect(titreFiche(page, '63')).toBeVisible()
        await expect(page).toHaveURL(/territoire=63/)
        await page.keyboard.press('Escape')
        await expect(titreFiche(page, '63')).toHaveCount(0)
        await page.goBack()
        await expect(titreFiche(page, '63')).toBeVisible()
        await page.reload()
        await expect(titreFiche(page, '63')).toBeVisible()
        await waitForMoteur(page, moteur)
      })

      await test.step('pointer and keyboard hear what the data say, and how sure it is; an inset answers as the map does', async () => {
        await followLien(page, '?')
        await expect(titreFiche(page, '63')).toHaveCount(0)
        await expectApparences(page, ['45'], 'coporteurs')
        const { x, y } = await placeOf(page, '45')
        await page.mouse.move(x, y)
        await page.mouse.move(x + 1, y)
        const bulle = page.getByRole('tooltip')
        await expect(bulle).toContainText('Loiret (45)')
        await expect(bulle).toContainText('déduit par élimination')
        await expect(bulle).toContainText('Feuille de route non remontée')

        const contour = page.locator('[data-encart="974"] [data-code="974"]')
        await contour.hover()
        await expect(page.getByRole('tooltip')).toContainText('La Réunion (974)')
        const boite = await contour.boundingBox()
        const milieu = {
          x: (boite?.x ?? 0) + (boite?.width ?? 0) / 2,
          y: (boite?.y ?? 0) + (boite?.height ?? 0) / 2
        }
        const [fond] = await coloursAt(page, milieu)
        expect(fond).toBe(computeApparence(territoireOf('974'), 'coporteurs').fonds[0])
        await contour.click()
        await expect(titreFiche(page, '974')).toBeVisible()
        await expect(page).toHaveURL(/territoire=974/)

        // The keyboard goes from neighbour to neighbour, says where it is, and opens.
        await followLien(page, '?territoire=45')
        await page.getByRole('application').focus()
        await page.keyboard.press('ArrowDown')
        const annonce = page.locator('.fne-annonce')
        await expect(annonce).toContainText('Cher (18)')
        await expect(annonce).toContainText('Conseil départemental, déduit par élimination')
        await page.keyboard.press('Enter')
        await expect(titreFiche(page, '18')).toBeVisible()
      })
    })
  })
}
