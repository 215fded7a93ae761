import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { geoBounds, geoContains, geoLength } from 'd3-geo'
import type { Position } from 'geojson'
import { mergeArcs, feature } from 'topojson-client'
import { describe, expect, it } from 'vitest'
import {
  aire,
  indexOf,
  indexUses,
  RAYON,
  readCodes,
  readTopologie,
  toContours,
  toKilometres,
  toPoints,
  toPolygones,
  TOPOLOGIE
} from './geo-outils'

const topologie = readTopologie()
const contours = toContours(topologie)
const codes = contours.map(({ id }) => String(id))
const uses = indexUses(topologie)

describe('the outlines of the territories', () => {
  it('are those of the snapshot, each once, in order', () => {
    expect(codes).toHaveLength(103)
    expect(codes).toEqual(readCodes().toSorted())
  })

  it('weigh at most 70 kB gzipped', () => {
    expect(gzipSync(readFileSync(TOPOLOGIE), { level: 9 }).length).toBeLessThanOrEqual(70_000)
  })

  it('carry no more than an id, arcs and the place of a label', () => {
    for (const { properties } of contours) expect(Object.keys(properties)).toEqual(['etiquette'])
  })

  it('have closed rings of some extent', () => {
    for (const { id, geometry } of contours) {
      const rings = toPolygones(geometry).flat()
      expect(rings.length, String(id)).toBeGreaterThan(0)
      for (const ring of rings) {
        expect(new Set(ring.map(String)).size, String(id)).toBeGreaterThanOrEqual(3)
        expect(ring.at(-1), String(id)).toEqual(ring[0])
      }
    }
  })

  it('turn the way that d3-geo wants, in every polygon', () => {
    // The wrong way round, a polygon is the Earth but itself.
    const terre = 4 * Math.PI * RAYON ** 2
    for (const { id, geometry } of contours) {
      for (const coordinates of toPolygones(geometry)) {
        const km2 = aire({ type: 'Polygon', coordinates })
        expect(km2, String(id)).toBeGreaterThan(0)
        expect(km2, String(id)).toBeLessThan(terre / 1000)
      }
    }
  })

  it('leave holes to the territories that fill them', () => {
    // Enclaves of one department in another, and of Spain in the Pyrénées-Orientales (Llívia).
    const troues = contours.filter(({ geometry }) => toPolygones(geometry).some((rings) => rings.length > 1))
    expect(troues.map(({ id }) => id)).toEqual(['26', '62', '64', '66'])
    const contains = (hote: string, lieu: [number, number]) =>
      geoContains(contours.find(({ id }) => id === hote) ?? contours[0]!, lieu)
    const [llivia, valreas] = [
      [1.98, 42.46],
      [4.99, 44.38]
    ] as [number, number][]
    expect(contains('66', llivia!)).toBe(false)
    expect(contains('26', valreas!)).toBe(false)
    expect(contains('84', valreas!)).toBe(true)
  })

  it('put each label inside its own territory and in no other', () => {
    for (const { id, properties } of contours) {
      const hotes = contours.filter((contour) => geoContains(contour, [...properties.etiquette]))
      expect(hotes.map((hote) => hote.id)).toEqual([id])
    }
  })

  it('lie where these towns of general knowledge are', () => {
    const villes: [string, [number, number]][] = [
      ['13', [5.37, 43.3]],
      ['29', [-4.1, 48.0]],
      ['2A', [8.97, 41.62]],
      ['2B', [9.15, 42.31]],
      ['31', [1.44, 43.6]],
      ['45', [1.91, 47.9]],
      ['54', [6.18, 48.69]],
      ['59', [3.06, 50.63]],
      ['67', [7.75, 48.58]],
      ['68', [7.36, 48.08]],
      ['69', [4.84, 45.76]],
      ['75', [2.35, 48.857]],
      ['90', [6.86, 47.64]],
      ['971', [-61.69, 16.03]],
      ['972', [-61.05, 14.62]],
      ['973', [-52.4, 4.9]],
      ['974', [55.46, -20.92]],
      ['976', [45.2, -12.78]],
      ['978', [-63.06, 18.08]],
      ['978', [-62.83, 17.9]],
      ['988', [166.3, -22.1]]
    ]
    for (const [code, ville] of villes) {
      const hotes = contours.filter((contour) => geoContains(contour, ville))
      expect(
        hotes.map(({ id }) => id),
        `${ville}`
      ).toEqual([code])
    }
  })

  it('unite Saint-Martin and Saint-Barthélemy', () => {
    const contour = contours.find(({ id }) => id === '978')
    expect(toPolygones(contour!.geometry)).toHaveLength(2)
    const [[ouest, sud], [est, nord]] = geoBounds(contour!)
    expect(est - ouest).toBeLessThan(0.5)
    expect(nord - sud).toBeLessThan(0.5)
  })
})

