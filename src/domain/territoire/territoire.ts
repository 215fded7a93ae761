/**
 * A territory of the roadmap France Numérique Ensemble, and what a dated snapshot says of it.
 * Source of the terms: the deck of the round table (docs/source), glossary in docs/glossaire.md.
 */

/** Who can bear a governance, in the order of the deck's own list. */
export const TYPES_COPORTEUR = [
  'region',
  'departement',
  'syndicat_mixte',
  'collectivite_statut_particulier',
  'epci',
  'prefecture'
] as const
export type TypeCoporteur = (typeof TYPES_COPORTEUR)[number]

/** 'source': the deck names the territory under this co-bearer. 'deduit': by elimination, never stated. */
export const ORIGINES = ['source', 'deduit'] as const
export type Origine = (typeof ORIGINES)[number]

export const ETATS_GOUVERNANCE = ['remontee', 'en_cours_de_validation', 'non_remontee'] as const
export type EtatGouvernance = (typeof ETATS_GOUVERNANCE)[number]

export const ETATS_FEUILLE_DE_ROUTE = ['remontee', 'annoncee', 'non_remontee'] as const
export type EtatFeuilleDeRoute = (typeof ETATS_FEUILLE_DE_ROUTE)[number]

interface FeuilleDeRoute {
  readonly etat: EtatFeuilleDeRoute
}

interface Gouvernance {
  readonly etat: EtatGouvernance
  /** Empty when no co-bearer is known. */
  readonly coporteurs: readonly TypeCoporteur[]
  /** null when there is no co-bearer to have an origin. */
  readonly origine: Origine | null
}

export interface Territoire {
  /** INSEE code of the department or collectivity, '978' for Saint-Martin and Saint-Barthélemy together. */
  readonly code: string
  readonly nom: string
  /** INSEE code of the region; null for the two collectivities that belong to none (978, 988). */
  readonly region: string | null
  readonly gouvernance: Gouvernance
  /** One entry a roadmap: a territory can have several (the deck announces 127 for 103 territories). */
  readonly feuillesDeRoute: readonly FeuilleDeRoute[]
  /** What the person who keeps the data wants to say of this row; text, possibly empty. */
  readonly note: string
}

/** One dated state of all territories. */
export interface Instantane {
  /** ISO date, AAAA-MM-JJ. */
  readonly date: string
  readonly territoires: readonly Territoire[]
  /** Title that somebody gave to their own import; absent for a shipped snapshot. Say 'données locales' wherever it is set. */
  readonly local?: string
}

/** True when the territory has handed in a stabilised governance ('en cours de validation' is not yet one). */
export function isGouvernanceRemontee(territoire: Territoire): boolean {
  return territoire.gouvernance.etat === 'remontee'
}

/** True when at least one roadmap of the territory has been handed in. */
export function hasFeuilleDeRoute(territoire: Territoire): boolean {
  return territoire.feuillesDeRoute.some((feuille) => feuille.etat === 'remontee')
}

/** How far the furthest roadmap of the territory has come. */
export function computeEtatFeuille(territoire: Territoire): EtatFeuilleDeRoute {
  const etats = territoire.feuillesDeRoute.map(({ etat }) => etat)
  return ETATS_FEUILLE_DE_ROUTE.find((etat) => etats.includes(etat)) ?? 'non_remontee'
}

/** True when the deck names the territory under at least one type of co-bearer. */
export function isCoporteurCite(territoire: Territoire, type: TypeCoporteur): boolean {
  return territoire.gouvernance.origine === 'source' && territoire.gouvernance.coporteurs.includes(type)
}

/** True for the co-bearers that, by their own name in the deck ('… uniquement'), exclude any other. */
const EXCLUSIFS: Readonly<Record<TypeCoporteur, boolean>> = {
  region: false,
  departement: false,
  syndicat_mixte: false,
  collectivite_statut_particulier: false,
  epci: true,
  prefecture: true
}

export type Contradiction = 'uniquement-et-autre' | 'coporteur-sans-gouvernance'

/**
 * How the source contradicts itself about a territory, or null:
 * named 'uniquement' under one type and again under another; or named under a type and among those not reported.
 */
export function findContradiction(territoire: Territoire): Contradiction | null {
  const { coporteurs, etat } = territoire.gouvernance
  if (coporteurs.length > 1 && coporteurs.some((type) => EXCLUSIFS[type])) {
    return 'uniquement-et-autre'
  }
  if (coporteurs.length > 0 && etat !== 'remontee') return 'coporteur-sans-gouvernance'
  return null
}
