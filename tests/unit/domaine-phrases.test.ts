import { describe, expect, it } from 'vitest'
import type { ChiffresLus, Financement, Indicateur } from '../../src/domain/chiffres/chiffres'
import { indexElements } from '../../src/domain/chiffres/chiffres'
import { listAvancements } from '../../src/domain/chiffres/avancements'
import { listCitations } from '../../src/domain/chiffres/citations'
import { listClotures } from '../../src/domain/chiffres/clotures'
import { listMoyensEpci } from '../../src/domain/chiffres/financementEpci'
import {
  describeFinancementLocal,
  nameFinancement,
  summarizeMoyens
} from '../../src/domain/chiffres/financementLocal'
import { groupSignataires } from '../../src/domain/chiffres/signataires'
import { findPlaceDansLaSource, listCoporteurs } from '../../src/domain/reconciliation/bilanRegional'
import { groupManquants } from '../../src/domain/reconciliation/manquants'
import { listManques } from '../../src/domain/reconciliation/manques'
import { computeBilan } from '../../src/domain/reconciliation/reconciliation'
import { CARNET_VIDE, parseCarnet } from '../../src/domain/seance/carnet'
import { nameNature } from '../../src/domain/territoire/lieu'
import { findRegion, nameRegion } from '../../src/domain/territoire/referentiel'
import { computeComptes } from '../../src/domain/territoire/requetes'
import { nameTerritoire } from '../../src/domain/territoire/territoires'
import { announceTerritoire, describeTerritoire } from '../../src/domain/texte/description'
import { explainFiabilite } from '../../src/domain/texte/fiabilite'
import { citeSource, describeProvenance } from '../../src/domain/texte/provenance'
import { answerTerritoire } from '../../src/domain/texte/reponse'
import { createReponses, fill, listInconnus } from '../../src/domain/vue/jetons'
import type { Scene } from '../../src/domain/vue/scene'
import { buildInstantane, buildTerritoire, plain, SANS_FIGURES } from './petit-instantane'

const lus = (chiffres: unknown) => chiffres as ChiffresLus
const morbihan = (dit: Parameters<typeof buildTerritoire>[1]) => buildTerritoire('56', dit)
const double = { coporteurs: ['region', 'epci'] } as const
const sansGouvernance = { etat: 'non_remontee', coporteurs: ['region'] } as const

describe('why the app says what it says of the co-bearers', () => {
  const explain = (
    dit: Parameters<typeof buildTerritoire>[1],
    coporteurs: Partial<typeof SANS_FIGURES.coporteurs> = {},
    autres: ReturnType<typeof buildTerritoire>[] = []
  ) => {
    const territoire = morbihan(dit)
    const bilan = computeBilan(buildInstantane(territoire, ...autres), {
      ...SANS_FIGURES,
      coporteurs: { ...SANS_FIGURES.coporteurs, ...coporteurs }
    })
    return plain(explainFiabilite(territoire, bilan))
  }
  const elimination =
    'La source ne nomme ce territoire sous aucun type de coporteur ; par élimination, il relève de « Conseil départemental »'

  it('is told for each degree of trust', () => {
    expect(explain({ coporteurs: ['region', 'departement'] })).toBe(
      'La source nomme ce territoire sous « Conseil régional » et « Conseil départemental ».'
    )
    expect(explain({ coporteurs: [] })).toBe('La source ne nomme aucun coporteur pour ce territoire.')
    expect(explain(double)).toBe(
      'La source nomme ce territoire sous « Conseil régional » et « EPCI uniquement », alors que « uniquement » exclut tout autre coporteur ; les deux mentions sont montrées, aucune n’est écartée.'
    )
    expect(explain(sansGouvernance)).toBe(
      'La source nomme ce territoire sous « Conseil régional », mais aussi parmi les gouvernances non remontées ; les deux mentions sont montrées, aucune n’est écartée.'
    )
  })

  it('by elimination, with what the source announces and what stays possible', () => {
    const deduit = { origine: 'deduit' } as const
    expect(explain(deduit)).toBe(`${elimination}.`)
    expect(explain(deduit, { departement: 48 })).toBe(`${elimination}, dont elle annonce 48 sans les nommer.`)
    // Two are stated and one is named: the territory could be the other one. Of epci, all that is stated is named.
    const autres = [
      buildTerritoire('01', { coporteurs: ['region'] }),
      buildTerritoire('02', { coporteurs: ['epci'] })
    ]
    expect(explain(deduit, { region: 2, epci: 1 }, autres)).toBe(
      `${elimination}. Réserve : « Conseil régional » (2 annoncés, 1 nommé) reste aussi possible.`
    )
    // Of two deduced together no number is one's own.
    expect(explain({ origine: 'deduit', coporteurs: ['departement', 'region'] }, { departement: 48 })).toBe(
      'La source ne nomme ce territoire sous aucun type de coporteur ; par élimination, il relève de « Conseil départemental » et « Conseil régional ».'
    )
  })
})

