import { readdirSync, readFileSync } from 'node:fs'
import { expect, test, type Page, type Route } from './banc'
import { DIST } from '../../scripts/dossiers.mjs'
import { PANNEAUX, VUE_PAR_DEFAUT } from '../../src/state/vue'
import {
  coloursAt,
  expectCarteVivante,
  followLien,
  fondOf,
  forceWebGl,
  placeOf,
  waitForMoteur,
  watch
} from './outils'
import { readLivre } from './livre'

const CSV = readLivre('gouvernances.csv')
const TOPO = readFileSync('static/geo/territoires.topo.json', 'utf8')
/** A figure that only chiffres.json gives. */
const annoncees: string = JSON.parse(readLivre('chiffres.json')).feuillesDeRoute.annoncees.texte
const ligneDe = (code: string) => CSV.split('\n').findIndex((ligne) => ligne.startsWith(`${code},`)) + 1
const alerte = /dans les données/

test('a data file with an unknown code is told with file, line and column, and the rest is shown; HTML in it is text', async ({
  page
}) => {
  await page.route('**/gouvernances.csv', (route) => route.fulfill({ body: CSV.replace('\n45,', '\n4Z,') }))
  await page.goto('./')
  const message = page.getByRole('alert').filter({ hasText: alerte })
  await expect(message).toContainText(`gouvernances.csv, ligne ${ligneDe('45')}, colonne 1`)
  await expect(message).toContainText('4Z')
  await expect(page.locator('[data-classe="prefecture"]')).toBeVisible()

  // HTML in a data file is text.
  await page.unrouteAll()
  const html = '<img src=x onerror=document.title=1><script>document.title=2</script>'
  await page.route('**/gouvernances.csv', (route) =>
    route.fulfill({ body: CSV.replace('\n45,Loiret', `\n45,${html}`) })
  )
  await page.goto('./?territoire=45')
  await expect(page.locator('.fne-panneau')).toBeVisible()
  await expect(page.locator('.fne img, .fne script')).toHaveCount(0)
  expect(await page.title()).toContain('Carte FNE')
})

const PANNES = [
  ['list of snapshots missing', '**/donnees/index.json', { status: 404, body: '' }],
  ['missing', '**/gouvernances.csv', { status: 404, body: '' }],
  ['not a CSV', '**/gouvernances.csv', { body: '<!doctype html><title>Portail Wi-Fi</title>' }],
  ['missing outlines', '**/territoires.topo.json', { status: 500, body: '' }],
  ['truncated outlines', '**/territoires.topo.json', { body: TOPO.slice(0, TOPO.length / 2) }],
  ['truncated figures', '**/chiffres.json', { body: '{ "instantane": ' }]
] as const

test('what is missing or not what it should be: a French sentence, never a blank page, and a retry that works', async ({
  page
}) => {
  for (const [cas, motif, reponse] of PANNES)
    await test.step(cas, async () => {
      let panne = true
      await page.route(motif, (route) => (panne ? route.fulfill(reponse) : route.continue()))
      await page.goto('./')
      const message = page.getByRole('alert').filter({ hasText: alerte })
      await expect(message).toContainText(motif.split('/').at(-1) as string)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      panne = false
      await message.getByRole('button', { name: 'Réessayer' }).click()
      await expect(message).toHaveCount(0)
      await expect(page.locator('[data-encart="974"] svg')).toBeVisible()
      await expect(page.locator('[data-classe="prefecture"] strong')).not.toHaveText('0')
      await expect(page.locator('.fne-tuiles')).toContainText(annoncees)
      await page.unrouteAll()
    })
})

/** What can become of a file on its way; each is answered in place of some of them. */
const ACCIDENTS: readonly ((route: Route) => Promise<void>)[] = [
  (route) => route.fulfill({ status: 404, body: '' }),
  (route) => route.fulfill({ status: 500, body: 'Internal Server Error' }),
  (route) => route.fulfill({ body: '<!doctype html><title>Portail Wi-Fi</title>', contentType: 'text/html' }),
  (route) => route.abort('internetdisconnected'),
  async (route) => {
    const reponse = await route.fetch()
    const texte = await reponse.text()
    await route.fulfill({ response: reponse, body: texte.slice(0, texte.length / 2) })
  },
  async (route) => route.fulfill({ response: await route.fetch(), body: '' })
]

