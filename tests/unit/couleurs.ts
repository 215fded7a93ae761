import {
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  parse,
  type Color
} from 'culori'

/** @throws {Error} when the text is no colour of CSS */
export const readCouleur = (couleur: string): Color => {
  const lue = parse(couleur)
  if (!lue) throw new Error(couleur)
  return lue
}

export type Vision = (couleur: Color) => Color
/** How colours are seen, by the name of the vision. */
export const VISIONS: Record<string, Vision> = {
  'trichromate vision': (couleur) => couleur,
  protanopia: filterDeficiencyProt(1) as Vision,
  deuteranopia: filterDeficiencyDeuter(1) as Vision,
  tritanopia: filterDeficiencyTrit(1) as Vision,
  greyscale: filterGrayscale(1) as Vision
}

const linear = converter('lrgb')
/** What the screen shows of a colour when the room's light adds such a part of white to the beam. */
export const wash = (couleur: string, lumiere: number): Color => {
  const { r, g, b } = linear(readCouleur(couleur))
  const add = (canal: number) => canal * (1 - lumiere) + lumiere
  return { mode: 'lrgb', r: add(r), g: add(g), b: add(b) }
}

/** CIEDE2000. */
export const distance = differenceCiede2000()

/** The smallest distance between any two colours as a vision sees them in such light. */
export function computeEcartMin(couleurs: readonly string[], voit: Vision, lumiere = 0): number {
  const vues = couleurs.map((couleur) => voit(wash(couleur, lumiere)))
  return Math.min(...vues.flatMap((a, i) => vues.slice(i + 1).map((b) => distance(a, b))))
}
