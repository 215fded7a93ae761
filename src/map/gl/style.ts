import type { Feature, FeatureCollection, MultiLineString } from 'geojson'
import type { StyleSpecification } from 'maplibre-gl'
import type { Contours } from '../../data/topologie'
import { findTerritoireRef } from '../../domain/territoire/referentiel'
import { meshRegions, meshTerritoires } from '../cadre/frontieres'
import { computeRayon } from '../svg/traces'
import { COUCHES, SOURCE_ETIQUETTES, SOURCE_FRONTIERES, SOURCE_TERRITOIRES } from './couches'

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })

/**
 * The style of the main map: outlines, their borders as one mesh, and a point for each label. It names no sprite, no
 * glyphs and no tiles, so that MapLibre asks nobody for anything.
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
      },
      [SOURCE_ETIQUETTES]: {
        ...exact,
        data: collection(
          territoires.features.map((feature) => ({
            type: 'Feature',
            properties: {
              code: feature.id,
              nom: findTerritoireRef(feature.id)?.nom ?? '',
              rayon: computeRayon(feature)
            },
            geometry: { type: 'Point', coordinates: [...feature.properties.etiquette] }
          }))
        )
      }
    },
    layers: [...COUCHES]
  }
}
