/**
 * How wide a text is, near enough to break its lines: in parts of the font size, a little wider than both Marianne and
 * the Arial that stands in where a program ignores embedded fonts. A canvas would know it exactly, but a scene has to
 * be composed alike in a browser, in a build and in a test.
 */
const LARGEURS: readonly (readonly [RegExp, number])[] = [
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

/** Breaks a text into lines no wider than `largeur`, at plain spaces; a longer word has a line of its own. */
export function wrapTexte(texte: string, taille: number, largeur: number, gras = false): string[] {
  const lignes: string[] = []
  let ligne = ''
  for (const mot of texte.split(/[ \n]+/)) {
    const suite = ligne === '' ? mot : `${ligne} ${mot}`
    if (ligne !== '' && measureTexte(suite, taille, gras) > largeur) {
      lignes.push(ligne)
      ligne = mot
    } else ligne = suite
  }
  return ligne === '' ? lignes : [...lignes, ligne]
}
