/** Which territory lies in a direction: for the arrow keys. */
export const DIRECTIONS = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0]
} as const
export type Touche = keyof typeof DIRECTIONS

/**
 * The neighbour that lies best in the direction of an arrow key; without one, the nearest territory that lies there.
 * @param points longitude and latitude of each territory that the keys can reach
 * @returns its code, or null when nothing lies in that direction
 */
export function findDansDirection(
  points: ReadonlyMap<string, readonly [number, number]>,
  voisins: readonly string[],
  code: string,
  touche: Touche
): string | null {
  const depart = points.get(code)
  if (!depart) return null
  const [dx, dy] = DIRECTIONS[touche]
  // A degree of longitude is shorter than one of latitude.
  const echelle = Math.cos((depart[1] * Math.PI) / 180)
  const place = (candidat: string): { cosinus: number; distance: number } | null => {
    const point = points.get(candidat)
    if (!point || candidat === code) return null
    const x = (point[0] - depart[0]) * echelle
    const y = point[1] - depart[1]
    const distance = Math.hypot(x, y)
    return { cosinus: (x * dx + y * dy) / distance, distance }
  }
  const best = (candidats: Iterable<string>, score: (p: { cosinus: number; distance: number }) => number) => {
    let meilleur: string | null = null
    let moindre = Infinity
    for (const candidat of candidats) {
      const lieu = place(candidat)
      const s = lieu ? score(lieu) : Infinity
      if (s < moindre) [meilleur, moindre] = [candidat, s]
    }
    return meilleur
  }
  // All neighbours are near: the straightest. Farther off, straightness counts beside distance.
  return (
    best(voisins, ({ cosinus }) => (cosinus < 0.5 ? Infinity : 1 - cosinus)) ??
    best(points.keys(), ({ cosinus, distance }) => (cosinus < 0.7 ? Infinity : distance * (2 - cosinus)))
  )
}
