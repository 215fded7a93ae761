import type { Component } from 'svelte'
import { takeExport } from '../../data/charger'
import type { Panneau } from '../../state/vue'
import { readAhead } from '../../ui/economie'
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
        readonly charger: () => Promise<Component>
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
    charger: () => takeExport(import('../synthese/Manquants.svelte'), 'default')
  },
  tableau: {
    groupe: 'territoires',
    titre: 'Tableau des territoires',
    court: 'Tableau',
    large: true,
    charger: () => takeExport(import('../tableau/TableauTerritoires.svelte'), 'default')
  },
  comparaison: {
    groupe: 'territoires',
    titre: 'Comparaison',
    large: true,
    paysage: true,
    charger: () => takeExport(import('../tableau/Comparaison.svelte'), 'default')
  },
  financements: {
    groupe: 'financements',
    titre: 'Financements',
    charger: () => takeExport(import('../plan/Financements.svelte'), 'default')
  },
  chiffres: {
    groupe: 'plan',
    titre: 'Chiffres clés',
    charger: () => takeExport(import('../plan/ChiffresCles.svelte'), 'default')
  },
  calendrier: {
    groupe: 'plan',
    titre: 'Calendrier',
    charger: () => takeExport(import('../plan/Calendrier.svelte'), 'default')
  },
  engagements: {
    groupe: 'plan',
    titre: 'Engagements',
    charger: () => takeExport(import('../plan/Engagements.svelte'), 'default')
  },
  objectifs: {
    groupe: 'plan',
    titre: 'Objectifs 2027',
    charger: () => takeExport(import('../plan/Objectifs.svelte'), 'default')
  },
  reconciliation: {
    groupe: 'donnees',
    titre: 'Ce que disent les chiffres',
    charger: () => takeExport(import('../synthese/Reconciliation.svelte'), 'default')
  },
  donnees: {
    groupe: 'donnees',
    titre: 'Données',
    court: 'Importer, exporter',
    charger: () => takeExport(import('../donnees/Contenu.svelte'), 'default'),
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
    readAhead(next)
  }
  readAhead(next)
}
