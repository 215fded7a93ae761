import { describe, expect, it } from 'vitest'
import { parseChiffres } from '../../src/data/chiffres'
import type { Chiffres } from '../../src/domain/chiffres/chiffres'
import { listClotures } from '../../src/domain/chiffres/clotures'
import { listMoyensEpci } from '../../src/domain/chiffres/financementEpci'
import { describeFinancementLocal } from '../../src/domain/chiffres/financementLocal'
import { CHIFFRES, INSTANTANE, TEXTE_CHIFFRES, TEXTE_SOURCE } from './fichiers'

const parse = (texte: string) => parseChiffres(texte, { fichier: 'chiffres.json' })
const CHAMPS = /\s*"(?:cloture|pourFeuilleDeRoute|nommeEpci)": (?:true|false),/g

describe('the dates that close a means', () => {
  it('are those that the deck calls so, each judged against the day', () => {
    const cites = TEXTE_SOURCE.match(/^.*Clôture des demandes.*$/gm) ?? []
    const clotures = listClotures(CHIFFRES, '2024-07-01')
    expect(clotures).toHaveLength(cites.length)
    expect(clotures.map(({ date, etat }) => [date.iso, etat.passee])).toEqual([
      ['2024-06-30', true],
      ['2024-10-31', false]
    ])
  })

  it('are none where the calendar was not read', () => {
    expect(listClotures({}, '2024-07-01')).toEqual([])
  })
})

describe('a fact that has a field', () => {
  const [territoire] = INSTANTANE.territoires
  const tell = (texte: string) => {
    const { financements } = parse(texte).valeur as Chiffres
    return financements.liste.map((f) => territoire && describeFinancementLocal(f, territoire))
  }

  it('is read the same from a file that was written before it had one, without a problem', () => {
    const ancien = TEXTE_CHIFFRES.replace(CHAMPS, '')
    expect(ancien).not.toBe(TEXTE_CHIFFRES)
    expect(parse(ancien)).toEqual({ valeur: CHIFFRES, problemes: [] })
    expect(tell(ancien)).toEqual(tell(TEXTE_CHIFFRES))
  })

  it('is believed over the words beside it', () => {
    const autre = parse(
      TEXTE_CHIFFRES.replaceAll('"cloture": true', '"cloture": false')
        .replaceAll('"pourFeuilleDeRoute": true', '"pourFeuilleDeRoute": false')
        .replaceAll('"nommeEpci": true', '"nommeEpci": false')
    ).valeur as Chiffres
    expect(listClotures(autre, '2024-07-01')).toEqual([])
    expect(listMoyensEpci(autre.financements.liste, 'CC').some(({ nomme }) => nomme)).toBe(false)
    expect(
      listMoyensEpci(CHIFFRES.financements?.liste ?? [], 'CC').filter(({ nomme }) => nomme)
    ).toHaveLength(1)
    for (const financement of autre.financements.liste)
      expect(territoire && describeFinancementLocal(financement, territoire)).not.toMatch(
        /^La feuille de route/
      )
  })

  it('that is no fact is told with its place', () => {
    const { problemes } = parse(TEXTE_CHIFFRES.replace('"nommeEpci": true', '"nommeEpci": "oui"'))
    expect(problemes.map(({ message }) => message).join()).toContain('nommeEpci')
  })
})
