import { fillOf, motifOf } from '../apparence/motifs'
import type { Apparence } from '../apparence/palette'
import type { Traces } from './traces'

/** What is painted on one territory of a frame. */
export interface Teinte {
  /** The SVG `fill` of its ground. */
  readonly fond: string
  /** The SVG `fill` of the pattern over it, or null. */
  readonly motif: string | null
  readonly estompe: boolean
}

/** What a frame looks like. */
interface Vue {
  /** Its patterns are named after it. */
  readonly id: string
  readonly apparenceOf: (code: string) => Apparence
  readonly estompes: ReadonlySet<string>
  /** True: one ground a territory; stripes and patterns are drawn as lines over it. */
  readonly surPapier: boolean
}

/** What is to be painted, one a territory, in the order of the outlines. */
export const listTeintes = (
  chemins: Traces['chemins'],
  { id, apparenceOf, estompes, surPapier }: Vue
): Teinte[] =>
  chemins.map(({ code }) => {
    const apparence = apparenceOf(code)
    return {
      fond: surPapier ? (apparence.fonds[0] ?? 'none') : fillOf(id, apparence),
      motif: surPapier ? null : motifOf(id, apparence),
      estompe: estompes.has(code)
    }
  })

const CLASSE_ESTOMPE = 'estompe'

const ENTITES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** An SVG path with those attributes that have a value. */
const writePath = (attributs: Readonly<Record<string, string | null | undefined>>): string =>
  `<path${Object.entries(attributs)
    .map(([nom, valeur]) => (valeur ? ` ${nom}="${valeur.replace(/[&<>"]/g, (c) => ENTITES[c] ?? c)}"` : ''))
    .join('')}></path>`

/** Where the browser has such policies: what it makes is no string, and Svelte hands it on as it is. */
interface Politiques {
  readonly createPolicy: (
    nom: string,
    regles: { readonly createHTML: (markup: string) => string }
  ) => { readonly createHTML: (markup: string) => string }
}
/** The page's policy takes markup from nobody but this (scripts/politique.mjs): it is written here alone, and escaped. */
const politique = (globalThis as { trustedTypes?: Politiques }).trustedTypes?.createPolicy('fne-contours', {
  createHTML: (markup) => markup
})
const trust = (markup: string): string => politique?.createHTML(markup) ?? markup

/**
 * The outlines of a frame and the patterns over them as markup, one path a territory in each. As a component each, they
 * were half of what brings the page's picture to life, and none of them has anything to follow by itself.
 */
export function writePremiers(
  chemins: Traces['chemins'],
  teintes: readonly Teinte[]
): { readonly fonds: string; readonly motifs: string } {
  const write = (dessine: (chemin: Traces['chemins'][number], teinte: Teinte) => string) =>
    trust(chemins.map((chemin, i) => dessine(chemin, teintes[i] as Teinte)).join(''))
  return {
    fonds: write(({ code, d }, { fond, estompe }) =>
      writePath({ d, 'data-code': code, fill: fond, class: estompe ? CLASSE_ESTOMPE : null })
    ),
    motifs: write(({ code, d }, { motif, estompe }) =>
      writePath({
        d: motif && d,
        'data-motif': motif && code,
        fill: motif ?? 'none',
        class: motif && estompe ? CLASSE_ESTOMPE : null
      })
    )
  }
}

/** What a frame's grounds were painted with last. */
const poses = new WeakMap<
  Element,
  { readonly chemins: Traces['chemins']; readonly teintes: readonly Teinte[] }
>()

/** As many paths as there are territories: the page may have been drawn with other outlines than those that it reads. */
function fitPaths(groupe: Element, nombre: number): void {
  while (groupe.children.length > nombre) groupe.lastElementChild?.remove()
  while (groupe.children.length < nombre)
    groupe.append(document.createElementNS('http://www.w3.org/2000/svg', 'path'))
}

function setAttribut(element: Element, nom: string, valeur: string | null): void {
  if (element.getAttribute(nom) === valeur) return
  if (valeur === null) element.removeAttribute(nom)
  else element.setAttribute(nom, valeur)
}

function setEstompe(element: Element, estompe: boolean): void {
  if (element.classList.contains(CLASSE_ESTOMPE) !== estompe)
    element.classList.toggle(CLASSE_ESTOMPE, estompe)
}

const isSame = (une: Teinte, autre: Teinte | undefined): boolean =>
  une.fond === autre?.fond && une.motif === autre.motif && une.estompe === autre.estompe

/**
 * Paints a frame in one pass, and touches only what looks otherwise than it is to: a change of view, of a filter or of
 * the theme concerns every territory at once, and as a hundred components it took longer than a frame of the screen.
 * @param fonds holds one path a territory, in the order of the outlines
 * @param motifs the same for the patterns; a path that has had one keeps its outline, and is laid out no more
 */
export function paintTeintes(
  fonds: Element,
  motifs: Element,
  chemins: Traces['chemins'],
  teintes: readonly Teinte[]
): void {
  const pose = poses.get(fonds)
  const autres = pose?.chemins !== chemins
  if (autres) {
    fitPaths(fonds, chemins.length)
    fitPaths(motifs, chemins.length)
  }
  poses.set(fonds, { chemins, teintes })
  chemins.forEach(({ code, d }, i) => {
    const teinte = teintes[i]
    // To ask the page itself takes as long as to paint it.
    if (!teinte || (!autres && isSame(teinte, pose.teintes[i]))) return
    const [fond, motif] = [fonds.children[i], motifs.children[i]]
    if (!fond || !motif) return
    if (autres) {
      setAttribut(fond, 'd', d)
      setAttribut(fond, 'data-code', code)
      setAttribut(motif, 'd', teinte.motif && d)
    }
    setAttribut(fond, 'fill', teinte.fond)
    setEstompe(fond, teinte.estompe)
    setAttribut(motif, 'fill', teinte.motif ?? 'none')
    setAttribut(motif, 'data-motif', teinte.motif && code)
    if (teinte.motif === null) return
    setAttribut(motif, 'd', d)
    setEstompe(motif, teinte.estompe)
  })
}