/** What the page says where a part was to be. */
const echec = (page: Page) =>
  page.getByRole('alert').filter({ hasText: /n’(?:a|ont) pas pu être chargée?s?/ })

test('the network goes bad once the map is there: each part that is missing says so, and the map answers', async ({
  page
}) => {
  const depart = readFileSync(`${DIST}/index.html`, 'utf8')
  const suite = readdirSync(`${DIST}/assets`).filter(
    (nom) => /\.(?:js|css|woff2)$/.test(nom) && !depart.includes(nom)
  )
  expect(suite.length).toBeGreaterThan(40)
  const erreurs: string[] = []
  page.on('pageerror', ({ message }) => erreurs.push(message))
  for (const [i, nom] of suite.entries())
    await page.route(`**/assets/${nom}`, ACCIDENTS[i % ACCIDENTS.length] as (typeof ACCIDENTS)[number])
  await page.goto('./')
  await waitForMoteur(page, 'svg')
  for (const panneau of PANNEAUX.filter((cle) => cle !== 'synthese')) {
    await followLien(page, `?panneau=${panneau}`)
    await expect(echec(page), panneau).toContainText('Ce panneau')
    await expect(echec(page).getByRole('button', { name: 'Recharger la page' })).toBeVisible()
  }
  await followLien(page, '?territoire=45')
  await expect(page.locator('#fne-fiche-titre')).toContainText('Loiret')
  await page.getByRole('link', { name: 'Mentions légales' }).click()
  await expect(echec(page)).toContainText('Cette page')
  for (const autre of ['Données personnelles', 'Licences', 'Accessibilité']) {
    await page.getByRole('dialog').getByRole('link', { name: autre }).click()
    await expect(echec(page)).toContainText('Cette page')
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await expect(echec(page)).toContainText('Les notes')
  await page.getByRole('banner').getByRole('button', { name: 'Exporter', exact: true }).click()
  await expect(echec(page).filter({ hasText: 'L’export' })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('Blois')
  await expect(page.getByRole('alert').filter({ hasText: 'La liste des lieux' })).toContainText(
    'Le programme de recherche'
  )
  await page.keyboard.press('Escape')
  await followLien(page, '?mode=presentation')
  await echec(page).getByRole('button', { name: 'Revenir à la carte' }).click()
  await expect(
    page.getByRole('status').filter({ hasText: 'La souris ne déplace pas la carte' })
  ).toBeVisible()
  await expectCarteVivante(page)
  expect(erreurs, 'what nobody caught').toEqual([])
})

test('a panel whose program throws leaves map, sheet and the other panels, says so, and comes back', async ({
  page
}) => {
  const fichier = '**/assets/Financements-*.js'
  await page.route(fichier, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'let n = 0; export default () => { n++; throw new Error(`cassé exprès, ${n}`) }'
    })
  )
  await page.goto('./?panneau=financements&territoire=45')
  const message = page.getByRole('alert').filter({ hasText: 'Le contenu de ce panneau ne s’affiche pas' })
  await expect(message).toBeVisible()
  await expect(page.locator('#fne-fiche-titre')).toContainText('Loiret')
  await message.getByRole('button', { name: 'Réessayer' }).click()
  await expect(message).toBeVisible()
  await page.locator('.fne-scene [data-code="41"]').first().dispatchEvent('click')
  await expect(page.locator('#fne-fiche-titre')).toContainText('Loir-et-Cher')
  await page
    .getByRole('navigation', { name: 'Panneaux' })
    .getByRole('link', { name: 'Territoires', exact: true })
    .click()
  await expect(message).toHaveCount(0)
  await expect(page.locator('.fne-tuiles')).toContainText(annoncees)
})

