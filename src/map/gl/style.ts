import type { Feature, FeatureCollection, MultiLineString } from 'geojson'
import type { StyleSpecification } from 'maplibre-gl'
import type { Contours } from '../../data/topologie'
import { meshRegions, meshTerritoires } from '../cadre/frontieres'
import { COUCHES, SOURCE_FRONTIERES, SOURCE_TERRITOIRES } from './couches'

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })

/**
 * The style of the main map: outlines, and their borders as one mesh. What is written on them is drawn over it
 * (EtiquettesSvg.svelte). It names no sprite, no glyphs and no tiles, so that MapLibre asks nobody for anything.
 */
export function buildStyle({ topologie, territoires }: Contours): StyleSpecification {
  const borders = (genre: string, geometry: MultiLineString): Feature => ({
    type: 'Feature',
    properties: { genre },
    geometry
  })
  // Simplified one by one, two neighbours would part along their common border.
  const exact = { type: 'geojson' as const, tolerance: 0, maxzoom: 8 }
  return {
    version: 8,
    sources: {
      [SOURCE_TERRITOIRES]: {
        ...exact,
        promoteId: 'code',
        data: collection(
          territoires.features.map(({ id, geometry }) => ({
            type: 'Feature',
            properties: { code: id },
            geometry
          }))
        )
      },
      [SOURCE_FRONTIERES]: {
        ...exact,
        data: collection([
          borders('departement', meshTerritoires(topologie)),
          borders('region', meshRegions(topologie))
        ])
      }
    },
    layers: [...COUCHES]
  }
}
