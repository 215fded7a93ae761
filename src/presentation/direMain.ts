import { geoContains } from 'd3-geo'
import type { Territoires } from '../data/topologie'
import { nameTerritoire } from '../domain/territoire/referentiel'
import { INSECABLE } from '../domain/texte/francais'
import { computeBornes, type Bornes } from '../map/cadre/camera'
import type { PointCarte } from '../map/marques/pointage'
import type { Main } from './mainOrateur.svelte'

/** The bounds of each territory: a pointer moves often, and its place is in few of them. */
const bornesDe = new WeakMap<Territoires, ReadonlyMap<string, Bornes | null>>()
function boundsOf(territoires: Territoires): ReadonlyMap<string, Bornes | null> {
  const connues = bornesDe.get(territoires)
  if (connues) return connues
  const bornes = new Map(territoires.features.map(({ id }) => [id, computeBornes(territoires, [id])]))
  bornesDe.set(territoires, bornes)
  return bornes
}

/** The code of the territory that a place is on, whichever inset it was shown on; null on the sea and abroad. */
export function findTerritoireAt(territoires: Territoires | null, { lon, lat }: PointCarte): string | null {
  if (!territoires) return null
  const bornes = boundsOf(territoires)
  const holds = (code: string) => {
    const [ouest, sud, est, nord] = bornes.get(code) ?? [1, 1, 0, 0]
    return lon >= ouest && lon <= est && lat >= sud && lat <= nord
  }
  const trouve = territoires.features.find((feature) => holds(feature.id) && geoContains(feature, [lon, lat]))
  return trouve?.id ?? null
}

const nameOf = (code: string) => `${nameTerritoire(code)} (${code})`

/**
 * What a presenter's hand shows, in words, for who does not see the map: the territory pointed at, the one circled, and
 * from where to where the last stroke goes. Empty where the hand shows nothing.
 */
export function describeMain(
  { pointeur, traits, cercle }: Pick<Main, 'pointeur' | 'traits' | 'cercle'>,
  territoires: Territoires | null
): string {
  const nameAt = (point: PointCarte | undefined) => {
    const code = point && findTerritoireAt(territoires, point)
    return code ? nameOf(code) : 'hors des territoires'
  }
  const points = traits.at(-1)?.points
  const [de, vers] = [nameAt(points?.[0]), nameAt(points?.at(-1))]
  return [
    pointeur && `Montré sur la carte${INSECABLE}: ${nameAt(pointeur)}.`,
    cercle !== null && `Entouré sur la carte${INSECABLE}: ${nameOf(cercle)}.`,
    points && `Trait dessiné sur la carte${INSECABLE}: ${de === vers ? de : `de ${de} à ${vers}`}.`
  ]
    .filter(Boolean)
    .join(' ')
}
