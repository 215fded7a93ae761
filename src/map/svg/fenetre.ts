import { geoMercatorRaw } from 'd3-geo'
import type { Bornes } from '../cadre/camera'
import type { Boite, Traces } from './traces'

/** The rectangle into which the SVG fits its box, in CSS pixels of the scene around it. */
export interface Fenetre {
  readonly gauche: number
  readonly haut: number
  readonly largeur: number
  readonly hauteur: number
}

/** From viewBox units to CSS pixels of the scene: `p = k · v + (x, y)`. */
export interface Transformation {
  readonly k: number
  readonly x: number
  readonly y: number
}

/** What `preserveAspectRatio="xMidYMid meet"` does. */
export function toTransformation([bx, by, bl, bh]: Boite, fenetre: Fenetre): Transformation {
  const k = Math.min(fenetre.largeur / bl, fenetre.hauteur / bh)
  return {
    k,
    x: fenetre.gauche + fenetre.largeur / 2 - k * (bx + bl / 2),
    y: fenetre.haut + fenetre.hauteur / 2 - k * (by + bh / 2)
  }
}

/** The part of the viewBox that then fills the rectangle. */
export function toBoite({ k, x, y }: Transformation, fenetre: Fenetre): Boite {
  return [(fenetre.gauche - x) / k, (fenetre.haut - y) / k, fenetre.largeur / k, fenetre.hauteur / k]
}

const RADIANS = Math.PI / 180

/** The bounds in degrees of a part of a frame's viewBox: the inverse of `computeBoite`. */
export function toBornes({ largeur, hauteur, bornes }: Traces, [bx, by, bl, bh]: Boite): Bornes {
  const [ouest, sud, est, nord] = bornes
  const y = (lat: number) => geoMercatorRaw(0, lat * RADIANS)[1]
  const [haut, bas] = [y(nord), y(sud)]
  const lon = (vx: number) => ouest + (vx / largeur) * (est - ouest)
  const lat = (vy: number) =>
    (geoMercatorRaw.invert?.(0, haut - (vy / hauteur) * (haut - bas))[1] ?? 0) / RADIANS
  return [lon(bx), lat(by + bh), lon(bx + bl), lat(by)]
}
