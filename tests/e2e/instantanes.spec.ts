import { axeOf } from './axe'
import { expect, test, type Locator, type Page } from './banc'
import { computeApparenceEvolution } from '../../src/map/apparence/paletteEvolution'
import { PALETTE } from '../../src/map/apparence/palette'
import { fiche, LIGNES, open, panneau } from './panneaux-donnees'
import { shoot } from './ecran'
import { coloursAt, decodePng, forceWebGl, hasMotif, placeOf, waitForMoteur } from './outils'
import { readLivre } from './livre'

const CSV = readLivre('gouvernances.csv')
const CHIFFRES = JSON.parse(readLivre('chiffres.json'))

/** Rows that the second snapshot says otherwise: by class, the codes and the change of their cells. */
const CHANGES = {
  gagne: { codes: ['45'], change: (c: string[]) => (c[5] = 'remontee') },
  perdu: { codes: ['33'], change: (c: string[]) => (c[5] = 'non_remontee') },
  coporteur: { codes: ['22', '974'], change: (c: string[]) => (c[3] = 'departement') }
}
const JUIN = CSV.trimEnd()
  .split('\n')
  .map((ligne) => {
    const cellules = ligne.split(',')
    Object.values(CHANGES)
      .find(({ codes }) => codes.includes(cellules[0] ?? ''))
      ?.change(cellules)
    return cellules.join(',')
  })
  .join('\n')

/** Imports the second snapshot, dated in June, and shows it. */
async function importJuin(page: Page): Promise<void> {
  await page.getByLabel('Choisir des fichiers').setInputFiles({
    name: 'juin.csv',
    mimeType: '',
    buffer: Buffer.from(JUIN)
  })
  await page.getByLabel('Date des données').fill('2025-06-01')
  await page.getByLabel('Titre', { exact: true }).fill('Point de juin')
  await page.getByRole('button', { name: 'Importer et afficher' }).click()
  await expect(page).toHaveURL(/instantane=2025-06-01~point-de-juin/)
}

const curseur = (page: Page) => page.getByRole('slider', { name: /Données au/ })
const fondOf = (classe: keyof typeof CHANGES | 'inchange') =>
  computeApparenceEvolution(classe, PALETTE).fonds[0] ?? ''
type Boite = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>
const overlaps = (a: Boite, b: Boite) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
/** The middle of an element, in CSS pixels of the window. */
async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  return { x: x + width / 2, y: y + height / 2 }
}
const contour = (page: Page, code: string) =>
  page.locator(`.fne-carte .fne-svg-fonds [data-code="${code}"]`).first()

