import { geoArea, geoLength } from 'd3-geo'
import { feature, mergeArcs } from 'topojson-client'
import { CODES } from './jointure.mjs'
import { ErreurGeo } from './erreur.mjs'
import { rewindPolygons, toGeometry } from './polygones.mjs'

/** The mean radius of the Earth, in kilometres (IUGG). */
const RAYON = 6371.0088

/** How much of its area a territory may lose or gain on the way, as a share. */
const ECART_AIRE_MAX = 0.05

/**
 * Where the borders of two territories do not coincide, they enclose a gap or an overlap: a ring of the union that
 * belongs to several territories. The coasts of the mainland and of Corsica are such rings too, but tens of kilometres
 * wide on average; this is the limit between the two, in kilometres.
 */
const LARGEUR_MIN = 5

/**
 * Refuses a topology that is not fit for the map.
 * @param {import('topojson-specification').Topology} topology
 * @param {{ code: string, geometry: import('geojson').Geometry }[]} outlines what it was built from
 * @throws {ErreurGeo} when a territory is missing, empty or deformed, or when common borders do not coincide
 */
export function checkTopology(topology, outlines) {
  const { geometries } = topology.objects.territoires
  const codes = geometries.map(({ id }) => id)
  const empty = CODES.filter((code) => !codes.includes(code))
  if (empty.length > 0) throw new ErreurGeo(`Territoires sans aucune surface\u202F: ${empty.join(', ')}.`)
  checkAreas(feature(topology, topology.objects.territoires).features, outlines)
  const slivers = findSlivers(topology)
  if (slivers.length > 0) {
    throw new ErreurGeo(
      `Les frontières communes ne coïncident pas\u202F: vide ou chevauchement entre ${slivers.join('\u202F; entre ')}. ` +
        'Réparez d’abord les contours, par exemple avec mapshaper -clean.'
    )
  }
}

function checkAreas(features, outlines) {
  const before = new Map()
  for (const { code, geometry } of outlines) {
    before.set(code, (before.get(code) ?? 0) + geoArea(toGeometry(rewindPolygons(geometry))))
  }
  const deformed = features.filter((territory) => {
    const area = before.get(territory.id)
    return !(Math.abs(geoArea(territory) - area) <= ECART_AIRE_MAX * area)
  })
  if (deformed.length > 0) {
    throw new ErreurGeo(
      `Aire changée de plus de ${ECART_AIRE_MAX * 100} % pour ${deformed.map(({ id }) => id).join(', ')}.`
    )
  }
}

/** @returns {string[]} the codes around each gap or overlap, as 'A et B' */
function findSlivers(topology) {
  const { geometries } = topology.objects.territoires
  const owners = indexOwners(geometries)
  return mergeArcs(topology, geometries)
    .arcs.flat()
    .map((arcs) => ({ arcs, codes: [...new Set(arcs.flatMap((arc) => owners.get(indexOf(arc))))] }))
    .filter(({ arcs, codes }) => codes.length > 1 && meanWidth(topology, arcs) < LARGEUR_MIN)
    .map(({ codes }) => codes.join(' et '))
}

/** Which territories each arc belongs to. */
function indexOwners(geometries) {
  const owners = new Map()
  for (const { id, arcs } of geometries) {
    for (const arc of arcs.flat(Infinity).map(indexOf)) owners.set(arc, [...(owners.get(arc) ?? []), id])
  }
  return owners
}

/** TopoJSON writes an arc that is run through backwards as the complement of its index. */
function indexOf(arc) {
  return arc < 0 ? ~arc : arc
}

/** Twice the area over the perimeter, in kilometres: the width for a long thin ring. */
function meanWidth(topology, arcs) {
  const { coordinates } = feature(topology, { type: 'Polygon', arcs: [arcs] }).geometry
  const area = geoArea(toGeometry(rewindPolygons({ type: 'Polygon', coordinates })))
  return (2 * area * RAYON) / geoLength({ type: 'LineString', coordinates: coordinates[0] })
}
