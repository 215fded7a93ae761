/** The frames of the map: metropolitan France, and the insets that show what is far away or too small. */
export interface Cadre {
  readonly id: string
  readonly titre: string
  /** Where the full title does not fit; the same as it where left out. */
  readonly titreCourt?: string
  /** Codes shown; null is every territory of metropolitan France. */
  readonly codes: readonly string[] | null
}

export const CADRE_METROPOLE: Cadre = { id: 'metropole', titre: 'France métropolitaine', codes: null }

/** Always in sight, in this order: an overseas territory out of sight reads as 'metropole only'. */
export const ENCARTS: readonly Cadre[] = [
  {
    id: 'petite-couronne',
    titre: 'Paris et petite couronne',
    titreCourt: 'Petite couronne',
    codes: ['75', '92', '93', '94']
  },
  { id: '971', titre: 'Guadeloupe', codes: ['971'] },
  { id: '972', titre: 'Martinique', codes: ['972'] },
  { id: '973', titre: 'Guyane', codes: ['973'] },
  { id: '974', titre: 'La Réunion', codes: ['974'] },
  { id: '976', titre: 'Mayotte', codes: ['976'] },
  // Word joiners: two lines, not four, where the inset is narrow.
  {
    id: '978',
    titre: 'Saint-Martin, Saint-Barthélemy',
    titreCourt: 'St-\u2060Martin, St-\u2060Barth.',
    codes: ['978']
  },
  { id: '988', titre: 'Nouvelle-Calédonie', codes: ['988'] }
]

const OUTRE_MER = new Set(
  ENCARTS.filter(({ codes }) => codes?.length === 1).flatMap(({ codes }) => codes ?? [])
)

/** True for the territories that only an inset shows. */
export function isOutreMer(code: string): boolean {
  return OUTRE_MER.has(code)
}

/** True when the frame shows the territory. */
export function isInCadre(cadre: Cadre, code: string): boolean {
  return cadre.codes ? cadre.codes.includes(code) : !isOutreMer(code)
}
