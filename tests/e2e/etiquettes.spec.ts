import { expect, test, type Page } from './banc'
import { TERRITOIRES, waitForMoteur } from './outils'
import { open } from './panneaux-donnees'

/** A desk, a projector of today, one of yesterday, a telephone. */
const FENETRES = [
  [1440, 900],
  [1280, 720],
  [1024, 768],
  [390, 844]
] as const
const THEMES = ['Clair', 'Sombre', 'Projecteur'] as const

/** The departments of metropolitan France: only they are on the main frame. */
const METROPOLE = TERRITOIRES.map(({ code }) => code).filter((code) => !/^9[78]/.test(code))

/**
 * What is written on the main frame, and which labels or markers leave the outline of their territory: of the box of
 * each line's ink, as the font draws it, with its halo, and of each marker, the corners and places of the edges.
 */
const readEtiquettes = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready
    const scene = document.querySelector('.fne-scene') as Element
    const pinceau = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
    const leavesOutline = (code: string, x0: number, y0: number, x1: number, y1: number) => {
      const trace = document.querySelector<SVGPathElement>(
        `.fne-fond-carte .fne-svg-fonds [data-code="${code}"]`
      )
      const matrice = trace?.getScreenCTM()?.inverse()
      if (!trace || !matrice) return true
      return [0, 0.25, 0.5, 0.75, 1]
        .flatMap((t) => {
          const [x, y] = [x0 + t * (x1 - x0), y0 + t * (y1 - y0)]
          return [new DOMPoint(x, y0), new DOMPoint(x, y1), new DOMPoint(x0, y), new DOMPoint(x1, y)]
        })
        .some((point) => !trace.isPointInFill(point.matrixTransform(matrice)))
    }
    const seen = (selecteur: string) =>
      [...scene.querySelectorAll(selecteur)].filter((e) => e.checkVisibility({ visibilityProperty: true }))
    const etiquettes = seen('[data-etiquette]').map((etiquette) => {
      const code = etiquette.getAttribute('data-etiquette') ?? ''
      const texte = etiquette.querySelector('text') as SVGTextElement
      const matrice = texte.getScreenCTM() as DOMMatrix
      const { fontFamily, fontWeight, fontSize } = getComputedStyle(texte)
      const halo = (parseFloat(texte.getAttribute('stroke-width') ?? '') * matrice.a) / 2
      // A hundred times as large: a canvas measures small letters in whole pixels.
      const corps = (parseFloat(fontSize) * matrice.a) / 100
      pinceau.font = `${fontWeight} 100px ${fontFamily}`
      const dehors = [...(texte.childElementCount > 0 ? texte.children : [texte])].some((ligne) => {
        const encre = pinceau.measureText(ligne.textContent ?? '')
        const pied = new DOMPoint(
          parseFloat(ligne.getAttribute('x') ?? ''),
          parseFloat(ligne.getAttribute('y') ?? '')
        ).matrixTransform(matrice)
        const gauche = pied.x - (encre.width / 2) * corps
        return leavesOutline(
          code,
          gauche - encre.actualBoundingBoxLeft * corps - halo,
          pied.y - encre.actualBoundingBoxAscent * corps - halo,
          gauche + encre.actualBoundingBoxRight * corps + halo,
          pied.y + encre.actualBoundingBoxDescent * corps + halo
        )
      })
      const face = `${fontWeight} ${fontFamily.split(',')[0] ?? ''}`
      return { code, dehors, face: document.fonts.check(`${fontWeight} 12px Marianne`) ? face : 'a stand-in' }
    })
    const marqueurs = seen('[data-marqueur]').map((marqueur) => {
      const code = marqueur.getAttribute('data-marqueur') ?? ''
      const { left, top, right, bottom } = marqueur.getBoundingClientRect()
      return { code, dehors: leavesOutline(code, left, top, right, bottom) }
    })
    return { etiquettes, marqueurs }
  })

/** Whatever leaves its outline; asked again while a slide comes in or a camera is on its way. */
const expectDedans = (page: Page, nom: string) =>
  expect
    .poll(async () => {
      const { etiquettes, marqueurs } = await readEtiquettes(page)
      return [
        etiquettes.length > 40 ? [] : `${etiquettes.length} labels`,
        ...etiquettes.filter(({ dehors }) => dehors).map(({ code }) => code),
        ...marqueurs.filter(({ dehors }) => dehors).map(({ code }) => `marker ${code}`)
      ].flat()
    }, nom)
    .toEqual([])

test('each label and marker lies inside its own territory, in each theme and window, in Marianne', async ({
  page
}) => {
  await open(page, '')
  await waitForMoteur(page, 'svg')
  for (const theme of THEMES) {
    // The switch is in the foot, which a telephone has not.
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByLabel('Thème').selectOption(theme)
    for (const [width, height] of FENETRES) {
      await page.setViewportSize({ width, height })
      await expectDedans(page, `${theme} ${width} × ${height}`)
    }
  }
  const { etiquettes } = await readEtiquettes(page)
  expect([...new Set(etiquettes.map(({ face }) => face))]).toEqual(['700 Marianne'])
})

test('a scene with a map has room for 75 codes of 96, each inside its territory', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('./?mode=presentation&scene=10')
  await page.locator('.fne-diapo').waitFor()
  await expect(page.locator('html')).toHaveAttribute('data-fne-theme', 'projecteur')
  await expectDedans(page, 'scene')
  expect(METROPOLE).toHaveLength(96)
  const { etiquettes } = await readEtiquettes(page)
  expect(etiquettes.filter(({ code }) => METROPOLE.includes(code)).length).toBeGreaterThanOrEqual(75)
})
