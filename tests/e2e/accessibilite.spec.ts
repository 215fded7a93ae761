import { readFileSync } from 'node:fs'
import { AVEC_CIBLES, axeOf, DESSIN, LIGNES_DE_PLUS } from './axe'
import { DIST } from '../../scripts/dossiers.mjs'
import { listCoupes, spaceText } from './coupes'
import { listPales, measureComposants } from './contrastes'
import { listFautesHtml } from './html'
import { expect, test, type Locator, type Page } from './banc'
import { readLivre } from './livre'
import { listFautesStructure } from './structure'
import { coloursAt, followLien } from './outils'
import { fiche, open, panneau } from './panneaux-donnees'
import { readFige } from '../fixtures/figes'
import type { Scene } from '../../src/domain/vue/scene'

/** The five main views: the link, and what is on the screen once it is there. */
const VUES = [
  ['defaut', '?', '.fne-ecarts'],
  ['fiche', '?territoire=56', '.fne-fiche .fne-actions'],
  ['tableau', '?panneau=tableau', '.fne-defilant tbody tr:nth-child(95)'],
  ['comparaison', '?panneau=comparaison&epingles=45,41,56', '.fne-panneau [data-colonne="56"]'],
  ['presentation', '?mode=presentation&scene=10', '.fne-diapo[data-scene="gouvernances"]']
] as const

/**
 * What axe finds wrong, a line each.
 * @param deja where given, the contrasts on which axe could not conclude are measured, too (contrastes.ts)
 */
async function listViolations(
  page: Page,
  dans: readonly string[] = [],
  regles?: string[],
  sauf: readonly string[] = [],
  deja?: Set<string>
): Promise<string[]> {
  const axe = axeOf(page).exclude(LIGNES_DE_PLUS)
  for (const selecteur of sauf) axe.exclude(selecteur)
  for (const selecteur of dans) axe.include(selecteur)
  if (regles) axe.withRules(regles)
  else axe.options(AVEC_CIBLES)
  const { violations, incomplete } = await axe.analyze(deja !== undefined)
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id} ${html} ${failureSummary}`)
    ),
    ...(deja ? await listPales(page, incomplete, deja) : [])
  ]
}

const NOM_RECHERCHE = 'Rechercher une commune, un code postal, un EPCI, un département'

const show = async (page: Page, lien: string, signe: string) => {
  await followLien(page, lien)
  await page.locator(signe).first().waitFor()
}

/** Sets the theme as index.html does before the first paint. */
const setTheme = (page: Page, theme: 'clair' | 'sombre' | 'projecteur') =>
  page.evaluate((nom) => {
    const { dataset } = document.documentElement
    dataset['fneTheme'] = nom
    dataset['frTheme'] = dataset['frScheme'] = nom === 'sombre' ? 'dark' : 'light'
  }, theme)

for (const [nom, lien, signe] of VUES)
  test(`${nom}: names, roles and order; nothing that axe finds, from a phone to a desk, in any theme`, async ({
    page
  }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`./${lien}`)
    await page.locator(signe).first().waitFor()
    await expect(page.locator('body')).toMatchAriaSnapshot({ name: `${nom}.aria.yml` })
    expect(await listFautesHtml(await page.content())).toEqual([])
    expect(await listFautesStructure(page)).toEqual([])
    // The same field has the same name in all views (11.3), and no window came unasked (13.2).
    await expect(page.getByRole('combobox', { name: NOM_RECHERCHE, exact: true })).toHaveCount(1)
    expect(page.context().pages()).toHaveLength(1)
    const mesures = new Set<string>()
    expect(await listViolations(page, [], undefined, [], mesures)).toEqual([])
    const theme = await page.locator('html').getAttribute('data-fne-theme')
    for (const autre of ['clair', 'sombre', 'projecteur'] as const) {
      await setTheme(page, autre)
      const { vus, pales } = await measureComposants(page)
      expect(vus, autre).toBeGreaterThan(1)
      expect(pales, autre).toEqual([])
      if (autre === theme) continue
      expect(await listViolations(page, [], ['color-contrast'], [], mesures), autre).toEqual([])
    }
    expect(mesures.size).toBeGreaterThan(0)
    await setTheme(page, theme === 'projecteur' ? 'projecteur' : 'clair')
    // 320 px is 1,280 at 400 %; between them, at 200 %, the page has the same layout, lower.
    for (const [width, height] of [
      [320, 800],
      [640, 400]
    ] as const) {
      await page.setViewportSize({ width, height })
      // The layouts are two: a sheet over the map, and a page that scrolls. The map's drawing is the same in both.
      if (width === 320 || nom === 'fiche')
        expect(await listViolations(page, [], undefined, [DESSIN]), `${width}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(
        width
      )
    }
  })

test('text spaced as its reader wants it is whole in the five main views', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await open(page, '')
  await spaceText(page)
  const coupes: string[] = []
  for (const [nom, lien, signe] of VUES) {
    await show(page, lien, signe)
    coupes.push(...(await listCoupes(page)).map((coupe) => `${nom} ${coupe}`))
  }
  expect(coupes).toEqual([])
})

