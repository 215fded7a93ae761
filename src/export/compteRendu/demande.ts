import { askWorker } from '../../data/askWorker'
import type { CompteRendu } from '../../domain/seance/compteRendu'
import type { ImageCompteRendu } from './document'

/** The minutes, and their map where it could be drawn: plain data, for a worker. */
export interface DemandeDocument {
  readonly rendu: CompteRendu
  readonly image: ImageCompteRendu | null
}

/** What the worker says: the document, or null where it could not be written. */
export interface MessageDocument {
  readonly document: Blob | null
}

/**
 * Has a worker write the document; it is ended by that, or by the signal at once.
 * @returns null once the signal ended it
 * @throws where it could not be written
 */
export const askDocument = (
  travail: Worker,
  demande: DemandeDocument,
  signal: AbortSignal
): Promise<Blob | null> =>
  askWorker(travail, demande, signal, ({ document }: MessageDocument) => {
    if (!document) throw new Error('The document could not be written.')
    return { valeur: document }
  })
