import { COTE_MOTIF, DEMI_HACHURE, RAYON_POINT, type Motif } from '../apparence/motifs'

/** Pixels as both `ImageData` and MapLibre's `addImage` take them: RGBA, not premultiplied, row by row. */
export interface Image {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** Samples a side within one pixel: what is between two colours is drawn between them. */
const FINESSE = 4

/** Index of the colour at a place of the tile, in the tile's own units; -1 where the ground shows through. */
function colourAt({ genre, couleurs }: Motif, x: number, y: number): number {
  const c = COTE_MOTIF
  switch (genre) {
    case 'points':
      return Math.hypot(x - c / 4, y - c / 4) <= RAYON_POINT ||
        Math.hypot(x - (c * 3) / 4, y - (c * 3) / 4) <= RAYON_POINT
        ? 0
        : -1
    case 'hachures': {
      const reste = (x + y) % c
      return Math.min(reste, c - reste) / Math.SQRT2 <= DEMI_HACHURE ? 0 : -1
    }
    case 'rayures':
      return Math.min(Math.floor((x / c) * couleurs.length), couleurs.length - 1)
    default:
      return genre satisfies never
  }
}

const parseCouleur = (couleur: string) => [1, 3, 5].map((i) => parseInt(couleur.slice(i, i + 2), 16))

/**
 * Draws one tile of a pattern, the same as MotifsSvg.svelte draws it.
 * @param cote pixels to a side
 */
export function drawMotif(motif: Motif, cote: number): Image {
  const echelle = cote / COTE_MOTIF
  const couleurs = motif.couleurs.map(parseCouleur)
  const data = new Uint8ClampedArray(cote * cote * 4)
  for (let y = 0; y < cote; y++) {
    for (let x = 0; x < cote; x++) {
      const somme = [0, 0, 0]
      let couverts = 0
      for (let i = 0; i < FINESSE * FINESSE; i++) {
        const sx = (x + ((i % FINESSE) + 0.5) / FINESSE) / echelle
        const sy = (y + (Math.floor(i / FINESSE) + 0.5) / FINESSE) / echelle
        const couleur = couleurs[colourAt(motif, sx, sy)]
        if (!couleur) continue
        couverts++
        for (const k of [0, 1, 2]) somme[k] = (somme[k] ?? 0) + (couleur[k] ?? 0)
      }
      if (couverts > 0)
        data.set(
          [...somme.map((s) => s / couverts), (255 * couverts) / (FINESSE * FINESSE)],
          (y * cote + x) * 4
        )
    }
  }
  return { width: cote, height: cote, data }
}
