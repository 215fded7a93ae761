import { formatDateSource, isEcheancePassee, type DateSource } from './dateSource'
import { formatCompte, formatDate, quote, typographier } from '../texte/francais'

export interface EtatEcheance {
  readonly passee: boolean
  /** 'fin 2025': never more precise than the source. */
  readonly date: string
  /** A French sentence: whether the deadline is over, and since when. */
  readonly message: string
}

const JOUR = 86_400_000

/**
 * Where a deadline stands.
 * @param aujourdhui ISO date
 * @param instantane ISO date of the data; null when unknown
 */
export function describeEcheance(
  { texte, iso, precision }: DateSource,
  aujourdhui: string,
  instantane: string | null
): EtatEcheance {
  const passee = isEcheancePassee(iso, aujourdhui)
  const restants = Math.round((Date.parse(iso) - Date.parse(aujourdhui.slice(0, 10))) / JOUR)
  const statut = passee
    ? `Échéance dépassée depuis le ${formatDate(iso)}`
    : restants === 0
      ? `Échéance aujourd’hui, ${formatDate(iso)}`
      : `Échéance dans ${formatCompte(restants, 'jour')}, le ${formatDate(iso)}`
  const reserve = precision === 'jour' ? '' : ` ; la source dit ${quote(texte)}, sans jour`
  const donnees = instantane ? ` Données au ${formatDate(instantane)}.` : ''
  return {
    passee,
    date: formatDateSource({ iso, precision }),
    message: typographier(`${statut}${reserve}.${donnees}`)
  }
}
