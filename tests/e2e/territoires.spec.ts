import { expect, test, type Page } from './banc'
import { codesOf, fiche, LIGNES, open, panneau, sansFeuille } from './panneaux-donnees'
import { readLivre } from './livre'

/** What is wider than its place: the table in its region, the captions of the insets, the insets themselves. */
const listCoupes = (page: Page) =>
  page
    .locator('.fne-defilant, .fne-encarts, .fne-encart figcaption')
    .evaluateAll((elements) =>
      elements
        .filter((e) => e.scrollWidth > e.clientWidth)
        .map((e) => `${e.className} ${e.textContent?.trim().slice(0, 20)}`)
    )

/**
 * What the keyboard comes to in a table, row by row, there and back, and is not seen where it has the focus: it lies under
 * what stays in sight of the table, or of the page (WCAG 2.4.11).
 */
const listCaches = (page: Page) =>
  page.locator('.fne-defilant').evaluate((defilant) => {
    const cibles = [...defilant.querySelectorAll<HTMLElement>('a[href], button')].filter((element) =>
      element.checkVisibility({ visibilityProperty: true })
    )
    const caches = [...cibles, ...cibles.slice().reverse()].flatMap((element) => {
      element.focus()
      // A name of two lines has nothing in the middle of both.
      const dessus = [...element.getClientRects()].map(({ x, y, width, height }) =>
        document.elementFromPoint(x + width / 2, y + height / 2)
      )
      return dessus.some((autre) => element.contains(autre))
        ? []
        : [`${element.textContent?.trim()} < ${dessus.map((autre) => autre?.outerHTML.slice(0, 80)).join()}`]
    })
    return { cibles: cibles.length, caches }
  })

test('the table holds every territory, is sorted by its headers, and is narrowed with the map', async ({
  page
}) => {
  await open(page, '?panneau=tableau')
  const lignes = panneau(page).locator('tbody tr')
  const codes = () => lignes.evaluateAll((tr) => tr.map((ligne) => ligne.getAttribute('data-territoire')))
  const compte = panneau(page).locator('.fne-compte [role="status"]')
  await expect(lignes).toHaveCount(LIGNES.length)
  await expect(compte).toHaveText(`${LIGNES.length}\u00A0territoires sur ${LIGNES.length}.`)
  await expect(lignes.filter({ hasText: 'Haute-Saône' })).toContainText(/Contradictoire.*En cours de valid/)

  // All of it is seen without being pushed sideways, on a desk and on an old projector; so is what is around the map.
  for (const [width, height] of [
    [1024, 768],
    [1440, 900]
  ] as const) {
    await page.setViewportSize({ width, height })
    expect(await listCoupes(page), `${width}`).toEqual([])
    expect((await page.locator('.fne-pied').boundingBox())?.height, `${width}`).toBeLessThan(44)
    await expect(
      panneau(page).getByText('Auvergne-Rhône-Alpes').filter({ visible: true }).first()
    ).toBeVisible()
    await expect(panneau(page).getByText('Déduit').filter({ visible: true }).first()).toBeVisible()
    const { cibles, caches } = await listCaches(page)
    expect(cibles).toBeGreaterThan(2 * LIGNES.length)
    expect(caches, `${width}`).toEqual([])
  }

  const nom = panneau(page).getByRole('columnheader', { name: 'Nom' })
  await expect(panneau(page).getByRole('columnheader', { name: 'Code' })).toHaveAttribute(
    'aria-sort',
    'ascending'
  )
  // Corsica is where its number 20 was.
  const ordre = LIGNES.map(({ code }) => code.replace(/^2(?=[AB])/, '20'))
    .sort()
    .map((code) => code.replace(/^20(?=[AB])/, '2'))
  expect(await codes()).toEqual(ordre)
  await panneau(page).getByRole('columnheader', { name: 'Code' }).getByRole('button').click()
  expect(await codes()).toEqual(ordre.reverse())
  await nom.getByRole('button').click()
  await expect(nom).toHaveAttribute('aria-sort', 'ascending')
  const noms = LIGNES.map((ligne) => ligne.nom).sort((a, b) => a.localeCompare(b, 'fr'))
  await expect(lignes.first()).toContainText(noms[0] ?? '')
  await nom.getByRole('button').click()
  await expect(nom).toHaveAttribute('aria-sort', 'descending')
  await expect(lignes.first()).toContainText(noms.at(-1) ?? '')
  await expect(page).toHaveURL(/[?&]tri=nom-decroissant(&|$)/)
  await page.reload()
  await expect(nom).toHaveAttribute('aria-sort', 'descending')
  await expect(lignes.first()).toContainText(noms.at(-1) ?? '')

  await page
    .getByRole('button', { name: /Préfecture uniquement/ })
    .first()
    .click()
  const prefectures = LIGNES.filter(({ coporteurs }) => coporteurs.includes('prefecture'))
  await expect(compte).toHaveText(`${prefectures.length}\u00A0territoires sur ${LIGNES.length}.`)
  expect((await codes()).sort()).toEqual(codesOf(prefectures))
  await panneau(page).getByRole('searchbox').fill('haute')
  const hautes = prefectures.filter((ligne) => /\bHautes?-/.test(ligne.nom))
  await expect(lignes).toHaveCount(hautes.length)
  await page.reload()
  await expect(lignes).toHaveCount(hautes.length)
  await panneau(page).getByRole('link', { name: 'Afficher tous les territoires' }).click()
  await expect(lignes).toHaveCount(LIGNES.length)
  await page.goto('?panneau=tableau&region=53&filtre=sans-feuille')
  await expect(lignes).toHaveCount(sansFeuille.filter(({ code }) => /^(22|29|35|56)$/.test(code)).length)
})

