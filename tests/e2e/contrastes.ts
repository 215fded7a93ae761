import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { parse, wcagLuminance, type Rgb } from 'culori'
import { decode } from 'fast-png'
import { shoot } from './ecran'

/** Contrast measured on the screen, where computed colours do not tell it: over a gradient, a pattern or a drawing. */

/** What axe does not know of, and why. */
interface Doute {
  readonly selecteur: string
  readonly raison: string
}
interface Boite {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
interface Texte {
  readonly selecteur: string
  readonly extrait: string
  readonly couleur: string
  readonly opacite: number
  readonly grand: boolean
  /** Where its lines are seen. */
  readonly boites: readonly Boite[]
}

/** As much of what lies under a text may be a line under it or beside it, drawn in the colour of the text. */
const TRAITS = 0.15
/** What WCAG asks of text, and of large text. */
const [NORMAL, GRAND] = [4.5, 3]

/** Brings what is on its way from one colour to another, after a change of theme, to where it goes. */
const endTransitions = (page: Page) =>
  page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish()
  })

/**
 * The texts that are on the screen, and in front; where none is, the first is scrolled to, and so on. In the page, since
 * most doubts are of texts that nobody sees here, covered or folded away: asked from outside one by one, these were half
 * of the time of a page.
 * @returns those seen, and which of the others were scrolled to in vain
 */
const findTextes = (
  page: Page,
  selecteurs: readonly string[]
): Promise<{ textes: Texte[]; caches: string[] }> =>
  page.evaluate((liste) => {
    const etendue = document.createRange()
    const readTexte = (selecteur: string) => {
      const element = document.querySelector(selecteur)
      if (!element?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return []
      const { color, fill, fontSize, fontWeight, pointerEvents } = getComputedStyle(element)
      const rects = element.matches('select, input, textarea')
        ? [element.getBoundingClientRect()]
        : [...element.childNodes].flatMap((noeud) => {
            if (noeud.nodeType !== Node.TEXT_NODE || noeud.textContent?.trim() === '') return []
            etendue.selectNodeContents(noeud)
            return [...etendue.getClientRects()]
          })
      const boites = rects
        .filter(({ x, y, right, bottom, width, height }) => {
          if (width < 2 || x < 0 || y < 0 || right > innerWidth || bottom > innerHeight) return false
          // Where it is cut off, what it is cut by is found, which holds it; so it is where a pointer goes through it.
          return [0.15, 0.5, 0.85].every((part) => {
            const dessus = document.elementFromPoint(x + width / 2, y + height * part)
            if (pointerEvents === 'none') return dessus?.contains(element)
            return dessus !== null && element.contains(dessus)
          })
        })
        .map(({ x, y, width, height }) => ({ x, y, width, height }))
      if (boites.length === 0) return []
      let opacite = 1
      for (let autour: Element | null = element; autour; autour = autour.parentElement)
        opacite *= Number(getComputedStyle(autour).opacity)
      const taille = parseFloat(fontSize)
      return [
        {
          selecteur,
          extrait: (element.textContent ?? '').trim().slice(0, 40),
          couleur: element instanceof SVGElement ? fill : color,
          opacite,
          grand: taille >= 24 || (taille >= 18.66 && Number(fontWeight) >= 700),
          boites
        }
      ]
    }
    const restants = new Set(liste)
    const caches: string[] = []
    const readTextes = () => [...restants].flatMap(readTexte)
    let textes = readTextes()
    for (const suivant of liste) {
      if (textes.length > 0) break
      document.querySelector(suivant)?.scrollIntoView({ block: 'center' })
      // Covered, or folded away: nobody sees it, here. Of the others is asked where there is something to see: of each at
      // each step, that was a quarter of the time of a page.
      if (readTexte(suivant).length > 0) textes = readTextes()
      else caches.push(suivant)
      restants.delete(suivant)
    }
    return { textes, caches }
  }, selecteurs)

/**
 * One of all that are alike, one that is on the screen where there is: in the same letters, on the same grounds. What is
 * drawn, or lies over something else, has another ground wherever it is.
 */
const pickDifferents = (page: Page, doutes: readonly Doute[]): Promise<[cle: string, selecteur: string][]> =>
  page.evaluate((liste) => {
    const choisis = new Map<string, { selecteur: string; visible: boolean }>()
    for (const { selecteur, raison } of liste) {
      const element = document.querySelector(selecteur)
      if (!element) continue
      const { color, fontSize, fontWeight } = getComputedStyle(element)
      const fonds: string[] = []
      for (let autour: Element | null = element; autour; autour = autour.parentElement) {
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(autour)
        fonds.push(backgroundColor, backgroundImage, opacity)
        if (/^rgb\(|, 1\)$/.test(backgroundColor)) break
      }
      const seul = element instanceof SVGElement || raison === 'bgOverlap' ? selecteur : element.tagName
      const cle = [seul, color, fontSize, fontWeight, ...fonds].join()
      const { top, bottom } = element.getBoundingClientRect()
      const visible = top >= 0 && bottom <= innerHeight
      if (visible ? !choisis.get(cle)?.visible : !choisis.has(cle)) choisis.set(cle, { selecteur, visible })
    }
    return [...choisis].map(([cle, { selecteur }]) => [cle, selecteur])
  }, doutes)

/** The part of the screen where the texts are, without its letters: what they lie on. */
async function shootFond(page: Page, textes: readonly Texte[]) {
  const boites = textes.flatMap((texte) => texte.boites)
  const [x, y] = [boites.map((boite) => boite.x), boites.map((boite) => boite.y)].map((debuts) =>
    Math.floor(Math.min(...debuts))
  ) as [number, number]
  const clip = {
    x,
    y,
    width: Math.ceil(Math.max(...boites.map((boite) => boite.x + boite.width))) - x,
    height: Math.ceil(Math.max(...boites.map((boite) => boite.y + boite.height))) - y
  }
  await page.evaluate(() => {
    const style = new CSSStyleSheet()
    style.replaceSync(
      '* { color: transparent !important; transition: none !important } text, tspan { fill: transparent !important }'
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style]
  })
  const image = decode(await shoot(page, clip))
  await page.evaluate(() => (document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)))
  return { x, y, image }
}

