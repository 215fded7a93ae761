import { readImport, type FichierRecu, type LectureImport } from './lire'

/** What the worker says: where it is, then what it read. */
export type MessageTravail =
  | { readonly genre: 'etape'; readonly etape: string }
  | { readonly genre: 'lecture'; readonly lecture: LectureImport }

interface PorteeTravail {
  addEventListener(type: 'message', ecoute: (event: MessageEvent<readonly FichierRecu[]>) => void): void
  postMessage(message: MessageTravail): void
}
const portee = self as unknown as PorteeTravail

portee.addEventListener('message', ({ data }) => {
  void readImport(data, (etape) => portee.postMessage({ genre: 'etape', etape })).then((lecture) =>
    portee.postMessage({ genre: 'lecture', lecture })
  )
})
