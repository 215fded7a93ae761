import type { ClasseEvolution, Evolution, EvolutionTerritoire } from './evolution'
import { FINE, formatDate, INSECABLE, lowerFirst, quote } from '../texte/francais'

/** One word a class, the same in the legend, on the tooltip and in lists. */
export const LIBELLES_EVOLUTION: Readonly<Record<ClasseEvolution, string>> = {
  gagne: 'Gagné',
  perdu: 'Perdu',
  coporteur: 'Coporteur changé',
  autre: 'Autre changement',
  inchange: 'Inchangé',
  incomparable: 'Sans comparaison possible'
}

/** What each class means, in a sentence without full stop. */
export const SENS_EVOLUTION: Readonly<Record<ClasseEvolution, string>> = {
  gagne: 'une gouvernance ou une feuille de route de plus est remontée',
  perdu: 'une gouvernance ou une feuille de route remontée ne l’est plus',
  coporteur: 'les coporteurs ne sont plus les mêmes',
  autre: 'l’origine du coporteur, un état intermédiaire ou la note ont changé',
  inchange: 'rien n’a changé',
  incomparable: 'un des deux instantanés n’en dit rien'
}

/** The classes in the order in which they are told: what came, what went, what changed, what did not. */
export const ORDRE_EVOLUTION: readonly ClasseEvolution[] = [
  'gagne',
  'perdu',
  'coporteur',
  'autre',
  'inchange',
  'incomparable'
]

/** As much of a snapshot as its name needs. */
export interface Designation {
  /** ISO date. */
  readonly date: string
  readonly titre: string
  readonly local: boolean
}

/** '6 décembre 2024', '1er juin 2025 (données locales « Point de juin »)'. */
export function nameInstantane({ date, titre, local }: Designation): string {
  return formatDate(date) + (local ? ` (données locales ${quote(titre)})` : '')
}

/** 'Évolution du 6 décembre 2024 au 1er juin 2025', local data marked as such. */
export function nameEvolution(avant: Designation, apres: Designation): string {
  return `Évolution du ${nameInstantane(avant)} au ${nameInstantane(apres)}`
}

/** What became of one territory. */
export interface DescriptionEvolution {
  /** 'Gagné'. */
  readonly classe: string
  /** 'Feuille de route non remontée → Feuille de route remontée', one a change. */
  readonly changements: readonly string[]
}

/** @param territoire undefined where neither snapshot says anything of it */
export function describeEvolution(territoire: EvolutionTerritoire | undefined): DescriptionEvolution {
  return {
    classe: LIBELLES_EVOLUTION[territoire?.classe ?? 'incomparable'],
    changements: (territoire?.changements ?? []).map(({ avant, apres }) => `${avant} → ${apres}`)
  }
}

/** The same as the end of a sentence for a screen reader: '; évolution : gagné, feuille de route non remontée, puis …'. */
export function announceEvolution(territoire: EvolutionTerritoire | undefined): string {
  const changements = (territoire?.changements ?? []).map(
    ({ avant, apres }) => `, ${lowerFirst(avant)}, puis ${lowerFirst(apres)}`
  )
  const { classe } = describeEvolution(territoire)
  return `${FINE}; évolution${INSECABLE}: ${lowerFirst(classe)}${changements.join('')}`
}

/** The territories of a comparison by class, in the order of {@link ORDRE_EVOLUTION}; empty classes are left out. */
export function groupEvolution(
  evolution: Evolution
): { readonly classe: ClasseEvolution; readonly territoires: readonly EvolutionTerritoire[] }[] {
  return ORDRE_EVOLUTION.map((classe) => ({
    classe,
    territoires: evolution.territoires.filter((territoire) => territoire.classe === classe)
  })).filter(({ territoires }) => territoires.length > 0)
}
