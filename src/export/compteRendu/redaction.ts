import { takeExport } from '../../data/charger'
import { runArretable } from '../../ui/inactivite'
import { askDocument, type DemandeDocument } from './demande'

/**
 * Has the minutes written as a Word document off the main thread: the page answers meanwhile, and stopping is at once.
 * Where no worker can do it, the page does.
 * @returns null once the signal ended it
 * @throws where the library cannot be had, or the memory gives up
 */
export async function runDocument(demande: DemandeDocument, signal: AbortSignal): Promise<Blob | null> {
  try {
    const travail = new Worker(new URL('./travail.ts', import.meta.url), { type: 'module' })
    return await askDocument(travail, demande, signal)
  } catch {
    return runArretable(signal, async (pause) => {
      const writeDocx = await takeExport(import('./document'), 'writeDocx')
      await pause()
      return writeDocx(demande.rendu, demande.image)
    })
  }
}
