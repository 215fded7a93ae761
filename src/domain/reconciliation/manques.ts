import { computeFiabilite } from '../texte/fiabilite'
import { hasFeuilleDeRoute, type Territoire } from '../territoire/territoire'

/** Something that a territory has not handed in ('demarche'), or that the source does not tell ('source'). */
export interface Manque {
  readonly cle: string
  readonly nature: 'demarche' | 'source'
  /** A French sentence. */
  readonly message: string
}

/** All that is missing for a territory, what is still to be handed in first; empty when nothing is. */
export function listManques(territoire: Territoire): Manque[] {
  const manques: Manque[] = []
  const { etat } = territoire.gouvernance
  if (etat !== 'remontee') {
    manques.push({
      cle: 'gouvernance',
      nature: 'demarche',
      message:
        etat === 'en_cours_de_validation'
          ? 'La gouvernance n’est pas remontée\u202F; elle est en cours de validation.'
          : 'La gouvernance n’est pas remontée.'
    })
  }
  if (!hasFeuilleDeRoute(territoire)) {
    manques.push({
      cle: 'feuille-de-route',
      nature: 'demarche',
      message: territoire.feuillesDeRoute.some((feuille) => feuille.etat === 'annoncee')
        ? 'La feuille de route est annoncée, mais n’est pas remontée.'
        : 'La feuille de route n’est pas remontée.'
    })
  }
  const fiabilite = computeFiabilite(territoire)
  if (fiabilite !== 'cite') {
    manques.push({
      cle: 'coporteur',
      nature: 'source',
      message: {
        deduit: 'Le coporteur n’est pas nommé par la source\u00A0: il est déduit par élimination.',
        contradictoire: 'La source se contredit sur la gouvernance\u00A0: il reste à la faire préciser.',
        inconnu: 'Le coporteur n’est pas connu.'
      }[fiabilite]
    })
  }
  return manques
}
