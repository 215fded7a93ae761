import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { decode } from 'fast-png'
import { COTE_MOTIF } from '../../src/map/apparence/motifs'
import { PALETTE, PALETTE_PROJETEE } from '../../src/map/apparence/palette'
import { computeApparence } from '../../src/map/apparence/vues'
import type { VueCarte } from '../../src/state/vue'
import type { Territoire, TypeCoporteur } from '../../src/domain/territoire/territoire'
import { shoot } from './ecran'
import { readLivre } from './livre'

/** The frozen rows, split here and not by the app's reader: what the tests derive their expectations from. */
export const TERRITOIRES: readonly Territoire[] = readLivre('gouvernances.csv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((ligne) => {
    const [code = '', nom = '', etat = '', coporteurs = '', origine = '', feuilles = ''] = ligne.split(',')
    return {
      code,
      nom,
      region: null,
      gouvernance: {
        etat: etat as Territoire['gouvernance']['etat'],
        coporteurs: coporteurs.split('|').filter((type) => type !== '') as TypeCoporteur[],
        origine: (origine || null) as Territoire['gouvernance']['origine']
      },
      feuillesDeRoute: feuilles.split('|').map((feuille) => ({ etat: feuille as 'remontee' })),
      note: ''
    }
  })
export const territoireOf = (code: string) => TERRITOIRES.find((t) => t.code === code)

export interface Pixels {
  readonly largeur: number
  readonly hauteur: number
  /** '#rrggbb' at a place, in pixels of the picture. */
  readonly at: (x: number, y: number) => string
}

/** Decodes a screenshot: 8 bits a channel, RGB or RGBA, as Chromium writes it. */
export function decodePng(png: Buffer): Pixels {
  const { width, height, channels, data } = decode(png)
  const hex = (n = 0) => n.toString(16).padStart(2, '0')
  return {
    largeur: width,
    hauteur: height,
    at: (x, y) => {
      const i = (Math.round(y) * width + Math.round(x)) * channels
      return `#${hex(data[i])}${hex(data[i + 1])}${hex(data[i + 2])}`
    }
  }
}

/**
 * Asks for the WebGL map, which the app would not start by itself where the processor draws it. For the tests that bear
 * the tag `@webgl`; the others run in a browser that has no WebGL.
 */
export async function forceWebGl(cible: Page | BrowserContext): Promise<void> {
  await cible.addInitScript(() => {
    // The empty page that comes first keeps nothing.
    if (location.href !== 'about:blank') localStorage.setItem('fne-moteur', 'webgl')
  })
}

/**
 * Opens another link in the open page, as Back and Forward do: the address is read anew, and the program is not started
 * again, which takes most of the time of a `goto`. A panel that it names is there then, unless it is not waited for.
 */
export async function followLien(page: Page, requete: string, attend = true): Promise<void> {
  await page.evaluate((lien) => {
    history.pushState(null, '', lien)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `./${requete}`)
  if (attend) await waitForPanneau(page)
}

/** Waits until a panel that has its heading has what is under it, too. */
export const waitForPanneau = (page: Page) =>
  page
    .locator('.fne-panneau-contenu')
    .getByText('Chargement…', { exact: true })
    .waitFor({ state: 'detached' })

/** Keeps a program on its way. @returns lets it come */
export async function hold(page: Page, adresse: string): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(adresse, async (route) => {
    await held
    await route.continue()
  })
  return release
}

/** The main frame, once the renderer is the one named. */
export async function waitForMoteur(page: Page, moteur: 'gl' | 'svg'): Promise<Locator> {
  const scene = page.locator(`#app:not([data-premiere]) .fne-scene[data-moteur="${moteur}"]`)
  await scene.waitFor()
  return scene
}

/** The SVG outline of a territory on the main frame: hidden under MapLibre, but in the same place. */
const contour = (page: Page, code: string) => page.locator(`.fne-scene [data-code="${code}"]`)

/** A place of an outline, and eight around it: how many of them lie within tells how far the border is. */
const ALENTOURS = [
  [0, 0],
  [8, 0],
  [-8, 0],
  [0, 8],
  [0, -8],
  [6, 6],
  [-6, -6],
  [6, -6],
  [-6, 6]
] as const

/** A place inside a territory of the main frame, in CSS pixels of the window: away from its label. */
export async function placeOf(page: Page, code: string): Promise<{ x: number; y: number }> {
  return contour(page, code).evaluate((chemin, alentours) => {
    const path = chemin as SVGPathElement
    const svg = path.ownerSVGElement as SVGSVGElement
    const matrice = path.getScreenCTM() as DOMMatrix
    const { x, y, width, height } = path.getBBox()
    const point = svg.createSVGPoint()
    // Of the places of a grid, the one with most of the territory around it, off the middle where the label is: the
    // farther off, the better. To ask an outline of hundreds of points takes long, and what cannot be better is not asked.
    const places = [...Array(23 * 23).keys()]
      .map((rang) => [1 + Math.floor(rang / 23), 1 + (rang % 23)] as const)
      .map(([i, j]) => ({
        x: x + (width * i) / 24,
        y: y + (height * j) / 24,
        ecart: Math.hypot(i - 12, j - 12) / 12
      }))
      .filter(({ ecart }) => ecart > 1 / 3)
      .sort((a, b) => b.ecart - a.ecart)
    let meilleur = { x: 0, y: 0, score: -1 }
    for (const place of places) {
      let score = alentours.length + place.ecart
      if (score <= meilleur.score) break
      for (const [dx, dy] of alentours) {
        point.x = place.x + dx
        point.y = place.y + dy
        if (!path.isPointInFill(point) && --score <= meilleur.score) break
      }
      if (score > meilleur.score) meilleur = { x: place.x, y: place.y, score }
    }
    const ecran = new DOMPoint(meilleur.x, meilleur.y).matrixTransform(matrice)
    return { x: ecran.x, y: ecran.y }
  }, ALENTOURS)
}

