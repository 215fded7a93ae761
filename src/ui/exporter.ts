/** What a dialog of exports is opened about. */
export type SujetExport = 'vue' | 'territoire'

let ouvrir: ((sujet: SujetExport) => void) | null = null

/**
 * Whoever draws the dialog says how it is opened: rooms that may not know it can then ask for it.
 * @returns the function that takes it back
 */
export function provideExport(fonction: (sujet: SujetExport) => void): () => void {
  ouvrir = fonction
  return () => {
    if (ouvrir === fonction) ouvrir = null
  }
}

/** Opens the dialog of exports, where the page has one. */
export const openExport = (sujet: SujetExport): void => ouvrir?.(sujet)
