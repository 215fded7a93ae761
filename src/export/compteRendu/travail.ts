import { sayPret } from '../../data/askWorker'
import type { DemandeDocument, MessageDocument } from './demande'
import { writeDocx } from './document'

interface Portee {
  addEventListener(type: 'message', ecoute: (event: MessageEvent<DemandeDocument>) => void): void
  postMessage(message: MessageDocument): void
}

/** Answers one request, in a worker: a page that loads this as a module hears messages that are not for it. */
function listen(portee: Portee): void {
  portee.addEventListener('message', ({ data: { rendu, image } }) => {
    writeDocx(rendu, image).then(
      (document) => portee.postMessage({ document }),
      () => portee.postMessage({ document: null })
    )
  })
  sayPret()
}

if (!('document' in globalThis)) listen(self as unknown as Portee)
