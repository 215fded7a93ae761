import { matchTexte } from '../texte/francais'
import { matchFiltres, type ContexteFiltres, type Filtre } from '../vue/filtres'
import { groupByRegion, type GroupeRegional } from '../territoire/requetes'
import { hasFeuilleDeRoute, isGouvernanceRemontee, type Territoire } from '../territoire/territoire'

/** What of the missing ones a list shows; each is a set of filters that the map understands too. */
export const CHOIX_MANQUANTS = [
  { cle: 'tous', filtres: [] },
  { cle: 'sans-gouvernance', filtres: ['sans-gouvernance'] },
  { cle: 'sans-feuille-avec-gouvernance', filtres: ['sans-feuille', 'avec-gouvernance'] }
] as const satisfies readonly { cle: string; filtres: readonly Filtre[] }[]
export type ChoixManquants = (typeof CHOIX_MANQUANTS)[number]['cle']

/** The territories that lack a governance or a roadmap. */
export function listManquants(territoires: readonly Territoire[]): Territoire[] {
  return territoires.filter((t) => !isGouvernanceRemontee(t) || !hasFeuilleDeRoute(t))
}

/** The choice that these filters make, or null when they narrow the list in a way of their own. */
export function findChoix(filtres: readonly Filtre[]): ChoixManquants | null {
  const choix = CHOIX_MANQUANTS.find(
    (candidat) =>
      candidat.filtres.length === filtres.length &&
      candidat.filtres.every((filtre) => filtres.includes(filtre))
  )
  return choix?.cle ?? null
}

/**
 * The missing ones that pass the filters and the text, by region in the order of names, those without region last.
 * @param texte start of a word of the name or of the region, or of the code; empty keeps all
 * @param nomRegion name of a group for the text to match
 */
export function groupManquants(
  territoires: readonly Territoire[],
  filtres: readonly Filtre[],
  texte: string,
  nomRegion: (groupe: Pick<GroupeRegional, 'region'>) => string,
  contexte?: ContexteFiltres
): GroupeRegional[] {
  const passes = (territoire: Territoire) =>
    matchTexte([territoire.code, territoire.nom, nomRegion(territoire)], texte)
  return groupByRegion(
    listManquants(territoires).filter((t) => matchFiltres(t, filtres, contexte) && passes(t))
  ).sort(
    (a, b) =>
      Number(a.region === null) - Number(b.region === null) ||
      nomRegion(a).localeCompare(nomRegion(b), 'fr') ||
      (a.cle < b.cle ? -1 : 1)
  )
}
