import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { parseTopologie } from '../../src/data/topologie'
import { findDansDirection } from '../../src/domain/directions'
import { computeVoisins } from '../../src/domain/voisins'

const texte = readFileSync(new URL('../../static/geo/territoires.topo.json', import.meta.url), 'utf8')
const contours = parseTopologie(texte, 'territoires.topo.json').valeur
if (!contours) throw new Error('The outlines do not read.')
const points = new Map(
  contours.territoires.features.map(({ id, properties }) => [id, properties.etiquette] as const)
)
const voisins = computeVoisins(contours.topologie)
const go = (code: string, touche: Parameters<typeof findDansDirection>[3]) =>
  findDansDirection(points, voisins.get(code) ?? [], code, touche)

describe('arrow keys', () => {
  it('go to the neighbour that lies there', () => {
    expect(go('45', 'ArrowDown')).toBe('18')
    expect(go('18', 'ArrowUp')).toBe('45')
    expect(go('29', 'ArrowRight')).toBe('22')
  })

  it('leave an island for the nearest territory that lies there', () => {
    expect(go('972', 'ArrowUp')).toBe('971')
  })

  it('reach every territory from Loiret', () => {
    const vus = new Set(['45'])
    for (const code of vus) {
      for (const touche of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const) {
        const suivant = go(code, touche)
        if (suivant) vus.add(suivant)
      }
    }
    expect([...points.keys()].filter((code) => !vus.has(code))).toEqual([])
  })
})
