import { flushSync, mount, unmount } from 'svelte'
import { themes } from '../../ui/theme/choix.svelte'
import type { Diapo } from './diapo'
import DiaposImprimees from './DiaposImprimees.svelte'

/** Prints slides, one a page: they stand in the page for as long as the browser prints it. */
export async function printDiapos(diapos: readonly Diapo[]): Promise<void> {
  const pages = mount(DiaposImprimees, { target: document.body, props: { diapos } })
  flushSync()
  // Paper is white, whatever the screen is.
  themes.suspend()
  try {
    window.print()
  } finally {
    themes.resume()
    await unmount(pages)
  }
}
