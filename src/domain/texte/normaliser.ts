/** One spelling for all: what is typed and what is searched are compared in it. */

/** Letters, marks and signs between plain letters: accents go, ligatures open, all else parts words. */
function plier(signes: string): string {
  return signes
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
}

/**
 * Lower case without accents nor ligatures, words parted by one space, 'St' and 'Ste' written out:
 * 'L’Haÿ-les-Roses' gives 'l hay les roses', 'St-Dié' gives 'saint die'. Line breaks stay, so that a whole list can
 * be done at once, which is ten times quicker than name by name.
 */
export function normaliser(texte: string): string {
  const plis = new Map<string, string>()
  return (
    texte
      .toLowerCase()
      // 'Fontenay s/s Bois' and 'Chalon s/Saône', as addresses write them
      .replace(/(?<![a-z])s\/ *s(?![a-z])/g, 'sous ')
      .replace(/(?<![a-z])s\/ */g, 'sur ')
      .replace(/[^a-z0-9\n]+/g, (signes) => {
        let pli = plis.get(signes)
        if (pli === undefined) plis.set(signes, (pli = plier(signes)))
        return pli
      })
      .replace(/ {2,}/g, ' ')
      .replace(/^ | $/gm, '')
      .replace(/\bst(e?s?)\b/g, 'saint$1')
  )
}

/**
 * A text in every spelling that it may be meant in: 'st' at its end is 'saint', but may also be the beginning of
 * 'statut' or of 'Strasbourg', which is still being typed.
 */
export function listGraphies(texte: string): string[] {
  const normalise = normaliser(texte)
  const fin = /(?:^|[^a-z])(stes?|sts?)$/i.exec(texte)?.[1]?.toLowerCase()
  return fin ? [normalise, [...normalise.split(' ').slice(0, -1), fin].join(' ')] : [normalise]
}