describe('a territory in a few words', () => {
  it.each([
    [{}, 'Morbihan (56) : Conseil départemental, cité par la source ; feuille de route remontée'],
    [
      { origine: 'deduit', feuilles: ['annoncee'] },
      'Morbihan (56) : Conseil départemental, déduit par élimination ; feuille de route annoncée'
    ],
    [
      { coporteurs: [], feuilles: [] },
      'Morbihan (56) : coporteur non renseigné ; feuille de route non remontée'
    ],
    [
      { coporteurs: [], etat: 'en_cours_de_validation', feuilles: [] },
      'Morbihan (56) : gouvernance en cours de validation ; feuille de route non remontée'
    ],
    [
      sansGouvernance,
      'Morbihan (56) : Conseil régional, cité par la source ; gouvernance non remontée ; feuille de route remontée ; contradiction dans la source'
    ]
  ] as const)('%o', (dit, attendu) => {
    const territoire = morbihan(dit)
    expect(plain(announceTerritoire(territoire, territoire))).toBe(attendu)
  })

  it('of which the data say nothing', () => {
    expect(plain(announceTerritoire({ nom: 'Morbihan', code: '56' }, undefined))).toBe(
      'Morbihan (56) : aucune donnée'
    )
  })

  it('part by part', () => {
    expect(describeTerritoire(morbihan(double))).toEqual({
      coporteurs: 'Conseil régional et EPCI uniquement',
      origine: 'cité par la source',
      gouvernance: 'Gouvernance remontée',
      feuille: 'Feuille de route remontée',
      contradiction: 'La source cite ce territoire sous deux coporteurs, dont un «\u00A0uniquement\u00A0».'
    })
    expect(describeTerritoire(morbihan(sansGouvernance)).contradiction).toBe(
      'La source cite ce territoire sous un coporteur, et aussi parmi les gouvernances non remontées.'
    )
    expect(describeTerritoire(morbihan({ coporteurs: [], origine: 'deduit' }))).toMatchObject({
      coporteurs: null,
      origine: null,
      contradiction: null
    })
  })

  it('has a name, and a place in a region or none', () => {
    expect(nameTerritoire('41')).toBe('Loir-et-Cher\u00A0(41)')
    expect(nameTerritoire('99')).toBe('99')
    expect(['53', '99', null].map((region) => nameRegion({ region }))).toEqual([
      'Bretagne',
      '99',
      'Collectivité sans région'
    ])
    expect((['CC', 'CA', 'CU', 'METRO', 'MET69', 'EPT', null] as const).map(nameNature)).toEqual([
      'Communauté de communes',
      'Communauté d’agglomération',
      'Communauté urbaine',
      'Métropole',
      'Métropole',
      'Établissement public territorial',
      null
    ])
  })
})

