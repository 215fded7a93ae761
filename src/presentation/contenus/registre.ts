import type { Component } from 'svelte'
import type { Contenu, Scene } from '../../domain/vue/scene'
import Calendrier from './Calendrier.svelte'
import Coporteurs from './Coporteurs.svelte'
import Engagements from './Engagements.svelte'
import Evenement from './Evenement.svelte'
import FeuillesDeRoute from './FeuillesDeRoute.svelte'
import FeuillesManquantes from './FeuillesManquantes.svelte'
import Financements from './Financements.svelte'
import GouvernancesManquantes from './GouvernancesManquantes.svelte'
import Indicateur from './Indicateur.svelte'
import Lien from './Lien.svelte'
import Plan from './Plan.svelte'
import Postes from './Postes.svelte'
import Signataires from './Signataires.svelte'

/** What draws each content. A new one is one more line here, in src/domain/vue/scene.ts and in schema-scenes.json. */
export const CONTENUS_NATIONAUX = {
  evenement: Evenement,
  plan: Plan,
  signataires: Signataires,
  coporteurs: Coporteurs,
  'gouvernances-manquantes': GouvernancesManquantes,
  'feuilles-de-route': FeuillesDeRoute,
  'feuilles-manquantes': FeuillesManquantes,
  financements: Financements,
  postes: Postes
} as const satisfies Partial<Record<Contenu, Component>>

/** Those that need to know more of the scene that they are in. */
export const CONTENUS_DE_SCENE: Readonly<
  Record<Exclude<Contenu, keyof typeof CONTENUS_NATIONAUX>, Component<{ scene: Scene }>>
> = { calendrier: Calendrier, engagements: Engagements, indicateur: Indicateur, lien: Lien }
