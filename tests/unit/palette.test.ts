import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  formatHex
} from 'culori'
import { describe, expect, it } from 'vitest'
import { listClasses } from '../../src/map/palette'
import { INSTANTANE } from './fichiers'

/** The grounds that the shipped data put on the map; white carries hatching or a marker, never colour alone. */
const fonds = [
  ...new Set(
    listClasses('coporteurs', INSTANTANE.territoires)
      .flatMap(({ apparence }) => apparence.fonds)
      .filter((fond) => fond !== '#ffffff')
  )
]
const difference = differenceCiede2000()
const paires = fonds.flatMap((a, i) => fonds.slice(i + 1).map((b) => [a, b] as const))

describe('the colours of the co-bearers', () => {
  it.each([
    // 10 is seen at a glance between two areas; in grey, borders, labels and dots help.
    ['normal sight', (couleur: string) => couleur, 20],
    ['protanopia', filterDeficiencyProt(1), 10],
    ['deuteranopia', filterDeficiencyDeuter(1), 10],
    ['tritanopia', filterDeficiencyTrit(1), 10],
    ['greyscale', filterGrayscale(1), 6]
  ])('stay apart: %s', (_, simulate, minimum) => {
    const vue = (couleur: string) => formatHex((simulate as (c: string) => string)(couleur)) ?? '#000000'
    const proches = paires.filter(([a, b]) => difference(vue(a), vue(b)) < minimum)
    expect(proches).toEqual([])
  })

  it('never tell a class by colour alone: what is deduced, not reported or contradictory has a pattern or a marker', () => {
    for (const { cle, apparence } of listClasses('coporteurs', INSTANTANE.territoires)) {
      if (cle.endsWith('-deduit')) expect(apparence.points).not.toBeNull()
      if (cle === 'sans-gouvernance') expect(apparence.hachures).not.toBeNull()
      if (cle === 'contradiction') expect(apparence.contradiction).toBe(true)
    }
  })
})
