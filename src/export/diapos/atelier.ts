import { takeExport } from '../../data/charger'
import { runArretable } from '../../ui/inactivite'
import type { DemandeDiapos, Produit } from './fabrique'
import { runTravail } from './runTravail'

/**
 * Has slides drawn, and written, off the main thread: the page answers meanwhile. Where no worker can do it, the page does,
 * slide by slide.
 * @see runTravail
 */
export async function runAtelier(
  demande: DemandeDiapos,
  etape: (texte: string) => void,
  signal: AbortSignal
): Promise<Produit | null> {
  try {
    const travail = new Worker(new URL('./travail.ts', import.meta.url), { type: 'module' })
    return await runTravail(travail, demande, etape, signal)
  } catch {
    return runArretable(signal, async (pause) => {
      const makeDiapos = await takeExport(import('./fabrique'), 'makeDiapos')
      return makeDiapos(demande, etape, pause)
    })
  }
}
