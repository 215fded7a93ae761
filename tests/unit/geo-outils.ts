import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { geoArea } from 'd3-geo'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { ProprietesContour, TopologieTerritoires } from '../../src/domain/territoire/topologie'
import { readFige } from '../fixtures/figes'

export const RACINE = fileURLToPath(new URL('../../', import.meta.url))
export const TOPOLOGIE = `${RACINE}static/geo/territoires.topo.json`

/** The mean radius of the Earth, in kilometres (IUGG). */
export const RAYON = 6371.0088

export type Contour = Feature<Polygon | MultiPolygon, ProprietesContour>

export function readTopologie(path = TOPOLOGIE): TopologieTerritoires {
  return JSON.parse(readFileSync(path, 'utf8')) as TopologieTerritoires
}

/** The outlines as GeoJSON, in degrees. */
export function toContours(topologie: TopologieTerritoires): Contour[] {
  const { features } = feature(topologie, topologie.objects.territoires) as FeatureCollection
  return features as Contour[]
}

export function toPolygones(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

/** In square kilometres. */
export function aire(geometry: Polygon | MultiPolygon): number {
  return geoArea(geometry) * RAYON ** 2
}

/** Codes of the snapshot, as the data file has them. */
export function readCodes(): string[] {
  const csv = readFige('donnees/2024-12-06/gouvernances.csv')
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((ligne) => ligne.split(',')[0] ?? '')
}

/** TopoJSON writes an arc that is run through backwards as the complement of its index. */
export function indexOf(arc: number): number {
  return arc < 0 ? ~arc : arc
}

/** The territories that use each arc, one entry a use. */
export function indexUses(topologie: TopologieTerritoires): string[][] {
  const uses = topologie.arcs.map((): string[] => [])
  for (const geometry of topologie.objects.territoires.geometries) {
    if (!('arcs' in geometry)) continue
    for (const arc of geometry.arcs.flat(2) as number[]) uses[indexOf(arc)]?.push(String(geometry.id))
  }
  return uses
}

/** The points of each arc, in degrees. */
export function toPoints({ arcs, transform }: TopologieTerritoires): Position[][] {
  const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] }
  return arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx = 0, dy = 0]) => {
      x += dx
      y += dy
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
    })
  })
}

/** From `origine` to `point` in kilometres east and north, good for neighbouring points. */
export function toKilometres([lon = 0, lat = 0]: Position, [lon0 = 0, lat0 = 0]: Position): [number, number] {
  const degre = (RAYON * Math.PI) / 180
  return [(lon - lon0) * degre * Math.cos((lat0 * Math.PI) / 180), (lat - lat0) * degre]
}
