import { describe, expect, test } from 'vitest'
import { announceTerritoire, describeTerritoire } from '../../src/domain/texte/description'
import { INSTANTANE } from './fichiers'

const of = (code: string) => INSTANTANE.territoires.find((t) => t.code === code)
const announce = (code: string) => {
  const territoire = of(code)
  if (!territoire) throw new Error(code)
  return announceTerritoire(territoire, territoire)
}

describe('what a screen reader hears', () => {
  test('is the co-bearer, how sure it is, and the roadmap', () => {
    expect(announce('45')).toBe(
      'Loiret (45)\u00A0: Conseil départemental, déduit par élimination\u202F; feuille de route non remontée'
    )
    expect(announce('64')).toContain('Syndicat mixte, cité par la source\u202F; feuille de route remontée')
  })

  test('says that a governance is not there, and no co-bearer that nobody named', () => {
    expect(announce('52')).toBe(
      'Haute-Marne (52)\u00A0: gouvernance non remontée\u202F; feuille de route non remontée'
    )
  })

  test('says that the source contradicts itself, for exactly those about which it does', () => {
    const dits = INSTANTANE.territoires.filter((t) => announce(t.code).includes('contradiction'))
    expect(dits.map(({ code }) => code)).toEqual(['56', '70'])
    expect(describeTerritoire(dits[0] as (typeof dits)[0]).coporteurs).toBe(
      'Conseil régional et Préfecture uniquement'
    )
  })

  test('says so where there are no data', () => {
    expect(announceTerritoire({ nom: 'Loiret', code: '45' }, undefined)).toBe(
      'Loiret (45)\u00A0: aucune donnée'
    )
  })
})