/** The contrast that all of a text's ground has with it, but for {@link TRAITS}. */
function measureTexte(texte: Texte, fond: Awaited<ReturnType<typeof shootFond>>): number {
  const { image } = fond
  const { r, g, b, alpha = 1 } = parse(texte.couleur) as Rgb
  const part = alpha * texte.opacite
  const connus = new Map<number, number>()
  const contrastes = texte.boites.flatMap(({ x, y, width, height }) => {
    const lus: number[] = []
    for (let py = Math.ceil(y); py < Math.floor(y + height); py++)
      for (let px = Math.ceil(x); px < Math.floor(x + width); px++) {
        const i = ((py - fond.y) * image.width + px - fond.x) * image.channels
        const [R = 0, G = 0, B = 0] = image.data.subarray(i, i + 3)
        const cle = (R << 16) | (G << 8) | B
        let contraste = connus.get(cle)
        if (contraste === undefined) {
          const dessous: Rgb = { mode: 'rgb', r: R / 255, g: G / 255, b: B / 255 }
          const mix = (lettre: number, autre: number) => lettre * part + autre * (1 - part)
          const vu: Rgb = { mode: 'rgb', r: mix(r, dessous.r), g: mix(g, dessous.g), b: mix(b, dessous.b) }
          const [clair = 1, sombre = 1] = [wcagLuminance(dessous), wcagLuminance(vu)].sort((p, q) => q - p)
          contraste = (clair + 0.05) / (sombre + 0.05)
          connus.set(cle, contraste)
        }
        lus.push(contraste)
      }
    return lus
  })
  contrastes.sort((p, q) => p - q)
  return contrastes[Math.floor(contrastes.length * TRAITS)] ?? Infinity
}

