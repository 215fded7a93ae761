import type { Component } from 'svelte'
import type { Panneau } from '../../state/vue'
import { whenIdle } from '../../ui/inactivite'
import Synthese from '../synthese/Synthese.svelte'

/** The first level of the navigation, in its order; a group of one panel has no second level. */
export const GROUPES = {
  territoires: 'Territoires',
  financements: 'Financements',
  plan: 'Plan national',
  donnees: 'Données'
} as const
export type Groupe = keyof typeof GROUPES

/** What is said of a panel: its group, its heading, its name in the navigation where that is shorter, and its shape. */
interface FormePanneau {
  readonly groupe: Groupe
  readonly titre: string
  readonly court?: string
  /** One large table, which takes room from the map; everything else is read in a column. */
  readonly large?: true
  /** Printed across the sheet. */
  readonly paysage?: true
}

/** One panel: what is said of it, and what draws it, or loads that. */
export type EntreePanneau = FormePanneau &
  (
    | {
        /** In the program from the start: the panel that the first view shows. */
        readonly composant: Component
        readonly charger?: never
      }
    | {
        readonly composant?: never
        readonly charger: () => Promise<{ default: Component }>
        /** Not loaded before it is asked for: large, and most visits never open it. */
        readonly rare?: true
      }
  )

/** Every panel that a link can name, in the order of the navigation. A new panel is one more line here. */
export const REGISTRE: Readonly<Record<Panneau, EntreePanneau>> = {
  synthese: { groupe: 'territoires', titre: 'Synthèse', composant: Synthese },
  manquants: {
    groupe: 'territoires',
    titre: 'Territoires manquants',
    court: 'Manquants',
    charger: () => import('../synthese/Manquants.svelte')
  },
  tableau: {
    groupe: 'territoires',
    titre: 'Tableau des territoires',
    court: 'Tableau',
    large: true,
    charger: () => import('../tableau/TableauTerritoires.svelte')
  },
  comparaison: {
    groupe: 'territoires',
    titre: 'Comparaison',
    large: true,
    paysage: true,
    charger: () => import('../tableau/Comparaison.svelte')
  },
  financements: {
    groupe: 'financements',
    titre: 'Financements',
    charger: () => import('../plan/Financements.svelte')
  },
  chiffres: { groupe: 'plan', titre: 'Chiffres clés', charger: () => import('../plan/ChiffresCles.svelte') },
  calendrier: { groupe: 'plan', titre: 'Calendrier', charger: () => import('../plan/Calendrier.svelte') },
  engagements: { groupe: 'plan', titre: 'Engagements', charger: () => import('../plan/Engagements.svelte') },
  objectifs: { groupe: 'plan', titre: 'Objectifs 2027', charger: () => import('../plan/Objectifs.svelte') },
  reconciliation: {
    groupe: 'donnees',
    titre: 'Ce que disent les chiffres',
    charger: () => import('../synthese/Reconciliation.svelte')
  },
  donnees: {
    groupe: 'donnees',
    titre: 'Données',
    court: 'Importer, exporter',
    charger: () => import('../donnees/Contenu.svelte'),
    rare: true
  }
}

/** The panels of a group, in their order. */
export function listPanneaux(groupe: Groupe): readonly Panneau[] {
  return (Object.keys(REGISTRE) as Panneau[]).filter((cle) => REGISTRE[cle].groupe === groupe)
}

/** The panel's short name, for the navigation. */
export function nameCourt(cle: Panneau): string {
  return REGISTRE[cle].court ?? REGISTRE[cle].titre
}

/** Loads what the first view does not need, so that it is there when it is asked for; what fails is asked for again then. */
export function prefetchPanneaux(): void {
  const suivants = Object.values(REGISTRE).flatMap((entree) =>
    entree.charger && !entree.rare ? [entree.charger] : []
  )
  // One an idle moment: asked for together, the ten of them hold the page for longer than a frame.
  const next = () => {
    const charger = suivants.shift()
    if (!charger) return
    charger().catch(() => undefined)
    whenIdle(next)
  }
  whenIdle(next)
}
