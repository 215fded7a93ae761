import { expect, test, type Page } from './banc'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { fiche, open, panneau } from './panneaux-donnees'
import { DATES_LIVREES, readLivre } from './livre'
import { watch } from './outils'
import { saveAll } from './sorties'

const CODE = '45'
/** The shipped file with one note more: what tells the new data from the old. */
const avecNote = (mot: string) =>
  Buffer.from(
    readLivre('gouvernances.csv').replace(new RegExp(`^(${CODE},(?:[^,]*,){5}).*$`, 'm'), `$1${mot}`)
  )

async function importer(page: Page, titre: string, mot: string) {
  await page
    .getByLabel('Choisir des fichiers')
    .setInputFiles({ name: 'juin.csv', mimeType: '', buffer: avecNote(mot) })
  await page.getByLabel('Date des données').fill('2025-06-01')
  await page.getByLabel('Titre', { exact: true }).fill(titre)
  await page.getByRole('button', { name: 'Importer et afficher' }).click()
  await expect(page.locator('.fne-bandeau-local')).toContainText(titre)
}

/** Takes from the page its own way to work in parts: what is made from then on is made by a worker. */
const forbidParts = (page: Page) =>
  page.evaluate(() => {
    Object.assign((globalThis as unknown as { scheduler: object }).scheduler, {
      yield: () => Promise.reject(new Error('The page is at work.'))
    })
  })

/** Makes the file, in a worker. @returns its address on the disk */
async function emporter(page: Page, chemin: string): Promise<string> {
  await forbidParts(page)
  const [fichier] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Carte en un fichier' }).click()
  ])
  expect(fichier.suggestedFilename()).toBe('carte-fne.html')
  await fichier.saveAs(chemin)
  return pathToFileURL(chemin).href
}

/** Stopped while it works: its program is kept back for as long. Nothing is saved. */
async function arreter(page: Page) {
  let release = () => {}
  const retenu = new Promise<void>((resolve) => (release = resolve))
  const telecharges: string[] = []
  page.on('download', (fichier) => telecharges.push(fichier.suggestedFilename()))
  await page.route(/\/travail-[^/]*\.js/, async (route) => {
    await retenu
    await route.continue().catch(() => undefined)
  })
  const bouton = page.getByRole('button', { name: 'Carte en un fichier' })
  await bouton.click()
  await expect(page.getByRole('progressbar', { name: 'Préparation du fichier' })).toBeVisible()
  await page.getByRole('button', { name: 'Arrêter' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'rien n’a été enregistré' })).toBeVisible()
  await expect(bouton).toBeFocused()
  release()
  await page.unrouteAll()
  expect(telecharges).toEqual([])
}

test('one file with the data in it, made off the page’s own thread, from the hosted app, from that file, and from the next one', async ({
  page,
  browser
}, info) => {
  await open(page, `?panneau=donnees&territoire=${CODE}`)
  await importer(page, 'Point de juin', 'ALPHA')
  await arreter(page)
  let adresse = await emporter(page, info.outputPath('un.html'))
  for (const [titre, mot, suivant] of [
    ['Point de juin', 'ALPHA', 'BETA'],
    ['Second point', 'BETA', 'GAMMA'],
    ['Troisième point', 'GAMMA', null]
  ] as const) {
    // Its first picture, without any script, is of these data.
    const sansScript = await browser.newContext({ javaScriptEnabled: false })
    const image = await sansScript.newPage()
    await image.goto(adresse)
    await expect(image.locator('.fne-bandeau-local')).toContainText(titre)
    await sansScript.close()
    // Somebody else's machine, which keeps nothing.
    const contexte = await browser.newContext()
    const autre = await contexte.newPage()
    const fautes = watch(autre)
    await autre.goto(`${adresse}?panneau=donnees&territoire=${CODE}`)
    await expect(autre.locator('.fne-bandeau-local')).toContainText(titre)
    await expect(fiche(autre)).toContainText(mot)
    await expect(autre.locator('.fne-pied')).toContainText('Données locales')
    await expect(autre.getByRole('button', { name: `Supprimer ${titre}` })).toHaveCount(0)
    if (suivant !== null) {
      await importer(autre, suivant === 'BETA' ? 'Second point' : 'Troisième point', suivant)
      adresse = await emporter(autre, info.outputPath(`${suivant}.html`))
      // It carries one copy of each file, however often it was made anew.
      const chemins = [
        ...readFileSync(new URL(adresse), 'utf8').matchAll(
          /^<script type="text\/plain" data-fichier="([^"]*)">/gm
        )
      ].map(([, c]) => c)
      expect(new Set(chemins).size).toBe(chemins.length)
    } else {
      await expect(panneau(autre).locator('[data-cle]')).toHaveCount(DATES_LIVREES.length + 3)
      // All that leaves the app does so from here as well, made by workers, of what the file still carries; but a folder for
      // a server, whose files it has not: it says where to make that.
      await expect(panneau(autre)).toContainText('se prépare depuis la carte en ligne')
      await saveAll(autre)
    }
    expect(fautes).toEqual([])
    await contexte.close()
  }
})
