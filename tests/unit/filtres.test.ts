import { describe, expect, it } from 'vitest'
import { nameEvolution, nameInstantane } from '../../src/domain/temps/direEvolution'
import { computeEvolution } from '../../src/domain/temps/evolution'
import { computeEtalons } from '../../src/domain/territoire/etalons'
import { DIRECTIONS, findVers, type PlanDeCarte } from '../../src/domain/territoire/directions'
import { listParRegion } from '../../src/domain/territoire/requetes'
import { filterTexte, sortTerritoires, toggleTri, type Tri } from '../../src/domain/territoire/tableau'
import {
  describeFiltre,
  filtreEcart,
  FILTRES,
  isFiltre,
  isFiltreEvolution,
  matchFiltres,
  type Filtre
} from '../../src/domain/vue/filtres'
import { buildInstantane, buildTerritoire, plain } from './petit-instantane'

const TOUS = [
  buildTerritoire('01', { coporteurs: ['region'] }),
  buildTerritoire('02', { origine: 'deduit', feuilles: ['annoncee'] }),
  buildTerritoire('03', { etat: 'non_remontee', coporteurs: [], feuilles: [] }),
  buildTerritoire('04', { coporteurs: [] }),
  buildTerritoire('05', { coporteurs: ['epci', 'prefecture'], etat: 'en_cours_de_validation' }),
  buildTerritoire('06', { coporteurs: ['syndicat_mixte', 'collectivite_statut_particulier'] })
]
const codes = (filtres: readonly Filtre[], contexte?: Parameters<typeof matchFiltres>[2]) =>
  TOUS.filter((t) => matchFiltres(t, filtres, contexte))
    .map(({ code }) => code.slice(1))
    .join('')

describe('a filter', () => {
  it.each<[Filtre[], string]>([
    [[], '123456'],
    [['region'], '1'],
    [['departement'], '2'],
    [['syndicat_mixte'], '6'],
    [['collectivite_statut_particulier'], '6'],
    [['epci'], '5'],
    [['prefecture'], '5'],
    [['sans-coporteur'], '4'],
    [['avec-gouvernance'], '1246'],
    [['sans-gouvernance'], '35'],
    [['avec-feuille'], '1456'],
    [['sans-feuille'], '23'],
    [['sans-feuille-avec-gouvernance'], '2'],
    [['ni-feuille-ni-gouvernance'], '3'],
    [['deduit'], '2'],
    [['contradiction'], '5'],
    // Of one group they widen each other, of two they narrow.
    [['region', 'epci'], '15'],
    [['sans-gouvernance', 'avec-feuille'], '5'],
    [['region', 'departement', 'deduit'], '2']
  ])('%j keeps %s', (filtres, attendu) => {
    expect(codes(filtres)).toBe(attendu)
  })

  it('of a discrepancy keeps its territories, those that the data do not tell of among them', () => {
    const contexte = {
      ecarts: [
        { code: 'somme-coporteurs', territoires: [] },
        { code: 'liste-epci', territoires: ['01', '99'] }
      ],
      evolution: null
    }
    expect(codes(['ecart:liste-epci'], contexte)).toBe('1')
    expect(codes(['ecart:somme-coporteurs'], contexte)).toBe('')
    expect(codes(['ecart:liste-region'], contexte)).toBe('')
    expect(codes(['ecart:liste-epci'])).toBe('')
    expect(matchFiltres({ code: '99' }, ['ecart:liste-epci'], contexte)).toBe(true)
    expect(matchFiltres({ code: '99' }, ['region'])).toBe(false)
    expect(matchFiltres({ code: '99' }, [])).toBe(true)
    expect(filtreEcart({ code: 'liste-epci' })).toBe('ecart:liste-epci')
  })

  it('of a comparison keeps what became so, and all where nothing is compared', () => {
    const evolution = computeEvolution(
      buildInstantane(...TOUS.slice(0, 5)),
      buildInstantane(buildTerritoire('01', { coporteurs: ['epci'] }), ...TOUS.slice(1, 5))
    )
    expect(codes(['evolution:coporteur'], { ecarts: [], evolution })).toBe('1')
    expect(codes(['evolution:inchange'], { ecarts: [], evolution })).toBe('2345')
    expect(codes(['evolution:gagne'], { ecarts: [], evolution })).toBe('')
    expect(codes(['evolution:gagne'])).toBe('123456')
  })

  it('is one by its name, and has a name and a group', () => {
    for (const filtre of [...FILTRES, 'evolution:gagne', 'ecart:liste-epci'])
      expect(isFiltre(filtre), filtre).toBe(true)
    for (const faux of ['', 'x', 'evolution:', 'evolution:x', 'ecart:', 'ecart:x', 'liste-epci', 'gagne'])
      expect(isFiltre(faux), faux).toBe(false)
    expect(['evolution:gagne', 'gagne', 'region'].map(isFiltreEvolution)).toEqual([true, false, false])
    const dire = (filtre: Filtre) => [plain(describeFiltre(filtre).libelle), describeFiltre(filtre).groupe]
    expect(dire('ecart:liste-epci')).toEqual(['Écart « Liste : EPCI uniquement »', 'ecart'])
    expect(dire('evolution:coporteur')).toEqual(['Évolution : coporteur changé', 'evolution'])
    expect(dire('region')).toEqual(['Conseil régional', 'gouvernance'])
    expect(dire('avec-feuille')).toEqual(['Feuille de route remontée', 'feuille'])
    expect(dire('deduit')).toEqual(['Coporteur déduit par élimination', 'fiabilite'])
  })
})

