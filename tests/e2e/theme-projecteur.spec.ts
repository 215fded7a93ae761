import { axeOf } from './axe'
import { expect, test, type Page } from './banc'
import { goTo, open } from './panneaux-donnees'

/** The smallest text on screen, in pixels as they are seen: what is drawn is measured with the scale of its drawing. */
const measureTextes = (page: Page) =>
  page.evaluate(() => {
    const tailles: { taille: number; texte: string }[] = []
    const textes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (textes.nextNode()) {
      const noeud = textes.currentNode
      const element = noeud.parentElement
      if (!element || !noeud.textContent?.trim() || !element.checkVisibility({ visibilityProperty: true }))
        continue
      // What only a screen reader says, and what is folded away, is not on the screen.
      const etendue = document.createRange()
      etendue.selectNodeContents(noeud)
      const { width, height } = etendue.getBoundingClientRect()
      if (width <= 1 || height <= 1 || element.closest('.fne-annonce, .fr-sr-only, option')) continue
      const { fontSize, clipPath } = getComputedStyle(element)
      if (clipPath !== 'none') continue
      // Codes on the map are as large as their territory lets them be (docs/decisions/0016): see the next function.
      if (element.closest('.fne-svg-etiquettes')) continue
      const dessin = element.closest('svg')
      const echelle = dessin?.getScreenCTM()?.a ?? 1
      tailles.push({ taille: parseFloat(fontSize) * echelle, texte: noeud.textContent.trim() })
    }
    return tailles
  })

/** The sizes of the codes on the map, in pixels as they are seen. */
const measureCodes = (page: Page) =>
  page.locator('.fne-scene .fne-svg-etiquettes text').evaluateAll((textes) =>
    textes.map((texte) => {
      const echelle = (texte as SVGTextElement).getScreenCTM()?.a ?? 1
      return parseFloat(getComputedStyle(texte).fontSize) * echelle
    })
  )

test('the projector theme is chosen, kept, and readable from the back: 24 px, 7 to 1', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await open(page, '')
  const racine = page.locator('html')
  await expect(racine).toHaveAttribute('data-fne-theme', 'clair')
  await page.getByLabel('Thème').selectOption('Sombre')
  await expect(racine).toHaveAttribute('data-fr-theme', 'dark')
  await page.getByLabel('Thème').selectOption('Projecteur')
  await expect(racine).toHaveAttribute('data-fr-theme', 'light')

  await page.reload()
  await page.locator('#fne-panneau-titre').waitFor()
  await expect(racine).toHaveAttribute('data-fne-theme', 'projecteur')

  // Letters of that size leave no room for the source, which would be cut off with what follows it; paper does.
  const source = page.locator('.fne-pied .fne-source')
  await expect(source).toBeHidden()
  const liens = page.locator('.fne-pied .fne-lien-legal').filter({ visible: true })
  await expect(liens).toHaveText(['Accessibilité\u00A0: non conforme', 'Mentions légales'])
  await expect(liens.last()).toBeInViewport({ ratio: 0.95 })
  await page.emulateMedia({ media: 'print' })
  await expect(source).toContainText('Source\u00A0: présentation de la table ronde')
  await expect(source).toBeVisible()
  await page.emulateMedia({ media: null })

  for (const vue of ['Synthèse', 'Chiffres clés', 'Calendrier', 'Territoires manquants']) {
    await goTo(page, vue)
    const tailles = await measureTextes(page)
    expect(tailles.length).toBeGreaterThan(40)
    // Rounding of a scaled drawing is not a smaller text.
    expect(tailles.filter(({ taille }) => taille < 23.9)).toEqual([])
  }
  // As large as fits, 85 % of that where a territory is narrow, 65 % beside the sign of a contradiction.
  const codes = await measureCodes(page)
  expect(codes.length).toBeGreaterThan(40)
  expect(codes.filter((taille) => taille < 12.6)).toEqual([])
  await open(page, '?territoire=56')
  await page.locator('.fne-fiche').waitFor()
  const coupes = await page.locator('.fne-reponses dt').evaluateAll((titres) =>
    titres.flatMap((titre) => {
      const mot = document.createRange()
      const noeud = titre.firstChild as Text
      return [...noeud.data.matchAll(/\S+/g)].flatMap(({ 0: texte, index }) => {
        mot.setStart(noeud, index)
        mot.setEnd(noeud, index + texte.length)
        return mot.getClientRects().length > 1 ? texte : []
      })
    })
  )
  expect(coupes, 'words broken within').toEqual([])
  expect((await measureTextes(page)).filter(({ taille }) => taille < 23.9)).toEqual([])
  const { violations } = await axeOf(page)
    .options({
      runOnly: ['color-contrast-enhanced'],
      rules: { 'color-contrast-enhanced': { enabled: true } },
      // Large text is to have what small text has.
      checks: {
        'color-contrast-enhanced': {
          options: { contrastRatio: { normal: { expected: 7 }, large: { expected: 7 } } }
        }
      }
    } as never)
    .analyze()
  expect(
    violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => [html, failureSummary]))
  ).toEqual([])

  // In a presentation it is there unasked, and another choice made there is one for presentations.
  await page.evaluate(() => localStorage.clear())
  await page.goto('./?mode=presentation')
  await page.locator('.fne-diapo').waitFor()
  await expect(racine).toHaveAttribute('data-fne-theme', 'projecteur')
  expect((await measureTextes(page)).filter(({ taille }) => taille < 23.9)).toEqual([])
  // The page is scaled to the picture: half the width, half the text; never below what a screen needs.
  const root = () => racine.evaluate((html) => parseFloat(getComputedStyle(html).fontSize))
  expect(await root()).toBe(24)
  await page.setViewportSize({ width: 3840, height: 2160 })
  expect(await root()).toBe(72)
})
