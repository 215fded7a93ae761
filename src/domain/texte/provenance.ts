import { formatDate, quote } from './francais'
import type { Instantane } from '../territoire/territoire'

/**
 * 'Données au 6 décembre 2024.', 'Données locales « Point de juin » au 1er juin 2025.', or nothing where the date of the
 * data is not known.
 */
export function describeProvenance(instantane: Pick<Instantane, 'date' | 'local'> | null): string {
  if (!instantane) return ''
  const quoi = instantane.local === undefined ? 'Données' : `Données locales ${quote(instantane.local)}`
  return `${quoi} au ${formatDate(instantane.date)}.`
}
