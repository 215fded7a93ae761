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
