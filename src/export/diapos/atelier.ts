import type { DemandeDiapos, Produit } from './fabrique'
import { runTravail } from './runTravail'

/**
 * Has slides drawn, and written, off the main thread: the page answers meanwhile.
 * @see runTravail
 */
export async function runAtelier(
  demande: DemandeDiapos,
  etape: (texte: string) => void,
  signal: AbortSignal
): Promise<Produit | null> {
  const travail = new Worker(new URL('./travail.ts', import.meta.url), { type: 'module' })
  return runTravail(travail, demande, etape, signal)
}
