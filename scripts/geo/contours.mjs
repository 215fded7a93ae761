import { readFileSync } from 'node:fs'
import { ErreurGeo } from './erreur.mjs'
import { CODES } from './jointure.mjs'

/** Codes that an outline file may use for a part of one of the app's territories. */
const PARTIES = { 977: '978' }

/**
 * Reads outlines from a GeoJSON file of any origin.
 * @param {string} path
 * @param {string} property the property that carries the INSEE code
 * @param {string[]} ignored codes to leave out
 * @returns {{ code: string, geometry: import('geojson').Polygon | import('geojson').MultiPolygon }[]}
 *   one entry a feature; several may have the same code
 * @throws {ErreurGeo} when the file cannot be read, or has a feature without code, polygon or degrees
 */
export function readContours(path, property, ignored) {
  const { features } = readCollection(path)
  return features
    .map((feature, index) => readContour(feature, property, `${path}, objet ${index + 1}`))
    .filter(({ code }) => !ignored.includes(code))
    .map(({ code, geometry }) => ({ code: PARTIES[code] ?? code, geometry }))
}

/**
 * @param {{ code: string }[]} outlines
 * @returns {string[]} the codes of territories that have no outline, sorted
 * @throws {ErreurGeo} when an outline has a code that is no territory of the app
 */
export function findMissing(outlines, path) {
  const present = new Set(outlines.map(({ code }) => code))
  const unknown = [...present].filter((code) => !CODES.includes(code)).sort()
  if (unknown.length > 0) {
    throw new ErreurGeo(
      `${path}\u202F: codes inconnus de la carte\u202F: ${unknown.join(', ')}. ` +
        `Si ce ne sont pas des territoires de la carte, écartez-les\u202F: --ignorer ${unknown.join(',')}`
    )
  }
  return CODES.filter((code) => !present.has(code))
}

function readCollection(path) {
  const collection = parseJson(path)
  if (collection?.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    throw new ErreurGeo(`${path}\u202F: ce n’est pas une FeatureCollection GeoJSON.`)
  }
  return collection
}

function parseJson(path) {
  let text
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new ErreurGeo(`${path}\u202F: fichier illisible (${error.code}).`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new ErreurGeo(`${path}\u202F: ce n’est pas du JSON\u202F; le fichier est peut-être tronqué.`)
  }
}

function readContour(feature, property, place) {
  const properties = feature?.properties ?? {}
  const code = properties[property]
  if (typeof code !== 'string' || code === '') {
    throw new ErreurGeo(
      `${place}\u202F: la propriété «\u202F${property}\u202F» ne porte pas de code. ` +
        `Propriétés présentes\u202F: ${Object.keys(properties).join(', ') || 'aucune'}.`
    )
  }
  const { geometry } = feature
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
    throw new ErreurGeo(
      `${place} (${code})\u202F: un polygone est attendu, pas ${geometry?.type ?? 'une géométrie vide'}.`
    )
  }
  checkRings(geometry, `${place} (${code})`)
  return { code, geometry }
}

function checkRings({ type, coordinates }, place) {
  const rings = type === 'Polygon' ? coordinates : coordinates?.flat()
  if (!(rings?.length > 0) || !rings.every((ring) => ring?.length >= 4 && ring.every(isPosition))) {
    throw new ErreurGeo(`${place}\u202F: polygone vide ou incomplet.`)
  }
  const stranger = rings.flat().find(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90)
  if (stranger === undefined) return
  throw new ErreurGeo(
    `${place}\u202F: le point ${stranger} n’est pas en degrés. ` +
      'Exportez le fichier en WGS 84 (EPSG:4326), et non en Lambert 93.'
  )
}

function isPosition(point) {
  return Number.isFinite(point?.[0]) && Number.isFinite(point?.[1])
}
