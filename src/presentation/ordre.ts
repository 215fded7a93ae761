/**
 * One order for the steps of all windows (a Lamport clock): each step counts on from the highest number that its window
 * has seen, and of two steps of the same number, taken without knowing of each other, the window's name decides. The
 * higher one is the later one, in every window.
 */
export interface Marque {
  /** {@link DEBUT} where slides begin, before anybody has stepped; steps count on from there. */
  readonly rang: number
  /** The window that took the step. */
  readonly de: string
}

/** The number of where slides begin: no step, so that a presenter who has taken one stays there. */
export const DEBUT = 1

export interface Marquee<T> {
  readonly valeur: T
  readonly marque: Marque
}

/** Above 0 where `a` is the later one; 0 where it is the same step. What there is comes after what there is not. */
export function compareMarques(a: Marque | undefined, b: Marque | undefined): number {
  if (!a || !b) return Number(Boolean(a)) - Number(Boolean(b))
  if (a.rang !== b.rang) return a.rang - b.rang
  return a.de === b.de ? 0 : a.de > b.de ? 1 : -1
}

/** The later one of two. */
export function pickDerniere<T>(a: Marquee<T> | null, b: Marquee<T> | null): Marquee<T> | null {
  return compareMarques(b?.marque, a?.marque) > 0 ? b : a
}
