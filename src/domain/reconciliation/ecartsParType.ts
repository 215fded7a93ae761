import type { Ecart } from './ecarts'
import type { Bilan } from './reconciliation'
import { TYPES_COPORTEUR, type TypeCoporteur } from '../territoire/territoire'

export interface LigneParType {
  readonly type: TypeCoporteur
  readonly annonce: number | null
  /** How many territories the source names under this type. */
  readonly cites: number
  readonly deduits: number
  /** What does not add up for this type, if anything. */
  readonly ecart: Ecart | undefined
}

/** The source's figures beside the counts, one line a type in the source's order. */
export function listParType(bilan: Bilan, ecarts: readonly Ecart[]): LigneParType[] {
  return TYPES_COPORTEUR.map((type) => {
    const { annonce, cites, deduits } = bilan.coporteurs[type]
    return {
      type,
      annonce,
      cites: cites.length,
      deduits: deduits.length,
      ecart: ecarts.find(({ code }) => code === `coporteurs-${type}`)
    }
  })
}
