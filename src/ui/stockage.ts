import { isIntegree } from './integree'

/**
 * What the browser keeps for the page, and may refuse to: cookies blocked, private browsing, a frame of another site.
 * The mere look at `localStorage` throws then. Nothing here throws: what cannot be kept lasts as long as the page. A map
 * embedded in somebody else's page asks for nothing at all.
 */
export type Magasin = 'localStorage' | 'sessionStorage'

/** What is kept under a key; null where nothing is, or nothing can be. */
export function readGarde(magasin: Magasin, cle: string): string | null {
  try {
    if (isIntegree(window.location.search)) return null
    return window[magasin].getItem(cle)
  } catch {
    return null
  }
}

/**
 * Keeps a text under a key, or forgets it where it is null.
 * @returns false where it could not: whoever was told that it is kept has to be told so
 */
export function writeGarde(magasin: Magasin, cle: string, valeur: string | null): boolean {
  try {
    if (isIntegree(window.location.search)) return false
    if (valeur === null) window[magasin].removeItem(cle)
    else window[magasin].setItem(cle, valeur)
    return true
  } catch {
    // Forbidden or full: nothing is lost but the memory of it.
    return false
  }
}
