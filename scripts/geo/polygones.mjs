/**
 * Rings in the order that d3-geo wants, clockwise outside and anticlockwise in the holes: on the sphere the other way
 * round means 'the whole Earth but this'. MapLibre takes both.
 * @param {import('geojson').Polygon | import('geojson').MultiPolygon} geometry
 * @returns {import('geojson').Position[][][]} the polygons, each with its outer ring first
 */
export function rewindPolygons(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.map((rings) =>
    rings.map((ring, i) => (isClockwise(ring) === (i === 0) ? ring : ring.toReversed()))
  )
}

/** @returns {import('geojson').Polygon | import('geojson').MultiPolygon} */
export function toGeometry(polygons) {
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons }
}

function isClockwise(ring) {
  let doubleArea = 0
  for (let i = 1; i < ring.length; i++) {
    const [[x0, y0], [x1, y1]] = [ring[i - 1], ring[i]]
    doubleArea += x0 * y1 - x1 * y0
  }
  return doubleArea < 0
}
