import { makeDiapos, type DemandeDiapos, type MessageDiapos } from './fabrique'

interface Portee {
  addEventListener(type: 'message', ecoute: (event: MessageEvent<DemandeDiapos>) => void): void
  postMessage(message: MessageDiapos, transferts?: Transferable[]): void
}
const portee = self as unknown as Portee

portee.addEventListener('message', ({ data }) => {
  makeDiapos(data, (etape) => portee.postMessage({ genre: 'etape', etape })).then(
    (produit) =>
      portee.postMessage({ genre: 'produit', produit }, produit.octets ? [produit.octets.buffer] : []),
    () => portee.postMessage({ genre: 'echec' })
  )
})
