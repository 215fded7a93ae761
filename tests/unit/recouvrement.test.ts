import { describe, expect, it } from 'vitest'
import { dropRecouvertes, type EtiquetteSvg } from '../../src/map/svg/recouvrement'

const label = (code: string, x: number, y: number, rest: Partial<EtiquetteSvg> = {}): EtiquetteSvg => ({
  code,
  nom: '',
  x,
  y,
  rayon: 10,
  marqueur: false,
  ...rest
})
const kept = (...etiquettes: EtiquetteSvg[]) => dropRecouvertes(etiquettes).map(({ code }) => code)

describe('dropRecouvertes', () => {
  it('keeps of two codes over each other the one with more room, and both where they are apart', () => {
    expect(kept(label('48', 0, 0), label('07', 10, 3, { rayon: 12 }))).toEqual(['07'])
    expect(kept(label('48', 0, 0), label('07', 15, 3))).toEqual(['48', '07'])
    expect(kept(label('48', 0, 0), label('07', 3, 11))).toEqual(['48', '07'])
  })

  it('writes no other code under a marker, and its own below it', () => {
    expect(kept(label('22', -10, -6, { rayon: 20 }), label('56', 0, 0, { marqueur: true }))).toEqual(['56'])
  })

  it('gives a name its width', () => {
    expect(kept(label('44', 0, 0, { nom: 'Loire-Atlantique', rayon: 40 }), label('49', 35, 12))).toEqual([
      '44'
    ])
  })
})
