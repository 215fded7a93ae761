import { askWorker } from '../../data/askWorker'
import type { Diapo } from './diapo'
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
  const diapos: Diapo[] = []
  return askWorker(travail, demande, signal, (message: MessageDiapos) => {
    if (message.genre === 'produit') return { valeur: { ...message.produit, diapos } }
    if (message.genre === 'echec') throw new Error('The slides could not be made.')
    if (message.genre === 'diapo') diapos.push(message.diapo)
    else etape(message.etape)
    return undefined
  })
}