test('the map and the table point at the same territory, and the map sends to the table', async ({
  page
}) => {
  await open(page, '')
  await page.keyboard.press('Tab')
  const evitement = page.getByRole('link', { name: /Passer la carte/ })
  // The first that the key comes to: not after the search, the buttons of the head and the links to the panels.
  await expect(evitement).toBeFocused()
  await expect(evitement).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Tableau des territoires' })).toBeFocused()

  const ligne = panneau(page).locator('tr[data-territoire="971"]')
  // The table takes room from the map when it is there, and the insets move.
  await expect(ligne).toBeAttached()
  await page.locator('[data-encart="971"]').hover()
  await expect(ligne).toHaveClass(/survol/)
  await page.locator('[data-encart="971"]').click()
  await expect(ligne).toHaveClass(/choisi/)
  // The sheet has pushed the table down; within its own region the row is there.
  const vue = await ligne.evaluate((tr) => {
    const cadre = tr.closest('.fne-defilant')?.getBoundingClientRect()
    const { top, bottom } = tr.getBoundingClientRect()
    return cadre !== undefined && top >= cadre.top && bottom <= cadre.bottom
  })
  expect(vue).toBe(true)
  await panneau(page).locator('tr[data-territoire="974"]').hover()
  await expect(page.locator('[data-encart="974"] .fne-svg-survol')).toBeVisible()
  await panneau(page).getByRole('link', { name: 'La Réunion' }).click()
  await expect(fiche(page).getByRole('heading', { level: 2 })).toHaveText(/La Réunion/)
  await expect(fiche(page).getByRole('heading', { level: 2 })).toBeFocused()
})

const CHIFFRES = JSON.parse(readLivre('chiffres.json'))
const CENTRE = LIGNES.filter(({ code }) => ['18', '28', '36', '37', '41', '45'].includes(code))
const BRETAGNE = LIGNES.filter(({ code }) => ['22', '29', '35', '56'].includes(code))
const compteFeuilles = (lignes: typeof LIGNES) =>
  lignes.filter(({ feuille }) => feuille === 'remontee').length

