import { expect, test, type Page } from './banc'
import { ENCARTS } from '../../src/map/cadre/cadres'
import { fiche, open } from './panneaux-donnees'

interface Boite {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

const setTheme = (page: Page, theme: string) =>
  page.addInitScript((valeur) => localStorage.setItem('fne-theme', valeur), theme)

/** The box of metropolitan France with Corsica, from the outlines on screen. */
const measureFrance = (page: Page): Promise<Boite> =>
  page.locator('.fne-fond-carte .fne-svg-fonds').evaluate((groupe) => {
    const { left, top, right, bottom } = groupe.getBoundingClientRect()
    return { x0: left, y0: top, x1: right, y1: bottom }
  })

/** What lies over a department: names of controls and furniture that hold a point inside of an outline. */
const listRecouvrements = (page: Page, selecteurs: string): Promise<string[]> =>
  page.evaluate((meubles) => {
    const boites = [...document.querySelectorAll(meubles)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => [element.className.toString(), element.getBoundingClientRect()] as const)
      .filter(([, boite]) => boite.width > 0)
    return [...document.querySelectorAll<SVGPathElement>('.fne-fond-carte .fne-svg-fonds path')].flatMap(
      (trace) => {
        const matrice = trace.getScreenCTM()
        if (!matrice) return []
        const longueur = trace.getTotalLength()
        const points = Array.from({ length: 80 }, (_, i) =>
          trace.getPointAtLength((longueur * i) / 80).matrixTransform(matrice)
        )
        return boites
          .filter(([, { left, top, right, bottom }]) =>
            points.some(({ x, y }) => x > left && x < right && y > top && y < bottom)
          )
          .map(([nom]) => `${trace.dataset['code'] ?? '?'} under ${nom}`)
      }
    )
  }, selecteurs)

const MEUBLES =
  '.fne-bascule, .fne-temps, .fne-legende, .fne-encart, .fne-zoom, .fne-simplifiee, .fne-bascule-panneau'

/** Window, theme, query, and the least part of the window's height (h) or width (l) that France is to have. */
const MESURES = [
  [1366, 768, 'clair', '', 'h', 0.78],
  [1440, 900, 'clair', '', 'h', 0.8],
  [1024, 768, 'clair', '', 'h', 0.65],
  [1024, 768, 'projecteur', '', 'h', 0.62],
  [1920, 1080, 'projecteur', '', 'h', 0.7],
  [1024, 768, 'projecteur', '?animation=carte', 'h', 0.84],
  [1280, 720, 'projecteur', '?animation=carte', 'h', 0.84],
  [1920, 1080, 'projecteur', '?animation=carte', 'h', 0.84],
  [390, 844, 'clair', '', 'l', 0.94]
] as const

test('France has the stage, and nothing lies over it, in any window and theme', async ({ page }) => {
  for (const [width, height, theme, query, axe, part] of MESURES)
    await test.step(`${width} × ${height} ${theme} ${query}`, async () => {
      await page.setViewportSize({ width, height })
      await setTheme(page, theme)
      await page.goto(`./${query}`)
      await page.locator('#app:not([data-premiere]) .fne-zoom').waitFor()
      await expect(page.locator('.fne-fond-carte .fne-svg-fonds path')).toHaveCount(96)
      const { x0, y0, x1, y1 } = await measureFrance(page)
      expect(axe === 'h' ? (y1 - y0) / height : (x1 - x0) / width).toBeGreaterThanOrEqual(part)
      expect([x0 >= 0, y0 >= 0, x1 <= width, y1 <= height]).toEqual([true, true, true, true])
      expect(await listRecouvrements(page, MEUBLES)).toEqual([])
      // What is wider than the legend is cut, and scrolls sideways.
      const coupee = await page
        .locator('.fne-legende')
        .evaluate((legende) => legende.scrollWidth - legende.clientWidth)
      expect(coupee).toBeLessThanOrEqual(0)
      for (const { titre } of ENCARTS)
        await expect(page.getByRole('img', { name: titre }), titre).toBeInViewport({ ratio: 1 })
    })
})

/** Controls and furniture of the page that lie over each other, two by two. */
const listChevauchements = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const boites = [
      '.fne-bascule',
      '.fne-legende',
      '.fne-zoom',
      '.fne-encart',
      '.fne-panneau',
      '.fne-bascule-panneau'
    ]
      .flatMap((selecteur) => [...document.querySelectorAll(selecteur)])
      .map((element) => [element.className.toString(), element.getBoundingClientRect()] as const)
      .filter(([, { width }]) => width > 0)
    return boites.flatMap(([nom, a], i) =>
      boites
        .slice(i + 1)
        .filter(
          ([, b]) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
        )
        .map(([autre]) => `${nom} / ${autre}`)
    )
  })

/** Windows of a desk's zoom from 100 to 400 %, of telephones on their side, and of a low frame. */
const BASSES = [
  [1366, 768],
  [1093, 614],
  [911, 512],
  [781, 439],
  [683, 384],
  [455, 256],
  [341, 192],
  [1920, 1080],
  [960, 540],
  [640, 360],
  [480, 270],
  [844, 390],
  [1150, 400],
  [320, 568],
  [320, 800]
] as const

/** Windows of a projector, and of one at 150 %. */
const SALLES = [
  [1280, 720],
  [1366, 768],
  [1024, 768],
  [800, 600],
  [853, 480]
] as const

