import { serializeVue, type Vue } from '../state/vue'
import { isId } from './messages'

/** What makes a presentation's address the presenter's: a fragment, since it is a window and not a view. */
const FRAGMENT = '#orateur'

/** True for the address of a presenter's window; older ones name no presentation. */
export const isOrateur = (fragment: string): boolean =>
  fragment === FRAGMENT || fragment.startsWith(`${FRAGMENT}=`)

/** The presentation that such an address belongs to; null where it names none. */
export function readSeance(fragment: string): string | null {
  const seance = isOrateur(fragment) ? fragment.slice(FRAGMENT.length + 1) : ''
  return isId(seance) ? seance : null
}

export const buildFragment = (seance: string): string => (seance === '' ? FRAGMENT : `${FRAGMENT}=${seance}`)

/** True where the window still shows what it was opened for, as far as the browser lets one see that. */
function isLa(fenetre: Window, seance: string): boolean {
  try {
    return !fenetre.closed && readSeance(fenetre.location.hash) === seance
  } catch {
    return !fenetre.closed
  }
}

/**
 * Opens the presenter's window of a presentation, or brings it to the front as it is.
 * @param ouverte the one that was opened before
 * @returns null where the browser does not let it
 */
export function openOrateur(vue: Vue, seance: string, ouverte: Window | null): Window | null {
  const { pathname } = window.location
  const fenetre =
    ouverte && isLa(ouverte, seance)
      ? ouverte
      : window.open(
          `${pathname}${serializeVue(vue)}${buildFragment(seance)}`,
          `fne-orateur-${seance}`,
          'popup,width=1100,height=760'
        )
  fenetre?.focus()
  return fenetre
}