describe('a comparison', () => {
  it('is named by its two dates, local data marked', () => {
    const livre = { date: '2024-12-06', titre: 'Décembre', local: false }
    const local = { date: '2025-06-01', titre: 'Juin', local: true }
    expect(plain(nameInstantane(livre))).toBe('6 décembre 2024')
    expect(plain(nameEvolution(livre, local))).toBe(
      'Évolution du 6 décembre 2024 au 1er juin 2025 (données locales « Juin »)'
    )
  })
})

describe('what a territory is measured by', () => {
  it('is its region and all, those with a co-bearer of its own counted', () => {
    const region = [
      buildTerritoire('01', { coporteurs: ['region', 'epci'] }),
      buildTerritoire('03', { coporteurs: ['region'], feuilles: [] }),
      buildTerritoire('07', { etat: 'non_remontee', coporteurs: [] })
    ]
    const tous = [
      ...region,
      buildTerritoire('56', { coporteurs: ['prefecture', 'region'] }),
      buildTerritoire('978', { coporteurs: ['epci'] })
    ]
    const [ain, , ardeche, , ile] = tous
    if (!ain || !ardeche || !ile) throw new Error('five territories')
    expect(computeEtalons(ain, tous)).toEqual({
      region: { total: 3, gouvernances: 2, feuillesDeRoute: 2, memeCoporteur: 2 },
      ensemble: { total: 5, gouvernances: 4, feuillesDeRoute: 4, memeCoporteur: 4 }
    })
    expect(computeEtalons(ardeche, tous).ensemble.memeCoporteur).toBeNull()
    expect(computeEtalons(ile, tous)).toMatchObject({ region: null, ensemble: { memeCoporteur: 2 } })
    expect(listParRegion(buildInstantane(...tous), '84').map(({ code }) => code)).toEqual(['01', '03', '07'])
  })
})

describe('the table of territories', () => {
  const liste = [
    buildTerritoire('978', { coporteurs: [], etat: 'non_remontee', feuilles: ['annoncee'] }),
    buildTerritoire('2B', { coporteurs: ['region'] }),
    buildTerritoire('2A', { origine: 'deduit' }),
    buildTerritoire('21', { coporteurs: ['epci', 'region'] }),
    buildTerritoire('19', { coporteurs: ['region'], feuilles: [] })
  ]
  const tri = (colonne: Tri['colonne'], sens: Tri['sens'] = 'croissant') =>
    sortTerritoires(liste, { colonne, sens }).map(({ code }) => code)

  it('is in the order of a column, what cannot be compared last, equals by code', () => {
    expect(tri('code')).toEqual(['19', '2A', '2B', '21', '978'])
    expect(tri('code', 'decroissant')).toEqual(['978', '21', '2B', '2A', '19'])
    // Corrèze, Corse-du-Sud, Côte-d'Or, Haute-Corse, Saint-Martin: accents do not count.
    expect(tri('nom')).toEqual(['19', '2A', '21', '2B', '978'])
    expect(tri('region')).toEqual(['21', '2A', '2B', '19', '978'])
    expect(tri('region', 'decroissant')).toEqual(['19', '2A', '2B', '21', '978'])
    expect(tri('coporteurs')).toEqual(['2A', '19', '2B', '21', '978'])
    expect(tri('origine')).toEqual(['19', '2B', '2A', '21', '978'])
    expect(tri('gouvernance')).toEqual(['19', '2A', '2B', '21', '978'])
    expect(tri('feuille')).toEqual(['2A', '2B', '21', '978', '19'])
    expect(liste[0]?.code).toBe('978')
  })

  it('turns a column round, and begins another one with its first value', () => {
    expect(toggleTri('nom', 'nom')).toBe('nom-decroissant')
    expect(toggleTri('nom-decroissant', 'nom')).toBe('nom')
    expect(toggleTri('nom', 'code')).toBe('code')
  })

  it('holds what is typed: code, name, region or co-bearer', () => {
    const keep = (texte: string) => filterTexte(liste, texte).map(({ code }) => code)
    expect(keep('2a')).toEqual(['2A'])
    expect(keep('cors')).toEqual(['2B', '2A'])
    expect(keep('bourgogne')).toEqual(['21'])
    expect(keep('departemental')).toEqual(['2A'])
    expect(keep('epci')).toEqual(['21'])
    expect(keep('')).toHaveLength(5)
    expect(keep('stryker')).toEqual([])
  })
})

