import { formatDate, INSECABLE, quote } from './francais'
import type { Instantane } from '../territoire/territoire'

/** The event whose slides the published data come from, as it is cited. */
const PRESENTATION = `présentation de la table ronde ${quote('Organiser la gouvernance pour rendre efficace l’alliance des acteurs')}`
/**
 * A sentence, after that of {@link describeProvenance}: where the data come from. Those that somebody imported are not the
 * source's, which must not be cited for them.
 */
export const citeSource = (instantane: Pick<Instantane, 'local'> | null): string =>
  instantane?.local === undefined
    ? `Source${INSECABLE}: ${PRESENTATION}.`
    : 'Importées sur un appareil, elles ne sont ni publiées ni vérifiées.'

/**
 * 'Données au 6 décembre 2024.', 'Données locales « Point de juin » au 1er juin 2025.', or nothing where the date of the
 * data is not known.
 */
export function describeProvenance(instantane: Pick<Instantane, 'date' | 'local'> | null): string {
  if (!instantane) return ''
  const quoi = instantane.local === undefined ? 'Données' : `Données locales ${quote(instantane.local)}`
  return `${quoi} au ${formatDate(instantane.date)}.`
}
