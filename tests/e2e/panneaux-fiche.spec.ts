import { expect, test, type Page } from './banc'
import { fiche, LIGNES, listCodes, open, panneau } from './panneaux-donnees'
import { readLivre } from './livre'
import { followLien } from './outils'

const CHIFFRES = JSON.parse(readLivre('chiffres.json'))
const titre = (page: Page) => fiche(page).getByRole('heading', { level: 2 })
const badge = (page: Page) => fiche(page).locator('[data-fiabilite]')
const manques = (page: Page) => fiche(page).locator('[data-fait="manques"] li')

/** Follows a link to a sheet in the open page, and waits until it is on screen. */
async function show(page: Page, code: string, suite = ''): Promise<void> {
  await followLien(page, `?territoire=${code}${suite}`)
  await expect(titre(page)).toHaveText(new RegExp(`^\\s*${code}\\s`))
}

test('a sheet says what the files say of its territory, how sure it is, and leads to the rest', async ({
  page
}) => {
  await test.step('45 Loiret: deduced, explained, without roadmap', async () => {
    await open(page, '?territoire=45')
    await expect(titre(page)).toHaveText(/45\s+Loiret/)
    await expect(fiche(page)).toContainText('Centre-Val de Loire')
    await expect(badge(page)).toHaveText('Déduit par élimination')
    await expect(fiche(page)).toContainText('sous aucun type de coporteur')
    await expect(fiche(page).locator('[data-fait="feuille-de-route"]')).toContainText('Non remontée')
    await expect(manques(page)).toHaveCount(2)
    await expect(manques(page).first()).toHaveText('La feuille de route n’est pas remontée.')
  })

  await test.step('neighbours are links to their sheets', async () => {
    const voisins = await listCodes(page, '[data-fait="voisins"]')
    expect(voisins).toEqual(['18', '28', '41', '58', '77', '89', '91'])
    await fiche(page).locator('a[data-territoire="41"]').click()
    await expect(titre(page)).toHaveText(/Loir-et-Cher/)
  })

  await test.step('the region of a sheet is counted from the file, and narrows the map', async () => {
    await show(page, '45')
    const centre = LIGNES.filter(({ code }) => ['18', '28', '36', '37', '41', '45'].includes(code))
    const region = fiche(page).locator('[data-fait="region"]')
    const avec = centre.filter(({ feuille }) => feuille === 'remontee').length
    await expect(region).toContainText(`${centre.length}\u00A0territoires`)
    await expect(region).toContainText(`${avec}\u00A0feuilles de route remontées`)
    await region.getByRole('link').click()
    await expect(page).toHaveURL(/region=24/)
    await expect(page.getByRole('region', { name: 'Filtres de la carte' })).toContainText(
      'Centre-Val de Loire'
    )
  })

  for (const [code, types] of [
    ['56', ['Conseil régional', 'Préfecture uniquement']],
    ['70', ['Syndicat mixte']]
  ] as const)
    await test.step(`${code}: the source contradicts itself, and both its mentions are there`, async () => {
      await show(page, code)
      await expect(badge(page)).toHaveText('La source se contredit')
      await expect(fiche(page).locator('.fne-coporteurs li')).toHaveText(
        types.map((type) => new RegExp(type))
      )
      const citations = fiche(page).locator('.fne-citations').first()
      await expect(citations).not.toHaveAttribute('open')
      const dit = fiche(page).getByText('Ce que dit la source', { exact: true })
      await dit.click()
      await expect(citations).toHaveAttribute('open')
      await expect(citations).toContainText(
        code === '56' ? 'Conseil Régional : 5 (Bretagne, La Réunion)' : 'Haute-Saône (en cours de validation)'
      )
      await expect(citations).toContainText(
        code === '56' ? 'Morbihan Orne Pas-de-Calais' : 'Hautes-Pyrénées Haute-Saône'
      )
      await dit.click()
    })

  await test.step('stated, deduced and contradictory do not look alike', async () => {
    const looks = []
    for (const code of ['54', '45', '56', '52']) {
      await show(page, code)
      looks.push(
        await badge(page).evaluate((element) => {
          const { borderStyle, borderWidth, backgroundImage, backgroundColor } = getComputedStyle(element)
          return [borderStyle, borderWidth, backgroundImage, backgroundColor].join(' ')
        })
      )
    }
    expect(new Set(looks).size).toBe(looks.length)
  })

  await test.step('52 Haute-Marne: neither governance nor co-bearer nor roadmap', async () => {
    await expect(fiche(page).locator('[data-fait="coporteurs"]')).toContainText('Non renseigné')
    await expect(manques(page)).toHaveText([
      'La gouvernance n’est pas remontée.',
      'La feuille de route n’est pas remontée.',
      'Le coporteur n’est pas connu.'
    ])
  })

  await test.step('974 La Réunion: stated, an island without neighbours', async () => {
    await show(page, '974')
    await expect(badge(page)).toHaveText('Cité par la source')
    await expect(fiche(page)).toContainText('Conseil régional')
    await expect(fiche(page).locator('[data-fait="voisins"]')).toContainText('Aucun territoire')
  })

  await test.step('54 lacks nothing, and says so', async () => {
    await show(page, '54')
    await expect(fiche(page).locator('[data-fait="manques"]')).toContainText('Rien')
  })

  await test.step('the money of a sheet leads to the panel, where the territory stands beside each means', async () => {
    await show(page, '45')
    await fiche(page).getByRole('link', { name: 'Le détail des financements' }).click()
    const financements = page.getByRole('heading', { level: 2, name: 'Financements' })
    await expect(financements).toBeFocused()
    await expect(financements).toBeInViewport()
    await expect(panneau(page).locator('[data-financement]')).toHaveCount(CHIFFRES.financements.liste.length)
    await expect(panneau(page).locator('[data-financement="financement-formation"]')).toContainText(
      'pour ce département'
    )
    await show(page, '988', '&panneau=financements')
    await expect(
      panneau(page).locator('[data-financement="financement-formation"] .fne-local')
    ).toContainText('ne précise pas')
    await expect(panneau(page).locator('[data-financement="financement-formation"]')).not.toContainText(
      'pour ce département'
    )
  })

  await test.step('its link is copied, and one is told', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await show(page, '45', '&vue=croisee')
    await fiche(page).getByRole('button', { name: 'Copier le lien' }).click()
    await expect(fiche(page).getByRole('status')).toHaveText('Lien copié.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
    await page.context().clearPermissions()
  })

  await test.step('where the browser forbids copying, the link is shown, ready to be copied', async () => {
    await show(page, '41')
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await fiche(page).getByRole('button', { name: 'Copier le lien' }).click()
    await expect(fiche(page).getByRole('textbox', { name: 'Lien à copier' })).toHaveValue(page.url())
  })
})

test('what could not be read of a sheet is said: a row, and the figures', async ({ page }) => {
  await test.step('a territory whose row could not be read has a sheet that says so', async () => {
    const csv = readLivre('gouvernances.csv')
    await page.route('**/gouvernances.csv', (route) => route.fulfill({ body: csv.replace('\n45,', '\n4Z,') }))
    await open(page, '?territoire=45')
    await expect(titre(page)).toHaveText(/Loiret/)
    await expect(fiche(page)).toContainText('Les données ne disent rien de ce territoire')
    await expect(fiche(page).locator('[data-fait="coporteurs"]')).toHaveCount(0)
    await page.unrouteAll()
  })

  await test.step('without chiffres.json the sheet stands, and the panels say what is missing', async () => {
    await page.route('**/chiffres.json', (route) => route.fulfill({ status: 404, body: '' }))
    await open(page, '?territoire=45&panneau=financements')
    await expect(fiche(page).locator('[data-fait="feuille-de-route"]')).toContainText('Non remontée')
    await expect(panneau(page)).toContainText('chiffres.json n’a pas pu être lu')
  })
})
