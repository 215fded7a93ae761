import { expect, test, type Page } from '@playwright/test'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { fiche, LIGNES, open, panneau } from './panneaux-donnees'
import { DATE_LIVREE, readLivre } from './livre'

const CSV = readLivre('gouvernances.csv')
const CODE = '45'
const avant = LIGNES.find(({ code }) => code === CODE)

/** The shipped file as French Excel writes it: semicolons, CRLF, Windows-1252; one row says something else. */
function buildExcel(change: (ligne: string) => string): Buffer {
  const lignes = CSV.trimEnd()
    .split('\n')
    .map((ligne) => {
      const [, debut = '', note = ''] = /^((?:[^,]*,){6})(.*)$/.exec(ligne) ?? []
      return debut.replaceAll(',', ';') + (note.includes(';') && !note.startsWith('"') ? `"${note}"` : note)
    })
    .map((ligne) => (ligne.startsWith(`${CODE};`) ? change(ligne) : ligne))
  const latin = `${lignes.join('\r\n')}\r\n`.replaceAll('’', '\u0092')
  return Buffer.from(latin, 'latin1')
}
const change = (ligne: string) =>
  ligne.replace(`${avant?.coporteurs.join('|')};${avant?.origine}`, 'prefecture;source')

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel(/choisir, un fichier de gouvernances/).setInputFiles({ name, mimeType: '', buffer })
const bandeau = (page: Page) => page.locator('.fne-bandeau-local')
const couleur = (page: Page) =>
  page.locator(`.fne-scene .fne-svg-fonds [data-code="${CODE}"]`).first().getAttribute('fill')

test('a file of French Excel: what it changes, then the map, the sheet and the footer; undone, kept, removed', async ({
  page
}) => {
  await open(page, `?panneau=donnees&territoire=${CODE}`)
  const livree = await couleur(page)
  const texteLivre = await fiche(page).innerText()
  await choose(page, 'juin.csv', buildExcel(change))

  const changes = panneau(page).getByRole('list', { name: 'Territoires qui changeraient' })
  await expect(changes.getByRole('listitem')).toHaveCount(1)
  await expect(changes).toContainText('Préfecture uniquement')
  await expect(panneau(page)).toContainText(`${LIGNES.length - 1}\u00A0resteraient`)
  // The stated figure of the prefectures no longer matches: a warning, not an error.
  await expect(panneau(page).locator('.fne-gravite--avertissement')).toBeVisible()
  await expect(panneau(page).locator('.fne-gravite--erreur')).toHaveCount(0)
  await expect(bandeau(page)).toHaveCount(0)

  await page.getByLabel('Date des données').fill('2025-06-01')
  await page.getByLabel('Titre', { exact: true }).fill('Point de juin')
  await page.getByRole('button', { name: 'Importer et afficher' }).click()
  await expect(page).toHaveURL(/instantane=2025-06-01~point-de-juin/)
  await expect(bandeau(page)).toContainText('Données locales')
  await expect(fiche(page)).toContainText('Préfecture uniquement')
  await expect(page.locator('.fne-pied')).toContainText('Données locales')
  expect(await couleur(page)).not.toBe(livree)

  await page.getByRole('button', { name: 'Annuler l’import' }).click()
  await expect(bandeau(page)).toHaveCount(0)
  await expect(page).not.toHaveURL(/instantane/)
  expect(await couleur(page)).toBe(livree)
  await expect.poll(() => fiche(page).innerText()).toBe(texteLivre)

  await choose(page, 'juin.csv', buildExcel(change))
  await page.getByLabel('Date des données').fill('2025-06-01')
  await page.getByLabel('Titre', { exact: true }).fill('Point de juin')
  await page.getByRole('button', { name: 'Importer et afficher' }).click()
  await expect(bandeau(page)).toBeVisible()
  await page.reload()
  await expect(bandeau(page)).toContainText('Point de juin')
  await expect(fiche(page)).toContainText('Préfecture uniquement')

  await page.getByRole('button', { name: 'Supprimer Point de juin' }).click()
  await expect(bandeau(page)).toHaveCount(0)
  await expect(panneau(page).locator('[data-cle]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Rétablir' }).click()
  await expect(bandeau(page)).toContainText('Point de juin')
  await expect(panneau(page).locator('[data-cle]')).toHaveCount(2)
})