describe('the answer about a territory', () => {
  it.each([
    [
      {},
      'la gouvernance est remontée ; elle est portée par le conseil départemental (cité par la source) ; la feuille de route est remontée'
    ],
    [
      { coporteurs: ['syndicat_mixte', 'collectivite_statut_particulier'], feuilles: ['annoncee'] },
      'la gouvernance est remontée ; elle est portée par un syndicat mixte et par une collectivité à statut particulier (cités par la source) ; la feuille de route est annoncée'
    ],
    [
      { origine: 'deduit', feuilles: ['remontee', 'remontee'] },
      'la gouvernance est remontée ; elle serait portée par le conseil départemental (déduit) ; les 2 feuilles de route sont remontées'
    ],
    [
      { origine: 'deduit', coporteurs: ['departement', 'region'], feuilles: ['annoncee', 'annoncee'] },
      'la gouvernance est remontée ; elle serait portée par le conseil départemental et par le conseil régional (déduits) ; les 2 feuilles de route sont annoncées'
    ],
    [
      { coporteurs: ['region', 'prefecture'], feuilles: ['annoncee', 'non_remontee'] },
      'la gouvernance est remontée ; la source se contredit en la disant portée par le conseil régional et par la préfecture uniquement ; aucune des 2 feuilles de route n’est remontée'
    ],
    [
      { coporteurs: ['epci'], etat: 'en_cours_de_validation', feuilles: ['remontee', 'annoncee'] },
      'la gouvernance est en cours de validation ; la source se contredit en la disant déjà portée par des EPCI uniquement ; 1 des 2 feuilles de route est remontée'
    ],
    [
      { coporteurs: [], feuilles: ['remontee', 'annoncee', 'remontee'] },
      'la gouvernance est remontée ; son coporteur n’est pas renseigné ; 2 des 3 feuilles de route sont remontées'
    ],
    [
      { coporteurs: [], etat: 'non_remontee', feuilles: [] },
      'la gouvernance n’est pas remontée ; aucun coporteur n’est connu ; la feuille de route n’est pas remontée'
    ]
  ] as const)('%o', (dit, attendu) => {
    expect(plain(answerTerritoire(morbihan(dit)))).toBe(`Dans le Morbihan, ${attendu}.`)
  })

  it('names the two islands apart, and an unknown territory as it is called', () => {
    expect(answerTerritoire(buildTerritoire('978'))).toMatch(/^À Saint-Martin et à Saint-Barthélemy, /)
    expect(answerTerritoire(buildTerritoire('99'))).toMatch(/^Pour 99, /)
  })
})

describe('what is missing for a territory', () => {
  it.each([
    [{}, []],
    [
      { etat: 'non_remontee', coporteurs: [] },
      [
        ['gouvernance', 'demarche', 'La gouvernance n’est pas remontée.'],
        ['coporteur', 'source', 'Le coporteur n’est pas connu.']
      ]
    ],
    [
      { etat: 'en_cours_de_validation' },
      [
        ['gouvernance', 'demarche', 'La gouvernance n’est pas remontée ; elle est en cours de validation.'],
        ['coporteur', 'source', 'La source se contredit sur la gouvernance : il reste à la faire préciser.']
      ]
    ],
    [
      { feuilles: ['non_remontee'] },
      [['feuille-de-route', 'demarche', 'La feuille de route n’est pas remontée.']]
    ],
    [
      { feuilles: ['non_remontee', 'annoncee'] },
      [['feuille-de-route', 'demarche', 'La feuille de route est annoncée, mais n’est pas remontée.']]
    ],
    [
      { origine: 'deduit' },
      [['coporteur', 'source', 'Le coporteur n’est pas nommé par la source : il est déduit par élimination.']]
    ]
  ] as const)('%o', (dit, attendu) => {
    expect(
      listManques(morbihan(dit)).map(({ cle, nature, message }) => [cle, nature, plain(message)])
    ).toEqual(attendu)
  })

  it('is listed by region, by their names, those of none last and by code', () => {
    const sans = ['988', '56', '978', '01', '03', '45'].map((code) => buildTerritoire(code, { feuilles: [] }))
    const groupes = (texte = '') =>
      groupManquants([...sans, buildTerritoire('02')], [], texte, nameRegion).map(({ cle, territoires }) => [
        cle,
        territoires.map(({ code }) => code)
      ])
    expect(groupes()).toEqual([
      ['84', ['01', '03']],
      ['53', ['56']],
      ['24', ['45']],
      ['978', ['978']],
      ['988', ['988']]
    ])
    expect(groupes('bret')).toEqual([['53', ['56']]])
    expect(groupes('loiret')).toEqual([['24', ['45']]])
    expect(groupManquants([...sans].reverse(), [], '97', nameRegion).map(({ cle }) => cle)).toEqual(['978'])
  })
})

