import { expect, test, type Page } from './banc'
import { coloursAt, decodePng, fondOf, forceWebGl, middleOf, placeOf, waitForMoteur } from './outils'

/** What carries the WebGL map: held back, the page has to do without. */
const MOTEUR = '**/assets/moteur-*.js'
const WORKER = '**/assets/maplibre-gl-worker-*.js'

test.beforeEach(({ page }) => forceWebGl(page))

/** What is written on the main frame: each label's words, face and place in the window. */
const readEtiquettes = (page: Page) =>
  page.locator('.fne-scene [data-etiquette] text').evaluateAll((textes) =>
    textes
      .filter((texte) => texte.checkVisibility({ visibilityProperty: true }))
      .map((texte) => {
        const { left, top, width, height } = texte.getBoundingClientRect()
        const { fontFamily, fontWeight } = getComputedStyle(texte)
        const lignes = [...(texte.childElementCount > 0 ? texte.children : [texte])].map(
          (ligne) => ligne.textContent
        )
        return { dit: [...lignes, fontWeight, fontFamily].join(' '), place: [left, top, width, height] }
      })
  )

const shootScene = async (page: Page) => decodePng(await page.locator('.fne-scene').screenshot())

test('MapLibre takes over from the SVG without a visible jump @webgl', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(MOTEUR, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('./')
  await waitForMoteur(page, 'svg')
  await page.evaluate(() => document.fonts.ready)
  const avant = await shootScene(page)
  const ecrits = await readEtiquettes(page)
  release()
  await waitForMoteur(page, 'gl')
  const apres = await shootScene(page)
  await expect(page.locator('.fne-gl-etiquettes')).toBeVisible()
  const recrits = await readEtiquettes(page)
  expect(ecrits.length).toBeGreaterThan(75)
  expect(recrits.map(({ dit }) => dit)).toEqual(ecrits.map(({ dit }) => dit))
  const ecarts = ecrits.flatMap(({ dit, place }, i) => {
    const ecart = Math.max(...place.map((n, k) => Math.abs(n - (recrits[i]?.place[k] ?? Infinity))))
    return ecart > 0.5 ? `${dit}: ${ecart}` : []
  })
  expect(ecarts, 'labels that moved by more than half a pixel').toEqual([])

  expect([apres.largeur, apres.hauteur]).toEqual([avant.largeur, avant.hauteur])
  const rgb = (hex: string) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16))
  /** Mean colour of a square: blurs what differs by less than a pixel, and dots that fall elsewhere. */
  const mean = (image: typeof avant, x: number, y: number, cote: number) => {
    const somme = [0, 0, 0]
    for (let i = 0; i < cote; i++) {
      for (let j = 0; j < cote; j++)
        rgb(image.at(x + i, y + j)).forEach((v, k) => (somme[k] = (somme[k] ?? 0) + v))
    }
    return somme.map((s) => s / cote ** 2)
  }
  const COTE = 16
  let [carres, changes] = [0, 0]
  for (let x = 0; x + COTE <= avant.largeur; x += COTE) {
    for (let y = 0; y + COTE <= avant.hauteur; y += COTE) {
      const [a, b] = [mean(avant, x, y, COTE), mean(apres, x, y, COTE)]
      carres++
      if (Math.hypot(...a.map((v, k) => v - (b[k] ?? 0))) > 40) changes++
    }
  }
  // A label that one has and the other has not; a shift of the map would change every border.
  expect(changes / carres).toBeLessThan(0.01)
})

