import { readFileSync } from 'node:fs'
import { axeOf } from './axe'
import { expect, test, type Page } from './banc'
import { LIBELLES_COPORTEUR } from '../../src/domain/texte/libelles'
import { watch } from './outils'
import { fiche, LIGNES, open } from './panneaux-donnees'
import { DIST } from '../../scripts/dossiers.mjs'

const NOM = 'Rechercher une commune, un code postal, un EPCI, un département'
const champ = (page: Page) => page.getByRole('combobox', { name: NOM })
const options = (page: Page) => page.getByRole('listbox').getByRole('option')
const tete = (page: Page) => page.locator('#fne-lieu-titre')
/** No-break spaces are the typography's: what is compared are the words. */
const lu = async (page: Page) => ((await tete(page).textContent()) ?? '').replace(/\s+/g, ' ').trim()
const BLOIS = 'Blois · CA de Blois « Agglopolys » · Loir-et-Cher · Centre-Val de Loire'

test('by name, postal code, typing mistake, EPCI and region, with the keyboard alone', async ({ page }) => {
  const fautes = watch(page)
  await open(page, '')
  await page.keyboard.press('/')
  await expect(champ(page)).toBeFocused()
  await expect(champ(page)).toHaveValue('')

  // Enter may come before the places do: it is not lost.
  await page.keyboard.type('Blois')
  await page.keyboard.press('Enter')
  await expect(tete(page)).toBeFocused()
  expect(await lu(page)).toBe(BLOIS)
  await expect(page).toHaveURL(/territoire=41&lieu=41018$/)
  await expect(fiche(page)).toContainText('Loir-et-Cher')
  // One step: back is the map as it was before the search.
  await page.goBack()
  await expect(page).not.toHaveURL(/lieu|territoire/)
  await expect(fiche(page)).toHaveCount(0)
  await page.goForward()
  await expect(tete(page)).toContainText('Blois')

  await page.keyboard.press('/')
  await page.keyboard.type('41000')
  await expect(options(page).first()).toContainText('Blois')
  await expect(champ(page)).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Escape')
  await expect(options(page)).toHaveCount(0)
  await expect(champ(page)).toHaveValue('41000')
  await page.keyboard.press('Escape')
  await expect(champ(page)).toHaveValue('')
  await expect(fiche(page), 'the keys of the field close no sheet').toBeVisible()

  await page.keyboard.type('Stasbourg')
  await expect(options(page).first()).toContainText('orthographe proche')
  await page.keyboard.press('Enter')
  await expect(tete(page)).toContainText('Strasbourg')
  await expect(page).toHaveURL(/territoire=67&lieu=67482$/)

  await page.keyboard.press('/')
  await page.keyboard.type('saint-denis')
  const precisions = await options(page).allTextContents()
  expect(precisions.some((texte) => texte.includes('La Réunion'))).toBe(true)
  expect(precisions.some((texte) => texte.includes('Seine-Saint-Denis'))).toBe(true)
  await page.keyboard.press('ArrowDown')
  const actif = await champ(page).getAttribute('aria-activedescendant')
  await expect(options(page).nth(1)).toHaveAttribute('id', actif ?? '')
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true')
  // Home is the text's: what is typed next goes to its beginning.
  await page.keyboard.press('Home')
  await page.keyboard.type('x')
  await expect(champ(page)).toHaveValue('xsaint-denis')

  await champ(page).fill('Bretagne')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?region=53$/)
  await expect(fiche(page)).toHaveCount(0)
  expect(fautes).toEqual([])
})

test('the sheet of an EPCI, across departments, and places outside the roadmap', async ({ page }) => {
  await open(page, '')
  await champ(page).fill('communauté d’agglomération blois')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/territoire=41&lieu=200030385$/)
  await expect(fiche(page)).toContainText('Communauté d’agglomération')
  const moyens = fiche(page).locator('[data-fait="moyens"] li')
  await expect(moyens.first()).toContainText('Marché ANCT')
  await expect(moyens.first()).toContainText('il s’applique à cet EPCI')
  await expect(moyens).toHaveCount(4)

  // CA Mâconnais Beaujolais Agglomération lies in Ain and in Saône-et-Loire.
  await champ(page).fill('mâconnais beaujolais')
  await options(page).filter({ hasText: 'EPCI' }).first().click()
  const gouvernances = fiche(page).locator('[data-fait="gouvernances"] li')
  await expect(gouvernances).toHaveCount(2)
  await expect(fiche(page).getByText(/s’étend sur 2.départements/)).toBeVisible()
  for (const code of ['01', '71']) {
    const ligne = gouvernances.and(page.locator(`[data-territoire="${code}"]`))
    const remontee = LIGNES.find((l) => l.code === code)?.feuille === 'remontee'
    await expect(ligne).toContainText(remontee ? 'route remontée' : 'route non remontée')
  }
  await gouvernances.getByRole('link', { name: /Saône-et-Loire/ }).click()
  await expect(page).toHaveURL(/territoire=71&lieu=\d{9}$/)
  await expect(tete(page)).toBeFocused()

  // Another territory than the place's: the head goes with the sheet it headed.
  await fiche(page).locator('[data-fait="voisins"] a').first().click()
  await expect(page).not.toHaveURL(/lieu=/)
  await expect(tete(page)).toHaveCount(0)

  // Each governance with its own bearers: this one falls in two departments, borne by different ones.
  await open(page, '?territoire=04&lieu=200034700')
  for (const { code, coporteurs } of LIGNES.filter(({ code }) => ['04', '83'].includes(code)))
    for (const type of coporteurs)
      await expect(gouvernances.and(page.locator(`[data-territoire="${code}"]`))).toContainText(
        LIBELLES_COPORTEUR[type as keyof typeof LIBELLES_COPORTEUR]
      )

  await champ(page).fill('Papeete')
  await expect(options(page).first()).toContainText('hors des territoires de la source')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/La source ne dit rien de/)).toBeVisible()
  await expect(fiche(page)).toHaveCount(0)
})