describe('where the data come from', () => {
  it('is told with their date, and local data never cite the source', () => {
    expect(describeProvenance(null)).toBe('')
    expect(plain(describeProvenance({ date: '2024-12-06' }))).toBe('Données au 6 décembre 2024.')
    expect(plain(describeProvenance({ date: '2025-06-01', local: 'Point de juin' }))).toBe(
      'Données locales « Point de juin » au 1er juin 2025.'
    )
    const source =
      'Source : présentation de la table ronde « Organiser la gouvernance pour rendre efficace l’alliance des acteurs ».'
    expect(plain(citeSource(null))).toBe(source)
    expect(plain(citeSource({}))).toBe(source)
    expect(citeSource({ local: '' })).toBe(
      'Importées sur un appareil, elles ne sont ni publiées ni vérifiées.'
    )
  })
})

describe('the words of the source behind a fact', () => {
  const chiffres = lus({
    gouvernances: {
      remontees: { texte: '89', source: '89 gouvernances' },
      nonRemontees: { source: 'Non-remontées', territoires: [{ codes: ['976'], source: 'Mayotte' }] },
      coporteurs: [
        {
          type: 'region',
          source: 'Région : 5',
          cites: { source: 'Bretagne', territoires: [{ codes: ['22', '56'] }] }
        },
        { type: 'departement', source: 'Département : 48', cites: null }
      ]
    },
    feuillesDeRoute: {
      remontees: { texte: '67', source: '67 feuilles' },
      manquantes: {
        texte: '36 feuilles manquantes',
        source: '36 sans',
        regions: [{ source: 'Bretagne : tous', territoires: [{ codes: ['56'] }] }]
      }
    }
  })
  const cite = (territoire: ReturnType<typeof buildTerritoire>, de = chiffres) =>
    listCitations(territoire, de).map(({ fait, lecture, source }) =>
      [fait, lecture, source].map((t) => t && plain(t))
    )
  const parmi = [
    'Gouvernance',
    'Ce territoire n’est pas nommé sous « Non-remontées » : il est compté parmi les 89 autres.',
    '89 gouvernances'
  ]

  it('names it, counts it, or does not give it', () => {
    expect(cite(morbihan({ coporteurs: ['region'], feuilles: [] }))).toEqual([
      parmi,
      ['Coporteur : Conseil régional', null, 'Bretagne'],
      [
        'Feuille de route',
        'Dans la liste des 36 feuilles manquantes.',
        '36 sans Bretagne : tous'.replace(' B', '\nB')
      ]
    ])
    expect(cite(buildTerritoire('45', { origine: 'deduit' }))).toEqual([
      parmi,
      [
        'Coporteur : Conseil départemental',
        'La source annonce un nombre et n’en nomme pas les territoires.',
        'Département : 48'
      ],
      [
        'Feuille de route',
        'Ce territoire n’est pas dans la liste des 36 feuilles manquantes : il est compté parmi les 67 autres.',
        '67 feuilles'
      ]
    ])
    const pasNomme = 'La liste de la source ne nomme pas ce territoire.'
    expect(cite(buildTerritoire('45', { coporteurs: ['region', 'departement'], feuilles: [] }))).toEqual([
      parmi,
      ['Coporteur : Conseil régional', pasNomme, 'Région : 5'],
      ['Coporteur : Conseil départemental', pasNomme, 'Département : 48']
    ])
    // Deduced, whatever the list says.
    expect(cite(morbihan({ coporteurs: ['region'], origine: 'deduit', feuilles: [] }))[1]).toEqual([
      'Coporteur : Conseil régional',
      'La source annonce un nombre et n’en nomme pas les territoires.',
      'Région : 5'
    ])
    expect(cite(buildTerritoire('976', { etat: 'non_remontee', coporteurs: [], feuilles: [] }))).toEqual([
      ['Gouvernance', 'Sous le titre « Non-remontées ».', 'Mayotte']
    ])
    expect(cite(buildTerritoire('45', { etat: 'non_remontee', coporteurs: [], feuilles: [] }))).toEqual([])
    expect(cite(morbihan({}), {})).toEqual([])
  })

  it('name a region as such, or do not', () => {
    const bretagne = findRegion('53')
    if (!bretagne) throw new Error('no region 53')
    const place = (de: ChiffresLus) => {
      const trouvee = findPlaceDansLaSource(bretagne, de)
      return (
        trouvee && [
          plain(trouvee.phrase),
          ...trouvee.citations.map(({ fait, lecture, source }) =>
            [fait, lecture, source].map((t) => t && plain(t))
          )
        ]
      )
    }
    const cites = (...codes: string[]) => ({
      gouvernances: {
        coporteurs: [
          {
            type: 'region',
            cites: {
              source: 'BRETAGNE',
              territoires: [
                { texte: 'BRETAGNE', codes },
                { texte: 'Corse', codes: ['2A'] }
              ]
            }
          },
          { type: 'departement', cites: null }
        ]
      }
    })
    const feuilles = {
      feuillesDeRoute: {
        manquantes: {
          texte: '36 feuilles',
          source: '36 sans',
          regions: [{ region: '84' }, { region: '53', source: 'Bretagne : tous' }]
        }
      }
    }
    expect(place({})).toBeNull()
    expect(place(lus({ ...cites('22', '56'), ...feuilles }))).toEqual([
      'La source nomme « Bretagne » parmi les coporteurs, sous « Conseil régional » et dans sa liste des feuilles de route manquantes.',
      [
        'Coporteur : Conseil régional',
        '« BRETAGNE » est lu ici comme Côtes-d’Armor et Morbihan.',
        'BRETAGNE'
      ],
      ['Feuilles de route', 'Dans la liste des 36 feuilles.', '36 sans\nBretagne : tous']
    ])
    expect(place(lus(cites('56')))).toEqual([
      'La source nomme « Bretagne » parmi les coporteurs, sous « Conseil régional ».',
      ['Coporteur : Conseil régional', null, 'BRETAGNE']
    ])
    expect(place(lus(feuilles))?.[0]).toBe(
      'La source nomme « Bretagne » dans sa liste des feuilles de route manquantes.'
    )
    expect(place(lus({ gouvernances: { coporteurs: [] } }))).toEqual([
      'La source ne nomme cette région ni parmi les coporteurs, ni dans sa liste des feuilles de route manquantes.'
    ])
  })
})

