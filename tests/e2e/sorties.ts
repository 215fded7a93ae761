import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'

/** What a file begins with, or is made of: that it is one, and not half of one. */
const ATTENDUS: Readonly<Record<string, (octets: Buffer) => boolean>> = {
  png: (octets) =>
    octets.subarray(1, 4).toString() === 'PNG' && octets.subarray(-8, -4).toString() === 'IEND',
  svg: (octets) => /^<svg .*@font-face.*<\/svg>$/s.test(octets.toString()),
  csv: (octets) => /^\uFEFF\w+;\w+;.+\r\n$/s.test(octets.toString()),
  json: (octets) => JSON.parse(octets.toString()).territoires.length > 100,
  geojson: (octets) => JSON.parse(octets.toString()).features.length > 100,
  xlsx: (octets) => 'xl/workbook.xml' in unzipSync(octets),
  pptx: (octets) => 'ppt/presentation.xml' in unzipSync(octets),
  docx: (octets) => Object.keys(unzipSync(octets)).some((nom) => /^word\/media\/.+\.png$/.test(nom)),
  html: (octets) => octets.toString().trimEnd().endsWith('</html>'),
  zip: (octets) => 'sw.js' in unzipSync(octets)
}

/** What takes long is made by a worker: the page answers meanwhile. */
const LONGS = /Excel|PowerPoint|Word|en un fichier|à publier/

async function save(page: Page, nom: string, bouton: Locator): Promise<void> {
  const [fichier] = await Promise.all([
    page.waitForEvent('download'),
    LONGS.test(nom) ? page.waitForEvent('worker') : null,
    bouton.click()
  ])
  const attendu = ATTENDUS[fichier.suggestedFilename().split('.').at(-1) ?? '']
  expect(attendu?.(readFileSync(await fichier.path())), nom).toBe(true)
}

/** What is made of the files of the app on its server, and not of those kept for when the network goes. */
const DU_SERVEUR = ['Carte en un fichier', 'Dossier à publier']

/**
 * Has everything that leaves the app made once, from the panel « Données », and each file looked into.
 * @param page with that panel open; a published folder is asked for where the page offers one
 * @param sansReseau true: what needs the server is not made, and the page says why
 */
export async function saveAll(page: Page, sansReseau = false): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Exporter' }).click()
  const dialogue = page.getByRole('dialog', { name: 'Exporter et partager' })
  const bouton = (nom: string) => dialogue.getByRole('button', { name: nom, exact: true })
  for (const nom of [
    'Télécharger en PNG',
    'Télécharger en SVG',
    'CSV',
    'Excel',
    'JSON',
    'GeoJSON, avec les contours',
    'PowerPoint'
  ])
    await save(page, nom, bouton(nom))
  // Printing itself is the browser's: what it is given is there when it is asked.
  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset['pages'] = String(
        document.querySelectorAll('.fne-diapos-imprimees > *').length
      )
    }
  })
  await bouton('PDF, une scène par page').click()
  await expect(page.locator('html')).toHaveAttribute('data-pages', /^\d{2}$/)
  await bouton('Fermer').click()

  for (const nom of ['Classeur Excel', 'CSV pour tableur', ...DU_SERVEUR]) {
    const fichier = page.getByRole('button', { name: nom })
    if (sansReseau && DU_SERVEUR.includes(nom)) {
      await fichier.click()
      const dit = page.getByRole('status').filter({ hasText: 'le réseau ne répond pas' })
      await expect(dit).toHaveCount(DU_SERVEUR.indexOf(nom) + 1)
      await expect(dit.last()).toContainText('rien n’a été enregistré')
    } else if (await fichier.isVisible()) await save(page, nom, fichier)
    else expect(nom).toBe('Dossier à publier')
  }
  await page.keyboard.press('n')
  const notes = page.getByRole('dialog', { name: 'Notes et compte rendu' })
  await save(page, 'Document Word', notes.getByRole('button', { name: 'Document Word' }))
  await notes.getByRole('button', { name: 'Fermer' }).click()
}
