import type { Filtre } from '../vue/filtres'
import type { VueCarte } from '../vue/vocabulaire'
import type { Ecart } from './ecarts'

/** 'autre-compte': both numbers are there, and do not count the same thing. */
export type Verdict = 'concorde' | 'ecart' | 'autre-compte' | 'non-compte' | 'non-annonce'

/** What the map is to show of a line: part of a view, in the words of the address bar. */
export interface CarteDeLigne {
  readonly vue: VueCarte
  readonly filtre: readonly Filtre[]
  readonly region: string | null
  readonly territoire?: string
}

/** One figure that the source states, beside the count. */
export interface LigneReconciliation {
  /** Unique in the list. */
  readonly cle: string
  readonly libelle: string
  /** As it is shown; null where the source gives none, or where it cannot be counted. */
  readonly annonce: string | null
  readonly compte: string | null
  readonly verdict: Verdict
  /** A French sentence that can be repeated aloud; empty where `ecarts` say it. */
  readonly explication: string
  /** What does not add up here. */
  readonly ecarts: readonly Ecart[]
  /** Of what is counted: named by the source, and deduced by elimination; null where nothing can be deduced. */
  readonly origines: { readonly cites: number; readonly deduits: number } | null
  /** null where no territory is concerned. */
  readonly carte: CarteDeLigne | null
}