describe('counts of any set of territories', () => {
  it('are of what is there and of what is not', () => {
    const territoires = [
      buildTerritoire('01', { coporteurs: ['region', 'epci'] }),
      buildTerritoire('02', { feuilles: [], origine: 'deduit' }),
      buildTerritoire('03', { etat: 'non_remontee', coporteurs: ['region'] }),
      buildTerritoire('04', { etat: 'en_cours_de_validation', coporteurs: [], feuilles: ['annoncee'] }),
      buildTerritoire('05', { coporteurs: ['prefecture'] })
    ]
    expect(computeComptes(territoires)).toEqual({
      total: 5,
      gouvernances: 3,
      feuillesDeRoute: 3,
      sansFeuilleDeRoute: 2,
      sansGouvernance: 2,
      sansFeuilleAvecGouvernance: 1,
      parCoporteur: {
        region: 2,
        departement: 1,
        syndicat_mixte: 0,
        collectivite_statut_particulier: 0,
        epci: 1,
        prefecture: 1
      }
    })
    expect(
      listCoporteurs(territoires).map(({ type, territoires: siens, fiabilites }) => [
        type,
        siens.length,
        fiabilites
      ])
    ).toEqual([
      ['region', 2, [{ fiabilite: 'contradictoire', nombre: 2 }]],
      ['departement', 1, [{ fiabilite: 'deduit', nombre: 1 }]],
      ['epci', 1, [{ fiabilite: 'contradictoire', nombre: 1 }]],
      ['prefecture', 1, [{ fiabilite: 'cite', nombre: 1 }]]
    ])
    expect(
      listCoporteurs([buildTerritoire('01'), buildTerritoire('02', { origine: 'deduit' })])[0]?.fiabilites
    ).toEqual([
      { fiabilite: 'cite', nombre: 1 },
      { fiabilite: 'deduit', nombre: 1 }
    ])
  })
})

