/** A place in the units of the outlines. */
export type Point = readonly [x: number, y: number]

/**
 * The outline of one territory: closed rings, the last point joined to the first; holes are rings as well. Each ring is
 * x, y, x, y: they are run through many times.
 */
export type Anneaux = readonly (readonly number[])[]

/** A box to be placed, in the units of the outlines. */
export interface Format {
  readonly largeur: number
  readonly hauteur: number
}

/** A stretch of a line from west to east. */
type Intervalle = readonly [gauche: number, droite: number]

/** Rows that are tried between the northernmost and the southernmost place of a box. */
const RANGEES = 32

/**
 * The stretches at a height where a band as high as the box lies wholly inside the outline: no border runs through
 * them, and they are wider than the box.
 */
export function listLibres(anneaux: Anneaux, y: number, { largeur, hauteur }: Format): Intervalle[] {
  const [haut, bas] = [y - hauteur / 2, y + hauteur / 2]
  const bords: [gauche: number, droite: number, traverse: boolean][] = []
  for (const anneau of anneaux) {
    let ax = anneau[anneau.length - 2] ?? 0
    let ay = anneau[anneau.length - 1] ?? 0
    for (let i = 0; i < anneau.length; i += 2) {
      const bx = anneau[i] as number
      const by = anneau[i + 1] as number
      if ((ay >= haut || by >= haut) && (ay <= bas || by <= bas)) {
        const pente = ay === by ? 0 : (bx - ax) / (by - ay)
        const x1 = ay < haut ? ax + (haut - ay) * pente : ay > bas ? ax + (bas - ay) * pente : ax
        const x2 = by < haut ? ax + (haut - ay) * pente : by > bas ? ax + (bas - ay) * pente : bx
        const traverse = ay > y !== by > y
        bords.push(x1 < x2 ? [x1, x2, traverse] : [x2, x1, traverse])
      }
      ax = bx
      ay = by
    }
  }
  bords.sort((a, b) => a[0] - b[0])
  const libres: Intervalle[] = []
  let [fin, dedans] = [-Infinity, false]
  for (const [gauche, droite, traverse] of bords) {
    // What crosses the middle of the band lies left of the gap, or right of it.
    if (dedans && gauche - fin >= largeur) libres.push([fin, gauche])
    fin = Math.max(fin, droite)
    if (traverse) dedans = !dedans
  }
  return libres
}

/**
 * Where the middle of a box has to be so that all of it lies inside an outline: the place nearest to the wished one.
 * @returns null where the box fits nowhere
 */
export function placeFormat(anneaux: Anneaux, format: Format, [vx, vy]: Point): Point | null {
  const demi = format.largeur / 2
  let [haut, bas] = [Infinity, -Infinity]
  for (const anneau of anneaux) {
    for (let i = 1; i < anneau.length; i += 2) {
      haut = Math.min(haut, anneau[i] as number)
      bas = Math.max(bas, anneau[i] as number)
    }
  }
  const [premier, dernier] = [haut + format.hauteur / 2, bas - format.hauteur / 2]
  if (premier > dernier) return null
  const pas = (dernier - premier) / RANGEES || 1
  let meilleur: Point | null = null
  let distance = Infinity
  // From the wished place outwards: the first row that holds the box is most often the only one to look at.
  for (let rang = 0; rang <= 2 * RANGEES && Math.ceil(rang / 2) * pas < distance; rang++) {
    const y = vy + (rang % 2 === 0 ? 1 : -1) * Math.ceil(rang / 2) * pas
    if (y < premier || y > dernier) continue
    for (const [gauche, droite] of listLibres(anneaux, y, format)) {
      const x = Math.max(gauche + demi, Math.min(vx, droite - demi))
      const ecart = Math.hypot(x - vx, y - vy)
      if (ecart < distance) [meilleur, distance] = [[x, y], ecart]
    }
  }
  return meilleur
}
