import { describeFiltre, type Filtre } from '../../domain/vue/filtres'

/** True when the filters that a class of the legend stands for are all set; a class without any is never chosen. */
export function isClasseActive(filtres: readonly Filtre[], classe: readonly Filtre[]): boolean {
  return classe.length > 0 && classe.every((filtre) => filtres.includes(filtre))
}

/**
 * The filters after a click on a class of the legend. A second class widens what is shown: were the first one 'déduit'
 * too, which narrows, the second would stay out of sight with its button pressed.
 */
export function toggleClasse(filtres: readonly Filtre[], classe: readonly Filtre[]): Filtre[] {
  if (isClasseActive(filtres, classe)) return filtres.filter((filtre) => !classe.includes(filtre))
  const isType = (filtre: Filtre) => describeFiltre(filtre).groupe === 'gouvernance'
  const gardes = classe.some(isType)
    ? filtres.filter((filtre) => filtre !== 'deduit' || classe.includes(filtre))
    : filtres
  return [...new Set([...gardes, ...classe])]
}
