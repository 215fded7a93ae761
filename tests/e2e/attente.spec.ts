import { expect, test, type Page, type Route } from './banc'
import { answerTerritoire } from '../../src/domain/texte/reponse'
import { decodePng, hold, placeOf, territoireOf } from './outils'

// As on a first visit: nothing of the app is in the browser yet.
test.use({ neuve: true })

const nameOf = (code: string) => `${code} ${territoireOf(code)?.nom ?? '?'}`
function reponseOf(code: string): string {
  const territoire = territoireOf(code)
  if (!territoire) throw new Error(`${code}: not in the fixtures`)
  return answerTerritoire(territoire)
}

/** The page before its program: what it answers with, and what it does with what is done to it. */
test('a click before the program is there is answered at once, and done later, on the same picture', async ({
  page
}) => {
  const release = await hold(page, '**/assets/demarrage-*.js')
  await page.goto('./')
  const contour = page.locator('.fne-scene [data-code="45"]')
  await expect(contour).toBeVisible()
  await contour.evaluate((element) => ((window as { garde?: Element }).garde = element))
  const { x, y } = await placeOf(page, '45')
  const volet = page.locator('.fne-premiere-reponse')
  await page.mouse.click(x, y)
  await expect(contour).toHaveAttribute('data-attente')
  expect(await contour.evaluate((element) => getComputedStyle(element).strokeWidth)).toBe('3.5px')
  await expect(volet.getByRole('heading')).toHaveText(nameOf('45'))
  await expect(volet).toContainText(reponseOf('45'))
  // Where the sheet will be.
  expect(await volet.boundingBox()).toEqual(await page.locator('.fne-panneau').boundingBox())

  await test.step('what is closed is not opened later; another takes its place', async () => {
    await volet.getByRole('button', { name: 'Fermer' }).click()
    await expect(volet).toBeEmpty()
    await expect(page.locator('[data-attente]')).toHaveCount(0)
    const autre = await placeOf(page, '36')
    await page.mouse.click(autre.x, autre.y)
    await expect(volet).toContainText(reponseOf('36'))
    await page.mouse.click(x, y)
    await expect(volet.getByRole('heading')).toHaveText(nameOf('45'))
  })

  const reponse = await volet.locator('.fne-reponse').boundingBox()
  release()
  await expect(page).toHaveURL(/territoire=45/)
  const fiche = page.locator('.fne-panneau')
  await expect(fiche.getByRole('heading', { name: territoireOf('45')?.nom ?? '?' }).first()).toBeVisible()
  await expect(volet).toHaveCount(0)
  // The sentence is not looked for again: it is where it was.
  const apres = await fiche.getByText(reponseOf('45')).boundingBox()
  expect(Math.abs((apres?.y ?? 0) - (reponse?.y ?? 0))).toBeLessThan(6)
  expect(await contour.evaluate((element) => (window as { garde?: Element }).garde === element)).toBe(true)
  await expect(page.locator('[data-attente]')).toHaveCount(0)
})

test('a link is answered before the program is there, with nothing of another date', async ({ page }) => {
  await hold(page, '**/assets/demarrage-*.js')
  const volet = page.locator('.fne-premiere-reponse')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./?Territoire=2a')
  await expect(volet).toContainText(reponseOf('2A'))
  await expect(volet.getByRole('button')).toHaveCount(0)
  for (const adresse of [
    './?territoire=45&instantane=2024-01-01',
    './?territoire=45&mode=presentation',
    './?territoire=99'
  ]) {
    await page.goto(adresse)
    await expect(page.locator('.fne-scene [data-code="45"]')).toBeAttached()
    await expect(volet).toBeEmpty()
  }
})

test('a class of the legend chosen before the program is there filters the map', async ({ page }) => {
  const release = await hold(page, '**/assets/demarrage-*.js')
  await page.goto('./')
  await page
    .locator('.fne-legende')
    .getByRole('button', { name: /^Préfecture uniquement/ })
    .click()
  // An answer that is looked at and closed takes nothing else back.
  const { x, y } = await placeOf(page, '45')
  await page.mouse.click(x, y)
  await page.locator('.fne-premiere-reponse').getByRole('button', { name: 'Fermer' }).click()
  release()
  await expect(page).toHaveURL(/filtre=prefecture/)
  await expect(page).not.toHaveURL(/territoire/)
})

