import { computeComptes } from './requetes'
import type { Territoire } from './territoire'

/** What a territory is to be measured by: how a set of territories stands. */
export interface Etalon {
  readonly total: number
  readonly gouvernances: number
  readonly feuillesDeRoute: number
  /** Those with a co-bearer of the same type as the territory compared; null where it has none. */
  readonly memeCoporteur: number | null
}

/**
 * How the region of a territory, and all territories, stand in what it is compared by. The territory itself counts.
 * @returns region: null for a collectivity without region
 */
export function computeEtalons(
  territoire: Territoire,
  territoires: readonly Territoire[]
): { readonly region: Etalon | null; readonly ensemble: Etalon } {
  const { coporteurs } = territoire.gouvernance
  const measure = (liste: readonly Territoire[]): Etalon => {
    const { total, gouvernances, feuillesDeRoute } = computeComptes(liste)
    const partage = (t: Territoire) => t.gouvernance.coporteurs.some((type) => coporteurs.includes(type))
    return {
      total,
      gouvernances,
      feuillesDeRoute,
      memeCoporteur: coporteurs.length === 0 ? null : liste.filter(partage).length
    }
  }
  return {
    region:
      territoire.region === null
        ? null
        : measure(territoires.filter(({ region }) => region === territoire.region)),
    ensemble: measure(territoires)
  }
}
