/**
 * Files of figures that were written before some facts had a field of their own, on somebody's disk or kept by a browser:
 * what the app then read out of words and identifiers is written into the fields, so that they say what they said.
 */

type Brut = Record<string, unknown>

const listObjets = (section: unknown, nom: string): Brut[] => {
  const liste = typeof section === 'object' && section !== null ? (section as Brut)[nom] : undefined
  return Array.isArray(liste)
    ? liste.filter((element): element is Brut => typeof element === 'object' && element !== null)
    : []
}
const toTexte = (valeur: unknown) => (typeof valeur === 'string' ? valeur : '')

/** Adds the fields that are missing, in place; what is there is left as it is, right or wrong. */
export function completeAnciens({ calendrier, financements }: Brut): void {
  for (const date of listObjets(calendrier, 'dates'))
    date['cloture'] ??= toTexte(date['id']).startsWith('calendrier-cloture-')
  for (const financement of listObjets(financements, 'liste')) {
    financement['pourFeuilleDeRoute'] ??= /feuilles? de route/i.test(toTexte(financement['objet']))
    financement['nommeEpci'] ??= /\bEPCI\b/.test(toTexte(financement['beneficiaires']))
  }
}
