import { findTerritoireRef } from '../../domain/territoire/referentiel'
import type { Apparence } from '../apparence/palette'
import { dropRecouvertes } from './recouvrement'
import type { Traces } from './traces'

/** A label that there is room for, in viewBox units. */
export interface Etiquette {
  readonly code: string
  /** Empty where there is room for the code alone. */
  readonly nom: string
  readonly x: number
  readonly y: number
  /** A code stands right under the marker, so that both are inside the smallest: label pixels below the place. */
  readonly dy: number
}

/** Room around the middle of a label that it takes to read it, in screen pixels. */
const RAYON_CODE = 7
/** In large letters, whose halo is wide too, a code may touch its borders: else none would be left. */
const RAYON_CODE_PROJETE = 5
const RAYON_NOM = 34

/**
 * Codes, and names where there is room: those that fit inside their outline, and cover no other.
 * @param pixel length of one label pixel in viewBox units
 * @param grand labels are larger than on a desk
 */
export function placeEtiquettes(
  traces: Traces,
  apparenceOf: (code: string) => Apparence,
  pixel: number,
  grand: boolean
): Etiquette[] {
  const rayonCode = grand ? RAYON_CODE_PROJETE : RAYON_CODE
  return dropRecouvertes(
    traces.chemins.flatMap(({ code }) => {
      const ancre = traces.ancres.get(code)
      const rayon = (traces.rayons.get(code) ?? 0) / pixel
      if (!ancre || rayon < rayonCode) return []
      const nom = rayon >= RAYON_NOM ? (findTerritoireRef(code)?.nom ?? '') : ''
      const { contradiction: marqueur } = apparenceOf(code)
      return [{ code, nom, x: ancre[0] / pixel, y: ancre[1] / pixel, rayon, marqueur }]
    })
  ).map(({ code, nom, marqueur }) => {
    const [x, y] = traces.ancres.get(code) ?? [0, 0]
    return { code, nom, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, dy: marqueur ? 11 : 4 }
  })
}
