import { describe, expect, it } from 'vitest'
import type { Calendrier, Financements } from '../../src/domain/chiffres/chiffres'
import { isEcheancePassee } from '../../src/domain/temps/dateSource'
import {
  announceEvolution,
  describeEvolution,
  groupEvolution,
  LIBELLES_EVOLUTION,
  ORDRE_EVOLUTION,
  SENS_EVOLUTION
} from '../../src/domain/temps/direEvolution'
import { describeEcheance } from '../../src/domain/temps/echeance'
import { CLASSES_EVOLUTION, computeEvolution } from '../../src/domain/temps/evolution'
import { buildLigneDeTemps, createEchelle } from '../../src/domain/temps/ligneDeTemps'
import { buildInstantane, buildTerritoire, plain } from './petit-instantane'

type Dit = Parameters<typeof buildTerritoire>[1]
/** What became of one territory: its class, and each change as 'nature: before → after'. */
const change = (avant: Dit, apres: Dit) => {
  const [t] = computeEvolution(
    buildInstantane(buildTerritoire('01', avant)),
    buildInstantane(buildTerritoire('01', apres))
  ).territoires
  return [
    t?.classe,
    ...(t?.changements ?? []).map(({ nature, avant, apres }) => plain(`${nature}: ${avant} → ${apres}`))
  ]
}

describe('one change of a territory', () => {
  it.each<[string, Dit, Dit, string[]]>([
    ['nothing', {}, {}, ['inchange']],
    [
      'a governance validated',
      { etat: 'en_cours_de_validation' },
      { etat: 'remontee' },
      ['gagne', 'gouvernance-gagnee: Gouvernance en cours de validation → Gouvernance remontée']
    ],
    [
      'a governance withdrawn',
      { etat: 'remontee' },
      { etat: 'non_remontee' },
      ['perdu', 'gouvernance-perdue: Gouvernance remontée → Gouvernance non remontée']
    ],
    [
      'a governance on its way',
      { etat: 'non_remontee' },
      { etat: 'en_cours_de_validation' },
      ['autre', 'etat-gouvernance: Gouvernance non remontée → Gouvernance en cours de validation']
    ],
    [
      'a first roadmap',
      { feuilles: ['non_remontee'] },
      { feuilles: ['remontee'] },
      ['gagne', 'feuille-gagnee: Feuille de route non remontée → Feuille de route remontée']
    ],
    [
      'a roadmap fewer',
      { feuilles: ['remontee', 'remontee'] },
      { feuilles: ['remontee', 'annoncee'] },
      [
        'perdu',
        'feuille-perdue: 2 feuilles de route remontées → Feuille de route remontée et feuille de route annoncée'
      ]
    ],
    [
      'roadmaps announced',
      { feuilles: [] },
      { feuilles: ['annoncee', 'annoncee'] },
      ['autre', 'etat-feuille: Feuille de route non remontée → 2 feuilles de route annoncées']
    ],
    [
      'one announced',
      { feuilles: ['annoncee'] },
      { feuilles: [] },
      ['autre', 'etat-feuille: feuille de route annoncée → Feuille de route non remontée']
    ],
    [
      'another co-bearer',
      { coporteurs: ['departement'], origine: 'deduit' },
      { coporteurs: ['region', 'epci'] },
      [
        'coporteur',
        'coporteur: Conseil départemental, déduit par élimination → Conseil régional et EPCI uniquement, cité par la source'
      ]
    ],
    [
      'the same in another order',
      { coporteurs: ['region', 'epci'] },
      { coporteurs: ['epci', 'region'] },
      ['inchange']
    ],
    [
      'two that read as one',
      { coporteurs: ['region', 'epci'] },
      { coporteurs: ['region'] },
      [
        'coporteur',
        'coporteur: Conseil régional et EPCI uniquement, cité par la source → Conseil régional, cité par la source'
      ]
    ],
    [
      'a co-bearer confirmed',
      { origine: 'deduit' },
      { origine: 'source' },
      [
        'autre',
        'origine: Conseil départemental, déduit par élimination → Conseil départemental, cité par la source'
      ]
    ],
    [
      'a first co-bearer, the governance staying as it was',
      { coporteurs: [] },
      { coporteurs: ['region'] },
      ['coporteur', 'coporteur: Sans coporteur connu → Conseil régional, cité par la source']
    ],
    [
      'the last co-bearer gone, the governance staying',
      { coporteurs: ['region'] },
      { coporteurs: [] },
      ['coporteur', 'coporteur: Conseil régional, cité par la source → Sans coporteur connu']
    ],
    [
      'a governance that goes with its co-bearer',
      { coporteurs: ['region'] },
      { etat: 'non_remontee', coporteurs: [] },
      ['perdu', 'gouvernance-perdue: Gouvernance remontée → Gouvernance non remontée']
    ],
    ['a note', { note: '' }, { note: 'Nouveau' }, ['autre', 'note: Sans note → Nouveau']],
    ['a note gone', { note: 'Ancien' }, { note: '' }, ['autre', 'note: Ancien → Sans note']]
  ])('%s', (_, avant, apres, attendu) => {
    expect(change(avant, apres)).toEqual(attendu)
  })

  it('that weighs most comes first, whatever the order in which they are found', () => {
    expect(
      change(
        { etat: 'non_remontee', coporteurs: ['epci'], feuilles: ['remontee'], note: 'a' },
        { etat: 'remontee', coporteurs: ['region'], feuilles: [], note: 'b' }
      ).map((texte) => texte?.split(':')[0])
    ).toEqual(['perdu', 'feuille-perdue', 'gouvernance-gagnee', 'coporteur', 'note'])
  })
})

