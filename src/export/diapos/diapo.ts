/**
 * A slide as it is described before it is written, whatever writes it (PowerPoint, a printed page): plain data, in pixels
 * of {@link LARGEUR} by {@link HAUTEUR}, 96 to the inch.
 */
export const LARGEUR = 1280
export const HAUTEUR = 720

export interface Place {
  readonly x: number
  readonly y: number
  readonly largeur: number
  readonly hauteur: number
}

export interface Morceau {
  readonly texte: string
  readonly gras?: boolean
}

interface Paragraphe {
  readonly morceaux: readonly Morceau[]
  /** A dot before it. */
  readonly puce?: boolean
}

interface Nomme {
  /** What the list of a slide's objects calls it; unique on its slide. */
  readonly nom: string
}

export interface Texte extends Place, Nomme {
  readonly genre: 'texte'
  /** The title is the slide's own: the outline and screen readers know it by that. */
  readonly role: 'titre' | 'texte'
  readonly paragraphes: readonly Paragraphe[]
  /** Font size in pixels. */
  readonly taille: number
  readonly couleur: string
  readonly alignement: 'gauche' | 'centre' | 'droite'
}

export type Point = readonly [x: number, y: number]

/** How a shape is filled: the patterns of the map as a program has them for its own shapes. */
export type Remplissage =
  | { readonly genre: 'uni'; readonly couleur: string }
  | { readonly genre: 'points' | 'hachures'; readonly couleur: string; readonly dessus: string }
  | { readonly genre: 'rayures'; readonly couleurs: readonly string[] }

export interface Forme extends Place, Nomme {
  readonly genre: 'forme'
  /** Closed rings in the slide's pixels; or a plain shape that fills its place. */
  readonly contours: readonly (readonly Point[])[] | 'rectangle' | 'ellipse'
  /** False for lines, which are not closed. */
  readonly ferme: boolean
  readonly fond: Remplissage | null
  readonly trait: { readonly couleur: string; readonly epaisseur: number } | null
  /** Read out in place of the shape. */
  readonly description: string
}

interface Tableau extends Place, Nomme {
  readonly genre: 'tableau'
  readonly tetes: readonly string[]
  readonly lignes: readonly (readonly string[])[]
  /** Of the columns, in pixels. */
  readonly largeurs: readonly number[]
  /** Of the rows, the head first, in pixels. */
  readonly hauteurs: readonly number[]
  readonly taille: number
}

export interface Barre {
  readonly libelle: string
  readonly valeur: number
  readonly couleur: string
}

export interface Graphique extends Place, Nomme {
  readonly genre: 'graphique'
  readonly barres: readonly Barre[]
  readonly unite: 'nombre' | 'pourcent'
  readonly taille: number
  readonly description: string
}

export type Element = Texte | Forme | Tableau | Graphique

export interface Diapo {
  /** Of the scene. */
  readonly id: string
  readonly titre: string
  readonly elements: readonly Element[]
  /** The presenter's; empty where there are none. */
  readonly notes: string
}

export const ENCRE = '#161616'
export const ENCRE_DOUCE = '#3a3a3a'
export const ACCENT = '#000091'
export const ALERTE = '#b34000'
export const TRAIT = '#929292'
export const FOND_DOUX = '#f0f0f5'
