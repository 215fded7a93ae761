import { TERRITOIRES } from '../../domain/territoire/referentiel'
import type { Territoires } from '../../data/topologie'
import type { Vue } from '../../state/vue'

/** West, south, east, north, in degrees. */
export type Bornes = readonly [number, number, number, number]

/** What the main frame is to show, for both renderers. */
export interface Cible {
  /** Two targets of the same key are the same place. */
  readonly cle: string
  readonly bornes: Bornes
}

export const CLE_ENSEMBLE = 'ensemble'

/** Room around a territory, in parts of its size: its neighbours tell where one is. */
const MARGE_TERRITOIRE = 0.7
const MARGE_REGION = 0.12
/** Degrees: nearer than that an outline of a few hundred metres' accuracy would lie. */
const ETENDUE_MIN = 0.6

/** The box around the given territories, or null when none of them has an outline. */
export function computeBornes(territoires: Territoires, codes: readonly string[]): Bornes | null {
  const bornes: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { id, geometry } of territoires.features) {
    if (!codes.includes(id)) continue
    const polygones = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    for (const [lon = 0, lat = 0] of polygones.flat(2)) {
      bornes[0] = Math.min(bornes[0], lon)
      bornes[1] = Math.min(bornes[1], lat)
      bornes[2] = Math.max(bornes[2], lon)
      bornes[3] = Math.max(bornes[3], lat)
    }
  }
  return bornes[0] > bornes[2] ? null : bornes
}

function widen([ouest, sud, est, nord]: Bornes, marge: number): Bornes {
  const dx = Math.max((est - ouest) * marge, (ETENDUE_MIN - (est - ouest)) / 2)
  const dy = Math.max((nord - sud) * marge, (ETENDUE_MIN - (nord - sud)) / 2)
  return [ouest - dx, sud - dy, est + dx, nord + dy]
}

/**
 * Where the camera belongs in a view: on the territory chosen, else on the region chosen, else on all of metropolitan
 * France.
 */
export function computeCible(
  vue: Pick<Vue, 'territoire' | 'region'>,
  territoires: Territoires,
  ensemble: Bornes
): Cible {
  const territoire = vue.territoire && computeBornes(territoires, [vue.territoire])
  if (territoire) return { cle: `territoire-${vue.territoire}`, bornes: widen(territoire, MARGE_TERRITOIRE) }
  const membres = TERRITOIRES.filter(({ region }) => vue.region !== null && region === vue.region)
  const region = computeBornes(
    territoires,
    membres.map(({ code }) => code)
  )
  if (region) return { cle: `region-${vue.region}`, bornes: widen(region, MARGE_REGION) }
  return { cle: CLE_ENSEMBLE, bornes: ensemble }
}

/** Near moves are quick; across an ocean the eye needs longer to follow. Milliseconds. */
export const DUREE_PROCHE = 600
export const DUREE_LOINTAINE = 1200

/** Who presents does not wait for the map. */
export const DUREE_PRESENTATION = 500

/**
 * How long the move between two targets takes, in milliseconds.
 * @param max no longer than that
 */
export function computeDuree(de: Bornes, vers: Bornes, max = DUREE_LOINTAINE): number {
  const milieu = ([ouest, sud, est, nord]: Bornes) => [(ouest + est) / 2, (sud + nord) / 2] as const
  const [a, b] = [milieu(de), milieu(vers)]
  return Math.min(max, Math.hypot(a[0] - b[0], a[1] - b[1]) > 15 ? DUREE_LOINTAINE : DUREE_PROCHE)
}
