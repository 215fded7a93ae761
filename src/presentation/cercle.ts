import type { Territoires } from '../data/topologie'
import { computeBornes } from '../map/cadre/camera'
import { ENCARTS } from '../map/cadre/cadres'
import type { Pointage } from '../map/marques/pointage'

/** Pixels: around an island of a few pixels, too, a circle is seen. */
const RAYON_MIN = 18
const MARGE = 6

/**
 * The circle around a territory in this window, in CSS pixels: on its inset where it has one, unless the main frame was
 * taken there.
 * @param enGrand the territory that the main frame was taken to
 */
export function computeCercle(
  code: string,
  enGrand: string | null,
  territoires: Territoires | null,
  pointage: Pointage
): { x: number; y: number; rayon: number } | null {
  const bornes = territoires && computeBornes(territoires, [code])
  if (!bornes) return null
  const encart = code === enGrand ? null : (ENCARTS.find(({ codes }) => codes?.includes(code))?.id ?? null)
  const [ouest, sud, est, nord] = bornes
  const a = pointage.positionOf({ encart, lon: ouest, lat: nord })
  const b = pointage.positionOf({ encart, lon: est, lat: sud })
  if (!a || !b) return null
  const rayon = Math.max(RAYON_MIN, Math.hypot(b.x - a.x, b.y - a.y) / 2 + MARGE)
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, rayon }
}
