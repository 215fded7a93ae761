import { formatDate } from '../domain/francais'

/** 'Données au 6 décembre 2024.', or nothing where the date of the data is not known. */
export function describeProvenance(instantane: { readonly date: string } | null): string {
  return instantane ? `Données au ${formatDate(instantane.date)}.` : ''
}
