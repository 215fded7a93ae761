import { expect, test } from './banc'
import { fiche, LIGNES, listCodes, open, panneau } from './panneaux-donnees'
import { readLivre } from './livre'

const CHIFFRES = JSON.parse(readLivre('chiffres.json'))
const badge = (page: Parameters<typeof fiche>[0]) => fiche(page).locator('[data-fiabilite]')
const manques = (page: Parameters<typeof fiche>[0]) => fiche(page).locator('[data-fait="manques"] li')

test('45 Loiret: deduced, explained, without roadmap', async ({ page }) => {
  await open(page, '?territoire=45')
  await expect(fiche(page).getByRole('heading', { level: 2 })).toHaveText(/45\s+Loiret/)
  await expect(fiche(page)).toContainText('Centre-Val de Loire')
  await expect(badge(page)).toHaveText('Déduit par élimination')
  await expect(fiche(page)).toContainText('sous aucun type de coporteur')
  await expect(fiche(page).locator('[data-fait="feuille-de-route"]')).toContainText('Non remontée')
  await expect(manques(page)).toHaveCount(2)
  await expect(manques(page).first()).toHaveText('La feuille de route n’est pas remontée.')
})

test('the region of a sheet is counted from the file, and narrows the map', async ({ page }) => {
  await open(page, '?territoire=45')
  const centre = LIGNES.filter(({ code }) => ['18', '28', '36', '37', '41', '45'].includes(code))
  const region = fiche(page).locator('[data-fait="region"]')
  const avec = centre.filter(({ feuille }) => feuille === 'remontee').length
  await expect(region).toContainText(`${centre.length}\u00A0territoires`)
  await expect(region).toContainText(`${avec}\u00A0feuilles de route remontées`)
  await region.getByRole('link').click()
  await expect(page).toHaveURL(/region=24/)
  await expect(page.getByRole('region', { name: 'Filtres de la carte' })).toContainText('Centre-Val de Loire')
})

test('neighbours are links to their sheets', async ({ page }) => {
  await open(page, '?territoire=45')
  const voisins = await listCodes(page, '[data-fait="voisins"]')
  expect(voisins).toEqual(['18', '28', '41', '58', '77', '89', '91'])
  await fiche(page).locator('a[data-territoire="41"]').click()
  await expect(fiche(page).getByRole('heading', { level: 2 })).toHaveText(/Loir-et-Cher/)
})

for (const [code, types] of [
  ['56', ['Conseil régional', 'Préfecture uniquement']],
  ['70', ['Syndicat mixte']]
] as const) {
  test(`${code}: the source contradicts itself, and both its mentions are there`, async ({ page }) => {
    await open(page, `?territoire=${code}`)
    await expect(badge(page)).toHaveText('La source se contredit')
    await expect(fiche(page).locator('.fne-coporteurs li')).toHaveText(types.map((type) => new RegExp(type)))
    await fiche(page).getByText('Ce que dit la source', { exact: true }).click()
    const citations = fiche(page).locator('.fne-citations').first()
    await expect(citations).toContainText(
      code === '56' ? 'Conseil Régional : 5 (Bretagne, La Réunion)' : 'Haute-Saône (en cours de validation)'
    )
    await expect(citations).toContainText(
      code === '56' ? 'Morbihan Orne Pas-de-Calais' : 'Hautes-Pyrénées Haute-Saône'
    )
  })
}

test('stated, deduced and contradictory do not look alike', async ({ page }) => {
  const looks = []
  for (const code of ['54', '45', '56', '52']) {
    await open(page, `?territoire=${code}`)
    looks.push(
      await badge(page).evaluate((element) => {
        const { borderStyle, borderWidth, backgroundImage, backgroundColor } = getComputedStyle(element)
        return [borderStyle, borderWidth, backgroundImage, backgroundColor].join(' ')
      })
    )
  }
  expect(new Set(looks).size).toBe(looks.length)
})

test('52 Haute-Marne: neither governance nor co-bearer nor roadmap', async ({ page }) => {
  await open(page, '?territoire=52')
  await expect(fiche(page).locator('[data-fait="coporteurs"]')).toContainText('Non renseigné')
  await expect(manques(page)).toHaveText([
    'La gouvernance n’est pas remontée.',
    'La feuille de route n’est pas remontée.',
    'Le coporteur n’est pas connu.'
  ])
})

test('974 La Réunion: stated, an island without neighbours', async ({ page }) => {
  await open(page, '?territoire=974')
  await expect(badge(page)).toHaveText('Cité par la source')
  await expect(fiche(page)).toContainText('Conseil régional')
  await expect(fiche(page).locator('[data-fait="voisins"]')).toContainText('Aucun territoire')
})

test('54 lacks nothing, and says so', async ({ page }) => {
  await open(page, '?territoire=54')
  await expect(fiche(page).locator('[data-fait="manques"]')).toContainText('Rien')
})

test('a territory whose row could not be read has a sheet that says so', async ({ page }) => {
  const csv = readLivre('gouvernances.csv')
  await page.route('**/gouvernances.csv', (route) => route.fulfill({ body: csv.replace('\n45,', '\n4Z,') }))
  await open(page, '?territoire=45')
  await expect(fiche(page).getByRole('heading', { level: 2 })).toHaveText(/Loiret/)
  await expect(fiche(page)).toContainText('Les données ne disent rien de ce territoire')
  await expect(fiche(page).locator('[data-fait="coporteurs"]')).toHaveCount(0)
})

test('without chiffres.json the sheet stands, and the panels say what is missing', async ({ page }) => {
  await page.route('**/chiffres.json', (route) => route.fulfill({ status: 404, body: '' }))
  await open(page, '?territoire=45&panneau=financements')
  await expect(fiche(page).locator('[data-fait="feuille-de-route"]')).toContainText('Non remontée')
  await expect(panneau(page)).toContainText('chiffres.json n’a pas pu être lu')
})

test('the money of a sheet leads to the panel, where the territory stands beside each means', async ({
  page
}) => {
  await open(page, '?territoire=45')
  await fiche(page).getByRole('link', { name: 'Le détail des financements' }).click()
  const titre = page.getByRole('heading', { level: 2, name: 'Financements' })
  await expect(titre).toBeFocused()
  await expect(titre).toBeInViewport()
  await expect(panneau(page).locator('[data-financement]')).toHaveCount(CHIFFRES.financements.liste.length)
  await expect(panneau(page).locator('[data-financement="financement-formation"]')).toContainText(
    'pour ce département'
  )
  await open(page, '?territoire=988&panneau=financements')
  await expect(panneau(page).locator('[data-financement="financement-formation"] .fne-local')).toContainText(
    'ne précise pas'
  )
  await expect(panneau(page).locator('[data-financement="financement-formation"]')).not.toContainText(
    'pour ce département'
  )
})

test.describe('the link', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })
  test('is copied, and one is told', async ({ page }) => {
    await open(page, '?territoire=45&vue=croisee')
    await fiche(page).getByRole('button', { name: 'Copier le lien' }).click()
    await expect(fiche(page).getByRole('status')).toHaveText('Lien copié.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  })
})

test('where the browser forbids copying, the link is shown, ready to be copied', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await open(page, '?territoire=45')
  await fiche(page).getByRole('button', { name: 'Copier le lien' }).click()
  await expect(fiche(page).getByRole('textbox', { name: 'Lien à copier' })).toHaveValue(page.url())
})
