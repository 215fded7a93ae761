import { findRegion, REGIONS, TERRITOIRES } from '../domain/referentiel'

/** The name of a group of territories: its region's, or what stands in for it. */
export function nameRegion({ region }: { readonly region: string | null }): string {
  return region === null ? 'Collectivité sans région' : (findRegion(region)?.nom ?? region)
}

/** The regions in the order of their names. */
export const REGIONS_PAR_NOM = [...REGIONS].sort((a, b) => a.nom.localeCompare(b.nom, 'fr'))

/** The collectivities that belong to no region. */
export const SANS_REGION = TERRITOIRES.filter(({ region }) => region === null)