test('the map of the first picture is the one that stays, dot by dot: the program moves nothing in it', async ({
  page
}) => {
  const release = await hold(page, '**/assets/demarrage-*.js')
  const shoot = async () => decodePng(await page.locator('.fne-scene').screenshot())
  await page.goto('./')
  const avant = await shoot()
  release()
  await page.locator('#app:not([data-premiere]) .fne-scene[data-moteur="svg"]').waitFor()
  await expect
    .poll(async () => {
      const apres = await shoot()
      let [colores, restes] = [0, 0]
      for (let x = 0; x < apres.largeur; x += 2)
        for (let y = 0; y < apres.hauteur; y += 2) {
          const [a, b] = [apres.at(x, y), avant.at(x, y)].map((hex) =>
            [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16))
          ) as [number[], number[]]
          // Of grey and white are the legend's words, whose face comes later.
          if (Math.max(...a) - Math.min(...a) < 28) continue
          colores++
          if (a.every((v, i) => Math.abs(v - (b[i] ?? 0)) <= 24)) restes++
        }
      return colores > 10_000 ? restes / colores : 0
    })
    .toBeGreaterThan(0.97)
})

/** Parts of the page that come to life by themselves, by their turns. */
const TOURS = [
  ['fne-image'],
  ['fne-legende', 'fne-encarts', 'fne-svg-etiquettes'],
  ['fne-entete', 'fne-pied']
] as const
const PARTIES: readonly string[] = TOURS.flat()
declare global {
  interface Window {
    /** What has come to life, and in which of the browser's turns. */
    fneVies?: [nom: string, tour: number][]
  }
}

/** Notes what comes to life, when. @param arret true: no turn comes any more once the page around these parts lives */
const watchVies = (page: Page, arret: boolean) =>
  page.addInitScript(
    ([parties, arret]) => {
      const vies: [string, number][] = []
      let tour = 0
      window.fneVies = vies
      const suite = (resolve: () => void) =>
        arret && vies.length > 0 ? undefined : setTimeout(() => (tour++, resolve()))
      Object.defineProperty(window, 'scheduler', {
        value: { yield: () => new Promise<void>((resolve) => void suite(resolve)) }
      })
      const { addEventListener } = EventTarget.prototype
      EventTarget.prototype.addEventListener = function (
        this: EventTarget,
        ...args: [string, never, never?]
      ) {
        addEventListener.apply(this, args)
        // What Svelte brings to life, it listens to.
        if (!(this instanceof Element) || typeof args[2] !== 'object') return
        const nom = this.id === 'app' ? 'app' : parties.find((partie) => this.classList.contains(partie))
        if (nom && !vies.some(([vie]) => vie === nom)) vies.push([nom, tour])
      }
    },
    [PARTIES, arret] as const
  )
const readVies = (page: Page) => page.evaluate(() => window.fneVies ?? [])

test('the picture comes to life by parts, and the browser has its turn between two of them', async ({
  page
}) => {
  await watchVies(page, false)
  for (const adresse of ['./', './?vue=feuilles-de-route']) {
    await page.goto(adresse)
    await expect.poll(() => readVies(page)).toHaveLength(PARTIES.length + 1)
    const parTour = new Map<number, string[]>()
    for (const [nom, tour] of await readVies(page)) parTour.set(tour, [...(parTour.get(tour) ?? []), nom])
    expect([...parTour.values()]).toEqual([['app'], ...TOURS])
  }
})

test('a part of the page whose turn has not come answers all the same', async ({ page }) => {
  await watchVies(page, true)
  await page.goto('./')
  await page.locator('#app:not([data-premiere])').waitFor()
  expect(await readVies(page)).toHaveLength(1)
  await page
    .locator('.fne-legende')
    .getByRole('button', { name: /^Préfecture uniquement/ })
    .click()
  await expect(page).toHaveURL(/filtre=prefecture/)
  expect((await readVies(page)).map(([nom]) => nom)).toEqual(['app', 'fne-legende'])
  await page.getByLabel('Thème').selectOption('sombre')
  await expect(page.locator('html')).toHaveAttribute('data-fne-theme', 'sombre')
  const champ = page.getByRole('combobox', { name: 'Rechercher' })
  await champ.fill('Montargis')
  await expect(page.getByRole('option').first()).toContainText('Montargis')
  await expect(champ).toHaveValue('Montargis')
  await champ.blur()
  // The map's own letters: whoever presses one may mean any part.
  expect((await readVies(page)).map(([nom]) => nom)).not.toContain('fne-image')
  await page.keyboard.press('g')
  await expect(page).toHaveURL(/animation=lieux/)
  expect((await readVies(page)).map(([nom]) => nom).sort()).toEqual(['app', ...PARTIES].sort())
})

/** What the page has read once it had nothing to do for a while: names of files, without their marks. */
const readOisive = async (page: Page) => {
  await page.goto('./')
  await page.locator('#app:not([data-premiere])').waitFor()
  return page.evaluate(async () => {
    // Each such moment reads one panel ahead.
    for (let i = 0; i < 40; i++) await new Promise((resolve) => requestIdleCallback(resolve))
    return performance
      .getEntriesByType('resource')
      .map(({ name }) => /([^/]+)-[\w-]{8}\.js$/.exec(name)?.[1] ?? name)
  })
}