const moyen = (dit: Partial<Financement>): Financement => ({
  id: 'm',
  source: '',
  nom: 'Moyen',
  montant: null,
  objet: '',
  beneficiaires: null,
  pourFeuilleDeRoute: false,
  nommeEpci: false,
  ...dit
})
const euros = (valeur: number, par: 'departement' | 'an' | null, texte = `${valeur} €`) => ({
  valeur,
  devise: 'EUR' as const,
  par,
  texte
})

describe('a means of the State', () => {
  it.each([
    [{ montant: euros(20_000, 'departement') }, {}, '20 000 € pour ce département.'],
    [
      { montant: euros(20_000, 'departement') },
      { coporteurs: ['collectivite_statut_particulier'] },
      'La source compte 20 000 € par département et ne précise pas ce qu’il en est d’une collectivité à statut particulier.'
    ],
    [
      { beneficiaires: 'communes' },
      {},
      'Pour les communes du territoire ; la source ne précise pas lesquels.'
    ],
    [{}, {}, 'La source ne précise ni le montant ni les bénéficiaires.'],
    [
      { montant: euros(5, 'an') },
      {},
      'Montant national : la source ne précise pas la part de chaque territoire.'
    ],
    [
      { montant: euros(5, null), pourFeuilleDeRoute: true },
      {},
      'La feuille de route de ce territoire est remontée. Montant national : la source ne précise pas la part de chaque territoire.'
    ],
    [
      { montant: euros(5, null), pourFeuilleDeRoute: true },
      { feuilles: [] },
      'La feuille de route de ce territoire n’est pas remontée. Montant national : la source ne précise pas la part de chaque territoire.'
    ]
  ] as const)('%o in a territory: %o', (dit, territoire, attendu) => {
    expect(plain(describeFinancementLocal(moyen(dit), morbihan(territoire)))).toBe(attendu)
  })

  it('is summed up in a few words', () => {
    const departement = moyen({ montant: euros(20_000, 'departement') })
    const summarize = (code: string, ...liste: Financement[]) =>
      plain(summarizeMoyens(liste, buildTerritoire(code)))
    expect(summarize('56', departement)).toBe('20 000 € pour ce département')
    expect(summarize('56', departement, moyen({}))).toBe('20 000 € pour ce département, et 1 autre moyen')
    expect(summarize('56', departement, moyen({}), departement, moyen({}))).toBe(
      '20 000 € et 20 000 € pour ce département, et 2 autres moyens'
    )
    expect(summarize('56', moyen({ montant: euros(5, 'an') }))).toBe(
      '1 moyen, sans montant pour ce territoire'
    )
    // In no region, or unknown: the source does not call it a department.
    for (const code of ['988', '99'])
      expect(summarize(code, departement, departement)).toBe('2 moyens, sans montant pour ce territoire')
    expect(nameFinancement(moyen({ montant: euros(5, null, '5 M€') }))).toBe('Moyen\u00A0: 5 M€')
    expect(nameFinancement(moyen({}))).toBe('Moyen')
  })

  it.each([
    [
      { nommeEpci: true, beneficiaires: 'EPCI' },
      'CC',
      'La source le destine aux « EPCI » : il s’applique à cet EPCI. Elle ne précise ni le montant ni les conditions.'
    ],
    [
      { nommeEpci: true, beneficiaires: 'EPCI', montant: euros(5, null) },
      null,
      'La source le destine aux « EPCI » : il s’applique à cet EPCI. Elle ne précise pas les conditions.'
    ],
    [
      { nommeEpci: true, beneficiaires: 'EPCI' },
      'EPT',
      'La source le destine aux « EPCI » et ne dit pas si elle y compte un établissement public territorial du Grand Paris. Elle ne précise ni le montant ni les conditions.'
    ],
    [
      { nommeEpci: true, beneficiaires: 'EPCI', montant: euros(5, null) },
      'MET69',
      'La source le destine aux « EPCI » et ne dit pas si elle y compte la Métropole de Lyon, collectivité à statut particulier. Elle ne précise pas les conditions.'
    ],
    [
      { montant: euros(20_000, 'departement') },
      'CC',
      'La source compte 20 000 € par département et ne dit pas si un EPCI en reçoit une part.'
    ],
    [{ beneficiaires: 'communes' }, 'CC', 'La source le destine aux « communes » et ne cite pas les EPCI.'],
    [{}, 'CC', 'La source ne précise ni le montant ni les bénéficiaires.'],
    [
      { montant: euros(5, null) },
      'CC',
      'Montant national : la source ne dit pas si un EPCI peut en bénéficier lui-même.'
    ]
  ] as const)('%o for an EPCI (%s)', (dit, nature, attendu) => {
    const [dite] = listMoyensEpci([moyen(dit)], nature)
    expect(plain(dite?.message ?? '')).toBe(attendu)
    expect(dite?.nomme).toBe('nommeEpci' in dit && nature !== 'EPT' && nature !== 'MET69')
  })

  it('that names EPCI comes first, the others as they were', () => {
    const liste = ['a', 'b', 'c'].map((id) => moyen({ id, nommeEpci: id === 'b' }))
    expect(listMoyensEpci(liste, 'CC').map(({ financement }) => financement.id)).toEqual(['b', 'a', 'c'])
  })
})

