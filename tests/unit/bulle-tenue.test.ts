import { describe, expect, it } from 'vitest'
import { BulleTenue, REPOS_MS } from '../../src/map/cadre/bulleTenue'

/** A tooltip to the right of and below a pointer at 100, 100. */
const BULLE = { x: 100, y: 100, left: 114, top: 114, right: 414, bottom: 264 }
const at = (clientX: number, clientY: number, timeStamp: number) => ({ clientX, clientY, timeStamp })

describe('a tooltip under a pointer', () => {
  it('is held once the pointer has rested, on the way to it and all over it, until the pointer leaves it', () => {
    const tenue = new BulleTenue()
    expect(tenue.holds(at(100, 100, 1000), null)).toBe(false)
    const repos = 1000 + REPOS_MS
    for (const [x, y, apres] of [
      [101, 101, 0],
      [120, 118, 10],
      [410, 260, 20],
      [200, 200, 30]
    ] as const)
      expect(tenue.holds(at(x, y, repos + apres), BULLE), `${x}, ${y}`).toBe(true)
    expect(tenue.holds(at(440, 200, repos + 40), BULLE)).toBe(false)
    expect(tenue.holds(at(400, 200, repos + 50), BULLE), 'come back without a rest').toBe(false)
  })

  it('is not in the way of a hand that goes on over the map, nor of one that goes elsewhere', () => {
    const vite = new BulleTenue()
    expect(vite.holds(at(100, 100, 1000), null)).toBe(false)
    for (let pas = 1; pas < 20; pas++)
      expect(vite.holds(at(100 + pas * 10, 100 + pas * 5, 1000 + pas * 16), BULLE)).toBe(false)
    const ailleurs = new BulleTenue()
    expect(ailleurs.holds(at(100, 100, 1000), null)).toBe(false)
    expect(ailleurs.holds(at(60, 100, 3000), BULLE)).toBe(false)
  })
})

it.each([
  // The box holds the tooltip (100 to 200, 100 to 150) and the place that it is about, with two pixels around it.
  ['above and between', { x: 150, y: 80 }, [100, 78], [200, 150]],
  ['below, on the right', { x: 300, y: 300 }, [100, 100], [302, 302]],
  ['on the left', { x: 50, y: 120 }, [48, 100], [200, 150]]
] as const)(
  'is held up to the edges of the box around the place %s, and no further',
  (_, place, [x0, y0], [x1, y1]) => {
    const bulle = { left: 100, top: 100, right: 200, bottom: 150, ...place }
    const holds = (clientX: number, clientY: number) =>
      new BulleTenue().holds({ clientX, clientY, timeStamp: REPOS_MS }, bulle)
    for (const x of [x0, x1]) for (const y of [y0, y1]) expect(holds(x, y), `${x} ${y}`).toBe(true)
    const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2]
    expect([holds(x0 - 1, my), holds(x1 + 1, my), holds(mx, y0 - 1), holds(mx, y1 + 1)]).toEqual([
      false,
      false,
      false,
      false
    ])
  }
)
