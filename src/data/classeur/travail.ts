import { sayPret } from '../askWorker'
import { makeClasseur, type FeuilleEcrite } from './ecrire'

/** What the worker says: the workbook, or null where it could not be written. */
export interface MessageClasseur {
  readonly classeur: Blob | null
}

interface Portee {
  addEventListener(type: 'message', ecoute: (event: MessageEvent<readonly FeuilleEcrite[]>) => void): void
  postMessage(message: MessageClasseur): void
}
const portee = self as unknown as Portee

portee.addEventListener('message', ({ data }) => {
  makeClasseur(data).then(
    (classeur) => portee.postMessage({ classeur }),
    () => portee.postMessage({ classeur: null })
  )
})
sayPret()
