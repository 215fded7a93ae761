import type { Filtre } from './filtres'
import type { Panneau, VueCarte } from './vocabulaire'

/** What a scene can tell by itself: each is drawn from the data in view, so that no figure is typed into a scene. */
export const CONTENUS = [
  'evenement',
  'plan',
  'signataires',
  'engagements',
  'calendrier',
  'coporteurs',
  'gouvernances-manquantes',
  'feuilles-de-route',
  'feuilles-manquantes',
  'financements',
  'indicateur',
  'postes',
  'lien'
] as const
export type Contenu = (typeof CONTENUS)[number]

/** What has most of the slide: the map, neither, or what is told beside it. */
export const DISPOSITIONS = ['carte', 'moitie', 'texte'] as const
type Disposition = (typeof DISPOSITIONS)[number]

/** One scene of the presentation, as static/donnees/scenes.json has it (schema-scenes.json tells of each field). */
export interface Scene {
  readonly id: string
  /** With places for figures, such as `{gouvernances}`: see src/domain/vue/jetons.ts. */
  readonly titre: string
  readonly masquee?: boolean
  /** A view of the map, as the address bar names it. */
  readonly vue?: VueCarte
  readonly filtre?: readonly Filtre[]
  /** What the camera frames. */
  readonly region?: string
  readonly territoire?: string
  readonly disposition?: Disposition
  readonly contenu?: Contenu
  /** `id` of the elements of chiffres.json that the content is about, where it is about some only. */
  readonly elements?: readonly string[]
  /** A panel of the app, as the address bar names it: in place of a content. */
  readonly panneau?: Panneau
  readonly texte?: readonly string[]
  /** For the presenter's window only. */
  readonly notes?: string
  /** The address that the last scene gives, where it is not the page's own. */
  readonly lien?: string
}
