import { findTerritoireRef } from './referentiel'

/** 'Loir-et-Cher (41)'; the code itself where it is unknown. */
export function nameTerritoire(code: string): string {
  const ref = findTerritoireRef(code)
  return ref ? `${ref.nom}\u00A0(${code})` : code
}