/** The colours around a place of a picture, most frequent first. */
export function coloursIn(image: Pixels, { x, y }: { x: number; y: number }, rayon = 4): string[] {
  const comptes = new Map<string, number>()
  for (let i = Math.round(x) - rayon; i <= Math.round(x) + rayon; i++) {
    for (let j = Math.round(y) - rayon; j <= Math.round(y) + rayon; j++) {
      const couleur = image.at(i, j)
      comptes.set(couleur, (comptes.get(couleur) ?? 0) + 1)
    }
  }
  return [...comptes].sort((a, b) => b[1] - a[1]).map(([couleur]) => couleur)
}

/** The colours around a place of the window, most frequent first, as they are on the screen. */
export async function coloursAt(
  page: Page,
  { x, y }: { x: number; y: number },
  rayon = 4
): Promise<string[]> {
  const cote = rayon * 2 + 1
  const clip = { x: Math.round(x) - rayon, y: Math.round(y) - rayon, width: cote, height: cote }
  return coloursIn(decodePng(await shoot(page, clip)), { x: rayon, y: rayon }, rayon)
}

/**
 * True where a pattern is seen over its ground on all sides of a place of a picture: in each quarter of a square of two
 * tiles, for a label or a border fills one or two of them as well.
 */
export function hasMotif(
  image: Pixels,
  { x, y }: { x: number; y: number },
  motif: string,
  fond: string
): boolean {
  const [x0, y0] = [Math.round(x) - COTE_MOTIF, Math.round(y) - COTE_MOTIF]
  const quart = [...Array(COTE_MOTIF ** 2).keys()]
  return [0, COTE_MOTIF].every((gauche) =>
    [0, COTE_MOTIF].every((haut) =>
      quart.some((i) =>
        isNearer(
          image.at(x0 + gauche + (i % COTE_MOTIF), y0 + haut + Math.floor(i / COTE_MOTIF)),
          motif,
          fond
        )
      )
    )
  )
}

/** Thin dots and lines are blended with their ground at the edges: what lies nearer to the pattern's colour is it. */
function isNearer(couleur: string, motif: string, fond: string): boolean {
  const rgb = (hex: string) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16))
  const ecart = (a: string, b: string) => Math.hypot(...rgb(a).map((v, i) => v - (rgb(b)[i] ?? 0)))
  return ecart(couleur, motif) < ecart(couleur, fond)
}

/** Collects what a page must not do: complain, or ask another origin. */
export function watch(page: Page): string[] {
  const fautes: string[] = []
  page.on('console', (message) => message.type() === 'error' && fautes.push(message.text()))
  page.on('pageerror', (erreur) => fautes.push(erreur.message))
  page.on('request', (requete) => {
    const { protocol, hostname } = new URL(requete.url())
    // A page opened from a disk is that one file.
    const page = protocol === 'file:' && requete.resourceType() === 'document'
    if (!['blob:', 'data:'].includes(protocol) && hostname !== 'localhost' && !page)
      fautes.push(requete.url())
  })
  return fautes
}

/** The middle of the place where the main frame puts what it frames, in CSS pixels of the window. */
export function middleOf(page: Page): Promise<{ x: number; y: number }> {
  return page.locator('.fne-fond-carte').evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })
}

/**
 * Clicks in the middle of a territory of the main frame, once the map rests: in the middle of a flight, what was there when
 * its place was read is no more when the click comes.
 */
export async function clickTerritoire(page: Page, code: string): Promise<void> {
  await contour(page, code).evaluate(async (element) => {
    const read = () => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [x, y, width, height].join()
    }
    let [avant, immobiles] = [read(), 0]
    while (immobiles < 3) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const place = read()
      immobiles = place === avant ? immobiles + 1 : 0
      avant = place
    }
  })
  await contour(page, code).click({ force: true })
}

/** The middle of a territory's outline in its inset, in CSS pixels of the window. */
export function middleOfEncart(page: Page, code: string): Promise<{ x: number; y: number }> {
  return page.locator(`.fne-encart [data-code="${code}"]`).evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })
}

/** The map of a page that may lack everything else: it has a size, its colours, and answers the pointer. */
export async function expectCarteVivante(page: Page): Promise<void> {
  const scene = await page.locator('.fne-scene').boundingBox()
  expect(Math.min(scene?.width ?? 0, scene?.height ?? 0)).toBeGreaterThan(240)
  const place = await placeOf(page, '74')
  const projete = (await page.locator('html').getAttribute('data-fne-theme')) === 'projecteur'
  const fond = computeApparence(territoireOf('74'), 'coporteurs', projete ? PALETTE_PROJETEE : PALETTE)
    .fonds[0]
  expect(await coloursAt(page, place)).toContain(fond)
  await page.mouse.move(place.x, place.y)
  await expect(page.getByRole('tooltip')).toContainText('(74)')
}

/** The ground that the palette gives a territory in a view. */
export const fondOf = (code: string, vue: VueCarte = 'coporteurs') =>
  computeApparence(territoireOf(code), vue).fonds[0] ?? ''
