import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, test, type BrowserContext, type Page, type TestInfo } from './banc'
import { PORTABLE } from '../../scripts/dossiers.mjs'
import { coloursAt, fondOf, forceWebGl, placeOf, territoireOf, waitForMoteur } from './outils'
import { readLivre } from './livre'

const FICHIER = `${PORTABLE}/carte-fne.html`
const TAILLE_MAX = 5_000_000

/** Alone in its folder, under a name that people give. */
function copie(info: TestInfo): string {
  expect(existsSync(FICHIER), `${FICHIER} is missing: run \`npm run build:portable\` first`).toBe(true)
  expect(statSync(FICHIER).size).toBeLessThanOrEqual(TAILLE_MAX)
  const dossier = info.outputPath('Clé USB de l’été')
  mkdirSync(dossier, { recursive: true })
  const chemin = `${dossier}/carte (copie n° 2).html`
  copyFileSync(FICHIER, chemin)
  return pathToFileURL(chemin).href
}

/** What is asked of anyone but the file itself, and what goes wrong. */
function watchFichier(context: BrowserContext): string[] {
  const fautes: string[] = []
  context.on('request', (requete) => {
    if (!/^(file|blob|data):/.test(requete.url())) fautes.push(requete.url())
    if (requete.url().startsWith('file:') && requete.resourceType() !== 'document') fautes.push(requete.url())
  })
  context.on('console', (message) => message.type() === 'error' && fautes.push(message.text()))
  context.on('weberror', (erreur) => fautes.push(erreur.error().message))
  return fautes
}

const titre = (page: Page, code: string) =>
  page
    .locator('.fne-panneau')
    .getByRole('heading', { name: territoireOf(code)?.nom ?? '?' })
    .first()

test('the single file opens over file:// as a link does, with its WebGL map, which answers @webgl', async ({
  page,
  context
}, info) => {
  const adresse = copie(info)
  const fautes = watchFichier(context)
  await forceWebGl(context)
  await page.goto(`${adresse}?territoire=45`)
  await expect(titre(page, '45')).toBeVisible()
  await waitForMoteur(page, 'gl')
  await page.keyboard.press('Escape')
  await expect(titre(page, '45')).toHaveCount(0)
  await expect.poll(async () => coloursAt(page, await placeOf(page, '64'))).toContain(fondOf('64'))
  const { x, y } = await placeOf(page, '63')
  await page.mouse.click(x, y)
  await expect(titre(page, '63')).toBeVisible()
  expect(fautes).toEqual([])
})

test('the single file opens over file://: map, panels, sheet, links, and nothing asked of anyone', async ({
  page,
  context
}, info) => {
  const adresse = copie(info)
  const fautes = watchFichier(context)
  await page.goto(adresse)
  await waitForMoteur(page, 'svg')
  await expect.poll(async () => coloursAt(page, await placeOf(page, '64'))).toContain(fondOf('64'))

  // A panel, then a territory by the map: the address follows, and goes back.
  await page
    .getByRole('navigation', { name: 'Panneaux' })
    .getByRole('link', { name: 'Financements', exact: true })
    .click()
  await expect(page.getByRole('heading', { level: 2, name: 'Financements' })).toBeVisible()
  await expect(page).toHaveURL(`${adresse}?panneau=financements`)
  const { x, y } = await placeOf(page, '63')
  await page.mouse.click(x, y)
  await expect(titre(page, '63')).toBeVisible()
  await page.goBack()
  await expect(titre(page, '63')).toHaveCount(0)

  // The index of places comes out of the page, too.
  await page.keyboard.press('/')
  await page.keyboard.type('Blois')
  await page.keyboard.press('Enter')
  await expect(page.locator('#fne-lieu-titre')).toContainText('Loir-et-Cher')

  // New data come in as they do on a server: off the main thread, by the worker that the page carries.
  await page
    .getByRole('navigation', { name: 'Panneaux' })
    .getByRole('link', { name: 'Données', exact: true })
    .click()
  await page
    .getByRole('navigation', { name: 'Panneaux' })
    .getByRole('link', { name: 'Importer, exporter' })
    .click()
  const csv = readLivre('gouvernances.csv')
  const gros = csv
    .replace(/^code_territoire,/, `code_territoire,${'x'.repeat(1_100_000)},`)
    .replace(/^(\w{2,3}),/gm, '$1,,')
  const [travail] = await Promise.all([
    page.waitForEvent('worker'),
    page
      .getByLabel('Choisir des fichiers')
      .setInputFiles({ name: 'gros.csv', mimeType: '', buffer: Buffer.from(gros) })
  ])
  expect(travail.url()).toMatch(/^(blob|data):/)
  await expect(page.locator('.fne-import')).toContainText('sans changement')
  await page.getByRole('button', { name: 'Importer et afficher' }).click()
  await expect(page.locator('.fne-bandeau-local')).toBeVisible()

  await page.goto(`${adresse}?territoire=45`)
  await expect(titre(page, '45')).toBeVisible()
  await waitForMoteur(page, 'svg')

  // The presentation and its scenes are in the page, and a second window keeps in step with the first.
  await page.getByRole('link', { name: 'Présenter' }).click()
  await expect(page.locator('.fne-diapo[data-scene="ouverture"]')).toBeVisible()
  const [orateur] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Orateur' }).click()
  ])
  await orateur.locator('.notes').waitFor()
  await orateur.keyboard.press('PageDown')
  await expect(page.locator('.fne-diapo[data-scene="plan"]')).toBeVisible()
  expect(fautes).toEqual([])
})

test.describe('the single file without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('shows the first map all the same', async ({ page }) => {
    await page.goto(pathToFileURL(FICHIER).href)
    await expect(page.locator('svg [data-code="45"]').first()).toBeVisible()
    expect(readFileSync(FICHIER, 'utf8')).not.toMatch(/<link[^>]+href="(?!data:)/)
  })
})
