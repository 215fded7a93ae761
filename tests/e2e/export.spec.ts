import { readFileSync, statSync } from 'node:fs'
import { expect, test } from './banc'
import { decodePng } from './outils'
import { LIGNES, open } from './panneaux-donnees'

test('the view is saved as a picture of the size asked for, with its faces, and the data as a file; nothing of it is loaded before', async ({
  page
}) => {
  const demandes: string[] = []
  page.on('request', (requete) => demandes.push(requete.url()))
  await open(page, '?vue=coporteurs')
  const loads = () => demandes.some((adresse) => /DialogueExport|polices/.test(adresse))
  expect(loads()).toBe(false)
  await page.getByRole('button', { name: 'Exporter', exact: true }).click()
  const dialogue = page.getByRole('dialog', { name: 'Exporter et partager' })
  await dialogue.getByRole('img').waitFor()
  expect(loads()).toBe(true)

  const save = async (nom: string) => {
    const fichier = page.waitForEvent('download')
    await dialogue.getByRole('button', { name: nom, exact: true }).click()
    return (await fichier).path()
  }
  await dialogue.getByLabel('Titre').fill('Un titre à nous')
  for (const [format, fois, largeur, hauteur] of [
    ['16:9, diapositive', '1280 × 720', 1280, 720],
    ['A4 en hauteur', '1588 × 2246', 1588, 2246]
  ] as const) {
    await dialogue.getByLabel('Format').selectOption({ label: format })
    await dialogue.getByLabel('Taille du PNG').selectOption({ label: `${fois} pixels` })
    const png = decodePng(readFileSync(await save('Télécharger en PNG')))
    expect([png.largeur, png.hauteur]).toEqual([largeur, hauteur])
    expect(png.at(2, 2)).toBe('#ffffff')
  }
  const chemin = await save('Télécharger en SVG')
  expect(statSync(chemin).size).toBeLessThan(300_000)
  const svg = readFileSync(chemin, 'utf8')
  expect(svg).toContain('>Un titre à nous<')
  expect(svg).toContain('@font-face{font-family:Marianne')
  const csv = readFileSync(await save('CSV'), 'utf8')
  for (const { nom } of LIGNES) expect(csv).toContain(nom)
})
