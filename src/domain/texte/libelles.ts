import type { EtatFeuilleDeRoute, EtatGouvernance, Origine, TypeCoporteur } from '../territoire/territoire'

/** The French wording of each term, the same on the map, in the legend, in panels and in exports. */
export const LIBELLES_COPORTEUR: Record<TypeCoporteur, string> = {
  region: 'Conseil régional',
  departement: 'Conseil départemental',
  syndicat_mixte: 'Syndicat mixte',
  collectivite_statut_particulier: 'Collectivité à statut particulier',
  epci: 'EPCI uniquement',
  prefecture: 'Préfecture uniquement'
}

export const LIBELLES_ETAT_GOUVERNANCE: Record<EtatGouvernance, string> = {
  remontee: 'Gouvernance remontée',
  en_cours_de_validation: 'Gouvernance en cours de validation',
  non_remontee: 'Gouvernance non remontée'
}

export const LIBELLES_FEUILLE_DE_ROUTE: Record<EtatFeuilleDeRoute, string> = {
  remontee: 'Feuille de route remontée',
  annoncee: 'Feuille de route annoncée',
  non_remontee: 'Feuille de route non remontée'
}

export const LIBELLES_ORIGINE: Record<Origine, string> = {
  source: 'cité par la source',
  deduit: 'déduit par élimination'
}