describe('the figures of the plan', () => {
  it('group the signatories as the source does', () => {
    const liste = [
      ['État', 'ANCT'],
      [null, 'La Poste'],
      ['État', 'DINUM']
    ].map(([groupe, nom]) => ({ groupe, nom, id: '', source: '' })) as never
    expect(groupSignataires(liste)).toEqual([
      ['État', ['ANCT', 'DINUM']],
      [null, ['La Poste']]
    ])
  })

  it('tell how far an indicator is from each target', () => {
    const cible = (valeur: number, avancementAnnonce: number | null) => ({ valeur, avancementAnnonce })
    const liste = listAvancements({
      initiale: { valeur: 100 },
      actuelle: { valeur: 150 },
      cibles: [cible(200, 50), cible(150, null), cible(140, 100), cible(172, 70)]
    } as unknown as Indicateur)
    expect(
      liste.map(({ atteinte, texte, reel, ecart }) =>
        [atteinte, texte, reel, ecart].map((t) => (typeof t === 'string' ? plain(t) : t))
      )
    ).toEqual([
      [false, '50 %', null, null],
      [true, '100 %', null, null],
      [true, '100 %', '125 % en valeur réelle', null],
      // 50 of 72 are 69.4 in a hundred.
      [false, '69 %', null, 'La source annonce 70 %.']
    ])
    expect(liste[0]?.cible.valeur).toBe(200)
  })

  it('have no deadline where the calendar was not read', () => {
    expect(listClotures({}, '2025-01-01')).toEqual([])
  })

  it('are named by what has both a name and words of the source, the first of a name', () => {
    const index = indexElements(
      lus({
        postes: {
          id: 'postes',
          source: 'x',
          liste: [
            { id: 'a', source: 'y', n: 1 },
            { id: 'a', source: 'z' },
            { id: 'b' },
            { id: 3, source: 'y' },
            { id: 'c', source: 4 },
            { source: 'y' },
            null
          ]
        }
      })
    )
    expect([...index.keys()]).toEqual(['postes', 'a'])
    expect(index.get('a')).toMatchObject({ source: 'y' })
  })
})

