import { readFileSync } from 'node:fs'
import { decodeLieux } from '../../src/search/decoder'
import { buildIndex } from '../../src/search/indexer'
import { searchLieux } from '../../src/search/recherche'

/** The shipped file, read as the app reads it. */
export const TEXTE_LIEUX = readFileSync(new URL('../../static/lieux/lieux.json', import.meta.url), 'utf8')
export const CONTENU = decodeLieux(TEXTE_LIEUX, 'lieux.json')
export const INDEX = buildIndex(CONTENU)

/** 'Blois (41)' for each answer, in their order: what a reader sees, with no typography in the way. */
export function search(query: string, limite?: number): string[] {
  return searchLieux(INDEX, query, limite).map(({ lieu }) => {
    const departement =
      lieu.departements.length === 1 ? lieu.departements[0] : String(lieu.departements.length)
    return `${lieu.nom.replaceAll('’', "'").replaceAll('\u00A0', ' ')} (${departement})`
  })
}

/** Codes of the answers. */
export function searchCodes(query: string, limite?: number): string[] {
  return searchLieux(INDEX, query, limite).map(({ lieu }) => lieu.code)
}

/** Lines of the columns that hold a commune in its own right. */
export const LIGNES_COMMUNES = [...CONTENU.communes.codes.keys()].filter(
  (ligne) => CONTENU.communes.types[ligne] === 'c'
)
