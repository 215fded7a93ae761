import { formatDate, INSECABLE, quote } from './francais'
import type { Instantane } from '../territoire/territoire'

/** The event whose slides the published data come from, as it is cited. */
const PRESENTATION = `présentation de la table ronde ${quote('Organiser la gouvernance pour rendre efficace l’alliance des acteurs')}`
/** A sentence: where published data come from. */
export const SOURCE = `Source${INSECABLE}: ${PRESENTATION}.`

/**
 * 'Données au 6 décembre 2024.', 'Données locales « Point de juin » au 1er juin 2025.', or nothing where the date of the
 * data is not known.
 */
export function describeProvenance(instantane: Pick<Instantane, 'date' | 'local'> | null): string {
  if (!instantane) return ''
  const quoi = instantane.local === undefined ? 'Données' : `Données locales ${quote(instantane.local)}`
  return `${quoi} au ${formatDate(instantane.date)}.`
}
