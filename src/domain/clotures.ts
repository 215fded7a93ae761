import type { ChiffresLus } from './chiffres'

/** The dates of the calendar that close a means carry this in their id, in chiffres.json. */
const PREFIXE_CLOTURE = 'calendrier-cloture-'

/** The dates after which nobody can ask for a means any more; none where the calendar was not read. */
export function listClotures({ calendrier }: ChiffresLus) {
  return (calendrier?.dates ?? []).filter(({ id }) => id.startsWith(PREFIXE_CLOTURE))
}
