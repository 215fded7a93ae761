import { axeOf } from './axe'
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
      // Beside the sign in the outline's place, which may be larger than the outline.
      const bord = right - left < 24 ? 12 : 0
      if (gauche < right + bord && left < droite + bord && haut < bottom + bord && top < bas + bord)
        return true
      return [...document.querySelectorAll<SVGLineElement>('.fne-reperes line')].some((trait) => {
        const toFenetre = (x: SVGAnimatedLength, y: SVGAnimatedLength) =>
          new DOMPoint(x.baseVal.value, y.baseVal.value).matrixTransform(trait.getScreenCTM() ?? undefined)
        const { x: x1, y: y1 } = toFenetre(trait.x1, trait.y1)
        const { x: x2, y: y2 } = toFenetre(trait.x2, trait.y2)
        const sien = x2 >= gauche - 1 && x2 <= droite + 1 && y2 >= haut - 1 && y2 <= bas + 1
        return sien && x1 > left - bord && x1 < right + bord && y1 > top - bord && y1 < bottom + bord
      })
    }, code)
}

/** The inset whose drawing holds the sign of a territory. */
async function findEncart(page: Page, code: string) {
  await expect(page.locator('.fne-reperes')).not.toHaveClass(/fne-en-mouvement/)
  return page.locator(`.fne-reperes [data-signe="${code}"]`).evaluate((signe) => {
    const { left, right, top, bottom } = signe.getBoundingClientRect()
    const encart = [...document.querySelectorAll<HTMLElement>('.fne-encart')].find((e) => {
      const dessin = (e.querySelector('svg') as Element).getBoundingClientRect()
      return (
        left >= dessin.left - 1 &&
        right <= dessin.right + 1 &&
        top >= dessin.top - 1 &&
        bottom <= dessin.bottom + 1
      )
    })
    return encart?.dataset['encart'] ?? null
  })
}

/** What lies over another thing to be read: labels, signs, captions of insets as the browser draws them, controls. */
const listRecouvrements = (page: Page) =>
  page.evaluate(() => {
    const seen = (selecteur: string) =>
      [...document.querySelectorAll<HTMLElement>(selecteur)].filter((e) =>
        e.checkVisibility({ visibilityProperty: true })
      )
    const nommer = (selecteur: string, nom: (e: HTMLElement) => string) =>
      seen(selecteur).map((e) => [nom(e), e.getBoundingClientRect()] as const)
    const etiquettes = nommer('.fne-reperes [data-repere]', (e) => `label ${e.dataset['repere'] ?? ''}`)
    const autres = [
      ...nommer('.fne-reperes [data-signe]', (e) => `sign ${e.dataset['signe'] ?? ''}`),
      ...nommer('.fne-zoom, .fne-legende, .fne-bascule', (e) => e.className),
      // A caption is a figcaption, or drawn by the style sheet: what the frame has below its drawing.
      ...seen('.fne-encart').map((e) => {
        const { left, width, bottom } = e.getBoundingClientRect()
        const haut = (e.querySelector('svg') as Element).getBoundingClientRect().bottom
        return [
          `caption ${e.dataset['encart'] ?? ''}`,
          new DOMRect(left, haut, width, bottom - haut)
        ] as const
      })
    ]
    return etiquettes.flatMap(([nom, a], i) =>
      [...etiquettes.slice(i + 1), ...autres]
        .filter(
          ([, b]) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
        )
        .map(([autre]) => `${nom} over ${autre}`)
    )
  })

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

  // The map is on its way back from the last one.
  await expect
    .poll(async () => (await boxes(page)).map(({ code }) => code).sort())
    .toEqual(['01', '41', '62', '71', '971'])
  const etiquettes = await boxes(page)
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
  const signe = (code: string) => page.locator(`.fne-reperes [data-signe="${code}"]`)
  await expect(signe('974')).toHaveText('2')
  await expect(repere(page, '974')).toHaveCount(0)
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
  const { violations } = await axeOf(page)
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

const OUTRE_MER = ['971', '972', '974', '988']
const COURONNE = ['75', '92', '93', '94']

test('what an inset shows is marked on it as well as on the main map, and no label hides a caption or another', async ({
  page
}) => {
  const marques = 'epingles=974,75,93,988,45&lieu=41018,62498,97120,97209,92012,75056,94028&animation=lieux'
  const expectMarques = async (nom: string) => {
    for (const code of COURONNE)
      await expect.poll(() => findEncart(page, code), `${code} ${nom}`).toBe('petite-couronne')
    for (const code of OUTRE_MER) await expect.poll(() => findEncart(page, code), `${code} ${nom}`).toBe(code)
    // Named on the main map, or marked there and named beside their inset.
    for (const code of COURONNE)
      expect(
        [await touches(page, code), await page.locator(`[data-rappel="${code}"]`).isVisible()],
        `${code} ${nom}`
      ).toContain(true)
    await expect.poll(() => listRecouvrements(page), nom).toEqual([])
    const noms = (await boxes(page)).map(({ code }) => code)
    expect(noms, nom).toEqual(expect.arrayContaining(['41', '62', '971', '972', '92', '75', '94']))
  }
  await page.addInitScript(() => localStorage.setItem('fne-theme', 'clair'))
  await open(page, `?${marques}`)
  for (const [width, height] of [
    [1024, 768],
    [1440, 900],
    [390, 844]
  ] as const) {
    await page.setViewportSize({ width, height })
    await expectMarques(`${width} × ${height}`)
  }
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto(`./?mode=presentation&scene=10&${marques}`)
  await page.locator('.fne-diapo').waitFor()
  await expectMarques('slides')
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