const buildEvolution = () =>
  computeEvolution(
    {
      ...buildInstantane(
        buildTerritoire('02'),
        buildTerritoire('01'),
        buildTerritoire('03', { feuilles: [] })
      ),
      date: '2024-12-06'
    },
    buildInstantane(buildTerritoire('04'), buildTerritoire('01', { note: 'x' }), buildTerritoire('03'))
  )

describe('all changes', () => {
  it('are counted by class and by nature, codes in order', () => {
    const { avant, apres, territoires, comptes, natures } = buildEvolution()
    expect([avant, apres]).toEqual(['2024-12-06', '2025-06-01'])
    expect(territoires.map(({ code, classe, changements }) => [code, classe, changements.length])).toEqual([
      ['01', 'autre', 1],
      ['02', 'incomparable', 0],
      ['03', 'gagne', 1],
      ['04', 'incomparable', 0]
    ])
    expect(comptes).toEqual({ perdu: 0, gagne: 1, coporteur: 0, autre: 1, inchange: 0, incomparable: 2 })
    expect(natures).toMatchObject({ note: 1, 'feuille-gagnee': 1, 'feuille-perdue': 0 })
  })

  it('are told by class, what came first; empty classes are left out', () => {
    expect(
      groupEvolution(buildEvolution()).map(({ classe, territoires }) => [
        classe,
        territoires.map(({ code }) => code)
      ])
    ).toEqual([
      ['gagne', ['03']],
      ['autre', ['01']],
      ['incomparable', ['02', '04']]
    ])
    expect([...ORDRE_EVOLUTION].sort()).toEqual([...CLASSES_EVOLUTION].sort())
    for (const classe of CLASSES_EVOLUTION) {
      expect(LIBELLES_EVOLUTION[classe]).toMatch(/^\p{Lu}/u)
      expect(SENS_EVOLUTION[classe]).toMatch(/^\p{Ll}.*[^.]$/u)
    }
  })

  it('of a territory are told in few words, and read aloud', () => {
    const parCode = new Map(buildEvolution().territoires.map((t) => [t.code, t]))
    expect(describeEvolution(parCode.get('03'))).toEqual({
      classe: 'Gagné',
      changements: ['Feuille de route non remontée → Feuille de route remontée']
    })
    expect(announceEvolution(parCode.get('03'))).toBe(
      '\u202F; évolution\u00A0: gagné, feuille de route non remontée, puis feuille de route remontée'
    )
    const [deux] = computeEvolution(
      buildInstantane(buildTerritoire('01')),
      buildInstantane(buildTerritoire('01', { feuilles: [], note: 'Perdue' }))
    ).territoires
    expect(announceEvolution(deux)).toBe(
      '\u202F; évolution\u00A0: perdu, feuille de route remontée, puis feuille de route non remontée, sans note, puis perdue'
    )
    expect(describeEvolution(undefined)).toEqual({ classe: 'Sans comparaison possible', changements: [] })
    expect(announceEvolution(undefined)).toBe('\u202F; évolution\u00A0: sans comparaison possible')
  })
})