test('a file with errors: each with its line and column, all of them in the list, and nothing changes', async ({
  page
}) => {
  await open(page, '?panneau=donnees')
  const faux = buildExcel(
    (ligne) => `${ligne.replace(/;[^;]*;[^;]*;[^;]*;/, ';X;faite;mairie;')}<img src=x onerror=alert(1)>`
  )
  await choose(page, 'faux.csv', faux)
  await expect(page.getByRole('heading', { name: 'Ce fichier n’est pas importé' })).toBeFocused()
  const ligne = LIGNES.findIndex(({ code }) => code === CODE) + 2
  const erreurs = panneau(page).locator('.fne-gravite--erreur + ol > li')
  await expect(erreurs.first()).toContainText(`faux.csv, ligne ${ligne}, colonne 3 (etat_gouvernance)`)
  await expect(erreurs.nth(1)).toContainText(`ligne ${ligne}, colonne 4 (coporteurs)`)
  await expect(panneau(page).locator('img')).toHaveCount(0)
  const [liste] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Télécharger la liste/ }).click()
  ])
  const texte = readFileSync(await liste.path(), 'utf8')
  expect(texte.trimEnd().split('\r\n')).toHaveLength(
    1 + (await panneau(page).locator('.fne-problemes > li').count())
  )
  await expect(page).not.toHaveURL(/instantane/)
  await expect(bandeau(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Importer et afficher' })).toHaveCount(0)
})

test('a workbook, exported and imported again, on a browser that keeps nothing', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('forbidden', 'SecurityError')
    }
  })
  await open(page, '?panneau=donnees')
  await expect(panneau(page).locator('.fne-refus')).toContainText('navigation privée')
  const [classeur] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Classeur Excel/ }).click()
  ])
  expect(classeur.suggestedFilename()).toBe(`gouvernances-${DATE_LIVREE}.xlsx`)
  await choose(page, 'retour.xlsx', readFileSync(await classeur.path()))
  await expect(panneau(page)).toContainText('lu comme classeur Excel')
  await expect(panneau(page)).toContainText('sans changement')
  await page.getByRole('button', { name: 'Importer et afficher' }).click()
  await expect(bandeau(page)).toBeVisible()
  await expect(panneau(page).getByRole('alert')).toContainText('perdues à la fermeture')
  await expect(panneau(page).locator('.fne-instantanes')).toContainText('perdues à la fermeture')
})

test('100 MB are refused at once; some megabytes are read off the main thread', async ({ page }, info) => {
  await open(page, '?panneau=donnees')
  const enorme = info.outputPath('enorme.csv')
  writeFileSync(enorme, '')
  truncateSync(enorme, 100 * 1024 * 1024)
  await page.getByLabel(/choisir, un fichier de gouvernances/).setInputFiles(enorme)
  await expect(panneau(page)).toContainText('100\u00A0Mo, pour 20\u00A0Mo au plus')

  const gros = Buffer.concat([buildExcel((l) => l), Buffer.from('99;x;;;;;\r\n'.repeat(400_000))])
  const [travail] = await Promise.all([page.waitForEvent('worker'), choose(page, 'gros.csv', gros)])
  expect(travail.url()).toContain('travail')
  await expect(panneau(page)).toContainText('plus de 1\u202F000 lignes')
  // The page answers while and after: another view is one click away.
  await page.getByRole('link', { name: 'Synthèse' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Synthèse' })).toBeVisible()
})
