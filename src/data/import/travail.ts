import { sayPret } from '../askWorker'
import { readImport, type FichierRecu, type LectureImport } from './lire'

/** What the worker is asked to read. */
export interface DemandeTravail {
  readonly fichiers: readonly FichierRecu[]
  readonly feuille: string | null
}

/** What the worker says: where it is, then what it read. */
export type MessageTravail =
  | { readonly genre: 'etape'; readonly etape: string }
  | { readonly genre: 'lecture'; readonly lecture: LectureImport }

interface PorteeTravail {
  addEventListener(type: 'message', ecoute: (event: MessageEvent<DemandeTravail>) => void): void
  postMessage(message: MessageTravail): void
}
const portee = self as unknown as PorteeTravail

portee.addEventListener('message', ({ data }) => {
  void readImport(data.fichiers, (etape) => portee.postMessage({ genre: 'etape', etape }), data.feuille).then(
    (lecture) => portee.postMessage({ genre: 'lecture', lecture })
  )
})
sayPret()
