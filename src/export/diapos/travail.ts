import { sayPret } from '../../data/askWorker'
import { makeDiapos, type DemandeDiapos, type MessageDiapos } from './fabrique'

interface Portee {
  addEventListener(type: 'message', ecoute: (event: MessageEvent<DemandeDiapos>) => void): void
  postMessage(message: MessageDiapos, transferts?: Transferable[]): void
}

/** Answers one request, in a worker: a page that loads this as a module hears messages that are not for it. */
function listen(portee: Portee): void {
  portee.addEventListener('message', ({ data }) => {
    makeDiapos(data, (etape) => portee.postMessage({ genre: 'etape', etape })).then(
      ({ diapos, octets }) => {
        for (const diapo of diapos) portee.postMessage({ genre: 'diapo', diapo })
        const produit = { diapos: [], octets }
        portee.postMessage({ genre: 'produit', produit }, octets ? [octets.buffer] : [])
      },
      () => portee.postMessage({ genre: 'echec' })
    )
  })
  sayPret()
}

if (!('document' in globalThis)) listen(self as unknown as Portee)
