/** What the search does with words beyond the one spelling that all of the app compares in. */
export { normaliser } from '../domain/texte/normaliser'

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
