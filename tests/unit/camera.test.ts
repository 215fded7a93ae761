import { describe, expect, test } from 'vitest'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { CADRE_METROPOLE, ENCARTS, isInCadre, isOutreMer } from '../../src/map/cadre/cadres'
import {
  CLE_ENSEMBLE,
  computeBornes,
  computeCible,
  computeDuree,
  DUREE_LOINTAINE,
  DUREE_PRESENTATION,
  DUREE_PROCHE,
  type Bornes
} from '../../src/map/cadre/camera'
import { computeBoite, computeTraces } from '../../src/map/svg/traces'
import { CONTOURS } from './fichiers'

const { territoires } = CONTOURS
const traces = computeTraces(territoires, CADRE_METROPOLE, 1000)
const cibleOf = (territoire: string | null, region: string | null = null) =>
  computeCible({ territoire, region }, territoires, traces.bornes)
const bornesOf = (code: string) => computeBornes(territoires, [code]) as Bornes
/** Projecting there and back costs the last digits. */
const EPSILON = 1e-9
const contains = (dehors: Bornes, dedans: Bornes) =>
  dehors.every((d, i) => (i < 2 ? d <= (dedans[i] ?? 0) + EPSILON : d >= (dedans[i] ?? 0) - EPSILON))

describe('the frames', () => {
  test('show every territory, and what lies overseas in an inset only', () => {
    for (const { code } of TERRITOIRES) {
      const encarts = ENCARTS.filter((cadre) => isInCadre(cadre, code))
      expect(isInCadre(CADRE_METROPOLE, code), code).toBe(!isOutreMer(code))
      if (isOutreMer(code)) expect(encarts, code).toHaveLength(1)
    }
    expect(TERRITOIRES.filter(({ code }) => isOutreMer(code))).toHaveLength(7)
  })
})

describe('the camera', () => {
  test('goes to the territory, else to the region, else to the whole', () => {
    expect(cibleOf(null)).toEqual({ cle: CLE_ENSEMBLE, bornes: traces.bornes })
    expect(cibleOf('xx').cle).toBe(CLE_ENSEMBLE)
    const [loiret, centre] = [cibleOf('45', '24'), cibleOf(null, '24')]
    expect(new Set([loiret.cle, centre.cle, CLE_ENSEMBLE]).size).toBe(3)
    expect(contains(loiret.bornes, bornesOf('45'))).toBe(true)
    for (const { code } of TERRITOIRES.filter(({ region }) => region === '24')) {
      expect(contains(centre.bornes, bornesOf(code)), code).toBe(true)
    }
    expect(contains(traces.bornes, centre.bornes)).toBe(true)
  })

  test('leaves room around each territory for its neighbours', () => {
    for (const { code } of TERRITOIRES) {
      const [ouest, sud, est, nord] = cibleOf(code).bornes
      const [o, s, e, n] = bornesOf(code)
      expect((est - ouest) / (e - o), code).toBeGreaterThan(1.5)
      expect((nord - sud) / (n - s), code).toBeGreaterThan(1.5)
    }
  })

  test('takes at most 600 ms for a near move, 1.2 s overseas, and less in a presentation', () => {
    expect(DUREE_PROCHE).toBeLessThanOrEqual(600)
    expect(DUREE_LOINTAINE).toBeLessThanOrEqual(1200)
    const metropole = TERRITOIRES.filter(({ code }) => !isOutreMer(code))
    for (const { code } of metropole) {
      expect(computeDuree(traces.bornes, bornesOf(code)), code).toBe(DUREE_PROCHE)
    }
    expect(computeDuree(traces.bornes, bornesOf('974'))).toBe(DUREE_LOINTAINE)
    expect(computeDuree(bornesOf('971'), bornesOf('972'))).toBe(DUREE_PROCHE)
    expect(DUREE_PRESENTATION).toBeLessThan(600)
    expect(computeDuree(traces.bornes, bornesOf('974'), DUREE_PRESENTATION)).toBe(DUREE_PRESENTATION)
  })
})

describe('the outlines on the SVG', () => {
  test('fill their box: its bounds are those of the viewBox', () => {
    const [x, y, largeur, hauteur] = computeBoite(traces, traces.bornes)
    expect(x).toBeCloseTo(0)
    expect(y).toBeCloseTo(0)
    expect(largeur).toBeCloseTo(traces.largeur)
    expect(hauteur).toBeCloseTo(traces.hauteur)
    for (const { id } of territoires.features.filter(({ id }) => !isOutreMer(id))) {
      expect(contains(traces.bornes, bornesOf(id)), id).toBe(true)
    }
  })

  test('are where the camera looks for them', () => {
    for (const [code, [x, y]] of traces.ancres) {
      const [x0, y0, largeur, hauteur] = computeBoite(traces, bornesOf(code))
      expect(x, code).toBeGreaterThanOrEqual(x0)
      expect(x, code).toBeLessThanOrEqual(x0 + largeur)
      expect(y, code).toBeGreaterThanOrEqual(y0)
      expect(y, code).toBeLessThanOrEqual(y0 + hauteur)
    }
  })

  test('have room around their label that shrinks as the department does', () => {
    const rayon = (code: string) => traces.rayons.get(code) ?? 0
    expect(rayon('33')).toBeGreaterThan(rayon('90'))
    expect(rayon('90')).toBeGreaterThan(rayon('75'))
    expect(rayon('75')).toBeGreaterThan(0)
  })
})

test('the camera leaves room for the neighbours, less around a region, and never comes nearer than 0.6°', () => {
  const etendues = ([ouest, sud, est, nord]: Bornes) => [est - ouest, nord - sud] as const
  const [dx, dy] = etendues(bornesOf('45'))
  const [largeur, hauteur] = etendues(cibleOf('45').bornes)
  expect(largeur / dx).toBeCloseTo(2.4)
  expect(hauteur / dy).toBeCloseTo(2.4)
  const membres = TERRITOIRES.filter(({ region }) => region === '24').map(({ code }) => code)
  const [rx, ry] = etendues(computeBornes(territoires, membres) as Bornes)
  const [l, h] = etendues(cibleOf(null, '24').bornes)
  expect(l / rx).toBeCloseTo(1.24)
  expect(h / ry).toBeCloseTo(1.24)
  for (const cote of etendues(cibleOf('75').bornes)) expect(cote).toBeCloseTo(0.6)
  // As much on either side.
  const milieu = (b: Bornes) => [(b[0] + b[2]) / 2, (b[1] + b[3]) / 2]
  for (const [i, n] of milieu(cibleOf('75').bornes).entries())
    expect(n).toBeCloseTo(milieu(bornesOf('75'))[i] ?? 0)
})
