/**
 * Names of the 103 territories and the 18 regions, with the forms that sentences need.
 * Source: INSEE's Code officiel géographique, by `npm run lieux`; never edited by hand.
 */
import referentiel from './referentiel.json' with { type: 'json' }

interface Nomme {
  readonly nom: string
  /** Genitive: 'de l’Ain', 'des Hauts-de-France'. */
  readonly de: string
  /** Locative: 'dans l’Ain', 'en Gironde', 'à Paris'. */
  readonly dans: string
}

export interface TerritoireRef extends Nomme {
  /** INSEE code of the department or collectivity; '978' stands for Saint-Martin and Saint-Barthélemy together. */
  readonly code: string
  /** INSEE code of the region; null for 978 and 988, which belong to none. */
  readonly region: string | null
}

export interface Region extends Nomme {
  /** INSEE code: '84', '01'… */
  readonly code: string
}

/** Sorted by code. */
export const TERRITOIRES: readonly TerritoireRef[] = referentiel.territoires
/** Sorted by code. */
export const REGIONS: readonly Region[] = referentiel.regions

const territoires = new Map(TERRITOIRES.map((territoire) => [territoire.code, territoire]))
const regions = new Map(REGIONS.map((region) => [region.code, region]))

/** The territory of this code, or undefined. */
export function findTerritoireRef(code: string): TerritoireRef | undefined {
  return territoires.get(code)
}

/** The region of this code, or undefined. */
export function findRegion(code: string): Region | undefined {
  return regions.get(code)
}

/** The name of the territory of this code; the code itself where none has it. */
export function nameTerritoire(code: string): string {
  return territoires.get(code)?.nom ?? code
}

/** The name of the region of a territory or of a group of them, or what stands in for it. */
export function nameRegion({ region }: { readonly region: string | null }): string {
  return region === null ? 'Collectivité sans région' : (findRegion(region)?.nom ?? region)
}