test('when the context is lost the SVG is back at once, and MapLibre again when it is restored, each where the other was @webgl', async ({
  page
}) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(MOTEUR, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('./?vue=feuilles-de-route')
  await waitForMoteur(page, 'svg')
  // Zoomed by its button before MapLibre is there.
  await page.getByRole('button', { name: 'Zoomer', exact: true }).click()
  const label = (code: string) => page.locator(`.fne-scene [data-etiquette="${code}"] text`)
  const places = () =>
    Promise.all(
      ['18', '23'].map((code) =>
        label(code).evaluate((texte) => {
          const { left, top } = texte.getBoundingClientRect()
          return [left, top].map(Math.round)
        })
      )
    )
  let [avant, zoome] = [await places(), await places()]
  await expect
    .poll(async () => {
      ;[avant, zoome] = [zoome, await places()]
      return zoome.flat().join() === avant.flat().join()
    })
    .toBe(true)
  release()
  await waitForMoteur(page, 'gl')
  const diff = async () =>
    Math.max(...(await places()).flat().map((n, i) => Math.abs(n - (zoome.flat()[i] ?? NaN))))
  expect(await diff()).toBeLessThan(3)
  const extension = await page
    .locator('.fne-gl canvas')
    .evaluateHandle((canvas: HTMLCanvasElement) =>
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')
    )
  await extension.evaluate((perte) => perte?.loseContext())
  await waitForMoteur(page, 'svg')
  expect(await coloursAt(page, await placeOf(page, '23'))).toContain(fondOf('23', 'feuilles-de-route'))
  expect(await diff()).toBeLessThan(3)

  // What changes meanwhile is not forgotten.
  await page.getByText('Coporteurs', { exact: true }).first().click()
  await expect
    .poll(async () => coloursAt(page, await placeOf(page, '23')))
    .toContain(fondOf('23', 'coporteurs'))
  await extension.evaluate((perte) => perte?.restoreContext())
  await waitForMoteur(page, 'gl')
  expect(await diff()).toBeLessThan(3)
  for (const code of ['23', '18', '03']) {
    await expect.poll(async () => coloursAt(page, await placeOf(page, code))).toContain(fondOf(code))
  }

  // Lost in the middle of a flight: the SVG map is where it was going.
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await extension.evaluate(async (perte) => {
    const read = () =>
      document.querySelector('.fne-gl-etiquettes [data-etiquette="03"]')?.getBoundingClientRect().left
    const avant = read()
    history.pushState(null, '', './?territoire=67')
    dispatchEvent(new PopStateEvent('popstate'))
    while (read() === avant) await new Promise(requestAnimationFrame)
    perte?.loseContext()
  })
  await waitForMoteur(page, 'svg')
  await expect.poll(async () => coloursAt(page, await middleOf(page), 12)).toContain(fondOf('67'))
  await extension.evaluate((perte) => perte?.restoreContext())
  await waitForMoteur(page, 'gl')
  await expect.poll(async () => coloursAt(page, await middleOf(page), 12)).toContain(fondOf('67'))
})

/** Takes each WebGL context of the map away as soon as it is there, as some drivers do. */
const loseContexts = (page: Page) =>
  page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype
    const perdus = new Set<HTMLCanvasElement>()
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: [string, unknown?]) {
      const contexte = Reflect.apply(getContext, this, args) as WebGL2RenderingContext | null
      if (contexte && args[0] === 'webgl2' && this.closest('.fne-gl') && !perdus.has(this)) {
        perdus.add(this)
        document.documentElement.dataset['perdus'] = String(perdus.size)
        contexte.getExtension('WEBGL_lose_context')?.loseContext()
      }
      return contexte
    } as typeof getContext
  })

for (const [quoi, refuse] of [
  ['worker cannot be had', (page: Page) => page.route(WORKER, (route) => route.abort())],
  ['program cannot be had', (page: Page) => page.route(MOTEUR, (route) => route.abort())],
  ['context is lost at once, twice', loseContexts]
] as const) {
  test(`when MapLibre's ${quoi}, the SVG stays, says so, and answers @webgl`, async ({ page }) => {
    await refuse(page)
    await page.goto('./')
    await expect(page.getByRole('status').filter({ hasText: 'Carte simplifiée' })).toBeVisible()
    await waitForMoteur(page, 'svg')
    if (refuse === loseContexts) await expect(page.locator('html')).toHaveAttribute('data-perdus', '2')
    const place = await placeOf(page, '74')
    expect(await coloursAt(page, place)).toContain(fondOf('74'))
    await page.mouse.click(place.x, place.y)
    await expect(page).toHaveURL(/territoire=74/)
  })
}
