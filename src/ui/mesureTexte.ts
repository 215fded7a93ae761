/**
 * How wide a text is, near enough to break its lines: in parts of the font size, a little wider than both Marianne and
 * the Arial that stands in where a program ignores embedded fonts. A canvas would know it exactly, but a scene has to
 * be composed alike in a browser, in a build and in a test.
 */
const LARGEURS: readonly (readonly [RegExp, number])[] = [
  [/\u2060/u, 0],
  [/[\s.,:;'’!|()[\]ijlftrI·\-‑]/u, 0.34],
  [/[mwMW%@&—œŒ…]/u, 0.9],
  [/\p{Lu}/u, 0.7]
]
const MOYENNE = 0.57
const GRAS = 1.05

/** @returns the width of a text in the unit of `taille` */
export function measureTexte(texte: string, taille: number, gras = false): number {
  let largeur = 0
  for (const signe of texte) largeur += LARGEURS.find(([motif]) => motif.test(signe))?.[1] ?? MOYENNE
  return largeur * taille * (gras ? GRAS : 1)
}

/** A text where a line of it may be broken: after a plain space, or after a hyphen between two letters, as programs do. */
const splitMots = (texte: string): string[] =>
  texte.split(/(?<=[ \n])(?![ \n])|(?<=\p{L}-)(?=\p{L})/u).filter((mot) => mot.trim() !== '')

/** @returns the width of the longest part of a text that no line may break */
export const measureMot = (texte: string, taille: number, gras = false): number =>
  Math.max(0, ...splitMots(texte).map((mot) => measureTexte(mot.trimEnd(), taille, gras)))

/** Breaks a text into lines no wider than `largeur`; a word that is longer has a line of its own. */
export function wrapTexte(texte: string, taille: number, largeur: number, gras = false): string[] {
  const lignes: string[] = []
  let ligne = ''
  for (const mot of splitMots(texte.replace(/[ \n]+/g, ' '))) {
    if (ligne !== '' && measureTexte((ligne + mot).trimEnd(), taille, gras) > largeur) {
      lignes.push(ligne.trimEnd())
      ligne = mot
    } else ligne += mot
  }
  return ligne === '' ? lignes : [...lignes, ligne.trimEnd()]
}
