import { formatDate, INSECABLE } from '../texte/francais'
import type { Origine } from '../territoire/territoire'

type Precision = 'jour' | 'mois' | 'fin_de_mois' | 'fin_d_annee'

/** A date as a source gives it: often a month or the end of a year, seldom a day. */
export interface DateSource {
  /** As the source writes it: 'Fin 2025', '12/2022'. */
  readonly texte: string
  /** ISO date AAAA-MM-JJ; the last day of the period when the source gives no day. */
  readonly iso: string
  readonly precision: Precision
  /** 'deduit' when the day of `iso` is our reading: it must not be shown as a fact. */
  readonly jourOrigine: Origine
}

/** '31 octobre 2024', 'octobre 2024', 'fin octobre 2024' or 'fin 2025': never more precise than the source. */
export function formatDateSource({ iso, precision }: Pick<DateSource, 'iso' | 'precision'>): string {
  if (precision === 'jour') return formatDate(iso)
  if (precision === 'fin_d_annee') return `fin${INSECABLE}${iso.slice(0, 4)}`
  const mois = formatDate(iso).split(INSECABLE).slice(1).join(INSECABLE)
  return precision === 'mois' ? mois : `fin${INSECABLE}${mois}`
}

/**
 * True once the last day of the deadline is over.
 * @param echeance ISO date; the day itself still counts
 * @param aujourdhui ISO date, or date and time of which only the day is read
 */
export function isEcheancePassee(echeance: string, aujourdhui: string): boolean {
  return aujourdhui.slice(0, 10) > echeance.slice(0, 10)
}
