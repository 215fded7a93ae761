import { describe, expect, it } from 'vitest'
import { CADRE_METROPOLE } from '../../src/map/cadre/cadres'
import { meshRegions } from '../../src/map/cadre/frontieres'
import { readChemin } from '../../src/export/diapos/chemin'
import { computeTraces } from '../../src/map/svg/traces'
import { CONTOURS } from './fichiers'

describe('the outlines of a frame', () => {
  const lignes = meshRegions(CONTOURS.topologie)
  const { regions, largeur } = computeTraces(CONTOURS.territoires, CADRE_METROPOLE, 1000, lignes)

  it('has each border between regions once, however it is divided', () => {
    expect(regions.flatMap(readChemin)).toHaveLength(lignes.coordinates.length)
  })

  it('divides them by where they are: a tile of the screen draws those that are near it alone', () => {
    expect(regions.length).toBeGreaterThan(1)
    for (const d of regions) {
      const debuts = readChemin(d).map(([debut]) => debut ?? [NaN, NaN])
      for (const axe of [0, 1] as const) {
        const places = debuts.map((debut) => debut[axe])
        expect(Math.max(...places) - Math.min(...places)).toBeLessThan(largeur / 4)
      }
    }
  })
})
