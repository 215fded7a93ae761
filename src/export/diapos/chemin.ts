import type { Point } from './diapo'

/**
 * The rings of a path as the map writes it (`computeTraces`): absolute `M`, relative `l`, `z`.
 * @returns each ring's points, the first one not repeated
 */
export function readChemin(d: string): Point[][] {
  return (
    d
      .split('M')
      .filter((morceau) => morceau !== '')
      .map((morceau) => {
        const [debut = '', ...pas] = morceau.replace('z', '').split('l')
        const lire = (texte: string) => (texte.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
        let [x = 0, y = 0] = lire(debut)
        const points: Point[] = [[x, y]]
        let avant: Point = [0, 0]
        for (const un of pas) {
          const [dx = 0, dy = 0] = lire(un)
          x += dx
          y += dy
          // Straight on: the point before says nothing, to neither of the two territories that share it.
          if (points.length > 1 && avant[0] * dy === avant[1] * dx && avant[0] * dx + avant[1] * dy > 0)
            points.pop()
          points.push([x, y])
          avant = [dx, dy]
        }
        const dernier = points.at(-1)
        if (points.length > 1 && dernier?.[0] === points[0]?.[0] && dernier?.[1] === points[0]?.[1])
          points.pop()
        return points
      })
      // What the rounding left of an islet is nothing that can be filled; a territory that is one keeps its place.
      .filter((points, _, tous) => points.length > 1 || tous.length === 1)
  )
}
