import { describe, expect, it } from 'vitest'
import { describeEcheance } from '../../src/domain/temps/echeance'
import { CHIFFRES, DATE } from './fichiers'

const date = CHIFFRES.financements?.echeance.date
if (!date) throw new Error('chiffres.json has no deadline')
const describeOn = (aujourdhui: string) => {
  const { passee, message } = describeEcheance(date, aujourdhui, DATE)
  return { passee, message: message.replace(/[\u00A0\u202F]/g, ' ') }
}

describe('the deadline of the funds', () => {
  it('is open on its last day and over on the next one', () => {
    expect(describeOn('2025-12-31').passee).toBe(false)
    expect(describeOn('2025-12-31').message).toContain('aujourd’hui')
    expect(describeOn('2026-01-01').passee).toBe(true)
  })

  it('says since when it is over, what the source wrote, and as of which date the data speak', () => {
    expect(describeOn('2026-03-01').message).toBe(
      'Échéance dépassée depuis le 31 décembre 2025 ; la source dit « Fin 2025 », sans jour. Données au 6 décembre 2024.'
    )
  })

  it('counts the days that are left', () => {
    expect(describeOn('2025-12-30').message).toContain('dans 1 jour,')
    expect(describeOn('2025-12-01').message).toContain('dans 30 jours,')
  })

  it('does not excuse a day that the source gives', () => {
    const jour = { ...date, precision: 'jour' as const }
    expect(describeEcheance(jour, '2026-01-01', null).message).not.toContain('sans jour')
  })
})
