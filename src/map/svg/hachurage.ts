import { COTE_MOTIF, DEMI_HACHURE, RAYON_POINT, type Motif } from '../apparence/motifs'

/** One stroke of a pattern over a whole frame, in screen pixels; to be clipped to the outlines that bear it. */
export interface Trait {
  readonly d: string
  readonly couleur: string
  readonly largeur: number
  /** Empty for an unbroken line; the ends of dashes are round. */
  readonly tirets: string
}

/**
 * A pattern as long strokes instead of a tile: printers get SVG tiles as pictures, megabytes of them for one map.
 * It covers a box of the given size from 0, 0, and looks as the tile does (src/map/svg/MotifsSvg.svelte).
 */
export function drawTraits({ genre, couleurs }: Motif, largeur: number, hauteur: number): Trait[] {
  const c = COTE_MOTIF
  const couleur = couleurs[0] ?? 'none'
  const repeat = (debut: number, fin: number, pas: number, draw: (t: number) => string) => {
    let d = ''
    for (let t = debut; t <= fin; t += pas) d += draw(t)
    return d
  }
  switch (genre) {
    case 'points':
      return [c / 4, (c * 3) / 4].map((decalage) => ({
        d: repeat(decalage, hauteur, c, (y) => `M${decalage},${y}H${largeur}`),
        couleur,
        largeur: 2 * RAYON_POINT,
        tirets: `0 ${c}`
      }))
    case 'hachures':
      return [
        {
          d: repeat(0, largeur + hauteur, c, (t) => `M${t},0L${t - hauteur},${hauteur}`),
          couleur,
          largeur: 2 * DEMI_HACHURE,
          tirets: ''
        }
      ]
    case 'rayures': {
      const bande = c / couleurs.length
      return couleurs.map((teinte, i) => ({
        d: repeat((i + 0.5) * bande, largeur + bande, c, (x) => `M${x},0V${hauteur}`),
        couleur: teinte,
        largeur: bande,
        tirets: ''
      }))
    }
    default:
      return genre satisfies never
  }
}
