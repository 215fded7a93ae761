import type { MultiLineString } from 'geojson'
import type { Territoires } from '../../data/topologie'
import type { Bornes } from '../../map/cadre/camera'
import type { Apparence } from '../../map/apparence/palette'
import type { ClasseLegende } from '../../map/apparence/classes'
import type { Repere } from '../../map/marques/repere'

/**
 * What a picture of the map shows, whatever it is drawn as: the SVG and PNG of today, a slide or a page of a document
 * tomorrow. Plain data: `sujet.ts` takes it from the app, a test makes its own.
 */
export interface SujetScene {
  readonly titre: string
  /** What the map is narrowed to, and other sentences under the title. */
  readonly sousTitre: readonly string[]
  /** What must never be overlooked: that the data are local. */
  readonly mentions: readonly string[]
  readonly territoires: Territoires
  readonly regions: MultiLineString | null
  readonly apparences: ReadonlyMap<string, Apparence>
  /** One sentence a territory: the name of its shape. */
  readonly phrases: ReadonlyMap<string, string>
  readonly classes: readonly ClasseLegende[]
  /** How to read each pattern; without full stop. */
  readonly notes: readonly string[]
  readonly estompes: ReadonlySet<string>
  readonly selection: string | null
  /** Pins and places named. */
  readonly reperes: readonly Repere[]
  /** The part of metropolitan France to show; null is all of it. */
  readonly bornes: Bornes | null
  readonly sources: readonly string[]
}

/** In CSS pixels: what 1× is. */
export interface Taille {
  readonly largeur: number
  readonly hauteur: number
}

export const FORMATS = {
  '16-9': { libelle: '16:9, diapositive', largeur: 1280, hauteur: 720 },
  '4-3': { libelle: '4:3, diapositive', largeur: 1024, hauteur: 768 },
  a4: { libelle: 'A4 en hauteur', largeur: 794, hauteur: 1123 },
  carre: { libelle: 'Carré', largeur: 1080, hauteur: 1080 }
} as const
export type NomFormat = keyof typeof FORMATS

/** The colours of what is around the map. */
export interface Habillage {
  /** Of the ground; null is none. */
  readonly fond: string | null
  readonly texte: string
  readonly texteDoux: string
  readonly alerte: string
  readonly frontiere: string
  readonly encart: string | null
  /** Of the ground under the outlines, where the picture's own would hide some of the map's colours; null is that one. */
  readonly mer: string | null
  /** How many times larger letters and patterns are than on a desk. */
  readonly echelle: number
}

const CLAIR: Habillage = {
  fond: '#ffffff',
  texte: '#161616',
  texteDoux: '#3a3a3a',
  alerte: '#b34000',
  frontiere: '#3f4254',
  encart: '#dddddd',
  mer: null,
  echelle: 1
}
export const HABILLAGES = {
  clair: CLAIR,
  sombre: {
    ...CLAIR,
    fond: '#161616',
    texte: '#f5f5f5',
    texteDoux: '#cecece',
    alerte: '#fc5d00',
    frontiere: '#15171f',
    encart: '#4a4a4a',
    // As on the screen: the darkest classes are not told from a dark ground.
    mer: '#5c6e87'
  },
  projecteur: { ...CLAIR, texteDoux: '#161616', echelle: 1.3 },
  transparent: { ...CLAIR, fond: null, encart: null }
} as const satisfies Record<string, Habillage>
export type NomHabillage = keyof typeof HABILLAGES
