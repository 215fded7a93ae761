import { FINE, formatListe } from '../../domain/texte/francais'
import type { LieuCite } from '../../domain/territoire/lieu'
import { nameTerritoire } from '../../domain/territoire/referentiel'

/** What is marked on a territory: its place in the comparison, and the places named that lie in it. */
export interface Repere {
  readonly code: string
  /** From 1, the column of the comparison; null where it is not pinned. */
  readonly rang: number | null
  /** Names of the places; empty where none is named. */
  readonly lieux: readonly string[]
  /** Where they lie, said beside their names; null where the place named is the territory itself. */
  readonly territoire: string | null
}

/** One mark a territory: those pinned in the order of the comparison, then those of the places named. */
export function listReperes(epingles: readonly string[], cites: readonly LieuCite[]): Repere[] {
  const codes = new Set([...epingles, ...cites.flatMap(({ territoires }) => territoires)])
  return [...codes].map((code) => {
    const nom = nameTerritoire(code)
    const lieux = cites.filter(({ territoires }) => territoires.includes(code)).map((lieu) => lieu.nom)
    return {
      code,
      rang: epingles.includes(code) ? epingles.indexOf(code) + 1 : null,
      lieux,
      territoire: lieux.some((lieu) => lieu !== nom) ? nom : null
    }
  })
}

/** The mark in words: 'épinglé, colonne 2 de la comparaison ; lieux cités : Blois et Vendôme'; empty for no mark. */
export function describeRepere(repere: Repere | undefined): string {
  if (!repere) return ''
  const { rang, lieux } = repere
  return [
    ...(rang === null ? [] : [`épinglé, colonne${FINE}${rang} de la comparaison`]),
    ...(lieux.length === 0
      ? []
      : [`${lieux.length > 1 ? 'lieux cités' : 'lieu cité'}\u00A0: ${formatListe(lieux)}`])
  ].join(`${FINE}; `)
}

/** Share of the map that labels in full may cover: where they need more, they are written short. */
const PART_MAX = 0.07

/**
 * True where the marks in full would hide too much of the map: a place is then named with its department's code alone,
 * which the map bears ('Blois (41)').
 * @param corps size of their text, in CSS pixels
 * @param surface area of the map, in square CSS pixels
 */
export function isDense(reperes: readonly Repere[], corps: number, surface: number): boolean {
  const lettres = ({ lieux, territoire }: Repere) => lieux.join(', ').length + (territoire?.length ?? 0) + 3
  const cites = reperes.filter(({ lieux }) => lieux.length > 0)
  // A letter is about half as wide as the text is high, and a line half as high again.
  return (
    cites.reduce((somme, repere) => somme + lettres(repere) * 0.55 * 1.6 * corps ** 2, 0) > surface * PART_MAX
  )
}
