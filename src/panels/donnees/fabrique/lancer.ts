import { askWorker } from '../../../data/askWorker'
import { ErreurDeLecture } from '../../../data/lecture'
import { runArretable } from '../../../ui/inactivite'
import { makeSortie } from './fabrique'
import type { DemandeSortie, MessageSortie } from './sortie'
import { createTravailleur } from './travailleurSortie'

/**
 * Has a file made off the main thread: the page answers meanwhile, and stopping is at once. What a worker cannot do (there
 * is none, or it may not run the program that draws the picture) is done in the page, in parts.
 * @param etape told of each step, in French
 * @returns the file, whole; null once the signal ended it
 * @throws {ErreurDeLecture} where a file cannot be had; Error where it could not be made
 */
export async function runSortie(
  demande: DemandeSortie,
  etape: (texte: string) => void,
  signal: AbortSignal
): Promise<Blob | null> {
  const produit = signal.aborted ? null : await runInWorker(demande, etape, signal)
  if (produit) return produit
  return runArretable(signal, (pause) => makeSortie(demande, { etape, pause }))
}

/**
 * null: no worker could do it, or the signal ended it.
 * @throws {ErreurDeLecture} where a file cannot be had: the page would not have it either
 */
async function runInWorker(
  demande: DemandeSortie,
  etape: (texte: string) => void,
  signal: AbortSignal
): Promise<Blob | null> {
  try {
    return await askWorker(createTravailleur(), demande, signal, (message: MessageSortie) => {
      if (message.genre === 'produit') return { valeur: message.produit }
      if (message.genre === 'etape') etape(message.etape)
      else if (message.message === null) throw new Error('The worker could not make it.')
      else throw new ErreurDeLecture(message.fichier, message.message)
      return undefined
    })
  } catch (erreur) {
    if (erreur instanceof ErreurDeLecture) throw erreur
    return null
  }
}
