/** Builds static/lieux/lieux.json, the places that the search knows. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { encodeLieux } from './encoder.mjs'
import { readTable, readVersion } from './source.mjs'

export const SORTIE = new URL('../../static/lieux/lieux.json', import.meta.url)

/** Collectivities among the project's territories (977 is half of territory 978). */
const DU_PERIMETRE = new Set(['977', '978', '988'])

/** @returns {string} the whole text of lieux.json */
export function buildLieux() {
  return encodeLieux({
    communes: readTable('communes'),
    epci: readTable('epci'),
    ept: readTable('ept'),
    horsPerimetre: readTable('departements').filter(
      ({ code, zone }) => zone === 'com' && !DU_PERIMETRE.has(code)
    ),
    source: readVersion()
  })
}

const kilo = (octets) => `${(octets.length / 1000).toFixed(0)} kB`

/** Writes the file; returns its weight, as it is and as servers send it, in one sentence. */
export function writeLieux() {
  const texte = buildLieux()
  mkdirSync(new URL('.', SORTIE), { recursive: true })
  writeFileSync(SORTIE, texte)
  const brotli = brotliCompressSync(texte, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  return `lieux.json : ${kilo(Buffer.from(texte))}, ${kilo(gzipSync(texte, { level: 9 }))} en gzip, ${kilo(brotli)} en brotli`
}
