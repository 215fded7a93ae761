import type { InstantaneDisponible } from '../data/instantanes'
import type { Vue } from './vue'

/** The snapshot that is shown when a link names none: the one that the file was made for, the latest shipped one, or any. */
export function findDernier(entrees: readonly InstantaneDisponible[]): InstantaneDisponible | null {
  return (
    entrees.find(({ affiche }) => affiche) ??
    entrees.findLast(({ local }) => !local) ??
    entrees.at(-1) ??
    null
  )
}

/** What the address bar calls a snapshot: the latest shipped one has no name, so that its link outlives it. */
export function nameInLink(entrees: readonly InstantaneDisponible[], cle: string): string | null {
  return cle === findDernier(entrees)?.cle ? null : cle
}

/**
 * The change of view that shows another snapshot. Where it is the one that was compared, the two change places: nothing
 * is compared with itself.
 * @param affiche the snapshot on screen now; null before anything could be read
 */
export function chooseInstantane(
  entrees: readonly InstantaneDisponible[],
  vue: Pick<Vue, 'comparer'>,
  affiche: string | null,
  cle: string
): Pick<Vue, 'instantane' | 'comparer'> {
  return {
    instantane: nameInLink(entrees, cle),
    comparer: vue.comparer === cle ? affiche : vue.comparer
  }
}

/** The snapshots with which the one on screen can be compared. */
export function listComparables(
  entrees: readonly InstantaneDisponible[],
  affiche: string | null
): InstantaneDisponible[] {
  return entrees.filter(({ cle }) => cle !== affiche)
}
