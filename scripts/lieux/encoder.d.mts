/** What the encoder reads of a row of the source package. */
export interface CommuneSource {
  code: string
  nom: string
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal'
  departement: string
  codesPostaux?: string[]
  population?: number
  /** INSEE codes of what it took in. */
  anciensCodes?: string[]
  /** Of a delegated or associated commune. */
  chefLieu?: string
  /** Of a municipal arrondissement. */
  commune?: string
}

export interface GroupementSource {
  code: string
  nom: string
  type: string
  populationMunicipale?: number
  membres: { code: string; populationMunicipale: number }[]
}

export interface TablesSource {
  communes: CommuneSource[]
  epci: GroupementSource[]
  ept: GroupementSource[]
  horsPerimetre: { code: string; nom: string }[]
  source: string
}

export function encodeLieux(tables: TablesSource): string
