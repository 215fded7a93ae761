import { topology } from 'topojson-server'
import { computeEtiquette } from './etiquette.mjs'
import { rewindPolygons, toGeometry } from './polygones.mjs'

/**
 * Cells of the grid that all points are snapped to, on each axis. Over the span from Guyane to New Caledonia a cell is
 * 26 m wide at most, far below the accuracy of the outlines; and it closes the mismatches of the source, whose common
 * borders differ in their last digits.
 */
const QUANTIZATION = 1e6

/**
 * Builds the topology of the territories, in which a border of two territories is one arc.
 * @param {{ code: string, geometry: import('geojson').Polygon | import('geojson').MultiPolygon }[]} outlines
 *   outlines with the same code become one territory
 * @returns {import('topojson-specification').Topology} one object 'territoires', sorted by code; 'id' is the INSEE
 *   code, 'properties.etiquette' the longitude and latitude of the label
 */
export function buildTopology(outlines) {
  const byCode = new Map()
  for (const { code, geometry } of outlines) {
    byCode.set(code, [...(byCode.get(code) ?? []), ...rewindPolygons(geometry)])
  }
  const features = [...byCode.keys()].sort().map((id) => ({
    type: 'Feature',
    id,
    properties: { etiquette: computeEtiquette(byCode.get(id)) },
    geometry: toGeometry(byCode.get(id))
  }))
  return topology({ territoires: { type: 'FeatureCollection', features } }, QUANTIZATION)
}