/** The legal links of a window that keeps what it shows: each opens another one, at the app's own page. */
const listMentions = (page: Page) =>
  page.locator('footer a[href*="#"]').evaluateAll((liens) =>
    (liens as HTMLAnchorElement[]).map(({ innerText, href, target }) => {
      const { pathname, searchParams, hash } = new URL(href)
      return [innerText, pathname, searchParams.get('mode'), hash, target]
    })
  )
const MENTIONS = [
  ['Accessibilité\u00A0: non conforme', '/', null, '#accessibilite', '_blank'],
  ['Mentions légales', '/', null, '#mentions-legales', '_blank'],
  ['Données personnelles', '/', null, '#donnees-personnelles', '_blank']
]

const SCENES = (JSON.parse(readFige('donnees/scenes.json')) as { scenes: Scene[] }).scenes

test('dialogs, each kind of scene, the answer to a question, the presenter’s window and the map of another site: nothing that axe finds', async ({
  page
}) => {
  await open(page, '')
  for (const ouvrir of ['Exporter', 'Notes et compte rendu']) {
    if (ouvrir !== 'Exporter') await page.getByRole('button', { name: 'Animer' }).click()
    await page.getByRole('button', { name: ouvrir }).first().click()
    await page.getByRole('dialog').getByRole('heading', { level: 2 }).waitFor()
    expect(await listFautesHtml(await page.content()), ouvrir).toEqual([])
    expect(await listViolations(page, ['dialog[open]']), ouvrir).toEqual([])
    expect((await measureComposants(page)).pales, ouvrir).toEqual([])
    await setTheme(page, 'sombre')
    expect(await listViolations(page, ['dialog[open]'], ['color-contrast']), `${ouvrir} sombre`).toEqual([])
    await setTheme(page, 'clair')
    await page.keyboard.press('Escape')
  }

  const vus = new Set<unknown>()
  for (const [i, { id, contenu }] of SCENES.entries()) {
    if (vus.has(contenu)) continue
    vus.add(contenu)
    await show(page, `?mode=presentation&scene=${i + 1}`, `.fne-diapo[data-scene="${id}"]`)
    expect(await listViolations(page, ['.fne-diapo-titre', '.fne-diapo']), id).toEqual([])
    const diapo = page.locator('.fne-diapo')
    expect(await listFautesHtml(await diapo.evaluate((element) => element.outerHTML)), id).toEqual([])
  }
  expect(vus.size).toBeGreaterThan(10)
  await show(page, '?mode=presentation&scene=10&territoire=56', '.fne-faits')
  expect(await listViolations(page, ['.fne-diapo']), 'faits').toEqual([])

  await page.goto('about:blank')
  await page.goto('./?mode=presentation&scene=10#orateur')
  await page.locator('.orateur .notes').waitFor()
  expect(await listViolations(page), 'orateur').toEqual([])
  expect(await listMentions(page), 'orateur').toEqual(MENTIONS)
  expect(await listFautesHtml(await page.content()), 'orateur').toEqual([])
  expect(await listFautesStructure(page), 'orateur').toEqual([])
  await page.goto('about:blank')
  await page.goto('./?mode=integration&territoire=56')
  await page.locator('.reponse').filter({ hasText: 'Morbihan' }).waitFor()
  expect(await listViolations(page), 'integration').toEqual([])
  expect(await listMentions(page), 'integration').toEqual(MENTIONS)
  expect(await listFautesHtml(await page.content()), 'integration').toEqual([])
  expect(await listFautesStructure(page), 'integration').toEqual([])
  expect(await listFautesHtml(readFileSync(`${DIST}/index.html`, 'utf8')), 'index.html').toEqual([])
})

