import { runArretable } from '../../ui/inactivite'
import { runEmbarque } from '../programmeEmbarque'
import type { DemandeDiapos, makeDiapos, Produit } from './fabrique'
import { runTravail } from './runTravail'

/** The same in the single file, which carries what makes slides; in the page itself, slide by slide. */
export const runAtelier = (
  demande: DemandeDiapos,
  etape: (texte: string) => void,
  signal: AbortSignal
): Promise<Produit | null> =>
  runEmbarque(
    'diapos.mjs',
    (travail) => runTravail(travail, demande, etape, signal),
    (load) =>
      runArretable(signal, async (pause) => {
        await load()
        const { fneDiapos } = globalThis as unknown as { fneDiapos: typeof makeDiapos }
        return fneDiapos(demande, etape, pause)
      })
  )
