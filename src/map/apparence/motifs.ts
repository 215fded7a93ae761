import type { Apparence } from './palette'

/**
 * The patterns of the map, described once for both renderers. Two at most are seen together (dots, hatching);
 * stripes are a fill of their own, for several co-bearers.
 */
export interface Motif {
  readonly genre: 'points' | 'hachures' | 'rayures'
  readonly couleurs: readonly string[]
}

/** Side of a tile in screen pixels; a power of two, so that WebGL repeats it without seams. */
export const COTE_MOTIF = 8
/** In screen pixels: big enough to keep its colour on a pixel grid, small enough to leave labels readable. */
export const RAYON_POINT = 1.3
/** The marker on the map beside the one of the legend: with its code it has to fit the smallest department. */
export const TAILLE_MARQUEUR = 0.65
/** Half its width, with its stroke, in screen pixels of a desk. */
export const RAYON_MARQUEUR = 8.8 * TAILLE_MARQUEUR
/** Half the width of a hatching line, in screen pixels. */
export const DEMI_HACHURE = 0.8

/** A name that both an SVG `id` and a MapLibre image can carry. */
export function motifId(prefixe: string, { genre, couleurs }: Motif): string {
  return `${prefixe}-${genre}-${couleurs.map((couleur) => couleur.slice(1)).join('-')}`
}

/** Stripes under, when there are several colours. */
export function rayuresOf(apparence: Apparence): Motif | null {
  return apparence.fonds.length > 1 ? { genre: 'rayures', couleurs: apparence.fonds } : null
}

/** The pattern over the fill, or null. */
export function surmotifOf({ points, hachures }: Apparence): Motif | null {
  if (hachures) return { genre: 'hachures', couleurs: [hachures] }
  if (points) return { genre: 'points', couleurs: [points] }
  return null
}

/** The distinct patterns that a set of looks needs. */
export function listMotifs(apparences: Iterable<Apparence>): Motif[] {
  const motifs = new Map<string, Motif>()
  for (const apparence of apparences) {
    for (const motif of [rayuresOf(apparence), surmotifOf(apparence)])
      if (motif) motifs.set(motifId('', motif), motif)
  }
  return [...motifs.values()]
}

/** The SVG `fill` of a look's ground. */
export function fillOf(prefixe: string, apparence: Apparence): string {
  const rayures = rayuresOf(apparence)
  return rayures ? `url(#${motifId(prefixe, rayures)})` : (apparence.fonds[0] ?? 'none')
}

/** The SVG `fill` of the pattern over it, or null. */
export function motifOf(prefixe: string, apparence: Apparence): string | null {
  const motif = surmotifOf(apparence)
  return motif ? `url(#${motifId(prefixe, motif)})` : null
}