/** Presses Tab, or Shift and Tab, until an element has the focus: what the keyboard cannot come to fails here. */
async function tabTo(page: Page, cible: Locator, touche: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await cible.waitFor({ state: 'attached' })
  for (let pas = 0; pas < 80; pas++) {
    if (await cible.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(touche)
  }
  throw new Error(`${touche} does not come to ${String(cible)}`)
}

test('with the keyboard alone: a commune’s answer read, three territories compared, a file imported, a question answered in the presentation', async ({
  page
}) => {
  await open(page, '')
  await page.keyboard.press('Tab')
  const acces = page.getByRole('link', { name: 'Passer la carte' })
  await expect(acces).toBeFocused()
  await test.step('one’s commune is found, and its answer read, with no shortcut known', async () => {
    await tabTo(page, page.getByRole('combobox', { name: 'Rechercher' }))
    await page.keyboard.type('Beauvais')
    await expect(page.getByRole('option', { name: /^Beauvais/ }).first()).toBeVisible()
    await page.keyboard.press('Enter')
    // What is read from where the focus is now: the name of the territory, and the sentence that answers.
    await expect(fiche(page).getByRole('heading', { name: /Beauvais/ })).toBeFocused()
    await expect(fiche(page).locator('.fne-reponse')).toContainText(
      'Dans l’Oise, la gouvernance est remontée'
    )
    await page.keyboard.press('Escape')
    await expect(fiche(page)).toHaveCount(0)
    await tabTo(page, acces, 'Shift+Tab')
  })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Tableau des territoires' })).toBeFocused()
  for (const nom of ['Ain', 'Aisne', 'Allier']) {
    await tabTo(page, panneau(page).getByRole('button', { name: `Épingler ${nom} pour comparer` }))
    await page.keyboard.press('Enter')
  }
  await tabTo(
    page,
    page.getByRole('region', { name: 'Territoires épinglés' }).getByRole('link', { name: /Comparer/ }),
    'Shift+Tab'
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Comparaison', exact: true })).toBeFocused()
  await expect(panneau(page).getByRole('columnheader')).toHaveText([/Ain/, /Aisne/, /Allier/, /Ensemble/])

  const nav = page.getByRole('navigation', { name: 'Panneaux' })
  await tabTo(page, nav.getByRole('link', { name: 'Données', exact: true }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Ce que disent les chiffres' })).toBeFocused()
  await tabTo(page, nav.getByRole('link', { name: 'Importer, exporter' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Données', exact: true })).toBeFocused()
  // The browser is told beforehand: its own window of files, once open, is nobody's to answer.
  const fichiers = page.waitForEvent('filechooser')
  await tabTo(page, page.getByLabel('Choisir des fichiers'))
  await page.keyboard.press('Space')
  const choix = await fichiers
  const csv = readLivre('gouvernances.csv').replace(
    '\n60,Oise,remontee,epci',
    '\n60,Oise,remontee,prefecture'
  )
  await choix.setFiles({ name: 'juin.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await expect(page.getByRole('heading', { name: 'Ce que l’import changerait' })).toBeFocused()
  await tabTo(page, page.getByLabel('Titre', { exact: true }))
  await page.keyboard.type('Point de juin')
  await tabTo(page, page.getByRole('button', { name: 'Importer et afficher' }))
  await page.keyboard.press('Enter')
  await expect(page.locator('.fne-bandeau-local')).toContainText('Point de juin')
  await expect(
    panneau(page)
      .getByText(/Point de juin/)
      .first()
  ).toBeVisible()

  await tabTo(page, page.getByRole('link', { name: 'Présenter' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.locator(`.fne-diapo[data-scene="${SCENES[0]?.id ?? ''}"]`).waitFor()
  await page.keyboard.press('PageDown')
  await page.locator(`.fne-diapo[data-scene="${SCENES[1]?.id ?? ''}"]`).waitFor()
  // What has the focus to be read says so to the eye, too: a bar beside it.
  const titre = page.locator('.fne-diapo-titre')
  await expect(titre).toBeFocused()
  const place = (await titre.boundingBox()) ?? { x: 0, y: 0, height: 0 }
  const [barre, fond] = await Promise.all(
    [2, 14].map((x) => coloursAt(page, { x: place.x + x, y: place.y + place.height / 2 }, 1))
  )
  expect(barre).not.toEqual(fond)
  await page.keyboard.press('/')
  await page.keyboard.type('Beauvais')
  await page.keyboard.press('Enter')
  const faits = page.locator('.fne-faits[data-territoire="60"]')
  await expect(faits).toContainText('Préfecture uniquement')
  await expect(faits.getByRole('heading', { name: '60 Oise' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(faits).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.locator('.fne-diapo')).toHaveCount(0)
})

test('with less motion the map is where it goes at once; with the system’s colours, what is chosen is seen', async ({
  page
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '')
  /** The sizes that a territory has on the main frame from one picture to the next, over a second. */
  const tailles = page.locator('.fne-scene [data-code="45"]').evaluate(async (trace) => {
    const vues = new Set<number>()
    const debut = performance.now()
    while (performance.now() - debut < 1500) {
      vues.add(Math.round(trace.getBoundingClientRect().width))
      await new Promise(requestAnimationFrame)
    }
    return vues.size
  })
  await followLien(page, '?territoire=45')
  await expect(fiche(page)).toBeVisible()
  expect(await tailles, 'before and after, and nothing between').toBeLessThanOrEqual(2)
  const animations = await page.evaluate(() =>
    document.getAnimations().map((animation) => animation.playState)
  )
  expect(animations).toEqual([])

  await page.emulateMedia({ reducedMotion: null, forcedColors: 'active' })
  const bord = async (cible: Locator) => {
    const { x, y, height } = (await cible.boundingBox()) ?? { x: 0, y: 0, height: 0 }
    return coloursAt(page, { x: x + 2, y: y + height / 2 }, 2)
  }
  const nav = page.getByRole('navigation', { name: 'Panneaux' }).getByRole('list').last()
  const classes = page.locator('.fne-legende-classe')
  await classes.first().click()
  await expect(classes.first()).toHaveAttribute('aria-pressed', 'true')
  await page.locator('.fne-titre').hover()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  for (const [choisi, autre] of [
    [classes.first(), classes.nth(1)],
    [page.locator('.fne-bascule input:checked + label'), page.locator('.fne-bascule label').last()],
    [nav.locator('a[aria-current="page"]'), nav.getByRole('link').last()]
  ] as const)
    expect(await bord(choisi)).not.toEqual(await bord(autre))
})
