import { describe, expect, it } from 'vitest'
import type { Financement } from '../../src/domain/chiffres/chiffres'
import { listMoyensEpci } from '../../src/domain/chiffres/financementEpci'
import { readFige } from '../fixtures/figes'

const liste: readonly Financement[] = JSON.parse(readFige('donnees/2024-12-06/chiffres.json')).financements
  .liste
/** Which of the means names EPCI, in the words of the source itself. */
const cites = liste.filter(({ source }) => /EPCI/.test(source))

describe('the means that an EPCI may use', () => {
  it('begin with the one that the source destines to EPCI by name, and keep all others', () => {
    const moyens = listMoyensEpci(liste, 'CA')
    expect(moyens).toHaveLength(liste.length)
    expect(moyens.filter(({ nomme }) => nomme).map(({ financement }) => financement)).toEqual(cites)
    expect(moyens[0]?.financement).toBe(cites[0])
    expect(moyens[0]?.message).toContain('il s’applique à cet EPCI')
    expect(moyens[0]?.message).toContain('ne précise ni le montant')
  })

  it('promise nothing else', () => {
    for (const { nomme, message } of listMoyensEpci(liste, 'CC'))
      if (!nomme) expect(message).toMatch(/ne dit pas|ne précise/)
  })

  it.each(['EPT', 'MET69'] as const)(
    'are not promised to %s, which the law does not call an EPCI',
    (nature) => {
      const moyens = listMoyensEpci(liste, nature)
      expect(moyens.some(({ nomme }) => nomme)).toBe(false)
      expect(moyens[0]?.message).toContain('ne dit pas si elle y compte')
    }
  )

  it('are written with French typography', () => {
    for (const { message } of listMoyensEpci(liste, 'CA')) expect(message).not.toMatch(/ [:;?!%€»]|« |'/)
  })
})
