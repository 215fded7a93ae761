import { neighbors } from 'topojson-client'
import { describe, expect, it } from 'vitest'
import { findRegion, findTerritoireRef, REGIONS } from '../../src/domain/territoire/referentiel'
import type { TopologieTerritoires } from '../../src/domain/territoire/topologie'
import { computeVoisins, FRONTIERES_COURTES } from '../../src/domain/territoire/voisins'
import { buildDeuxCarres } from './deux-carres'
import { readCodes, readTopologie } from './geo-outils'

const voisins = computeVoisins(readTopologie())
const ILES = ['971', '972', '974', '976', '978', '988']

describe('neighbours', () => {
  it('are given for every territory, sorted, without itself', () => {
    expect([...voisins.keys()]).toEqual(readCodes().toSorted())
    for (const [code, autres] of voisins) {
      expect(autres).toEqual([...new Set(autres)].sort())
      expect(autres).not.toContain(code)
    }
  })

  it('are mutual', () => {
    for (const [code, autres] of voisins) {
      for (const autre of autres) expect(voisins.get(autre), `${autre} and ${code}`).toContain(code)
    }
  })

  it('are none for islands and for Guyane, and some for all others', () => {
    const seuls = [...voisins].filter(([, autres]) => autres.length === 0).map(([code]) => code)
    expect(seuls).toEqual([...ILES, '973'].sort())
  })

  it.each([
    ['75', ['92', '93', '94']],
    ['2A', ['2B']],
    ['29', ['22', '56']],
    ['69', ['01', '38', '42', '71']],
    ['90', ['25', '68', '70', '88']],
    ['06', ['04', '83']],
    ['66', ['09', '11']],
    ['74', ['01', '73']],
    ['93', ['75', '77', '92', '94', '95']],
    ['83', ['04', '06', '13', '84']],
    ['84', ['04', '07', '13', '26', '30', '83']],
    ['54', ['55', '57', '67', '88']],
    ['67', ['54', '57', '68', '88']],
    ['45', ['18', '28', '41', '58', '77', '89', '91']]
  ])('of %s are those of any atlas', (code, attendus) => {
    expect(voisins.get(code)).toEqual(attendus)
  })

  it('take short borders from the list where the outlines lack them, and it adds nothing where they have them', () => {
    const arcs = mesh(readTopologie())
    for (const { codes, ou } of FRONTIERES_COURTES) {
      const [a = '', b = ''] = codes
      // Each place that is named lies in the department that is named beside it.
      for (const code of codes) expect(ou).toContain(`(${code})`)
      expect(arcs.get(a), `${a}-${b} is in the outlines`).not.toContain(b)
      expect(voisins.get(a)).toContain(b)
      expect(voisins.get(b)).toContain(a)
    }
    // As outlines that have the border would be.
    expect([...computeVoisins(buildDeuxCarres('83', '84'))]).toEqual([
      ['83', ['84']],
      ['84', ['83']]
    ])
  })

  it('do not leap over a third territory or the sea', () => {
    expect(voisins.get('75')).not.toContain('95')
    expect(voisins.get('76')).not.toContain('14')
    expect(voisins.get('33')).not.toContain('85')
  })

  it('tie each metropolitan region together', () => {
    for (const region of REGIONS) {
      const membres = [...voisins.keys()].filter((code) => findTerritoireRef(code)?.region === region.code)
      const atteints = reach(membres[0] ?? '', new Set(membres))
      expect([...atteints].sort(), findRegion(region.code)?.nom).toEqual(membres)
    }
  })
})

/** The neighbours by the arcs of the outlines alone. */
function mesh({ objects }: TopologieTerritoires): Map<string, string[]> {
  const { geometries } = objects.territoires
  const codes = geometries.map(({ id }) => String(id))
  const parArc = neighbors(geometries)
  return new Map(codes.map((code, i) => [code, parArc[i]?.flatMap((rang) => codes[rang] ?? []) ?? []]))
}

/** The codes of `parmi` that can be reached from `depart` without leaving it. */
function reach(depart: string, parmi: Set<string>, atteints = new Set<string>()): Set<string> {
  if (!parmi.has(depart) || atteints.has(depart)) return atteints
  atteints.add(depart)
  for (const autre of voisins.get(depart) ?? []) reach(autre, parmi, atteints)
  return atteints
}
