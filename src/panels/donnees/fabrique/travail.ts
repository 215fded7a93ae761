import { sayPret } from '../../../data/askWorker'
import { ErreurDeLecture } from '../../../data/lecture'
import { makeSortie } from './fabrique'
import type { DemandeSortie, MessageSortie } from './sortie'

interface Portee {
  addEventListener(type: 'message', ecoute: (event: MessageEvent<DemandeSortie>) => void): void
  postMessage(message: MessageSortie): void
}
const portee = self as unknown as Portee

portee.addEventListener('message', ({ data }) => {
  makeSortie(data, {
    etape: (etape) => portee.postMessage({ genre: 'etape', etape }),
    pause: () => Promise.resolve()
  }).then(
    (produit) => portee.postMessage({ genre: 'produit', produit }),
    (erreur: unknown) =>
      portee.postMessage({
        genre: 'echec',
        ...(erreur instanceof ErreurDeLecture
          ? { fichier: erreur.probleme.fichier, message: erreur.message }
          : { fichier: '', message: null })
      })
  )
})
sayPret()
