import { describe, expect, it } from 'vitest'
import { readFige } from '../fixtures/figes'
import { summarizeMoyens } from '../../src/domain/chiffres/financementLocal'
import { answerTerritoire } from '../../src/domain/texte/reponse'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import {
  ETATS_FEUILLE_DE_ROUTE,
  ETATS_GOUVERNANCE,
  ORIGINES,
  TYPES_COPORTEUR,
  type Territoire
} from '../../src/domain/territoire/territoire'
import { CHIFFRES } from './fichiers'

const make = (
  code: string,
  gouvernance: Partial<Territoire['gouvernance']> = {},
  feuilles: readonly Territoire['feuillesDeRoute'][number]['etat'][] = ['remontee']
): Territoire => ({
  code,
  nom: code,
  region: null,
  gouvernance: { etat: 'remontee', coporteurs: ['departement'], origine: 'deduit', ...gouvernance },
  feuillesDeRoute: feuilles.map((etat) => ({ etat })),
  note: ''
})
const plain = (texte: string) => texte.replace(/[\u00A0\u202F]/g, ' ')

describe('answerTerritoire', () => {
  it('says what is deduced in the conditional, and by whose word', () => {
    expect(plain(answerTerritoire(make('41')))).toBe(
      'Dans le Loir-et-Cher, la gouvernance est remontée ; elle serait portée par le conseil départemental (déduit) ; la feuille de route est remontée.'
    )
    expect(plain(answerTerritoire(make('974', { coporteurs: ['region'], origine: 'source' }, [])))).toBe(
      'À La Réunion, la gouvernance est remontée ; elle est portée par le conseil régional (cité par la source) ; la feuille de route n’est pas remontée.'
    )
  })

  it('leaves a contradiction to the source, and what is not known unknown', () => {
    expect(
      plain(answerTerritoire(make('56', { coporteurs: ['region', 'prefecture'], origine: 'source' })))
    ).toContain(
      'la source se contredit en la disant portée par le conseil régional et par la préfecture uniquement ;'
    )
    expect(
      plain(
        answerTerritoire(
          make('70', { etat: 'en_cours_de_validation', coporteurs: ['syndicat_mixte'], origine: 'source' })
        )
      )
    ).toBe(
      'En Haute-Saône, la gouvernance est en cours de validation ; la source se contredit en la disant déjà portée par un syndicat mixte ; la feuille de route est remontée.'
    )
    expect(
      plain(
        answerTerritoire(
          make('978', { etat: 'non_remontee', coporteurs: [], origine: null }, ['non_remontee'])
        )
      )
    ).toBe(
      'À Saint-Martin et à Saint-Barthélemy, la gouvernance n’est pas remontée ; aucun coporteur n’est connu ; la feuille de route n’est pas remontée.'
    )
  })

  it('counts several roadmaps', () => {
    const says = (...etats: Territoire['feuillesDeRoute'][number]['etat'][]) =>
      plain(answerTerritoire(make('41', {}, etats)))
    expect(says('remontee', 'remontee')).toContain('; les 2 feuilles de route sont remontées.')
    expect(says('remontee', 'annoncee', 'annoncee')).toContain('; 1 des 3 feuilles de route est remontée.')
    expect(says('annoncee', 'non_remontee')).toContain('; aucune des 2 feuilles de route n’est remontée.')
    expect(says('annoncee', 'annoncee')).toContain('; les 2 feuilles de route sont annoncées.')
  })

  it('opens with each of the 103 territories and its preposition, as one sentence', () => {
    // Written out from the usage of each: 'dans' and an article, 'en' without, 'à' for towns and islands.
    const debut =
      /^(Dans (l’(?=[AEÉHIOUY])|le |la |les )|En (?!l[ae]s? )|À )[A-ZÉÎ][^,;]*, la gouvernance (est|n’est pas) /
    expect(TERRITOIRES).toHaveLength(103)
    for (const { code } of TERRITOIRES) {
      const phrase = plain(answerTerritoire(make(code)))
      expect(phrase, code).toMatch(debut)
      expect(phrase.match(/\./g), code).toHaveLength(1)
      expect(phrase, code).not.toContain('/')
    }
    const ouverture = (code: string) => plain(answerTerritoire(make(code))).split(',')[0]
    expect(['971', '972', '973', '974', '976', '978', '988', '75', '2A', '01', '64'].map(ouverture)).toEqual([
      'En Guadeloupe',
      'En Martinique',
      'En Guyane',
      'À La Réunion',
      'À Mayotte',
      'À Saint-Martin et à Saint-Barthélemy',
      'En Nouvelle-Calédonie',
      'À Paris',
      'En Corse-du-Sud',
      'Dans l’Ain',
      'Dans les Pyrénées-Atlantiques'
    ])
  })

  it('never states what is deduced, whatever a row holds', () => {
    for (const etat of ETATS_GOUVERNANCE)
      for (const type of TYPES_COPORTEUR)
        for (const origine of ORIGINES)
          for (const feuille of ETATS_FEUILLE_DE_ROUTE) {
            const phrase = plain(
              answerTerritoire(make('41', { etat, coporteurs: [type], origine }, [feuille]))
            )
            expect(phrase.includes('elle est portée')).toBe(etat === 'remontee' && origine === 'source')
            expect(phrase.includes('elle serait portée')).toBe(etat === 'remontee' && origine === 'deduit')
          }
  })

  it('is true of the published row that it is quoted for', () => {
    expect(readFige('donnees/2024-12-06/gouvernances.csv')).toMatch(
      /^41,Loir-et-Cher,remontee,departement,deduit,remontee,/m
    )
  })
})

describe('summarizeMoyens', () => {
  const liste = CHIFFRES.financements?.liste ?? []
  it('promises an amount where the source gives one by department, and counts the rest', () => {
    expect(liste).toHaveLength(4)
    expect(plain(summarizeMoyens(liste, make('41')))).toBe('20 000 € pour ce département, et 3 autres moyens')
    expect(plain(summarizeMoyens(liste, make('978')))).toBe('4 moyens, sans montant pour ce territoire')
  })
})
