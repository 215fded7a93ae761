import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from './banc'
import { generateSW } from 'workbox-build'
import { DIST } from '../../scripts/dossiers.mjs'
import { optionsWorkbox } from '../../scripts/horsLigne.mjs'
import { addPolitique } from '../../scripts/politique.mjs'
import {
  coloursAt,
  followLien,
  fondOf,
  forceWebGl,
  placeOf,
  territoireOf,
  waitForMoteur,
  watch
} from './outils'
import { serve, type ServeurStatique } from './serveurStatique'
import { DATE_LIVREE } from './livre'

test.use({ serviceWorkers: 'allow', neuve: true })

const NOTE = 'Note de la version suivante'

let serveur: ServeurStatique
test.beforeEach(async () => {
  serveur = await serve(DIST)
})
test.afterEach(() => serveur.close())

const pret = (page: Page) => page.getByRole('status').filter({ hasText: 'Prêt pour le hors connexion' })
const nouvelle = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'nouvelle version est disponible' })
const titreFiche = (page: Page, code: string) =>
  page
    .locator('.fne-panneau')
    .getByRole('heading', { name: territoireOf(code)?.nom ?? '?' })
    .first()

test('what the offline copy has to say is not printed over the sheet and its code; damaged, it is mended, or said to be', async ({
  page,
  context
}) => {
  await page.goto(`${serveur.adresse}?territoire=41`)
  await expect(pret(page)).toBeVisible()
  await page.getByRole('button', { name: 'Imprimer la fiche' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.fne-imprimee .fne-qr')).toBeVisible()
  await expect(page.locator('.fne-version-texte')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  await test.step('page and program of the copy are empty: the server has both', async () => {
    expect(await page.evaluate(emptyGardees, ['index\\.html', 'attente-[\\w-]+\\.js'])).toBe(2)
    await page.reload()
    const personne = page.getByRole('alert').filter({ hasText: 'n’a pas pu être chargée entièrement' })
    await personne.getByRole('button', { name: 'Réessayer' }).click()
    await expect(titreFiche(page, '41')).toBeVisible()
    await expect(pret(page)).toBeVisible()
  })
  await test.step('the page is empty again, and there is no server', async () => {
    expect(await page.evaluate(emptyGardees, ['index\\.html'])).toBe(1)
    await serveur.close()
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByText('est abîmée')).toContainText('vérifier la connexion')
    await expect(page.getByRole('link', { name: 'Réessayer' })).toBeVisible()
  })
})

test('after one visit, the network cut: map, panels, index of places, and a link opened for the first time @webgl', async ({
  page,
  context
}) => {
  await page.goto(serveur.adresse)
  await expect(pret(page)).toBeVisible()
  // It leaves in sight where the data come from.
  const pied = await page.locator('.fne-pied').boundingBox()
  const message = await pret(page).boundingBox()
  expect((message?.y ?? Infinity) + (message?.height ?? 0)).toBeLessThanOrEqual(pied?.y ?? 0)
  await serveur.close()
  await context.setOffline(true)

  // The program of the WebGL map has never been asked for.
  const fautes = watch(page)
  await forceWebGl(page)
  await page.reload()
  await waitForMoteur(page, 'gl')
  await expect.poll(async () => coloursAt(page, await placeOf(page, '64'))).toContain(fondOf('64'))
  await page
    .getByRole('navigation', { name: 'Panneaux' })
    .getByRole('link', { name: 'Financements', exact: true })
    .click()
  await expect(page.getByRole('heading', { level: 2, name: 'Financements' })).toBeVisible()
  // Nobody has searched before the network went.
  await page.keyboard.press('/')
  await page.keyboard.type('Blois')
  await page.keyboard.press('Enter')
  await expect(page.locator('#fne-lieu-titre')).toContainText('Loir-et-Cher')

  const autre = await context.newPage()
  await autre.addInitScript(() => localStorage.removeItem('fne-moteur'))
  await autre.goto(`${serveur.adresse}?territoire=45&vue=feuilles-de-route`)
  await expect(titreFiche(autre, '45')).toBeVisible()
  const polices = await autre.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)
  })
  expect(polices).toContain('Marianne')
  expect(fautes).toEqual([])
})

