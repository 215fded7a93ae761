/** Where the arrow keys lead on the map. */
export const DIRECTIONS = ['nord', 'sud', 'est', 'ouest'] as const
export type Direction = (typeof DIRECTIONS)[number]

export interface PlanDeCarte {
  /** Longitude and latitude of each territory's label, in degrees. */
  readonly ancres: ReadonlyMap<string, readonly [number, number]>
  /** Codes that share a border with each territory. */
  readonly voisins: ReadonlyMap<string, readonly string[]>
  /** Codes that stand apart in frames of their own, in the order of the frames. */
  readonly encarts: readonly string[]
}

const VECTEURS: Readonly<Record<Direction, readonly [number, number]>> = {
  nord: [0, 1],
  sud: [0, -1],
  est: [1, 0],
  ouest: [-1, 0]
}
const RADIANS = Math.PI / 180
/** A neighbour is one way or the other; beyond the neighbours, only what is clearly that way counts. */
const OUVERTURE_VOISINS = 60 * RADIANS
const OUVERTURE_LOIN = 50 * RADIANS

/** As on the map: north is up, and a degree of latitude is as long as it is drawn. */
const toPlan = ([lon, lat]: readonly [number, number]): readonly [number, number] => [
  lon * RADIANS,
  Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2))
]

/**
 * The territory that an arrow leads to: the neighbour that lies that way; where there is none, the nearest territory
 * that way; and off the coast the frames apart, in order: east and south to the first, west and north to the last.
 * @param retour where the main map is entered again from a frame apart: the territory that was left for it
 * @returns null where the arrow leads nowhere
 */
export function findVers(
  plan: PlanDeCarte,
  code: string,
  direction: Direction,
  retour: string | null = null
): string | null {
  const { encarts, ancres, voisins } = plan
  const rang = encarts.indexOf(code)
  if (rang >= 0) return findDepuisEncart(encarts, rang, direction, retour)
  const loin = [...ancres.keys()].filter((autre) => autre !== code && !encarts.includes(autre))
  return (
    findBest(plan, code, direction, voisins.get(code) ?? [], OUVERTURE_VOISINS, straightest) ??
    findBest(plan, code, direction, loin, OUVERTURE_LOIN, nearest) ??
    (direction === 'est' || direction === 'sud' ? encarts[0] : encarts.at(-1)) ??
    null
  )
}

function findDepuisEncart(
  encarts: readonly string[],
  rang: number,
  direction: Direction,
  retour: string | null
): string | null {
  switch (direction) {
    case 'est':
      return encarts[rang + 1] ?? retour
    case 'ouest':
      return encarts[rang - 1] ?? retour
    case 'nord':
      return retour
    case 'sud':
      return null
    default:
      return direction satisfies never
  }
}

/** What is chosen has the least cost; distance in Mercator radians, angle from straight ahead in radians. */
type Cout = (distance: number, angle: number) => number
/** All neighbours are near. */
const straightest: Cout = (_, angle) => angle
/** Straight ahead counts beside distance: at the edge of the opening, a territory counts as twice as far. */
const nearest: Cout = (distance, angle) => distance * (1 + angle / OUVERTURE_LOIN)

function findBest(
  { ancres }: PlanDeCarte,
  code: string,
  direction: Direction,
  candidats: readonly string[],
  ouverture: number,
  computeCout: Cout
): string | null {
  const depart = ancres.get(code)
  if (!depart) return null
  const [x, y] = toPlan(depart)
  const [vx, vy] = VECTEURS[direction]
  let meilleur: string | null = null
  let moindre = Infinity
  for (const candidat of candidats) {
    const ancre = ancres.get(candidat)
    if (!ancre) continue
    const [px, py] = toPlan(ancre)
    const [dx, dy] = [px - x, py - y]
    const distance = Math.hypot(dx, dy)
    const angle = Math.acos((dx * vx + dy * vy) / distance)
    if (!(angle <= ouverture)) continue
    const cout = computeCout(distance, angle)
    if (cout < moindre) [meilleur, moindre] = [candidat, cout]
  }
  return meilleur
}