test('a link to a place alone opens its territory; the list, the head and the dialog are accessible', async ({
  page
}) => {
  await open(page, '?lieu=41018')
  await expect(tete(page)).toBeVisible()
  expect(await lu(page)).toBe(BLOIS)
  await expect(page).toHaveURL(/territoire=41&lieu=41018$/)
  await expect(
    fiche(page)
      .getByRole('heading', { level: 2, name: /Loir-et-Cher/ })
      .last()
  ).toBeVisible()

  await champ(page).fill('saint')
  await expect(options(page)).toHaveCount(8)
  const { violations } = await axeOf(page).include('.fne-entete').include('.fne-lieu').analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`))).toEqual([])

  // In a field '?' and '/' are letters.
  await champ(page).fill('')
  await page.keyboard.type('/?')
  await expect(champ(page)).toHaveValue('/?')
  await page.keyboard.press('Escape')
  await champ(page).blur()
  await page.keyboard.press('?')
  const dialogue = page.getByRole('dialog', { name: 'Raccourcis clavier' })
  await expect(dialogue).toBeVisible()
  await expect(dialogue.locator('dt').first()).toHaveText('/')
  const ouvert = await axeOf(page).include('dialog').analyze()
  expect(ouvert.violations.map(({ id }) => id)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialogue).toBeHidden()
  await expect(fiche(page), 'Escape closed the dialog and nothing else').toBeVisible()

  // A link that a typing mistake spoilt.
  await page.goto('./?lieu=99999')
  await expect(page.getByText(/lieu inconnu, «.99999.»/)).toBeVisible()
})

test('places that do not arrive whole: said, retried, and the rest works', async ({ page }) => {
  const entier = readFileSync(`${DIST}/lieux/lieux.json`, 'utf8')
  let corps: string | null = null
  await page.route('**/lieux/lieux.json', (route) =>
    corps === null ? route.abort() : route.fulfill({ contentType: 'application/json', body: corps })
  )
  await open(page, '?territoire=45')
  await champ(page).fill('Blois')
  const alerte = page.locator('.fne-recherche').getByRole('alert')
  await expect(alerte).toContainText('le réseau ne répond pas')
  corps = entier.slice(0, entier.length / 2)
  await alerte.getByRole('button', { name: 'Réessayer' }).click()
  await expect(alerte).toContainText('lieux/lieux.json')
  await expect(alerte).not.toContainText('le réseau ne répond pas')
  await expect(fiche(page)).toContainText('Loiret')
  corps = entier
  await alerte.getByRole('button', { name: 'Réessayer' }).click()
  await expect(champ(page)).toHaveValue('Blois')
  await expect(champ(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(tete(page)).toContainText('Blois')

  // What finds nothing is named, but a long paste is not said again.
  const message = page.locator('.fne-recherche-message')
  await champ(page).fill('zzyzx')
  await expect(message).toHaveText('Aucun lieu ne correspond à «\u00A0zzyzx\u00A0».')
  await champ(page).fill('zzyzx '.repeat(500))
  await expect(message).toHaveText(/^Aucun lieu ne correspond à «\u00A0zzyzx .{1,80}…\u00A0»\.$/)
})

test('the field is there at once, and what is typed before the program arrives is kept', async ({ page }) => {
  let release = () => {}
  const attente = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/assets/demarrage-*.js', async (route) => {
    await attente
    await route.continue()
  })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./', { waitUntil: 'commit' })
  await champ(page).pressSequentially('Orléans')
  release()
  await page.locator('#fne-panneau-titre').waitFor()
  await expect(champ(page)).toHaveValue('Orléans')
  await expect(champ(page)).toBeFocused()
  await expect(options(page).first()).toContainText('Loiret')
  const debords = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(debords).toBeLessThanOrEqual(0)
  await page.keyboard.press('Enter')
  await expect(tete(page)).toBeInViewport()
})
