import type { Component } from 'svelte'
import type { Panneau } from '../../state/vue'
import Calendrier from '../plan/Calendrier.svelte'
import Comparaison from '../tableau/Comparaison.svelte'
import ChiffresCles from '../plan/ChiffresCles.svelte'
import Engagements from '../plan/Engagements.svelte'
import Financements from '../plan/Financements.svelte'
import Donnees from '../donnees/Donnees.svelte'
import Manquants from '../synthese/Manquants.svelte'
import Objectifs from '../plan/Objectifs.svelte'
import Reconciliation from '../synthese/Reconciliation.svelte'
import Synthese from '../synthese/Synthese.svelte'
import TableauTerritoires from '../tableau/TableauTerritoires.svelte'

/** The first level of the navigation, in its order; a group of one panel has no second level. */
export const GROUPES = {
  territoires: 'Territoires',
  financements: 'Financements',
  plan: 'Plan national',
  donnees: 'Données'
} as const
export type Groupe = keyof typeof GROUPES

/** One panel: its group, its heading, its name in the navigation where that is shorter, and what draws it. */
export interface EntreePanneau {
  readonly groupe: Groupe
  readonly titre: string
  readonly court?: string
  readonly composant: Component
}

/** Every panel that a link can name, in the order of the navigation. A new panel is one more line here. */
export const REGISTRE: Readonly<Record<Panneau, EntreePanneau>> = {
  synthese: { groupe: 'territoires', titre: 'Synthèse', composant: Synthese },
  manquants: {
    groupe: 'territoires',
    titre: 'Territoires manquants',
    court: 'Manquants',
    composant: Manquants
  },
  tableau: {
    groupe: 'territoires',
    titre: 'Tableau des territoires',
    court: 'Tableau',
    composant: TableauTerritoires
  },
  comparaison: { groupe: 'territoires', titre: 'Comparaison', composant: Comparaison },
  financements: { groupe: 'financements', titre: 'Financements', composant: Financements },
  chiffres: { groupe: 'plan', titre: 'Chiffres clés', composant: ChiffresCles },
  calendrier: { groupe: 'plan', titre: 'Calendrier', composant: Calendrier },
  engagements: { groupe: 'plan', titre: 'Engagements', composant: Engagements },
  objectifs: { groupe: 'plan', titre: 'Objectifs 2027', composant: Objectifs },
  reconciliation: { groupe: 'donnees', titre: 'Ce que disent les chiffres', composant: Reconciliation },
  donnees: { groupe: 'donnees', titre: 'Données', court: 'Importer, exporter', composant: Donnees }
}

/** The panels of a group, in their order. */
export function listPanneaux(groupe: Groupe): readonly Panneau[] {
  return (Object.keys(REGISTRE) as Panneau[]).filter((cle) => REGISTRE[cle].groupe === groupe)
}

/** The panel's short name, for the navigation. */
export function nameCourt(cle: Panneau): string {
  return REGISTRE[cle].court ?? REGISTRE[cle].titre
}
