import type { Fiabilite } from '../../domain/texte/fiabilite'
import type { EtatFeuilleDeRoute, EtatGouvernance } from '../../domain/territoire/territoire'

/** The states in a word, for tables and lists of which a header says what they are about. */
export const ORIGINES_COURTES: Readonly<Record<Fiabilite, string>> = {
  cite: 'Cité',
  deduit: 'Déduit',
  contradictoire: 'Contradictoire',
  inconnu: 'Non renseigné'
}
export const GOUVERNANCES_COURTES: Readonly<Record<EtatGouvernance, string>> = {
  remontee: 'Remontée',
  en_cours_de_validation: 'En cours de validation',
  non_remontee: 'Non remontée'
}
export const FEUILLES_COURTES: Readonly<Record<EtatFeuilleDeRoute, string>> = {
  remontee: 'Remontée',
  annoncee: 'Annoncée',
  non_remontee: 'Non remontée'
}
