/** One spelling for all: what is typed and what is searched are compared in it. */

/**
 * Lower case without accents nor ligatures, words parted by one space, 'St' and 'Ste' written out:
 * 'L’Haÿ-les-Roses' gives 'l hay les roses', 'St-Dié' gives 'saint die'. Line breaks stay, so that a whole list can
 * be done at once, which is ten times quicker than name by name.
 */
export function normaliser(texte: string): string {
  return (
    texte
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[œæ]/g, (ligature) => (ligature === 'œ' ? 'oe' : 'ae'))
      // 'Chalon s/Saône', as addresses write it
      .replace(/(^|[^a-z])s\/ */g, '$1sur ')
      .replace(/[^a-z0-9\n]+/g, ' ')
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
