import { ErreurDeLecture } from '../../../data/lecture'
import { pause } from '../../../ui/inactivite'
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
  try {
    signal.throwIfAborted()
    return await makeSortie(demande, {
      etape,
      pause: async () => {
        await pause()
        signal.throwIfAborted()
      }
    })
  } catch (erreur) {
    if (signal.aborted) return null
    throw erreur
  }
}

/** null: no worker could do it, or the signal ended it. */
function runInWorker(
  demande: DemandeSortie,
  etape: (texte: string) => void,
  signal: AbortSignal
): Promise<Blob | null> {
  return new Promise((resolve, reject) => {
    let travail: Worker
    try {
      travail = createTravailleur()
    } catch {
      resolve(null)
      return
    }
    const end = (fin: () => void) => {
      travail.terminate()
      fin()
    }
    signal.addEventListener('abort', () => end(() => resolve(null)))
    travail.addEventListener('error', () => end(() => resolve(null)))
    travail.addEventListener('message', ({ data }: MessageEvent<MessageSortie>) => {
      if (data.genre === 'etape') etape(data.etape)
      else if (data.genre === 'produit') end(() => resolve(data.produit))
      else if (data.message === null) end(() => resolve(null))
      else {
        const { fichier, message } = data
        end(() => reject(new ErreurDeLecture(fichier, message)))
      }
    })
    travail.postMessage(demande)
  })
}