/**
 * Measures those of which axe could not say how they stand out, where they are, scrolled to one after the other.
 * @param incomplete what axe tells of them
 * @param deja what was measured before on this page, one for all that are alike; grows
 * @returns those that do not stand out as WCAG asks, a line each
 */
export async function listPales(
  page: Page,
  incomplete: AxeResults['incomplete'],
  deja: Set<string>
): Promise<string[]> {
  const doutes = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .flatMap(({ nodes }) =>
      nodes.map(({ target, any }) => ({
        selecteur: target.join(' '),
        raison: (any[0]?.data as { messageKey?: string } | undefined)?.messageKey ?? ''
      }))
    )
  await endTransitions(page)
  const pales: string[] = []
  const cles = new Map<string, string>()
  for (const [cle, selecteur] of await pickDifferents(page, doutes))
    if (!deja.has(cle)) cles.set(selecteur, cle)
  while (cles.size > 0) {
    const { textes, caches } = await findTextes(page, [...cles.keys()])
    for (const selecteur of caches) cles.delete(selecteur)
    if (textes.length === 0) continue
    const fond = await shootFond(page, textes)
    for (const texte of textes) {
      const contraste = measureTexte(texte, fond)
      if (contraste < (texte.grand ? GRAND : NORMAL))
        pales.push(`${contraste.toFixed(2)} ${texte.selecteur} ${texte.extrait}`)
      deja.add(cles.get(texte.selecteur) ?? '')
      cles.delete(texte.selecteur)
    }
  }
  return pales
}

/** What WCAG asks of the edge of a field, and of a sign that is all that a button says (1.4.11). */
const COMPOSANT = 3

/**
 * Measures the fields and the buttons without words that are on the screen: the edge of a field, or the line under it, with
 * what is around it; a button's sign with its own ground.
 * @returns how many were seen, and those that do not stand out, a line each
 */
export async function measureComposants(page: Page): Promise<{ vus: number; pales: string[] }> {
  await endTransitions(page)
  const composants = await page.evaluate(() =>
    [...document.querySelectorAll('input, select, textarea, button, [role="button"]')].flatMap((element) => {
      const { x, y, width, height, right, bottom } = element.getBoundingClientRect()
      const champ = element.matches('input, select, textarea')
      if (!champ && (element.textContent ?? '').trim().length > 1) return []
      if (x < 2 || y < 2 || right > innerWidth - 2 || bottom > innerHeight - 2 || width < 8) return []
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return []
      const dessus = document.elementFromPoint(x + width / 2, y + height / 2)
      // Not pressed now: what cannot be used may be pale.
      if (!element.contains(dessus) || element.matches(':disabled, [aria-disabled="true"]')) return []
      const nom = `${element.tagName} ${element.id} ${element.getAttribute('aria-label') ?? ''}`
      return [{ nom, champ, x, y, width, height }]
    })
  )
  const image = decode(await shoot(page))
  const luminance = (x: number, y: number) => {
    const i = (Math.round(y) * image.width + Math.round(x)) * image.channels
    const [r = 0, g = 0, b = 0] = [...image.data.subarray(i, i + 3)].map((canal) => canal / 255)
    return wcagLuminance({ mode: 'rgb', r, g, b })
  }
  const compare = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  const pales = composants.flatMap(({ nom, champ, x, y, width, height }) => {
    const suite = (n: number) => [...Array(Math.floor(n)).keys()]
    const contrastes = champ
      ? suite(4).map((i) =>
          compare(luminance(x + width / 2, y + height - 1 - i), luminance(x + width / 2, y + height + 2))
        )
      : suite(width).flatMap((dx) =>
          suite(height).map((dy) => compare(luminance(x + dx, y + dy), luminance(x + 4, y + 4)))
        )
    const contraste = Math.max(...contrastes)
    return contraste < COMPOSANT ? [`${contraste.toFixed(2)} ${nom}`] : []
  })
  return { vus: composants.length, pales }
}
