import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test, type Page } from './banc'
import { unzipSync } from 'fflate'
import { DIST } from '../../scripts/dossiers.mjs'
import { DATES_LIVREES, readLivre } from './livre'
import { fiche, panneau } from './panneaux-donnees'
import { serve, type ServeurStatique } from './serveurStatique'
import { saveAll } from './sorties'

test.use({ serviceWorkers: 'allow' })

const CODE = '45'
const DATE = '2025-06-01'
const TITRE = 'Point de juin'
const NOTE = 'Note du point de juin'

let serveur: ServeurStatique
test.beforeEach(async () => {
  serveur = await serve(DIST)
})
test.afterEach(() => serveur.close())

/** A territory that changes its co-bearer, so that the stated figures no longer match; and a note. */
const csv = readLivre('gouvernances.csv').replace(
  new RegExp(`^(${CODE},[^,]*,[^,]*),[^,]*,[^,]*,([^,]*),.*$`, 'm'),
  `$1,prefecture,source,$2,${NOTE}`
)

async function importer(page: Page) {
  await page
    .getByLabel('Choisir des fichiers')
    .setInputFiles({ name: 'juin.csv', mimeType: '', buffer: Buffer.from(csv) })
  await page.getByLabel('Date des données').fill(DATE)
  await page.getByLabel('Titre', { exact: true }).fill(TITRE)
  await page.getByRole('button', { name: 'Importer et afficher' }).click()
  await expect(page.locator('.fne-bandeau-local')).toContainText(TITRE)
}

test('a folder to publish: read, accepted, unpacked on the server, announced, and kept for when the network goes', async ({
  page,
  browser
}, info) => {
  expect(csv).toContain(NOTE)
  // Somebody has the map open, and kept offline.
  const lecteur = await (await browser.newContext({ serviceWorkers: 'allow' })).newPage()
  await lecteur.goto(`${serveur.adresse}?territoire=${CODE}`)
  await expect(lecteur.getByRole('status').filter({ hasText: 'Prêt pour le hors connexion' })).toBeVisible()

  await page.goto(`${serveur.adresse}?panneau=donnees&territoire=${CODE}`)
  await page.locator('#fne-panneau-titre').waitFor()
  const bouton = page.getByRole('button', { name: 'Dossier à publier' })
  // What ships is published already.
  await expect(bouton).toHaveCount(0)
  await importer(page)
  const ecarts = page.getByRole('list', { name: 'Écarts à relire avant de publier' })
  await expect(ecarts).toContainText('Préfecture')
  await expect(bouton).toBeDisabled()
  await page.getByLabel('Écarts relus').check({ force: true })
  // Stopped while a worker is at it, nothing is saved.
  const telecharges: string[] = []
  page.on('download', (fichier) => telecharges.push(fichier.suggestedFilename()))
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = () => {
      Worker.prototype.postMessage = postMessage
      document.documentElement.dataset['tache'] = 'perdue'
    }
  })
  await bouton.click()
  await expect(page.getByRole('progressbar', { name: 'Préparation du dossier' })).toBeVisible()
  // Stopped sooner, it would be the next one's task that is lost.
  await expect(page.locator('html')).toHaveAttribute('data-tache', 'perdue')
  await page.getByRole('button', { name: 'Arrêter' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'rien n’a été enregistré' })).toBeVisible()
  await expect(bouton).toBeFocused()
  expect(telecharges).toEqual([])
  const [telecharge] = await Promise.all([page.waitForEvent('download'), bouton.click()])
  const zip = info.outputPath('publier.zip')
  await telecharge.saveAs(zip)
  const fichiers = unzipSync(readFileSync(zip))
  expect(Object.keys(fichiers).at(-1)).toBe('sw.js')

  // Unpacked over the folder that is on the server.
  const dossier = info.outputPath('serveur')
  cpSync(DIST, dossier, { recursive: true })
  for (const [chemin, octets] of Object.entries(fichiers)) {
    mkdirSync(dirname(join(dossier, chemin)), { recursive: true })
    writeFileSync(join(dossier, chemin), octets)
    if (/\.(br|gz)$/.test(chemin)) {
      const deplie = chemin.endsWith('.br') ? brotliDecompressSync(octets) : gunzipSync(octets)
      expect(deplie.equals(Buffer.from(fichiers[chemin.slice(0, -3)] ?? [])), chemin).toBe(true)
    }
  }
  // As the command that a publisher has judges it: every discrepancy is known.
  const verdict = spawnSync('node', ['scripts/verify.mjs', join(dossier, 'donnees', DATE)], {
    encoding: 'utf8'
  })
  expect(verdict.status, verdict.stdout + verdict.stderr).toBe(0)
  serveur.deploy(dossier)

  // The first picture is of the new data, without any script.
  const sansScript = await browser.newContext({ javaScriptEnabled: false })
  const image = await sansScript.newPage()
  await image.goto(serveur.adresse)
  await expect(image.locator('.fne-pied')).toContainText('1er juin 2025')
  await expect(image.locator('.fne-bandeau-local')).toHaveCount(0)
  await sansScript.close()

  // The one who has it open is told, accepts, and has the new data for when the network goes.
  await lecteur.goto(`${serveur.adresse}?territoire=${CODE}`)
  await expect(
    lecteur.getByRole('status').filter({ hasText: 'nouvelle version est disponible' })
  ).toBeVisible()
  await expect(fiche(lecteur)).not.toContainText(NOTE)
  await lecteur.getByRole('button', { name: 'L’appliquer' }).click()
  await expect(fiche(lecteur)).toContainText(NOTE)
  await serveur.close()
  await lecteur.context().setOffline(true)
  await lecteur.goto(`${serveur.adresse}?panneau=donnees&territoire=${CODE}`)
  await expect(fiche(lecteur)).toContainText(NOTE)
  await expect(panneau(lecteur).locator('[data-cle]')).toHaveCount(DATES_LIVREES.length + 1)
  await expect(lecteur.locator('.fne-bandeau-local')).toHaveCount(0)
  // Without a network all the rest still leaves: pictures, data, slides, minutes.
  await importer(lecteur)
  const relus = lecteur.getByLabel('Écarts relus')
  if (await relus.isVisible()) await relus.check({ force: true })
  await saveAll(lecteur, true)
  await lecteur.context().close()
})