test('a region is chosen, read, left by Escape, and reached from a territory’s sheet', async ({ page }) => {
  await open(page, '')
  const region = page.locator('.fne-fiche-region')
  const titre = region.getByRole('heading', { level: 2 })
  await page.getByText('Choisir une région').click()
  await page.locator('.fne-choix-region').getByRole('link', { name: 'Bretagne' }).click()
  await expect(page).toHaveURL(/region=53/)
  await expect(titre).toHaveText('Bretagne')
  await expect(titre).toBeFocused()
  await expect(region.locator('[data-compte="feuilles"]')).toContainText(
    `${compteFeuilles(BRETAGNE)}\u00A0/\u00A0${BRETAGNE.length}`
  )
  await expect(region.locator('[data-manque="feuille"] a')).toHaveCount(BRETAGNE.length)
  await expect(region.locator('[data-fait="territoires"] li')).toHaveCount(BRETAGNE.length)
  await expect(region.locator('[data-type="region"]')).toContainText(/Cité.*3.*Contradictoire.*1/)
  await region.getByText('Ce que dit la source').click()
  await expect(region.locator('.fne-citations')).toContainText('Bretagne : Tous les départements')
  await titre.focus()
  await page.keyboard.press('Escape')
  await expect(region).toHaveCount(0)
  await expect(page).not.toHaveURL(/region=/)

  await open(page, '?territoire=45')
  await fiche(page).locator('[data-fait="region"]').getByRole('link').click()
  await expect(titre).toHaveText('Centre-Val de Loire')
  await expect(region.locator('[data-compte="feuilles"]')).toContainText(
    `${compteFeuilles(CENTRE)}\u00A0/\u00A0${CENTRE.length}`
  )
  await region
    .getByRole('link', { name: /45.*Loiret/ })
    .first()
    .click()
  await fiche(page).getByRole('button', { name: 'Fermer la fiche' }).click()
  await expect(titre).toBeFocused()
  await region.getByRole('button', { name: 'Fermer la région' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Synthèse' })).toBeFocused()

  await open(page, '?region=04')
  await expect(region).toContainText('Son territoire')
  await expect(region.locator('[data-fait="territoires"] li')).toHaveCount(1)
})

test('territories are pinned from the sheet, the table and the region, and a seventh is refused with its reason', async ({
  page
}) => {
  await open(page, '?panneau=comparaison')
  await expect(panneau(page)).toContainText('Aucun territoire n’est épinglé')
  await panneau(page)
    .getByRole('link', { name: /dans le tableau/ })
    .click()
  for (const nom of ['Ain', 'Aisne', 'Allier'])
    await panneau(page)
      .getByRole('button', { name: `Épingler ${nom} pour comparer` })
      .click()
  await page.getByText('Choisir une région').click()
  await page.locator('.fne-choix-region').getByRole('link', { name: 'Bretagne' }).click()
  for (const nom of ['Finistère', 'Morbihan'])
    await page
      .locator('.fne-fiche-region')
      .getByRole('button', { name: `Épingler ${nom}` })
      .click()
  await page
    .locator('.fne-fiche-region [data-fait="territoires"]')
    .getByRole('link', { name: 'Ille' })
    .click()
  await fiche(page).getByRole('button', { name: 'Épingler' }).click()
  await expect(page).toHaveURL(/epingles=01,02,03,29,56,35/)
  await fiche(page).locator('[data-fait="voisins"]').getByRole('link', { name: 'Mayenne' }).click()
  // It is marked as disabled, and answers all the same.
  await fiche(page).getByRole('button', { name: 'Épingler' }).press('Enter')
  await expect(fiche(page).getByRole('alert')).toContainText('6 territoires sont déjà épinglés')
  await expect(page).toHaveURL(/epingles=01,02,03,29,56,35(&|$)/)
  await page
    .getByRole('region', { name: 'Territoires épinglés' })
    .getByRole('link', { name: 'Retirer l’épingle de l’Aisne' })
    .click()
  await expect(page).toHaveURL(/epingles=01,03,29,56,35(&|$)/)
})

test('the comparison sets the pinned side by side, each beside its region, on a phone too', async ({
  page
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '?panneau=comparaison&epingles=45,56,978')
  const table = panneau(page).getByRole('table')
  const cellule = (critere: string, rang: number) => table.locator(`[data-critere="${critere}"] td`).nth(rang)
  await expect(table.getByRole('columnheader')).toHaveText([
    /45.*Loiret/,
    /56.*Morbihan/,
    /978.*Saint/,
    /Ensemble/
  ])
  await expect(cellule('coporteurs', 0)).toContainText(/Conseil départemental.*Déduit/s)
  await expect(cellule('coporteurs', 1)).toContainText(/Conseil régional.*Préfecture.*Contradictoire/s)
  await expect(cellule('coporteurs', 2)).toContainText('Non renseigné')
  await expect(cellule('feuille', 0)).toContainText(
    new RegExp(`région\\s:\\s${compteFeuilles(CENTRE)}\\sfeuilles de route\\s+sur\\s+${CENTRE.length}`)
  )
  await expect(cellule('feuille', 2)).not.toContainText('région')
  await expect(cellule('feuille', 3)).toContainText(`${compteFeuilles(LIGNES)} sur ${LIGNES.length}`)
  for (const { id } of CHIFFRES.financements.liste) await expect(cellule(id, 0)).not.toBeEmpty()
  await expect(cellule('financement-formation', 0)).toContainText('pour ce département')
  await expect(cellule('financement-formation', 2)).toContainText('ne précise pas')

  const defilant = panneau(page).getByRole('region', { name: 'Comparaison des territoires épinglés' })
  expect(await defilant.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect((await listCaches(page)).caches).toEqual([])
  const droite = page.getByRole('button', { name: 'Déplacer Loiret vers la droite' })
  await droite.click()
  await expect(page).toHaveURL(/epingles=56,45,978/)
  await expect(droite).toBeFocused()
  await page.getByRole('button', { name: 'Retirer l’épingle du Morbihan' }).click()
  await expect(page).toHaveURL(/epingles=45,978(&|$)/)
  await page.reload()
  await expect(table.locator('[data-colonne]')).toHaveCount(2)
})
