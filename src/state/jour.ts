/** The calendar day of an instant where the user is, as an ISO date: at 1 a.m. in Paris the UTC day is still the day before. */
export function toJourLocal(instant: Date): string {
  const deux = (n: number) => String(n).padStart(2, '0')
  return `${instant.getFullYear()}-${deux(instant.getMonth() + 1)}-${deux(instant.getDate())}`
}