test('a second snapshot: chosen on the slider, compared, told on the map, in the legend and in a list', async ({
  page
}) => {
  await open(page, '?panneau=calendrier&comparer=2019-01-01')
  await expect(page.getByText(/Il n’existe pas d’instantané du 1er/)).toBeVisible()
  await expect(panneau(page)).toContainText('Un seul instantané des territoires existe')
  await expect(curseur(page)).toHaveCount(0)
  await panneau(page).getByRole('link', { name: 'Données' }).click()

  await importJuin(page)
  await expect(curseur(page)).toHaveAttribute('aria-valuetext', /juin\s2025 \(données locales/)
  await curseur(page).press('ArrowLeft')
  await expect(page).not.toHaveURL(/instantane/)
  await expect(curseur(page)).toHaveAttribute('aria-valuetext', /^6\sdécembre\s2024$/)
  await expect(page.locator('.fne-bandeau-local')).toHaveCount(0)
  await curseur(page).press('ArrowRight')
  // In large letters too: what is shown, of which date, and beside the map.
  await page.getByLabel('Thème').selectOption('projecteur')
  const bandeau = page.locator('.fne-bandeau-local')
  await expect(bandeau.getByText(/Point de juin/)).toBeVisible()
  expect((await page.locator('.fne-temps-mot').boundingBox())?.width).toBeGreaterThan(50)
  const cadre = await bandeau.boundingBox()
  for (const code of ['62', '59', '29', '64']) {
    const territoire = await contour(page, code).boundingBox()
    expect(cadre && territoire && overlaps(cadre, territoire), code).toBe(false)
  }
  await page.getByLabel('Thème').selectOption('clair')

  await page.getByLabel('Comparaison', { exact: true }).selectOption('2024-12-06')
  await expect(page).toHaveURL(/comparer=2024-12-06/)
  const legende = page.locator('.fne-legende')
  await expect(legende).toContainText(/Évolution du 6\sdécembre\s2024 au 1er\sjuin\s2025 \(données locales/)
  const inchanges = LIGNES.length - Object.values(CHANGES).flatMap(({ codes }) => codes).length
  for (const [classe, compte] of [
    ['gagne', CHANGES.gagne.codes.length],
    ['perdu', CHANGES.perdu.codes.length],
    ['coporteur', CHANGES.coporteur.codes.length],
    ['inchange', inchanges]
  ] as const) {
    // Seen, heard, and as the map paints it.
    const bouton = legende.locator(`[data-classe="evolution-${classe}"]`)
    await expect(bouton.locator('strong')).toHaveText(String(compte))
    await expect(bouton).toHaveAccessibleName(new RegExp(`\\s${compte}\\sterritoires?$`))
    expect(await coloursAt(page, await middleOf(bouton.locator('svg')), 5)).toContain(fondOf(classe))
  }
  for (const [classe, { codes }] of Object.entries(CHANGES)) {
    for (const code of codes)
      await expect(page.locator(`[data-evolution="${classe}"] [data-code="${code}"]`)).toBeVisible()
  }
  await expect(contour(page, '45')).toHaveAttribute('fill', fondOf('gagne'))
  await expect(contour(page, '33')).toHaveAttribute('fill', fondOf('perdu'))
  await expect(contour(page, '75')).toHaveAttribute('fill', fondOf('inchange'))
  await expect(
    page.locator('.fne-encart [data-motif="974"], .fne-encart path[data-code="974"]').first()
  ).toHaveAttribute('fill', /rayures/)
  const { violations } = await axeOf(page)
    .include('.fne-temps')
    .include('.fne-legende')
    .include('.fne-evolution')
    .analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`))).toEqual([])
  await contour(page, '33').hover()
  await expect(page.getByRole('tooltip')).toContainText(/Perdu.*Feuille de route remontée → /s)

  await legende.locator('[data-classe="evolution-perdu"]').click()
  await expect(page).toHaveURL(/filtre=evolution:perdu/)
  await expect(contour(page, '45')).toHaveClass(/estompe/)
  await expect(contour(page, '33')).not.toHaveClass(/estompe/)

  // The two change places: nothing is compared with itself.
  await curseur(page).press('ArrowLeft')
  await expect(page).toHaveURL(/comparer=2025-06-01~point-de-juin/)
  await expect(page.locator('.fne-bandeau-local')).toContainText('Point de juin')
  await page.getByRole('button', { name: 'Quitter la comparaison' }).click()
  await expect(page).not.toHaveURL(/comparer|evolution/)
  await expect(page.locator('.fne-evolution')).toHaveCount(0)
})

test('the WebGL map paints the same comparison @webgl', async ({ page }) => {
  await forceWebGl(page)
  // Of the size at which the Côtes-d’Armor show more than their label.
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./?panneau=donnees')
  await importJuin(page)
  await page.getByLabel('Comparaison', { exact: true }).selectOption('2024-12-06')
  await expect(page.locator('.fne-evolution')).toBeVisible()
  await waitForMoteur(page, 'gl')
  for (const [code, classe] of [
    ['45', 'gagne'],
    ['33', 'perdu'],
    ['48', 'inchange']
  ] as const) {
    const place = await placeOf(page, code)
    await expect.poll(async () => (await coloursAt(page, place))[0], { message: code }).toBe(fondOf(classe))
  }
  // Hatching, which tells a loss from a gain to who sees no colours.
  const { fonds, hachures } = computeApparenceEvolution('perdu', PALETTE)
  const ecran = decodePng(await shoot(page))
  expect(hasMotif(ecran, await placeOf(page, '33'), hachures ?? '', fonds[0] ?? '')).toBe(true)
  // Stripes: both of their colours.
  const rayures = await placeOf(page, '22')
  const vues = await coloursAt(page, rayures, 6)
  for (const couleur of computeApparenceEvolution('coporteur', PALETTE).fonds) expect(vues).toContain(couleur)

  // A class chosen in the legend: the others are dimmed, and it is not.
  const [gagne, perdu] = [await placeOf(page, '45'), await placeOf(page, '33')]
  await page.locator('.fne-legende [data-classe="evolution-perdu"]').click()
  await expect.poll(async () => coloursAt(page, gagne)).not.toContain(fondOf('gagne'))
  expect((await coloursAt(page, perdu))[0]).toBe(fondOf('perdu'))
})

test('what the figures say: a line a figure, and on the map whom a discrepancy is about', async ({
  page
}) => {
  await open(page, '')
  await panneau(page).getByRole('link', { name: 'Tous les chiffres, annoncés et comptés' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Ce que disent les chiffres' })).toBeFocused()
  const deduits = LIGNES.filter(({ origine }) => origine === 'deduit').length
  // As many lines as the first sentence sums up, among them every stated figure by type, and every region of the source.
  const lignes = panneau(page).locator('tbody[data-ligne]')
  const resume = await panneau(page).locator('.fne-bilan').innerText()
  const sommes = [...resume.matchAll(/(\d+)\s(?:chiffre|écart)/g)].map(([, nombre]) => Number(nombre))
  await expect(lignes).toHaveCount(sommes.reduce((somme, nombre) => somme + nombre, 0))
  for (const { type, annonce } of CHIFFRES.gouvernances.coporteurs)
    await expect(panneau(page).locator(`[data-ligne="${type}"] td`).first()).toHaveText(String(annonce))
  await expect(panneau(page).locator('[data-groupe="regions"] tbody')).toHaveCount(
    CHIFFRES.feuillesDeRoute.manquantes.regions.length
  )
  const departement = panneau(page).locator('[data-ligne="departement"]')
  await expect(departement).toHaveAttribute('data-verdict', 'ecart')
  await expect(departement.locator('td').nth(1)).toHaveText(String(deduits))
  await expect(departement.locator('[data-fiabilite="deduit"]')).toContainText(String(deduits))

  await panneau(page)
    .locator('[data-ecart="coporteurs-prefecture"]')
    .getByRole('link', { name: /sur la carte/ })
    .click()
  await expect(page).toHaveURL(/filtre=ecart:coporteurs-prefecture/)
  await expect(contour(page, '56')).not.toHaveClass(/estompe/)
  await expect(page.locator('.fne-scene .fne-svg-fonds path:not(.estompe)')).toHaveCount(1)
  await page.getByRole('link', { name: /Retirer le filtre Écart/ }).click()
  await panneau(page)
    .locator('[data-ligne="region-53"]')
    .getByRole('link', { name: /Sur la carte/ })
    .click()
  await expect(page).toHaveURL(/vue=feuilles-de-route.*region=53.*filtre=sans-feuille/)
  await expect(page.locator('.fne-fiche-region')).toBeVisible()
  await expect(fiche(page)).toHaveCount(0)

  // On a phone, where the panel is a sheet over the map, it goes down and leaves the map to what the link shows.
  await page.setViewportSize({ width: 390, height: 844 })
  const lien = departement.getByRole('link', { name: /Sur la carte/ })
  const poignee = page.getByRole('button', { name: /^Informations,/ })
  await poignee.press('ArrowUp')
  await poignee.press('ArrowUp')
  await expect(page.locator('.fne-panneau')).toHaveAttribute('data-repos', 'plein')
  await lien.click()
  await expect(page.locator('.fne-panneau')).toHaveAttribute('data-repos', 'apercu')
  await expect(page.locator('.fne-scene')).toBeInViewport({ ratio: 1 })
})
