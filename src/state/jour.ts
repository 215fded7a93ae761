const PARIS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit'
})

/**
 * The calendar day of an instant in Paris, as an ISO date: the day by which the State's deadlines are judged, wherever
 * the page is read. At 1 a.m. in Paris the UTC day is still the day before.
 */
export function toJour(instant: Date): string {
  const parts = new Map(PARIS.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}
