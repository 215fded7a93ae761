import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from './banc'
import { coloursAt, fondOf, middleOfEncart, placeOf } from './outils'
import { avecFeuille, avecGouvernance, fiche, LIGNES, open } from './panneaux-donnees'

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

/** What the mark of a territory touches: its own outline, by the label or by the line that leads from it. */
function touches(page: Page, code: string) {
  return page
    .locator(`.fne-scene [data-code="${code}"]`)
    .first()
    .evaluate((contour, repere) => {
      const { left, right, top, bottom } = contour.getBoundingClientRect()
      const label = document.querySelector(`.fne-reperes [data-repere="${repere}"]`) as Element
      const { left: gauche, right: droite, top: haut, bottom: bas } = label.getBoundingClientRect()
      if (gauche < right && left < droite && haut < bottom && top < bas) return true
      const cadre = (document.querySelector('.fne-reperes') as Element).getBoundingClientRect()
      return [...document.querySelectorAll<SVGLineElement>('.fne-reperes line')].some((trait) => {
        const [x1, y1] = [trait.x1.baseVal.value + cadre.left, trait.y1.baseVal.value + cadre.top]
        const [x2, y2] = [trait.x2.baseVal.value + cadre.left, trait.y2.baseVal.value + cadre.top]
        const sien = x2 >= gauche - 1 && x2 <= droite + 1 && y2 >= haut - 1 && y2 <= bas + 1
        return sien && x1 > left && x1 < right && y1 > top && y1 < bottom
      })
    }, code)
}

/** The inset that the mark of a territory stands over: of those that it reaches, the one nearest to its middle. */
function findEncart(page: Page, code: string) {
  return repere(page, code).evaluate((label) => {
    const { left, right, bottom } = label.getBoundingClientRect()
    const ecartOf = (encart: Element) => {
      const cadre = encart.getBoundingClientRect()
      if (Math.abs(cadre.top - bottom) > 24) return Infinity
      return Math.abs(cadre.left + cadre.right - left - right)
    }
    const encarts = [...document.querySelectorAll<HTMLElement>('.fne-encart')]
    const proche = encarts.reduce((a, b) => (ecartOf(b) < ecartOf(a) ? b : a))
    return Number.isFinite(ecartOf(proche))
      ? proche.querySelector('[data-code]')?.getAttribute('data-code')
      : null
  })
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
  for (const code of ['01', '41', '62', '71']) expect(await touches(page, code), code).toBe(true)
  expect(await findEncart(page, '971')).toBe('971')
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
  await expect(ici.locator('li')).toHaveText([
    `${LIGNES.length} territoires`,
    `${avecGouvernance.length} gouvernances remontées sur ${LIGNES.length}`,
    `${avecFeuille.length} feuilles de route remontées sur ${LIGNES.length}`
  ])
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
  expect(await touches(page, '45')).toBe(true)
  expect(await findEncart(page, '974')).toBe('974')
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
  // Among departments that are all out of the light; the large letters have just made the map smaller.
  const coloursOf = async (code: string) => coloursAt(page, await placeOf(page, code))
  await expect.poll(() => coloursOf('63')).toContain(fondOf('63'))
  await menu.getByLabel('N’éclairer que les lieux et les épingles').check()
  await expect(territoire(page, '18')).toHaveClass(/estompe/)
  // What is lit keeps its colour on the screen; what is not fades towards the paper.
  await expect.poll(() => coloursOf('63')).not.toContain(fondOf('63'))
  expect(await coloursOf('41')).toContain(fondOf('41'))
  const coloursOfEncart = async (code: string) => coloursAt(page, await middleOfEncart(page, code))
  expect(await coloursOfEncart('974')).toContain(fondOf('974'))
  expect(await coloursOfEncart('973')).not.toContain(fondOf('973'))
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
  await page.goto('./?mode=presentation&scene=5&lieu=41018,62498&animation=lieux,ici')
  await expect(repere(page, '41')).toContainText('Blois')
  await expect(page.getByRole('region', { name: 'Où sommes-nous' })).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(/scene=6/)
  await expect(page).toHaveURL(/lieu=41018,62498/)

  // The band takes its height from the slide: on a wide screen the fullest one is still there to its last line.
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  const comptes = page.locator('.fne-diapo [data-compte="annoncees"]')
  await expect(comptes).toBeVisible()
  const cache = () =>
    page.locator('.fne-diapo').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
  await expect.poll(cache).toBeLessThanOrEqual(1)

  await page.keyboard.press('E')
  await expect(page.locator('.fne-reperes')).toHaveCount(0)
})
