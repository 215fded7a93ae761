import { encode } from 'uqr'

/** Light modules that the standard wants around the code: a reader finds its edges by them. */
export const MARGE_QR = 4

export interface DessinQr {
  /** Modules to a side, the quiet zone included: the viewBox of the drawing. */
  readonly cote: number
  /** The dark modules as one SVG path; neighbours of a row are one rectangle, so that print leaves no hairline. */
  readonly d: string
}

/**
 * A text as a QR code that bears 15 % of it being hidden or damaged (level M).
 * @returns null where the text is longer than a QR code can hold (2,331 bytes)
 */
export function drawQr(texte: string): DessinQr | null {
  let lignes: readonly (readonly boolean[])[]
  try {
    lignes = encode(texte, { ecc: 'M', border: MARGE_QR }).data
  } catch {
    return null
  }
  let d = ''
  for (const [y, ligne] of lignes.entries()) {
    for (let x = 0; x < ligne.length; x++) {
      if (!ligne[x]) continue
      const debut = x
      while (ligne[x + 1]) x++
      const largeur = x + 1 - debut
      d += `M${debut},${y}h${largeur}v1h-${largeur}z`
    }
  }
  return { cote: lignes.length, d }
}
