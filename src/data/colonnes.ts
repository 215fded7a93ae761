import schema from '../../static/donnees/schema-gouvernances.json'
import { sansInvisibles } from './reparations'
import type { TableSchema } from './tableSchema'

/** The columns of a table of governances, as the schema describes them and in its order. */
export const COLONNES_GOUVERNANCES = (schema as TableSchema).fields

export const NOMS_COLONNES = COLONNES_GOUVERNANCES.map(({ name }) => name)

/** Those that a heading must name: a file may say nothing more of its territories. */
export const NOMS_OBLIGATOIRES = NOMS_COLONNES.filter((nom) => nom !== 'note')

/** A cell of the heading as it is compared with the names of columns. */
export const foldEntete = (cellule: string) => sansInvisibles(cellule).trim().toLowerCase()