test('outlines without one territory: told, the others shown; tried again, the map is whole and coloured @webgl', async ({
  page
}) => {
  const topologie = JSON.parse(TOPO) as { objects: { territoires: { geometries: { id: string }[] } } }
  const { territoires } = topologie.objects
  territoires.geometries = territoires.geometries.filter(({ id }) => id !== '74')
  let panne = true
  await page.route('**/territoires.topo.json', (route) =>
    panne ? route.fulfill({ body: JSON.stringify(topologie) }) : route.continue()
  )
  await forceWebGl(page)
  await page.goto('./')
  await waitForMoteur(page, 'gl')
  const message = page.getByRole('alert').filter({ hasText: alerte })
  await expect(message).toContainText('74')
  await expect.poll(async () => coloursAt(page, await placeOf(page, '64'))).toContain(fondOf('64'))
  panne = false
  await message.getByRole('button', { name: 'Réessayer' }).click()
  await expect(message).toHaveCount(0)
  await expect.poll(async () => coloursAt(page, await placeOf(page, '74'))).toContain(fondOf('74'))
  await waitForMoteur(page, 'gl')
  await expect.poll(async () => coloursAt(page, await placeOf(page, '74'))).toContain(fondOf('74'))
})

/** What no parameter means, and what does not decode. */
const BRISEES = ['__proto__', 'constructor', '%E0%A4%A', '%', '%00', '%3Cb%3E', 'z'.repeat(5000)]
/** One is free text, and one is read in another site's frame alone: nothing is wrong with them. */
const SANS_MOT = ['texte', 'theme']

test('a link with unknown, repeated, endless or broken values, in any parameter, opens the map and says so', async ({
  page
}) => {
  const fautes = watch(page)
  await page.goto('./?vue=rouge&territoire=999&texte=%E0%A4%A&__proto__=x&constructor=y&lieu=%')
  const avertissement = page.getByRole('status').filter({ hasText: 'valeurs inconnues' })
  await expect(avertissement).toContainText('vue=rouge')
  await expect(avertissement).toContainText('territoire=999')
  await expect(page.getByRole('radio', { name: 'Coporteurs' })).toBeChecked()
  await waitForMoteur(page, 'svg')
  const liens = Object.keys(VUE_PAR_DEFAUT).flatMap((nom) =>
    [...BRISEES.map((valeur) => [valeur]), [...BRISEES, ...BRISEES]].map((valeurs) => ({
      nom,
      lien: `?${valeurs.map((valeur) => `${nom}=${valeur}`).join('&')}`
    }))
  )
  const vus = await page.evaluate(async (tous) => {
    const resultats = []
    for (const { nom, lien } of tous) {
      history.replaceState(null, '', `./${lien}`)
      dispatchEvent(new PopStateEvent('popstate'))
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const dits = [...document.querySelectorAll('[role="status"] .fne-alerte')].map((dit) => dit.textContent)
      const carte = document.querySelector('.fne-scene')?.getBoundingClientRect()
      resultats.push({
        cas: lien.slice(0, 40),
        nom,
        dit: dits.join(),
        carte: Math.min(carte?.width ?? 0, carte?.height ?? 0) > 240,
        alertes: document.querySelectorAll('[role="alert"]').length
      })
    }
    return resultats
  }, liens)
  const manques = vus.filter(
    ({ nom, dit, carte, alertes }) =>
      !carte ||
      alertes > 0 ||
      dit.length > 400 ||
      (SANS_MOT.includes(nom)
        ? dit !== ''
        : !dit.includes(`${nom}=`) || !/^\s*Le lien contient .* ignorée/.test(dit))
  )
  expect(manques).toEqual([])
  await followLien(page, '?')
  await expectCarteVivante(page)
  expect(fautes).toEqual([])
})

test('when the program itself does not arrive, the first map stays and says what to do', async ({ page }) => {
  await page.route('**/assets/demarrage-*.js', (route) => route.abort())
  await page.goto('./')
  await expect(page.getByRole('alert')).toContainText('n’a pas pu être chargée')
  await expect(page.locator('svg [data-code="45"]').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the default map is already in the page', async ({ page }) => {
    await page.goto('./')
    const codes = CSV.trimEnd()
      .split('\n')
      .slice(1)
      .map((ligne) => ligne.split(',')[0])
    for (const code of codes) await expect(page.locator(`svg [data-code="${code}"]`).first()).toBeAttached()
  })
})