test('new data wait for the whole deployment, the user’s word, and the end of a presentation', async ({
  page,
  context
}, info) => {
  await page.goto(serveur.adresse)
  await expect(pret(page)).toBeVisible()
  const note = page.locator('.fne-panneau').getByText(NOTE)

  const [suite, moitie] = [info.outputPath('suite'), info.outputPath('moitie')]
  await buildSuite(suite)
  // The new service worker is already there, the new data are not yet: refused.
  cpSync(DIST, moitie, { recursive: true })
  cpSync(join(suite, 'sw.js'), join(moitie, 'sw.js'))
  serveur.deploy(moitie)
  expect(await page.evaluate(tryUpdate)).toBe('redundant')
  serveur.deploy(suite)

  // A presentation goes on in another window, which keeps quiet.
  const presentation = await context.newPage()
  await presentation.goto(`${serveur.adresse}?mode=presentation`)
  await page.goto(`${serveur.adresse}?territoire=45`)
  await expect(nouvelle(page)).toBeVisible()
  await expect(note).toHaveCount(0)
  await expect(nouvelle(presentation)).toHaveCount(0)
  await page.getByRole('button', { name: 'L’appliquer' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'attend sa fin' })).toBeVisible()
  await expect(note).toHaveCount(0)

  // From the presentation back to the map, in the same page: now it is said there, too.
  await presentation.evaluate((adresse) => {
    history.pushState(null, '', adresse)
    dispatchEvent(new PopStateEvent('popstate'))
  }, './?territoire=45')
  await expect(nouvelle(presentation)).toBeVisible()
  await page.getByRole('button', { name: 'L’appliquer' }).click()
  await expect(note).toBeVisible()
  await expect(nouvelle(page)).toHaveCount(0)

  // The other window keeps what it shows until it is told.
  const autreNote = presentation.locator('.fne-panneau').getByText(NOTE)
  await expect(presentation.getByRole('status').filter({ hasText: 'dans une autre fenêtre' })).toBeVisible()
  await expect(autreNote).toHaveCount(0)
  // What it has not yet loaded is nowhere any more: it says so, and the new version is where it was.
  await followLien(presentation, '?panneau=donnees&territoire=45')
  const perdu = presentation.getByRole('alert').filter({ hasText: 'Ce panneau n’a pas pu être chargé' })
  await expect(perdu.getByRole('button', { name: 'Recharger la page' })).toBeVisible()
  await expect(titreFiche(presentation, '45')).toBeVisible()
  await presentation.getByRole('button', { name: 'L’appliquer' }).click()
  await expect(autreNote).toBeVisible()
  await expect(presentation.locator('.fne-panneau').getByText('Rien n’est envoyé')).toBeVisible()
  await expect(perdu).toHaveCount(0)
})

/** Replaces what is kept of the files of these names by nothing. @returns how many there were */
async function emptyGardees(noms: string[]): Promise<number> {
  let vides = 0
  for (const nom of await caches.keys()) {
    const cache = await caches.open(nom)
    for (const requete of await cache.keys())
      if (noms.some((motif) => new RegExp(`/${motif}$`).test(new URL(requete.url).pathname))) {
        const { headers } = (await cache.match(requete)) as Response
        await cache.put(requete, new Response('', { headers }))
        vides++
      }
  }
  return vides
}

/** What became of the version that the server offers: 'redundant' is refused. */
async function tryUpdate(): Promise<string> {
  const inscription = await navigator.serviceWorker.ready
  const trouvee = new Promise<ServiceWorker>((resolve) =>
    inscription.addEventListener('updatefound', () => resolve(inscription.installing as ServiceWorker), {
      once: true
    })
  )
  await inscription.update().catch(() => {})
  const offerte = await trouvee
  if (offerte.state !== 'installing') return offerte.state
  return new Promise((resolve) =>
    offerte.addEventListener('statechange', () => resolve(offerte.state), { once: true })
  )
}

/** Every program under another name, in all that asks for it: as where each has changed. */
function renameProgrammes(dossier: string) {
  const assets = join(dossier, 'assets')
  const programmes = readdirSync(assets).filter((nom) => nom.endsWith('.js'))
  const noms = new RegExp(programmes.map((nom) => nom.replaceAll('.', '\\.')).join('|'), 'g')
  const rename = (texte: string) => texte.replace(noms, (nom) => nom.replace('.js', '_.js'))
  for (const nom of programmes) {
    const ancien = join(assets, nom)
    writeFileSync(join(assets, rename(nom)), rename(readFileSync(ancien, 'utf8')))
    rmSync(ancien)
  }
  const page = join(dossier, 'index.html')
  const sansPolitique = readFileSync(page, 'utf8').replace(
    /\s*<meta http-equiv="Content-Security-Policy"[^>]*>/,
    ''
  )
  writeFileSync(page, addPolitique(rename(sansPolitique)))
}

/** The built app with other programs and a note on the Loiret, and the service worker that goes with it. */
async function buildSuite(dossier: string) {
  cpSync(DIST, dossier, { recursive: true })
  renameProgrammes(dossier)
  const fichier = join(dossier, `donnees/${DATE_LIVREE}/gouvernances.csv`)
  const avant = readFileSync(fichier, 'utf8')
  const apres = avant.replace(/^(45,.*),$/m, `$1,${NOTE}`)
  expect(apres).not.toBe(avant)
  writeFileSync(fichier, apres)
  await generateSW({
    ...optionsWorkbox(dossier),
    swDest: join(dossier, 'sw.js'),
    additionalManifestEntries: [{ url: 'manifest.webmanifest', revision: '1' }]
  })
}
