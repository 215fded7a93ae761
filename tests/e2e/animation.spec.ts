import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { fiche, hideWebGl, open } from './panneaux-donnees'

const repere = (page: Page, code: string) => page.locator(`.fne-reperes [data-repere="${code}"]`)
const territoire = (page: Page, code: string) =>
  page.locator(`.fne-fond-carte .fne-svg-fonds [data-code="${code}"]`)

async function say(page: Page, nom: string) {
  await page.keyboard.press('/')
  await page.keyboard.type(nom)
  await page.keyboard.press('Enter')
  await expect(page.locator('#fne-lieu-titre')).toContainText(nom, { ignoreCase: true })
}

/** Where labels stand once the map is at rest. */
async function boxes(page: Page) {
  await expect(page.locator('.fne-reperes')).not.toHaveClass(/fne-en-mouvement/)
  return page.locator('.fne-reperes [data-repere]').evaluateAll((labels) =>
    labels
      .filter((label) => getComputedStyle(label).visibility !== 'hidden')
      .map((label) => {
        const { left, right, top, bottom } = label.getBoundingClientRect()
        return { code: (label as HTMLElement).dataset['repere'] ?? '', left, right, top, bottom }
      })
  )
}

test('places named from the floor stay on their department, are lit alone, and are cleared with one key', async ({
  page
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.addInitScript(() => localStorage.setItem('fne-theme', 'projecteur'))
  await open(page, '')
  await page.keyboard.press('g')
  await expect(page).toHaveURL(/\?animation=lieux$/)
  // The letters of what is typed are no shortcuts.
  await say(page, 'Blois')
  await say(page, 'Lens')
  await say(page, 'Pointe-à-Pitre')
  await say(page, 'CA Mâconnais Beaujolais')
  await expect(page).toHaveURL(/lieu=41018,62498,97120,200070308&animation=lieux$/)
  await page.keyboard.press('Escape')
  await expect(fiche(page)).toHaveCount(0)
  await expect(repere(page, '41')).toContainText('Blois')
  // An EPCI that spans departments is marked on each.
  for (const code of ['01', '71']) await expect(repere(page, code)).toContainText('Mâconnais')
  await expect(page.locator('.fne-lieux-cites')).toContainText('Pointe-à-Pitre · Guadeloupe')
  await expect(page.locator('.fne-lieux-cites')).toContainText('les sources ne donnent pas sa position')

  const etiquettes = await boxes(page)
  expect(etiquettes.map(({ code }) => code).sort()).toEqual(['01', '41', '62', '71', '971'])
  const carte = await page
    .locator('.fne-carte')
    .evaluate((section) => section.getBoundingClientRect().toJSON())
  for (const [i, a] of etiquettes.entries()) {
    expect(a.left >= carte.left && a.right <= carte.right && a.bottom <= carte.bottom, a.code).toBe(true)
    for (const b of etiquettes.slice(i + 1))
      expect(
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
        `${a.code} over ${b.code}`
      ).toBe(false)
  }

  await page.keyboard.press('l')
  await expect(territoire(page, '45')).toHaveClass(/estompe/)
  for (const code of ['41', '62', '01', '71']) await expect(territoire(page, code)).not.toHaveClass(/estompe/)
  await page.keyboard.press('o')
  const ici = page.getByRole('region', { name: 'Où sommes-nous' })
  await expect(ici).toContainText('France entière')
  await say(page, 'Orléans')
  await expect(ici).toContainText(
    /Loiret \(45\).*Centre-Val de Loire.*Conseil départemental.*Feuille de route/s
  )
  expect(
    await ici.locator('p').evaluate((p) => parseFloat(getComputedStyle(p).fontSize))
  ).toBeGreaterThanOrEqual(48)
  await expect(territoire(page, '45')).not.toHaveClass(/estompe/)

  await page.reload()
  await expect(repere(page, '62')).toContainText('Lens')
  await expect(ici).toContainText('Loiret (45)')
  await page.keyboard.press('e')
  await expect(page.locator('.fne-reperes')).toHaveCount(0)
  await expect(page).not.toHaveURL(/[?&]lieu=/)
  await page.goBack()
  await expect(repere(page, '62')).toContainText('Lens')
})

test('pins bear their column of the comparison, on the map and its insets, and are said', async ({
  page
}) => {
  await open(page, '?epingles=45,974,41&panneau=comparaison')
  await expect(repere(page, '45')).toHaveText('1')
  await expect(repere(page, '974')).toHaveText('2')
  const [loiret] = await boxes(page)
  const centre = await territoire(page, '45').evaluate((path) => path.getBoundingClientRect().toJSON())
  expect((loiret?.left ?? 0) > centre.left && (loiret?.right ?? Infinity) < centre.right).toBe(true)
  await page.getByRole('button', { name: 'Déplacer Loiret vers la droite' }).click()
  await expect(repere(page, '45')).toHaveText('2')
  await expect(page.locator('[data-colonne="45"] .fne-code').first()).toHaveText('2')

  // The arrows start on Loiret: what is marked there is said.
  await page.locator('.fne-scene').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.fne-annonce')).toContainText(/Loiret.*épinglé, colonne.2/)

  await page.getByRole('button', { name: 'Animer' }).click()
  const menu = page.getByRole('group', { name: 'Animer une table ronde' })
  await menu.getByLabel('Afficher en grand où nous sommes').check()
  await menu.getByLabel('N’éclairer que les lieux et les épingles').check()
  await expect(territoire(page, '18')).toHaveClass(/estompe/)
  const { violations } = await new AxeBuilder({ page })
    .include('.fne-entete')
    .include('.fne-ici')
    .include('.fne-carte')
    .analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`))).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  await expect(menu).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
})

test('a round table goes on in the presentation: marks and the large name stay from scene to scene', async ({
  page
}) => {
  await hideWebGl(page)
  await page.goto('./?mode=presentation&scene=5&lieu=41018,62498&animation=lieux,ici')
  await expect(repere(page, '41')).toContainText('Blois')
  await expect(page.getByRole('region', { name: 'Où sommes-nous' })).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(/scene=6/)
  await expect(page).toHaveURL(/lieu=41018,62498/)
  await page.keyboard.press('E')
  await expect(page.locator('.fne-reperes')).toHaveCount(0)
})