describe('the line of time', () => {
  const date = (iso: string, precision = 'jour') => ({ iso, precision, texte: iso, jourOrigine: 'source' })
  const calendrier = {
    etapes: [{ numero: 1, titre: "L'installation" }],
    dates: [
      {
        id: 'b',
        date: date('2025-12-31', 'fin_d_annee'),
        texte: "L'échéance",
        etape: 1,
        etapeOrigine: 'deduit',
        etapeMotif: 'Le rang.'
      },
      {
        id: 'a',
        date: date('2024-10-31', 'mois'),
        texte: 'Début',
        etape: 2,
        etapeOrigine: 'source',
        etapeMotif: 'Dit.'
      },
      {
        id: 'c',
        date: date('2025-06-01'),
        texte: 'Milieu',
        etape: 1,
        etapeOrigine: 'source',
        etapeMotif: 'Dit.'
      }
    ]
  } as unknown as Calendrier
  const financements = {
    echeance: { id: 'fonds', date: date('2025-12-31'), texte: 'Fonds' }
  } as unknown as Financements

  it('sets the day of the data and today among the dates, the oldest first, and what is of the same day as it came', () => {
    const points = buildLigneDeTemps(calendrier, financements, '2025-06-01', '2024-12-06')
    expect(points.map(({ cle, genre, iso, date, passe }) => [cle, genre, iso, plain(date), passe])).toEqual([
      ['a', 'date', '2024-10-31', 'octobre 2024', true],
      ['donnees', 'donnees', '2024-12-06', '6 décembre 2024', true],
      ['c', 'date', '2025-06-01', '1er juin 2025', false],
      ['aujourdhui', 'aujourdhui', '2025-06-01', '1er juin 2025', false],
      ['b', 'date', '2025-12-31', 'fin 2025', false],
      ['fonds', 'echeance', '2025-12-31', '31 décembre 2025', false]
    ])
    expect(points.map(({ texte }) => texte)).toEqual([
      'Début',
      'Date des données montrées ici',
      'Milieu',
      'Aujourd’hui',
      'L’échéance',
      'Fonds'
    ])
    expect(points.map(({ etape }) => etape)).toEqual([
      { numero: 2, titre: '', deduite: null },
      null,
      { numero: 1, titre: 'L’installation', deduite: null },
      null,
      { numero: 1, titre: 'L’installation', deduite: 'Le rang.' },
      null
    ])
  })

  it('does without what is not known', () => {
    expect(buildLigneDeTemps(calendrier, undefined, '2026-01-01', null).map(({ cle }) => cle)).toEqual([
      'a',
      'c',
      'b',
      'aujourdhui'
    ])
  })

  it('is drawn from its first point to its last, with the first days of the years between', () => {
    const { x, annees } = createEchelle(
      [{ iso: '2024-01-01' }, { iso: '2025-06-01' }, { iso: '2028-01-01' }],
      [10, 90]
    )
    expect(
      [x(new Date('2024-01-01')), x(new Date('2026-01-01')), x(new Date('2028-01-01'))].map(Math.round)
    ).toEqual([10, 50, 90])
    expect(annees.map((jour) => jour.toISOString().slice(0, 10))).toEqual([
      '2024-01-01',
      '2025-01-01',
      '2026-01-01',
      '2027-01-01',
      '2028-01-01'
    ])
    // Half a year: months are marked by d3, and none of them is the first day of a year.
    expect(createEchelle([{ iso: '2025-03-01' }, { iso: '2025-09-01' }], [0, 1]).annees).toEqual([])
    expect(createEchelle([], [0, 1]).x(new Date(0))).toBe(0)
  })
})

describe('a deadline', () => {
  const dire = (
    aujourdhui: string,
    precision: 'jour' | 'fin_d_annee' = 'jour',
    instantane: string | null = null
  ) =>
    plain(
      describeEcheance(
        { texte: 'Fin 2025', iso: '2025-12-31', precision, jourOrigine: 'deduit' },
        aujourdhui,
        instantane
      ).message
    )
  it('is told by the day', () => {
    expect(dire('2025-12-30T23:59:59')).toBe('Échéance dans 1 jour, le 31 décembre 2025.')
    expect(dire('2025-12-21')).toBe('Échéance dans 10 jours, le 31 décembre 2025.')
    expect(dire('2025-12-31T12:00')).toBe('Échéance aujourd’hui, 31 décembre 2025.')
    expect(dire('2026-01-01', 'fin_d_annee', '2024-12-06')).toBe(
      'Échéance dépassée depuis le 31 décembre 2025 ; la source dit « Fin 2025 », sans jour. Données au 6 décembre 2024.'
    )
    expect(isEcheancePassee('2025-12-31T00:00', '2025-12-31T10:00')).toBe(false)
    expect(isEcheancePassee('2025-12-31', '2026-01-01T00:00')).toBe(true)
  })
})
