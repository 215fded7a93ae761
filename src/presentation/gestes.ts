import { ENCARTS } from '../map/cadre/cadres'
import type { PointCarte } from '../map/marques/pointage'
import { findTerritoireRef } from '../domain/territoire/referentiel'

/** What a presenter's hand does on the map; told as it happens, kept nowhere, and in no link. */
export type Geste =
  /** Where the pointer is; null: it is gone. */
  | { readonly type: 'pointeur'; readonly point: PointCarte | null }
  /** A stroke goes on by some points. */
  | { readonly type: 'trait'; readonly id: string; readonly points: readonly PointCarte[] }
  /** A territory is circled; null: none any more. */
  | { readonly type: 'cercle'; readonly code: string | null }

/** No hand is faster between two frames. */
const POINTS_MAX = 200
const ID = /^[a-z0-9-]{1,60}$/

const isObjet = (valeur: unknown): valeur is Readonly<Record<string, unknown>> =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
const isDegre = (valeur: unknown, max: number): valeur is number =>
  typeof valeur === 'number' && Math.abs(valeur) <= max

function readPoint(recu: unknown): PointCarte | null {
  if (!isObjet(recu)) return null
  const { encart, lon, lat } = recu
  // Beside the coast of an inset or of France one may point beyond what it shows, not beyond the earth.
  if (!isDegre(lon, 360) || !isDegre(lat, 90)) return null
  if (encart === null) return { encart, lon, lat }
  return ENCARTS.some(({ id }) => id === encart) ? { encart: encart as string, lon, lat } : null
}

/** The gesture in whatever came from another window, or null. */
export function readGeste(recu: unknown): Geste | null {
  if (!isObjet(recu)) return null
  const { type, id, code } = recu
  switch (type) {
    case 'pointeur': {
      if (recu['point'] === null) return { type, point: null }
      const point = readPoint(recu['point'])
      return point && { type, point }
    }
    case 'trait': {
      if (typeof id !== 'string' || !ID.test(id) || !Array.isArray(recu['points'])) return null
      if (recu['points'].length > POINTS_MAX) return null
      const points = recu['points'].map(readPoint)
      return points.every((point) => point !== null) ? { type, id, points } : null
    }
    case 'cercle':
      if (code === null) return { type, code }
      return typeof code === 'string' && findTerritoireRef(code) ? { type, code } : null
    default:
      return null
  }
}
