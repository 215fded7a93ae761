import { askWorker } from '../askWorker'
import { makeClasseur, type FeuilleEcrite } from './ecrire'
import type { MessageClasseur } from './travail'
import { createTravailleur } from './travailleurClasseur'

/**
 * Writes a workbook off the main thread: the page answers meanwhile. Where no worker can do it, the page does.
 * @throws where the writer cannot be had
 */
export async function writeClasseur(feuilles: readonly FeuilleEcrite[]): Promise<Blob> {
  return (await writeInWorker(feuilles)) ?? makeClasseur(feuilles)
}

async function writeInWorker(feuilles: readonly FeuilleEcrite[]): Promise<Blob | null> {
  try {
    const sansFin = new AbortController().signal
    return await askWorker(createTravailleur(), feuilles, sansFin, ({ classeur }: MessageClasseur) => ({
      valeur: classeur
    }))
  } catch {
    return null
  }
}
