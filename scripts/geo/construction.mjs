import { gzipSync } from 'node:zlib'
import { findMissing, readContours } from './contours.mjs'
import { checkTopology } from './controle.mjs'
import { ErreurGeo } from './erreur.mjs'
import { readNaturalEarth } from './naturalEarth.mjs'
import { buildTopology } from './topologie.mjs'

/** What the outlines may weigh on the network, in bytes once gzipped. */
const POIDS_MAX = 70_000

/** The tolerances tried for a file that is too detailed, in metres. */
const PAS = 20
const TOLERANCE_MAX = 2000

/** Codes of the territories overseas, the only ones that '--completer' may borrow. */
const OUTRE_MER = /^9[78]/

/**
 * @typedef {object} Construction
 * @property {string} text the file, ready to be written
 * @property {number} poids bytes once gzipped
 * @property {number} tolerance metres of simplification, 0 for none
 * @property {string[]} completes codes borrowed from Natural Earth by '--completer'
 */

/**
 * @param {ReturnType<typeof import('./options.mjs').parseOptions>} options
 * @returns {Promise<Construction>}
 */
export async function build({ source, code, completer, ignorer }) {
  if (source === undefined) return buildFromNaturalEarth()
  const outlines = readContours(source, code, ignorer)
  const missing = findMissing(outlines, source)
  const completes = completer ? missing.filter((absent) => OUTRE_MER.test(absent)) : []
  checkComplete(missing, completes, source)
  const borrowed = readNaturalEarth().filter((outline) => completes.includes(outline.code))
  return { ...(await packWithin(outlines, borrowed)), completes }
}

function buildFromNaturalEarth() {
  const outlines = readNaturalEarth()
  const topology = buildTopology(outlines)
  checkTopology(topology, outlines)
  return { ...serialize(topology), tolerance: 0, completes: [] }
}

function checkComplete(missing, completes, source) {
  const absent = missing.filter((code) => !completes.includes(code))
  if (absent.length === 0) return
  const advice = absent.every((code) => OUTRE_MER.test(code))
    ? ' Pour les prendre dans Natural Earth, ajoutez --completer.'
    : ''
  throw new ErreurGeo(`${source}\u202F: territoires manquants\u202F: ${absent.join(', ')}.${advice}`)
}

/** Takes the smallest tolerance with which the outlines are light enough. */
async function packWithin(outlines, borrowed) {
  const { simplifyOutlines } = await import('./simplification.mjs')
  const attempt = async (tolerance) => {
    const topology = buildTopology([...(await simplifyOutlines(outlines, tolerance)), ...borrowed])
    return { topology, tolerance, ...serialize(topology) }
  }
  const { topology, ...found } = await findLightest(attempt)
  checkTopology(topology, [...outlines, ...borrowed])
  return found
}

async function findLightest(attempt) {
  const whole = await attempt(0)
  if (whole.poids <= POIDS_MAX) return whole
  let best = await attempt(TOLERANCE_MAX)
  if (best.poids > POIDS_MAX) {
    throw new ErreurGeo(
      `Même simplifiés à ${TOLERANCE_MAX} m, ces contours pèsent plus de ${POIDS_MAX / 1000} ko compressés.`
    )
  }
  let [low, high] = [0, TOLERANCE_MAX / PAS]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    const candidate = await attempt(middle * PAS)
    if (candidate.poids > POIDS_MAX) low = middle
    else [high, best] = [middle, candidate]
  }
  return best
}

function serialize(topology) {
  const text = `${JSON.stringify(topology)}\n`
  return { text, poids: gzipSync(text, { level: 9 }).length }
}
