import type { EntreeInstantane } from '../../../data/instantanes'
import type { Modele } from './modele'

/** Files as texts, by their paths. */
export type Textes = readonly (readonly [chemin: string, texte: string])[]

/** What the single file is made of, as plain data: it goes to a worker. */
export interface DemandeFichier {
  readonly quoi: 'fichier'
  /** Address that the app's files are relative to, ending with '/'. */
  readonly base: string
  /** The page itself, where it is such a file; null: the one beside the hosted app is read. */
  readonly modele: Modele | null
  /** All snapshots of the page: the list, and their files. */
  readonly index: readonly EntreeInstantane[]
  readonly textes: Textes
}

/** What the folder to publish is made of, as plain data. */
export interface DemandePublication {
  readonly quoi: 'publication'
  readonly base: string
  /** The new snapshot's own files, and the list with it in. */
  readonly textes: Textes
}

export type DemandeSortie = DemandeFichier | DemandePublication

/** How a work tells where it is, in French, and lets the page be drawn where it runs in the page. */
export interface Suivi {
  readonly etape: (texte: string) => void
  /** Waited for between two parts of the work. Where it rejects, the work ends with what it rejected with. */
  readonly pause: () => Promise<void>
}

/** What a worker says: where it is, then the whole file, or why there is none. */
export type MessageSortie =
  | { readonly genre: 'etape'; readonly etape: string }
  | { readonly genre: 'produit'; readonly produit: Blob }
  | {
      readonly genre: 'echec'
      readonly fichier: string
      /** A French sentence; null where something failed that no sentence was written for. */
      readonly message: string | null
    }
