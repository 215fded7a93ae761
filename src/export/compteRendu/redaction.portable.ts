import { runArretable } from '../../ui/inactivite'
import { runEmbarque } from '../programmeEmbarque'
import { askDocument, type DemandeDocument } from './demande'
import type { writeDocx } from './document'

/** The same in the single file, which carries what writes the document. */
export const runDocument = (demande: DemandeDocument, signal: AbortSignal): Promise<Blob | null> =>
  runEmbarque(
    'document.mjs',
    (travail) => askDocument(travail, demande, signal),
    (load) =>
      runArretable(signal, async (pause) => {
        await load()
        await pause()
        const { fneDocument } = globalThis as unknown as { fneDocument: typeof writeDocx }
        return fneDocument(demande.rendu, demande.image)
      })
  )
