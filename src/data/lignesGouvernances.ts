import type { Territoire } from '../domain/territoire/territoire'
import { escapeFormule } from './formules'

/** One row a territory, one text a column; what parseTableGouvernances reads back to the same territories. */
export function listLignesGouvernances(territoires: readonly Territoire[]): string[][] {
  return territoires.map(
    ({ code, nom, gouvernance: { etat, coporteurs, origine }, feuillesDeRoute, note }) => [
      code,
      nom,
      etat,
      coporteurs.join('|'),
      origine ?? '',
      feuillesDeRoute.map((feuille) => feuille.etat).join('|'),
      escapeFormule(note)
    ]
  )
}
