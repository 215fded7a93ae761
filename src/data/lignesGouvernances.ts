import type { Territoire } from '../domain/territoire/territoire'
import schema from '../../static/donnees/schema-gouvernances.json'
import { escapeFormule } from './formules'
import type { TableSchema } from './tableSchema'

/** The columns of a table of governances, as the schema describes them and in its order. */
export const COLONNES_GOUVERNANCES = (schema as TableSchema).fields

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
