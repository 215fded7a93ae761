/** A label as it would be written, in units of a label's own pixel: see {@link TAILLE_ETIQUETTE}. */
export interface EtiquetteSvg {
  readonly code: string
  readonly nom: string
  readonly x: number
  readonly y: number
  /** The first placed are those of the largest territories. */
  readonly rayon: number
  /** A marker stands above the code. */
  readonly marqueur: boolean
}

interface Boite {
  readonly gauche: number
  readonly droite: number
  readonly haut: number
  readonly bas: number
}

/** Half the width of a digit, and of a letter of a name, in a label of 11 pixels, a little of the halo included. */
const DEMI_CHIFFRE = 3.5
const DEMI_LETTRE = 2.9
const DEMI_HAUTEUR = 5
const LIGNE = 12.5
/** Of a marker, with its stroke. */
const RAYON_MARQUEUR = 7
const DECALAGE = 7

const touches = (a: Boite, b: Boite) =>
  a.gauche < b.droite && b.gauche < a.droite && a.haut < b.bas && b.haut < a.bas

const boxMarqueur = ({ x, y }: EtiquetteSvg): Boite => ({
  gauche: x - RAYON_MARQUEUR,
  droite: x + RAYON_MARQUEUR,
  haut: y - DECALAGE - RAYON_MARQUEUR,
  bas: y - DECALAGE + RAYON_MARQUEUR
})

function boxTexte({ code, nom, x, y, marqueur }: EtiquetteSvg): Boite {
  const demi = Math.max(code.length * DEMI_CHIFFRE, nom.length * DEMI_LETTRE)
  const milieu = y + (marqueur ? DECALAGE : 0)
  return {
    gauche: x - demi,
    droite: x + demi,
    haut: milieu - DEMI_HAUTEUR,
    bas: milieu + DEMI_HAUTEUR + (nom ? LIGNE : 0)
  }
}

/**
 * The labels that can be read: none over a marker or over another, and of two in the same place the one with the most
 * room around it. Half a code is worse than none: '48' over '07' reads '487'.
 */
export function dropRecouvertes(etiquettes: readonly EtiquetteSvg[]): EtiquetteSvg[] {
  const prises = new Map(
    etiquettes
      .filter(({ marqueur }) => marqueur)
      .map((etiquette) => [`!${etiquette.code}`, boxMarqueur(etiquette)])
  )
  const gardees = new Set<EtiquetteSvg>()
  for (const etiquette of [...etiquettes].sort((a, b) => b.rayon - a.rayon)) {
    const boite = boxTexte(etiquette)
    const libre = [...prises].every(([cle, prise]) => cle === `!${etiquette.code}` || !touches(boite, prise))
    if (!libre) continue
    prises.set(etiquette.code, boite)
    gardees.add(etiquette)
  }
  return etiquettes.filter((etiquette) => gardees.has(etiquette))
}

/** Height of the plate under a line of a label, in a label's own pixels; its ends are round. */
export const EPAISSEUR_PLAQUE = 10.5
/** From the foot of a line's digits up to their middle. */
const MI_CHIFFRE = 4

/**
 * The plates under the lines of a label, in a label's own pixels: half the length between the round ends, and how far
 * below the foot of the code's digits the middle is.
 */
export function computePlaques(code: string, nom: string): { demi: number; dy: number }[] {
  const half = (demi: number) => Math.max(0, demi + 1.5 - EPAISSEUR_PLAQUE / 2)
  return [
    { demi: half(code.length * DEMI_CHIFFRE), dy: -MI_CHIFFRE },
    ...(nom ? [{ demi: half(nom.length * DEMI_LETTRE), dy: LIGNE - MI_CHIFFRE }] : [])
  ]
}
