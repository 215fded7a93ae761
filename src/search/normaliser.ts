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
      // 'Chalon s/Saône', as addresses write it
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

/** 'saint die' gives 'saintdie': hyphens, spaces and apostrophes, there or not, make no difference. */
export function compacter(normalise: string): string {
  return normalise.replaceAll(' ', '')
}

const NATURES: readonly (readonly [RegExp, string])[] = [
  [/^communaute d agglo(?:meration)?\b/, 'ca'],
  [/^communaute de communes\b/, 'cc'],
  [/^communaute urbaine\b/, 'cu']
]

/** 'communauté de communes du Val' gives 'cc du val': EPCI are listed under their short form. */
export function abregerNature(normalise: string): string {
  return NATURES.reduce((t, [motif, sigle]) => t.replace(motif, sigle), normalise)
}
