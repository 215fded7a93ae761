import type { DemandeDiapos, MessageDiapos, Produit } from './fabrique'

/**
 * Has a worker make slides; it is ended when they are made, or by the signal: stopping is at once.
 * @param etape told of each step, in French
 * @returns what was asked for, whole; null once the signal ended it
 * @throws where it could not be made
 */
export function runTravail(
  travail: Worker,
  demande: DemandeDiapos,
  etape: (texte: string) => void,
  signal: AbortSignal
): Promise<Produit | null> {
  return new Promise((resolve, reject) => {
    const end = (fin: () => void) => {
      travail.terminate()
      fin()
    }
    signal.addEventListener('abort', () => end(() => resolve(null)))
    travail.addEventListener('error', () => end(() => reject(new Error('The worker failed.'))))
    travail.addEventListener('message', ({ data }: MessageEvent<MessageDiapos>) => {
      if (data.genre === 'etape') etape(data.etape)
      else if (data.genre === 'produit') end(() => resolve(data.produit))
      else end(() => reject(new Error('The slides could not be made.')))
    })
    travail.postMessage(demande)
  })
}
