import { findRegion } from '../domain/referentiel'

/** The name of a group of territories: its region's, or what stands in for it. */
export function nameRegion({ region }: { readonly region: string | null }): string {
  return region === null ? 'Collectivité sans région' : (findRegion(region)?.nom ?? region)
}
