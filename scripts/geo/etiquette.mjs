import { geoArea, geoMercatorRaw } from 'd3-geo'
import polylabel from 'polylabel'

/** In Mercator units (radians): about 60 m on the ground, finer than the outlines themselves. */
const PRECISION = 1e-5

const RADIANS = Math.PI / 180

/**
 * Where to write the name of a territory: the pole of inaccessibility of its largest polygon, computed in Mercator,
 * the projection of the map, so that the label sits in the widest place as it is seen.
 * A centroid will not do: that of the Hauts-de-Seine falls on Paris.
 * @param {import('geojson').Position[][][]} polygons rings in degrees, outer ring first
 * @returns {[number, number]} longitude and latitude in degrees, rounded to about 100 m
 */
export function computeEtiquette(polygons) {
  const projected = largestPolygon(polygons).map((ring) =>
    ring.map(([lon, lat]) => geoMercatorRaw(lon * RADIANS, lat * RADIANS))
  )
  const [x, y] = polylabel(projected, PRECISION)
  return geoMercatorRaw.invert(x, y).map((radians) => Math.round((radians / RADIANS) * 1000) / 1000)
}

function largestPolygon(polygons) {
  const areas = polygons.map((coordinates) => geoArea({ type: 'Polygon', coordinates }))
  return polygons[areas.indexOf(Math.max(...areas))]
}
