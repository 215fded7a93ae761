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

/** One panel: its name in the address bar, its heading, and what draws it below the heading. */
export interface EntreePanneau {
  readonly cle: Panneau
  readonly titre: string
  readonly composant: Component
}

/** The panels, in the order of their navigation, by group. A new panel is one more line here. */
export const REGISTRE: readonly { readonly groupe: string; readonly panneaux: readonly EntreePanneau[] }[] = [
  {
    groupe: 'Les territoires',
    panneaux: [
      { cle: 'synthese', titre: 'Synthèse', composant: Synthese },
      { cle: 'manquants', titre: 'Territoires manquants', composant: Manquants },
      { cle: 'financements', titre: 'Financements', composant: Financements },
      { cle: 'tableau', titre: 'Tableau des territoires', composant: TableauTerritoires },
      { cle: 'comparaison', titre: 'Comparaison', composant: Comparaison }
    ]
  },
  {
    groupe: 'Le plan national',
    panneaux: [
      { cle: 'chiffres', titre: 'Chiffres clés', composant: ChiffresCles },
      { cle: 'calendrier', titre: 'Calendrier', composant: Calendrier },
      { cle: 'engagements', titre: 'Engagements', composant: Engagements },
      { cle: 'objectifs', titre: 'Objectifs 2027', composant: Objectifs }
    ]
  },
  {
    groupe: 'Les données',
    panneaux: [
      { cle: 'reconciliation', titre: 'Ce que disent les chiffres', composant: Reconciliation },
      { cle: 'donnees', titre: 'Données', composant: Donnees }
    ]
  }
]

const parCle = new Map(
  REGISTRE.flatMap(({ panneaux }) => panneaux).map((panneau) => [panneau.cle, panneau] as const)
)

/** The panel of this name; the first one where this build has none of it. */
export function findPanneau(cle: Panneau): EntreePanneau {
  return parCle.get(cle) ?? (REGISTRE[0]?.panneaux[0] as EntreePanneau)
}