describe('the places for figures in the words of a scene', () => {
  const territoires = [
    buildTerritoire('01'),
    buildTerritoire('02', { feuilles: [] }),
    buildTerritoire('03', { etat: 'non_remontee', coporteurs: [], feuilles: [] })
  ]
  const chiffres = lus({
    objectifs: {
      id: 'objectifs',
      source: 'x',
      titre: "Les objectifs : l'essentiel",
      liste: [{ id: 'o1', source: 'x', texte: '8 M', titre: 'Autre' }]
    },
    evenement: { id: 'nomme', source: 'x', nom: 'La Poste', titre: 3 },
    postes: { id: 'muet', source: 'x' }
  })
  const repondre = () => createReponses({ territoires, chiffres })

  it.each([
    ['territoires', '3'],
    ['gouvernances', '2'],
    ['gouvernances-manquantes', '1'],
    ['feuilles-de-route', '1'],
    ['feuilles-manquantes', '2'],
    ['feuilles-manquantes-avec-gouvernance', '1'],
    ['o1', '8 M'],
    ['objectifs', 'Les objectifs\u00A0: l’essentiel'],
    ['nomme', 'La Poste'],
    ['muet', undefined],
    ['rien', undefined],
    ['', undefined]
  ])('%j stands for %j', (nom, attendu) => {
    expect(repondre()(nom)).toBe(attendu)
  })

  it('stay open where the data say nothing', () => {
    expect(fill("{gouvernances} sur {territoires}, {o1} : {rien} {} l'un", repondre())).toBe(
      '2 sur 3, 8 M\u00A0: … … l’un'
    )
    expect(fill('{a{gouvernances}}', repondre())).toBe('{a2}')
    expect(createReponses({ territoires: [], chiffres })('territoires')).toBeUndefined()
    expect(createReponses({ territoires: [], chiffres })('o1')).toBe('8 M')
  })

  it('are told where nobody answers them, each once', () => {
    const scene: Scene = {
      id: 's',
      titre: '{x} {o1}',
      texte: ['{y}', '{x}'],
      notes: '{z}',
      elements: ['w', 'o1']
    }
    expect(listInconnus(scene, repondre())).toEqual(['x', 'y', 'z', 'w'])
    expect(listInconnus({ id: 's', titre: '{o1}' }, repondre())).toEqual([])
  })
})

describe('what a browser kept of a round table', () => {
  const note = { le: '2024-12-06T10:00', territoire: '01', texte: 'a', question: false }
  it('is read, and what is no note is left out', () => {
    const lues = [note, { ...note, territoire: null, question: true }]
    const fausses = [
      null,
      'x',
      3,
      { ...note, le: 1 },
      { ...note, territoire: 3 },
      { ...note, texte: null },
      { ...note, question: 'oui' }
    ]
    expect(parseCarnet(JSON.stringify({ notes: [...lues, ...fausses], brouillon: 'b' }))).toEqual({
      notes: lues,
      brouillon: 'b'
    })
    for (const texte of [null, '{}', '[]', '{', 'null', '{"notes":3,"brouillon":4}'])
      expect(parseCarnet(texte), String(texte)).toEqual({ notes: [], brouillon: '' })
    expect(CARNET_VIDE).toEqual({ notes: [], brouillon: '' })
  })
})