test('the program is asked for once the picture is on the screen', async ({ page }) => {
  await page.goto('./')
  await page.locator('#app:not([data-premiere])').waitFor()
  const apres = await page.evaluate(() => {
    const peint = performance.getEntriesByType('paint')[0]?.startTime ?? Infinity
    const lus = performance.getEntriesByType('resource').filter(({ name }) => /\.(js|json|csv)$/.test(name))
    return lus.map(({ startTime }) => startTime - peint)
  })
  expect(apres.length).toBeGreaterThan(20)
  expect(Math.min(...apres)).toBeGreaterThanOrEqual(0)
})

test('panels and the gestures of the map are read ahead, but where the network is to be spared, once they are asked for', async ({
  page
}) => {
  const AVANCE = ['TableauTerritoires', 'Financements', 'gestes']
  expect(await readOisive(page)).toEqual(expect.arrayContaining(AVANCE))
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  )
  const lus = await readOisive(page)
  expect(AVANCE.filter((nom) => lus.includes(nom))).toEqual([])
  await page.getByRole('link', { name: 'Tableau', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Tableau des territoires' })).toBeVisible()
})

const ENTREE = '**/assets/index-*.js'
const alerte = (page: Page) => page.getByRole('alert').filter({ hasText: 'n’a pas pu être chargée' })

/** Answers with the file as it would come, changed. */
const change = (cut: (texte: string) => string) => async (route: Route) => {
  const reponse = await route.fetch()
  await route.fulfill({ response: reponse, body: cut(await reponse.text()) })
}
const tronque = change((texte) => texte.slice(0, texte.length / 2))
const vide = change(() => '')
const portail = (route: Route) =>
  route.fulfill({ body: '<!doctype html><title>Portail Wi-Fi</title>', contentType: 'text/html' })
const erreur = (route: Route) => route.fulfill({ status: 500, body: 'Internal Server Error' })

const REFUS = [
  ['entry missing', ENTREE, (route: Route) => route.fulfill({ status: 404, body: '' })],
  ['entry blocked', ENTREE, (route: Route) => route.abort('blockedbyclient')],
  ['entry not a program', ENTREE, portail],
  ['entry refused', ENTREE, erreur],
  ['entry cut short', ENTREE, tronque],
  ['entry empty', ENTREE, vide],
  ['what the entry imports cut short', '**/assets/constat-*.js', tronque],
  ['what the start imports empty', '**/assets/attente-*.js', vide],
  ['style refused', '**/assets/demarrage-*.css', erreur],
  ['style not one', '**/assets/attente-*.css', portail],
  ['style cut short', '**/assets/attente-*.css', tronque],
  ['style empty', '**/assets/demarrage-*.css', vide],
  ['embedded map empty', '**/assets/demarrageIntegre-*.js', vide, './?mode=integration'],
  ['style of the embedded map cut short', '**/assets/demarrageIntegre-*.css', tronque, './?mode=integration']
] as const

test('a file that the start is made of is missing, refused, blocked, cut short, empty or something else: the picture stays, and says at once that nobody came', async ({
  page
}) => {
  // The watchman of the page, who would say it in the end, sleeps.
  await page.addInitScript(() => {
    const { setTimeout } = window
    window.setTimeout = ((suite: () => void, delai = 0) =>
      delai < 45_000 ? setTimeout(suite, delai) : 0) as typeof setTimeout
  })
  // Nothing is looked at closely: the smaller, the sooner painted.
  await page.setViewportSize({ width: 480, height: 480 })
  let accident: (typeof REFUS)[number] = REFUS[0]
  let arrive = 0
  await page.route('**/assets/*', (route) => {
    if (!new RegExp(accident[1].slice(2).replaceAll('*', '.*')).test(route.request().url()))
      // The entry asks for nothing more.
      return accident[1] === ENTREE ? route.abort() : route.continue()
    arrive++
    return accident[2](route)
  })
  for (const refus of REFUS)
    await test.step(refus[0], async () => {
      ;[accident, arrive] = [refus, 0]
      await page.goto(refus[3] ?? './', { waitUntil: 'commit' })
      await expect(alerte(page)).toContainText('la carte affichée est lisible')
      await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible()
      await expect(page.locator('.fne-scene [data-code="45"]')).toBeVisible()
      expect(arrive).toBeGreaterThan(0)
    })
})

test('the entry never answers: the picture says so after a while, and no more once the program is there', async ({
  page
}) => {
  const release = await hold(page, ENTREE)
  await page.clock.install()
  await page.goto('./', { waitUntil: 'commit' })
  await expect(page.locator('.fne-scene [data-code="45"]')).toBeVisible()
  await page.clock.fastForward(40_000)
  await expect(alerte(page)).toHaveCount(0)
  await page.clock.fastForward(5_000)
  await expect(alerte(page)).toBeVisible()
  release()
  await page.locator('#app:not([data-premiere])').waitFor()
  await expect(alerte(page)).toHaveCount(0)
  // Nor does it come back.
  await page.clock.fastForward(60_000)
  await expect(alerte(page)).toHaveCount(0)
})
