import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from './banc'
import { generateSW } from 'workbox-build'
import { DIST } from '../../scripts/dossiers.mjs'
import { optionsWorkbox } from '../../scripts/horsLigne.mjs'
import { coloursAt, fondOf, forceWebGl, placeOf, territoireOf, waitForMoteur, watch } from './outils'
import { serve, type ServeurStatique } from './serveurStatique'
import { DATE_LIVREE } from './livre'

test.use({ serviceWorkers: 'allow', reuseContext: false })

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

test('what the offline copy has to say is not printed over the sheet and its code', async ({ page }) => {
  await page.goto(`${serveur.adresse}?territoire=41`)
  await expect(pret(page)).toBeVisible()
  await page.getByRole('button', { name: 'Imprimer la fiche' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.fne-imprimee .fne-qr')).toBeVisible()
  await expect(page.locator('.fne-version-texte')).toBeHidden()
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
  await presentation.getByRole('button', { name: 'L’appliquer' }).click()
  await expect(autreNote).toBeVisible()
})

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

/** The built app with a note on the Loiret, and the service worker that goes with it. */
async function buildSuite(dossier: string) {
  cpSync(DIST, dossier, { recursive: true })
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
