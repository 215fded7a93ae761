import { flushSync, mount, unmount } from 'svelte'
import { pause } from '../../ui/inactivite'
import { themes } from '../../ui/theme/choix.svelte'
import type { Diapo } from './diapo'
import DiaposImprimees from './DiaposImprimees.svelte'

/** Elements of a slide that are laid out at once: all shapes of a map would hold the page. */
const PART = 40

/**
 * Lays slides out for the printer, one a page, part by part, so that the browser answers between them, and prints them.
 * They stand in the page for as long.
 * @param etape told of each page, in French
 * @param ready called before the browser is asked to print: it may hold the page until that is done
 * @returns false once the signal ended it: nothing was printed
 */
export async function printDiapos(
  diapos: readonly Diapo[],
  etape: (texte: string) => void,
  ready: () => void,
  signal: AbortSignal
): Promise<boolean> {
  const pages = mount(DiaposImprimees, { target: document.body })
  try {
    for (const [i, diapo] of diapos.entries()) {
      etape(`Page ${i + 1} sur ${diapos.length}`)
      for (let fin = PART; fin < Math.max(1, diapo.elements.length) + PART; fin += PART) {
        pages.show({ ...diapo, elements: diapo.elements.slice(0, fin) })
        flushSync()
        await pause()
        if (signal.aborted) return false
      }
    }
    ready()
    await pause()
    // Paper is white, whatever the screen is.
    themes.suspend()
    try {
      window.print()
    } finally {
      themes.resume()
    }
    return true
  } finally {
    await unmount(pages)
  }
}