describe('the borders', () => {
  it('are arcs used once (coast, foreign country) or by exactly two territories', () => {
    for (const [index, users] of uses.entries()) {
      expect([1, 2], `arc ${index}`).toContain(users.length)
      expect(new Set(users).size, `arc ${index}: ${users}`).toBe(users.length)
    }
  })

  it('leave no gap or overlap between territories', () => {
    // A mismatch would be a ring of the union that belongs to several territories: there are but two such rings,
    // the mainland and Corsica.
    const { arcs } = mergeArcs(
      topologie,
      topologie.objects.territoires.geometries as Parameters<typeof mergeArcs>[1]
    )
    const partages = arcs
      .flat()
      .filter((ring) => new Set(ring.flatMap((arc) => uses[indexOf(arc)] ?? [])).size > 1)
    expect(partages).toHaveLength(2)
    for (const ring of partages) {
      const { coordinates } = feature(topologie, { type: 'Polygon', arcs: [ring] }).geometry as {
        coordinates: Position[][]
      }
      const largeur =
        (2 * aire({ type: 'Polygon', coordinates })) /
        (geoLength({ type: 'LineString', coordinates: coordinates[0]! }) * RAYON)
      expect(largeur).toBeGreaterThan(10)
    }
  })

  it('are not drawn twice side by side towards the coast', () => {
    // Where two coasts meet they are near each other; elsewhere 500 m between the lines of two territories
    // would be one border written twice. The narrowest estuary of these outlines, the Seine's, is wider.
    const points = toPoints(topologie)
    const cotes = points.flatMap((arc, index) => {
      const users = uses[index] ?? []
      return users.length === 1 ? [{ arc, code: users[0] }] : []
    })
    const doubles: string[] = []
    for (const a of cotes) {
      for (const b of cotes) {
        if (a.code === b.code) continue
        const jonctions = [a.arc[0], a.arc.at(-1)].filter((p) =>
          [b.arc[0], b.arc.at(-1)].some((q) => `${p}` === `${q}`)
        )
        for (const point of a.arc) {
          if (jonctions.some((jonction) => Math.hypot(...toKilometres(jonction!, point)) < 2)) continue
          if (distanceToLine(point, b.arc) < 0.5) doubles.push(`${a.code}, ${b.code}\u202F: ${point}`)
        }
      }
    }
    expect(doubles).toEqual([])
  })
})

/** From a point to a line, in kilometres; Infinity beyond 0.1° in longitude. */
function distanceToLine(point: Position, line: Position[]): number {
  let distance = Infinity
  for (const [i, fin] of line.entries()) {
    const debut = line[i - 1]
    if (!debut || Math.abs(fin[0]! - point[0]!) > 0.1) continue
    const [ax, ay] = toKilometres(debut, point)
    const [bx, by] = toKilometres(fin, point)
    const [dx, dy] = [bx - ax, by - ay]
    const part = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)))
    distance = Math.min(distance, Math.hypot(ax + part * dx, ay + part * dy))
  }
  return distance
}
