import { expect, test, type Page } from './banc'
import { REPOS_MS } from '../../src/map/cadre/bulleTenue'
import { matchFiltres, type Filtre } from '../../src/domain/vue/filtres'
import { shoot } from './ecran'
import {
  coloursAt,
  coloursIn,
  decodePng,
  followLien,
  fondOf,
  forceWebGl,
  middleOfEncart,
  placeOf,
  TERRITOIRES,
  territoireOf,
  waitForMoteur
} from './outils'

const place = (page: Page, code: string) =>
  territoireOf(code)?.code.startsWith('97') ? middleOfEncart(page, code) : placeOf(page, code)

/** The screen dims exactly the territories that the filters leave out. */
async function expectEstompes(page: Page, filtres: readonly Filtre[], codes: readonly string[]) {
  const places = await Promise.all(codes.map((code) => place(page, code)))
  const attendus = codes.filter((code) => {
    const territoire = territoireOf(code)
    return territoire && matchFiltres(territoire, filtres)
  })
  await expect
    .poll(async () => {
      const ecran = decodePng(await shoot(page))
      return codes.filter((code, i) => {
        const lieu = places[i]
        return lieu && coloursIn(ecran, lieu).includes(fondOf(code))
      })
    }, `with ${filtres.join()}`)
    .toEqual(attendus)
}

test('a class of the legend carries its count; clicks add and remove it on the map and the insets; so for the view', async ({
  page
}) => {
  const codes = ['74', '64', '60', '974', '973']
  await page.goto('./')
  await waitForMoteur(page, 'svg')
  const classe = (nom: string) =>
    page.locator('.fne-legende').getByRole('button', { name: new RegExp(`^${nom}`) })
  const compte = (filtre: Filtre) => TERRITOIRES.filter((t) => matchFiltres(t, [filtre])).length
  await expect(classe('Préfecture uniquement')).toContainText(String(compte('prefecture')))
  await expect(classe('Conseil régional')).toContainText(String(compte('region')))

  await classe('Préfecture uniquement').click()
  await expect(classe('Préfecture uniquement')).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/filtre=prefecture/)
  await expectEstompes(page, ['prefecture'], codes)

  await classe('Conseil régional').click()
  await expectEstompes(page, ['prefecture', 'region'], codes)

  await classe('Préfecture uniquement').click()
  await expect(classe('Préfecture uniquement')).toHaveAttribute('aria-pressed', 'false')
  await expectEstompes(page, ['region'], codes)

  await page.getByRole('button', { name: 'Tout afficher' }).click()
  await expectEstompes(page, [], codes)
  await expect(page.getByRole('button', { name: 'Tout afficher' })).toHaveCount(0)

  // The view changes with the keyboard, and the legend of roadmaps adds up.
  await page.getByRole('radio', { name: 'Coporteurs' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/vue=feuilles-de-route/)
  await expect
    .poll(async () => coloursAt(page, await placeOf(page, '64')))
    .toContain(fondOf('64', 'feuilles-de-route'))
  const comptes = await page.locator('.fne-legende strong').allTextContents()
  expect(comptes.reduce((somme, compte) => somme + Number(compte), 0)).toBe(TERRITOIRES.length)
})

test('from the map the arrows reach the insets and come back; the place is seen and said; the tooltip stays in the window', async ({
  page
}) => {
  await page.goto('./?territoire=67')
  await waitForMoteur(page, 'svg')
  await page.getByRole('application').focus()
  const annonce = page.locator('.fne-annonce')
  const bulle = page.getByRole('tooltip')
  await page.keyboard.press('ArrowRight')
  await expect(annonce).toContainText('Guadeloupe (971)')
  await expect(bulle).toContainText('Guadeloupe (971)')
  await expect(page.locator('[data-encart="971"] [data-curseur="971"]')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(annonce).toContainText('Martinique (972)')
  await page.keyboard.press('ArrowUp')
  await expect(annonce).toContainText('Bas-Rhin (67)')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/territoire=67/)
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/territoire/)
  await page.keyboard.press('Tab')
  await expect(bulle).toHaveCount(0)

  // The tooltip stays in the window, and goes when the pointer goes.
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto('./')
  await waitForMoteur(page, 'svg')
  for (const code of ['988', '978']) {
    await page.locator(`[data-encart="${code}"]`).hover()
    await expect(bulle).toContainText(`(${code})`)
    const boite = await bulle.boundingBox()
    expect(boite?.x ?? -1).toBeGreaterThanOrEqual(0)
    expect((boite?.x ?? 0) + (boite?.width ?? 0)).toBeLessThanOrEqual(1024)
    expect((boite?.y ?? 0) + (boite?.height ?? 0)).toBeLessThanOrEqual(768)
    await page.mouse.move(5, 5)
    await expect(bulle).toHaveCount(0)
  }

  // A pointer that has rested comes to the tooltip and over it, as who enlarges the screen must; off it, it is gone.
  const { x, y } = await placeOf(page, '18')
  await page.mouse.move(x, y)
  await expect(bulle).toContainText('(18)')
  // How long it has rested is read from the page's clock, which the app reads, too.
  const arrive = await page.evaluate(() => performance.now())
  await expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(arrive + REPOS_MS)
  const boite = (await bulle.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const coin = { x: boite.x + boite.width - 4, y: boite.y + boite.height - 4 }
  await page.mouse.move(coin.x, coin.y, { steps: 12 })
  await expect(bulle).toContainText('(18)')
  expect(await bulle.boundingBox()).toEqual(boite)
  await page.mouse.move(5, 5)
  await expect(bulle).toHaveCount(0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a tap chooses without a tooltip; where the page scrolls, the map does not hold it, and says in French how to zoom @webgl', async ({
    page
  }) => {
    await forceWebGl(page)
    await page.goto('./')
    await waitForMoteur(page, 'gl')
    const { x, y } = await placeOf(page, '24')
    await page.touchscreen.tap(x, y)
    await expect(page).toHaveURL(/territoire=24/)
    await expect(page.getByRole('tooltip')).toHaveCount(0)

    // Too low for a sheet over the map.
    await followLien(page, '?')
    await expect(page.locator('.fne-fiche')).toHaveCount(0)
    await page.setViewportSize({ width: 390, height: 460 })
    const bas = await placeOf(page, '24')
    await page.mouse.move(bas.x, bas.y)
    await page.mouse.wheel(0, 200)
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100)
    await expect(page.locator('.fne-gl')).toContainText('Utilisez deux doigts pour déplacer la carte')
  })
})
