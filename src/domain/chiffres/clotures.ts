import type { ChiffresLus } from './chiffres'
import { describeEcheance } from '../temps/echeance'

/** The dates of the calendar that close a means carry this in their id, in chiffres.json. */
const PREFIXE_CLOTURE = 'calendrier-cloture-'

/**
 * The dates after which nobody can ask for a means any more, and where each stands; none where the calendar was not read.
 * @param aujourdhui ISO date
 */
export function listClotures({ calendrier }: ChiffresLus, aujourdhui: string) {
  return (calendrier?.dates ?? [])
    .filter(({ id }) => id.startsWith(PREFIXE_CLOTURE))
    .map((entree) => ({ ...entree, etat: describeEcheance(entree.date, aujourdhui, null) }))
}
