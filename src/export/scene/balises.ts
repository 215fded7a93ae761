import { COTE_MOTIF, DEMI_HACHURE, motifId, RAYON_POINT, type Motif } from '../../map/apparence/motifs'

/** A number as short as a picture needs it. */
export const couper = (n: number, decimales = 2): string => String(Number(n.toFixed(decimales)))

/** Text inside an element or an attribute in double quotes; what XML cannot hold is left out. */
export const echapper = (texte: string): string =>
  texte
    // eslint-disable-next-line no-control-regex -- they are what XML cannot hold
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

export const attributs = (valeurs: Readonly<Record<string, number | string>>): string =>
  Object.entries(valeurs)
    .map(([nom, valeur]) => `${nom}="${typeof valeur === 'number' ? couper(valeur) : valeur}"`)
    .join(' ')

/** A pattern of the map as an SVG `pattern`, `pixel` units to one of its pixels. */
export function motifSvg(prefixe: string, motif: Motif, pixel: number): string {
  const c = COTE_MOTIF
  const [couleur = '#000000'] = motif.couleurs
  const dessin = {
    points: () =>
      [c / 4, (c * 3) / 4]
        .map((p) => `<circle cx="${p}" cy="${p}" r="${RAYON_POINT}" fill="${couleur}"/>`)
        .join(''),
    hachures: () =>
      `<path d="M${-c / 4},${c / 4}L${c / 4},${-c / 4}M0,${c}L${c},0M${(c * 3) / 4},${(c * 5) / 4}L${(c * 5) / 4},${(c * 3) / 4}" stroke="${couleur}" stroke-width="${2 * DEMI_HACHURE}"/>`,
    rayures: () =>
      motif.couleurs
        .map(
          (fill, i) =>
            `<rect x="${(c * i) / motif.couleurs.length}" width="${c / motif.couleurs.length}" height="${c}" fill="${fill}"/>`
        )
        .join('')
  }[motif.genre]()
  return `<pattern id="${motifId(prefixe, motif)}" width="${c}" height="${c}" patternUnits="userSpaceOnUse" patternTransform="scale(${couper(pixel, 4)})">${dessin}</pattern>`
}
