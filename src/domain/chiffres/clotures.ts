import type { ChiffresLus } from './chiffres'
import { describeEcheance } from '../temps/echeance'

/**
 * The dates after which nobody can ask for a means any more, and where each stands; none where the calendar was not read.
 * @param aujourdhui ISO date
 */
export function listClotures({ calendrier }: ChiffresLus, aujourdhui: string) {
  return (calendrier?.dates ?? [])
    .filter(({ cloture }) => cloture)
    .map((entree) => ({ ...entree, etat: describeEcheance(entree.date, aujourdhui, null) }))
}
