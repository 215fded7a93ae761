import mapshaper from 'mapshaper'

/** Closer than this, in degrees (about 10 cm), two vertices are the same point written twice. */
const SNAP = 1e-6

/**
 * Joins outlines of the same code and simplifies all borders, common ones once for both sides.
 * @param {{ code: string, geometry: import('geojson').Geometry }[]} outlines
 * @param {number} tolerance in metres: details smaller than this go, as do islets, but never a whole territory;
 *   0 keeps every vertex
 * @returns {Promise<{ code: string, geometry: import('geojson').Polygon | import('geojson').MultiPolygon }[]>}
 */
export async function simplifyOutlines(outlines, tolerance) {
  const input = JSON.stringify({
    type: 'FeatureCollection',
    features: outlines.map(({ code, geometry }) => ({ type: 'Feature', properties: { code }, geometry }))
  })
  const simplify = tolerance > 0 ? `-simplify interval=${tolerance} keep-shapes` : ''
  const commands = `-i in.json snap snap-interval=${SNAP} -dissolve code ${simplify} -o out.json format=geojson`
  const output = await mapshaper.applyCommands(commands, { 'in.json': input })
  // A polygon without area comes out without geometry.
  return JSON.parse(output['out.json'])
    .features.filter(({ geometry }) => geometry !== null)
    .map(({ properties: { code }, geometry }) => ({ code, geometry }))
}
