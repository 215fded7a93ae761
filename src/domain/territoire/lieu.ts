/** A place that can be searched, and what the search answers. */

export type TypeLieu =
  | 'departement'
  | 'region'
  | 'commune'
  | 'commune-deleguee'
  | 'commune-associee'
  | 'arrondissement-municipal'
  /** Établissement public de coopération intercommunale with its own tax. */
  | 'epci'
  /** Établissement public territorial of the Métropole du Grand Paris. */
  | 'ept'
  /** Overseas collectivity that is none of the 103 territories. */
  | 'collectivite'

/** Legal nature of an EPCI, as the DGCL writes it. */
export type NatureGroupement = 'CC' | 'CA' | 'CU' | 'METRO' | 'MET69' | 'EPT'

const NATURES: Readonly<Record<NatureGroupement, string>> = {
  CC: 'Communauté de communes',
  CA: 'Communauté d’agglomération',
  CU: 'Communauté urbaine',
  METRO: 'Métropole',
  MET69: 'Métropole',
  EPT: 'Établissement public territorial'
}

/** The nature of a group written out; null for what is none. */
export function nameNature(nature: NatureGroupement | null): string | null {
  return nature && NATURES[nature]
}

export interface Lieu {
  readonly type: TypeLieu
  /** INSEE code (commune, department, region) or SIREN (EPCI, EPT). */
  readonly code: string
  /** What `lieu=` carries; the code, but for a delegated commune whose code is that of its commune ('01015D'). */
  readonly cle: string
  readonly nom: string
  /** INSEE codes of the departments, sorted; several for a region or a group that spans them. */
  readonly departements: readonly string[]
  /** Those of the 103 territories in which it lies; empty for what the roadmap does not cover. */
  readonly territoires: readonly string[]
  /** Empty for all but communes and municipal arrondissements. */
  readonly codesPostaux: readonly string[]
  /** Inhabitants (population municipale); null where INSEE gives none. */
  readonly population: number | null
  readonly nature: NatureGroupement | null
  /** The EPCI of a commune. */
  readonly groupement: Lieu | null
  /** The commune that a delegated or associated commune, or an arrondissement, belongs to. */
  readonly rattachement: Lieu | null
}

/** How a place answers a query, best first. */
export type Correspondance = 'nom' | 'code' | 'debut' | 'mot' | 'approche'

export interface ResultatLieu {
  readonly lieu: Lieu
  /** What tells it from its homonyms: 'Loir-et-Cher (41)', 'Commune déléguée d’… '. */
  readonly precision: string
  readonly correspondance: Correspondance
  /** True when the source says nothing of it: the interface has to say so. */
  readonly horsPerimetre: boolean
}

/** A place that was named during a round table: it is marked on its territories, for no source says where it lies. */
export interface LieuCite {
  readonly cle: string
  readonly nom: string
  readonly territoires: readonly string[]
}

export interface FicheLieu {
  readonly lieu: Lieu
  /** 'Blois · CA de Blois « Agglopolys » · Loir-et-Cher · Centre-Val de Loire' */
  readonly titre: string
  readonly groupement: Lieu | null
  readonly departements: readonly { readonly code: string; readonly nom: string }[]
  readonly regions: readonly { readonly code: string; readonly nom: string }[]
  /** Codes of the territories, sorted; the first is that of the place itself when it lies in one only. */
  readonly territoires: readonly string[]
  /** One sentence for each thing that has to be known: spans departments, lies outside the roadmap. */
  readonly avertissements: readonly string[]
}