/** The map has its height, nothing is wider than the window, and nothing lies over anything else. */
async function expectTient(page: Page, width: number, height: number) {
  await page.setViewportSize({ width, height })
  const nom = `${width} × ${height}`
  // Height of the map, below which it cannot be read: 240 pixels.
  await expect
    .poll(async () => (await page.locator('.fne-scene').boundingBox())?.height, nom)
    .toBeGreaterThan(240)
  expect(await page.evaluate(() => document.documentElement.scrollWidth), nom).toBeLessThanOrEqual(width)
  expect(await listChevauchements(page), nom).toEqual([])
  for (const { titre } of ENCARTS) {
    const boite = await page
      .locator('.fne-encart')
      .filter({ has: page.getByRole('img', { name: titre }) })
      .boundingBox()
    expect((boite?.x ?? -1) >= 0 && (boite?.x ?? 0) + (boite?.width ?? 0) <= width, `${titre}, ${nom}`).toBe(
      true
    )
  }
}

test('from 100 to 400 % of zoom the map keeps a height, nothing is cut, and no control covers another', async ({
  page
}) => {
  await open(page, '?epingles=45,41&lieu=41018,45234')
  for (const [width, height] of BASSES) await expectTient(page, width, height)

  // A room's theme, and over the map the place in large letters, with all that is said of a region.
  await setTheme(page, 'projecteur')
  await open(page, '?region=24&animation=ici')
  for (const [width, height] of SALLES) await expectTient(page, width, height)
})

test('the sheet answers without scrolling, the place searched included', async ({ page }) => {
  for (const [width, height] of [
    [1366, 768],
    [1024, 768]
  ] as const)
    await test.step(`${width} × ${height}`, async () => {
      await page.setViewportSize({ width, height })
      await open(page, '?territoire=41&lieu=41018')
      await expect(fiche(page).locator('#fne-lieu-titre')).toContainText('Blois')
      const phrase = fiche(page).locator('.fne-reponse')
      await expect(phrase).toHaveText(
        /^Dans le Loir-et-Cher, la gouvernance est remontée\s; elle serait portée par le conseil départemental \(déduit\)\s; la feuille de route est remontée\.$/
      )
      const reponses = fiche(page).locator('.fne-reponses > div')
      await expect(reponses).toHaveCount(4)
      const pied = (await page.locator('.fne-pied').boundingBox())?.y ?? 0
      for (const bloc of [fiche(page).locator('#fne-lieu-titre'), phrase, ...(await reponses.all())]) {
        const boite = await bloc.boundingBox()
        expect(boite?.y).toBeGreaterThanOrEqual(0)
        expect((boite?.y ?? Infinity) + (boite?.height ?? 0)).toBeLessThanOrEqual(pied)
      }
    })
})

test('the panel is put away and comes back, by button, key and link', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await open(page, '')
  const panneau = page.locator('.fne-panneau')
  await page.getByRole('button', { name: /ranger le panneau/ }).click()
  await expect(panneau).toHaveCount(0)
  await expect(page).toHaveURL(/animation=carte/)
  await page.reload()
  await expect(page.locator('.fne-zoom')).toBeVisible()
  await expect(panneau).toHaveCount(0)
  await page.keyboard.press('c')
  await expect(panneau).toBeVisible()
  await expect(page).not.toHaveURL(/animation/)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the sheet rests at three heights, by drag, tap and keyboard; the legend waits behind its button', async ({
    page
  }) => {
    await open(page, '?territoire=41')
    const feuille = page.locator('.fne-panneau')
    const poignee = page.getByRole('button', { name: /^Informations,/ })
    const repos = (nom: string) => expect(feuille).toHaveAttribute('data-repos', nom)
    await repos('apercu')
    await expect(fiche(page).locator('.fne-reponse')).toBeInViewport({ ratio: 1 })
    await poignee.click()
    await repos('moitie')
    await poignee.press('ArrowUp')
    await repos('plein')
    await expect(poignee).toHaveAttribute('aria-expanded', 'true')
    await poignee.press('ArrowDown')
    await poignee.press('ArrowDown')
    await repos('apercu')
    const { x = 0, y = 0 } = (await poignee.boundingBox()) ?? {}
    await page.mouse.move(x + 100, y + 10)
    await page.mouse.down()
    await page.mouse.move(x + 100, 180, { steps: 5 })
    await page.mouse.up()
    await repos('plein')

    await page.goto('./')
    const legende = page.getByRole('button', { name: 'Légende', exact: true })
    const classe = page.locator('.fne-legende-classe').first()
    await expect(classe).toBeHidden()
    await legende.click()
    await expect(classe).toBeVisible()
    await legende.click()
    await expect(classe).toBeHidden()
    await expect(page.getByRole('link', { name: 'Présenter' })).toBeVisible()
    // The way out is at hand, and not at the end of the sheet.
    const exporter = page.getByRole('button', { name: 'Exporter', exact: true })
    await expect(exporter).toBeInViewport({ ratio: 1 })
    await exporter.click()
    const dialogue = page.getByRole('dialog', { name: 'Exporter et partager' })
    await dialogue.getByRole('button', { name: 'Fermer' }).click()
    const encarts = await page
      .locator('.fne-encart')
      .evaluateAll((figures) => figures.map((figure) => Math.round(figure.getBoundingClientRect().top)))
    expect(new Set(encarts).size, 'one row').toBe(1)
  })
})

test('the theme follows the system until another is chosen, from the first paint on', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.goto('./')
  const racine = page.locator('html')
  await expect(racine, 'before the app').toHaveAttribute('data-fr-theme', 'dark')
  await page.unrouteAll()
  await open(page, '')
  await expect(page.getByLabel('Thème')).toHaveValue('systeme')
  await expect(racine).toHaveAttribute('data-fr-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(racine).toHaveAttribute('data-fr-theme', 'light')
  await page.getByLabel('Thème').selectOption('Sombre')
  await expect(racine).toHaveAttribute('data-fr-theme', 'dark')
})
