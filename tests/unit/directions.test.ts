import { describe, expect, test } from 'vitest'
import {
  DIRECTIONS,
  findVers,
  type Direction,
  type PlanDeCarte
} from '../../src/domain/territoire/directions'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { computeVoisins } from '../../src/domain/territoire/voisins'
import { isOutreMer } from '../../src/map/cadre/cadres'
import { CONTOURS } from './fichiers'

const { features } = CONTOURS.territoires
const plan: PlanDeCarte = {
  ancres: new Map(features.map(({ id, properties }) => [id, properties.etiquette] as const)),
  voisins: computeVoisins(CONTOURS.topologie),
  encarts: features.map(({ id }) => id).filter(isOutreMer)
}
const metropole = features.map(({ id }) => id).filter((id) => !isOutreMer(id))
const ancreOf = (code: string) => plan.ancres.get(code) as readonly [number, number]

describe('the arrow keys', () => {
  test('lead from the Loiret to the neighbours that lie each way', () => {
    const vers = (direction: Direction) => findVers(plan, '45', direction)
    for (const direction of DIRECTIONS) expect(plan.voisins.get('45')).toContain(vers(direction))
    expect(ancreOf(vers('nord') ?? '')[1]).toBeGreaterThan(ancreOf('45')[1])
    expect(ancreOf(vers('sud') ?? '')[1]).toBeLessThan(ancreOf('45')[1])
    expect(ancreOf(vers('est') ?? '')[0]).toBeGreaterThan(ancreOf('45')[0])
    expect(ancreOf(vers('ouest') ?? '')[0]).toBeLessThan(ancreOf('45')[0])
  })

  test('lead back along a straight way', () => {
    expect(findVers(plan, '45', 'sud')).toBe('18')
    expect(findVers(plan, '18', 'nord')).toBe('45')
    expect(findVers(plan, '29', 'est')).toBe('22')
  })

  test('never lead the other way on the main map', () => {
    for (const code of metropole) {
      for (const direction of DIRECTIONS) {
        const vers = findVers(plan, code, direction)
        if (!vers || isOutreMer(vers)) continue
        const [dx, dy] = [0, 1].map((i) => (ancreOf(vers)[i] ?? 0) - (ancreOf(code)[i] ?? 0)) as [
          number,
          number
        ]
        const avance = { nord: dy, sud: -dy, est: dx, ouest: -dx }[direction]
        expect(avance, `${code} ${direction} ${vers}`).toBeGreaterThan(0)
      }
    }
  })

  test('cross the sea to Corsica and back', () => {
    expect(plan.voisins.get('2B')).toEqual(['2A'])
    expect(isOutreMer(findVers(plan, '2B', 'nord') ?? '971')).toBe(false)
    expect(findVers(plan, '06', 'est')).toBe('2B')
  })

  test('lead off the coast to the insets, in order, and back to where one left', () => {
    expect(findVers(plan, '29', 'ouest', '29')).toBe(plan.encarts.at(-1))
    expect(findVers(plan, '67', 'est', '67')).toBe(plan.encarts[0])
    const suite: (string | null)[] = [plan.encarts[0] ?? null]
    while (suite.at(-1) && suite.at(-1) !== '67') suite.push(findVers(plan, suite.at(-1) ?? '', 'est', '67'))
    expect(suite).toEqual([...plan.encarts, '67'])
    for (const code of plan.encarts) {
      expect(findVers(plan, code, 'nord', '67')).toBe('67')
      expect(findVers(plan, code, 'sud', '67')).toBeNull()
    }
    expect(findVers(plan, plan.encarts[0] ?? '', 'ouest', '67')).toBe('67')
  })

  test('reach every territory from any one', () => {
    for (const depart of ['45', '2A', '971']) {
      const vus = new Set([depart])
      const file = [depart]
      for (let code = file.pop(); code; code = file.pop()) {
        for (const direction of DIRECTIONS) {
          const vers = findVers(plan, code, direction, isOutreMer(code) ? '45' : code)
          if (vers && !vus.has(vers)) {
            vus.add(vers)
            file.push(vers)
          }
        }
      }
      expect(TERRITOIRES.filter(({ code }) => !vus.has(code))).toEqual([])
    }
  })

  test('lead nowhere from an unknown code, but to the insets', () => {
    expect(findVers({ ...plan, encarts: [] }, 'xx', 'nord')).toBeNull()
  })
})
