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

function setAttribut(element: Element, nom: string, valeur: string | null): void {
  if (element.getAttribute(nom) === valeur) return
  if (valeur === null) element.removeAttribute(nom)
  else element.setAttribute(nom, valeur)
}

function setEstompe(element: Element, estompe: boolean): void {
  if (element.classList.contains(CLASSE_ESTOMPE) !== estompe)
    element.classList.toggle(CLASSE_ESTOMPE, estompe)
}

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
  chemins.forEach(({ code, d }, i) => {
    const [fond, motif, teinte] = [fonds.children[i], motifs.children[i], teintes[i]]
    if (!fond || !motif || !teinte) return
    setAttribut(fond, 'fill', teinte.fond)
    setEstompe(fond, teinte.estompe)
    setAttribut(motif, 'fill', teinte.motif ?? 'none')
    setAttribut(motif, 'data-motif', teinte.motif && code)
    if (teinte.motif === null) return
    setAttribut(motif, 'd', d)
    setEstompe(motif, teinte.estompe)
  })
}
