import { serializeVue, type Vue } from '../state/vue'

/** What makes a presentation's address the presenter's: a fragment, since it is a window and not a view. */
export const FRAGMENT_ORATEUR = '#orateur'

/** Opens the presenter's window, or brings it to the front. @returns null where the browser does not let it */
export function openOrateur(vue: Vue): Window | null {
  const { pathname } = window.location
  const fenetre = window.open(
    `${pathname}${serializeVue(vue)}${FRAGMENT_ORATEUR}`,
    'fne-orateur',
    'popup,width=1100,height=760'
  )
  fenetre?.focus()
  return fenetre
}