describe('the arrows on a map of nine places, a degree apart, and three frames', () => {
  const noms = ['no', 'n', 'ne', 'o', 'c', 'e', 'so', 's', 'se']
  const ancres = new Map<string, readonly [number, number]>([
    ...noms.map((nom, i) => [nom, [i % 3, 1 - Math.floor(i / 3)]] as const),
    ['loin', [4, 0.2]],
    ['x', [50, 0]],
    ['y', [60, 0]],
    ['z', [70, 0]]
  ])
  const voisinsDe = (nom: string) => {
    const [x, y] = ancres.get(nom) ?? [0, 0]
    return noms.filter((autre) => {
      const [ax, ay] = ancres.get(autre) ?? [0, 0]
      return autre !== nom && Math.max(Math.abs(ax - x), Math.abs(ay - y)) === 1
    })
  }
  const plan: PlanDeCarte = {
    ancres,
    voisins: new Map(noms.map((nom) => [nom, voisinsDe(nom)])),
    encarts: ['x', 'y', 'z']
  }
  const vers = (code: string, retour: string | null = null) =>
    DIRECTIONS.map((direction) => findVers(plan, code, direction, retour))

  it('lead to the neighbour straight ahead', () => {
    expect(vers('c')).toEqual(['n', 's', 'e', 'o'])
  })

  it('lead beyond the neighbours to what is clearly that way, and off the coast to the frames', () => {
    // North and west of the corner lies nothing: the last frame. East of the east: the place far away.
    expect(vers('no')).toEqual(['z', 'o', 'n', 'z'])
    expect(vers('e')).toEqual(['ne', 'se', 'loin', 'c'])
    expect(vers('s')).toEqual(['c', 'x', 'se', 'so'])
    expect(vers('loin')).toEqual(['z', 'x', 'x', 'e'])
  })

  it('lead from frame to frame, and back to where one left', () => {
    expect(vers('x', 'e')).toEqual(['e', null, 'y', 'e'])
    expect(vers('y', 'e')).toEqual(['e', null, 'z', 'x'])
    expect(vers('z', null)).toEqual([null, null, null, 'y'])
  })

  it('lead to the nearer of two that are straight ahead, and weigh the angle against the distance', () => {
    const seul = (...autres: [string, readonly [number, number]][]): PlanDeCarte => ({
      ancres: new Map([['c', [0, 0]], ...autres]),
      voisins: new Map(),
      encarts: []
    })
    expect(findVers(seul(['a', [2, 0]], ['b', [1, 0]]), 'c', 'est')).toBe('b')
    // Forty degrees aside counts as nearly twice as far.
    expect(findVers(seul(['a', [1.5, 0]], ['b', [0.766, 0.643]]), 'c', 'est')).toBe('a')
    expect(findVers(seul(['a', [2.5, 0]], ['b', [0.766, 0.643]]), 'c', 'est')).toBe('b')
    // Beyond fifty degrees it is another way.
    expect(findVers(seul(['a', [0.6, 0.8]]), 'c', 'est')).toBeNull()
    expect(findVers(seul(['a', [0.66, 0.75]]), 'c', 'est')).toBe('a')
    expect(findVers(seul(), 'c', 'nord')).toBeNull()
    expect(
      findVers({ ...seul(['a', [1, 0]]), voisins: new Map([['c', ['inconnu', 'a']]]) }, 'c', 'est')
    ).toBe('a')
    expect(findVers(seul(['a', [1, 0]]), 'inconnu', 'est')).toBeNull()
    // Further north a degree is drawn longer: what is as many degrees up as aside is more up than aside.
    const nord: PlanDeCarte = {
      ancres: new Map([
        ['c', [0, 60]],
        ['a', [1, 61]]
      ]),
      voisins: new Map([['c', ['a']]]),
      encarts: []
    }
    expect(findVers(nord, 'c', 'nord')).toBe('a')
    expect(findVers(nord, 'c', 'est')).toBeNull()
  })
})
