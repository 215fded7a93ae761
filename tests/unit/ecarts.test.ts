import { describe, expect, it } from 'vitest'
import { isCodeEcart, isEcartConnu, listEcarts, nameEcart } from '../../src/domain/reconciliation/ecarts'
import { listParType } from '../../src/domain/reconciliation/ecartsParType'
import { computeBilan, type FiguresAnnoncees } from '../../src/domain/reconciliation/reconciliation'
import { TYPES_COPORTEUR } from '../../src/domain/territoire/territoire'
import { buildInstantane, buildTerritoire, plain, SANS_FIGURES } from './petit-instantane'

/** Five territories: two named, one deduced, one that has handed in nothing, one with a governance and no roadmap. */
const buildCinq = () =>
  buildInstantane(
    buildTerritoire('01', { coporteurs: ['region'] }),
    buildTerritoire('02', { coporteurs: ['region'] }),
    buildTerritoire('03', { origine: 'deduit' }),
    buildTerritoire('04', { etat: 'non_remontee', coporteurs: [], feuilles: ['non_remontee'] }),
    buildTerritoire('05', { coporteurs: ['epci'], feuilles: ['annoncee'] })
  )
const list = (figures: Partial<FiguresAnnoncees>, instantane = buildCinq()) => {
  const annonces = { ...SANS_FIGURES, ...figures }
  return listEcarts(instantane, computeBilan(instantane, annonces), annonces).map((ecart) => ({
    ...ecart,
    message: plain(ecart.message)
  }))
}
const coporteurs = (dits: Partial<FiguresAnnoncees['coporteurs']>) => ({
  ...SANS_FIGURES.coporteurs,
  ...dits
})

describe('what a source that states nothing, or states what is counted, leaves to be told', () => {
  it('is nothing', () => {
    expect(list({})).toEqual([])
    expect(
      list({
        gouvernances: 4,
        feuillesRemontees: 3,
        coporteurs: coporteurs({ region: 2, departement: 1, epci: 1 }),
        nonRemontees: ['04'],
        sansFeuille: ['05', '04']
      })
    ).toEqual([])
  })
})

describe('a stated total that is not the count', () => {
  it.each([
    [
      { gouvernances: 5 },
      {
        code: 'gouvernances-remontees',
        annonce: 5,
        compte: 4,
        territoires: ['04'],
        message: 'La source annonce 5 gouvernances remontées ; le fichier en compte 4.'
      }
    ],
    [
      { gouvernances: 1 },
      {
        code: 'gouvernances-remontees',
        annonce: 1,
        compte: 4,
        territoires: ['04'],
        message: 'La source annonce 1 gouvernance remontée ; le fichier en compte 4.'
      }
    ],
    [
      { feuillesRemontees: 2 },
      {
        code: 'feuilles-remontees',
        annonce: 2,
        compte: 3,
        territoires: [],
        message:
          'La source annonce 2 territoires avec une feuille de route remontée ; le fichier en compte 3.'
      }
    ]
  ])('%o', (figures, ecart) => {
    expect(list(figures)).toEqual([ecart])
  })

  it('of missing roadmaps is told, and told apart from those that lack a governance too', () => {
    const sansGouvernance = {
      code: 'feuilles-manquantes-sans-gouvernance',
      compte: 1,
      territoires: ['04']
    }
    expect(list({ feuillesManquantes: 3 })).toEqual([
      {
        code: 'feuilles-manquantes',
        annonce: 3,
        compte: 2,
        territoires: ['04', '05'],
        message: 'La source annonce 3 territoires sans feuille de route ; le fichier en compte 2.'
      },
      {
        ...sansGouvernance,
        annonce: 3,
        message:
          'La source parle de 3 gouvernances sans feuille de route, mais y compte 1 territoire sans gouvernance remontée (Alpes-de-Haute-Provence) : parmi les gouvernances remontées, 1 n’ont pas encore de feuille de route.'
      }
    ])
    expect(list({ feuillesManquantes: 2 })).toMatchObject([{ ...sansGouvernance, annonce: 2 }])
    // Nobody lacks both: nothing to tell apart.
    expect(list({ feuillesManquantes: 1 }, buildInstantane(buildTerritoire('05', { feuilles: [] })))).toEqual(
      []
    )
  })

  it('by type is told where every type is stated: so many more, or so many fewer', () => {
    const somme = (gouvernances: number, departement: number) =>
      list({
        gouvernances,
        coporteurs: {
          region: 2,
          departement,
          syndicat_mixte: 0,
          collectivite_statut_particulier: 0,
          epci: 1,
          prefecture: 0
        }
      }).find(({ code }) => code === 'somme-coporteurs')
    expect(somme(4, 1)).toBeUndefined()
    expect(somme(4, 3)).toEqual({
      code: 'somme-coporteurs',
      annonce: 4,
      compte: 6,
      territoires: [],
      message:
        'Les effectifs annoncés par type de coporteur font 6 pour 4 gouvernances, soit 2 de plus : une gouvernance peut avoir plusieurs coporteurs.'
    })
    expect(somme(4, 0)?.message).toBe(
      'Les effectifs annoncés par type de coporteur font 3 pour 4 gouvernances, soit 1 de moins : des gouvernances ne sont comptées sous aucun type.'
    )
    expect(list({ gouvernances: 4, coporteurs: coporteurs({ region: 2 }) })).toEqual([])
    expect(
      list({
        coporteurs: {
          region: 2,
          departement: 1,
          syndicat_mixte: 0,
          collectivite_statut_particulier: 0,
          epci: 1,
          prefecture: 0
        }
      })
    ).toEqual([])
  })
})

describe('a stated number of a type that is not the count', () => {
  it.each([
    [
      { region: 3 },
      2,
      [],
      'Pour « Conseil régional », la source annonce 3 ; la source en cite 2 : 1 n’est pas nommée, et reste parmi les territoires déduits par élimination.'
    ],
    [
      { region: 4 },
      2,
      [],
      'Pour « Conseil régional », la source annonce 4 ; la source en cite 2 : 2 ne sont pas nommées, et restent parmi les territoires déduits par élimination.'
    ],
    [
      { region: 1 },
      2,
      [],
      'Pour « Conseil régional », la source annonce 1 ; la source en cite 2, soit 1 de trop, sans explication.'
    ],
    [
      { departement: 2 },
      1,
      [],
      'Pour « Conseil départemental », la source annonce 2 ; la source n’en cite aucun, et 1 sont déduits par élimination : au moins 1 territoire a donc ce coporteur avec un autre, sans que la source dise lequel.'
    ],
    [
      { departement: 3 },
      1,
      [],
      'Pour « Conseil départemental », la source annonce 3 ; la source n’en cite aucun, et 1 sont déduits par élimination : au moins 2 territoires ont donc ce coporteur avec un autre, sans que la source dise lesquels.'
    ],
    [
      { departement: 0 },
      1,
      [],
      'Pour « Conseil départemental », la source annonce 0 ; la source n’en cite aucun, et 1 sont déduits par élimination, soit 1 de trop, sans explication.'
    ]
  ])('%o', (dits, compte, territoires, message) => {
    const [type, annonce] = Object.entries(dits)[0] ?? []
    expect(list({ coporteurs: coporteurs(dits) })).toEqual([
      { code: `coporteurs-${type}`, annonce, compte, territoires, message }
    ])
  })

  it('names the territories that the source cites elsewhere too, where there are too many and not too few', () => {
    const double = buildInstantane(
      buildTerritoire('01', { coporteurs: ['epci'] }),
      buildTerritoire('56', { coporteurs: ['region', 'epci'] }),
      buildTerritoire('03', { coporteurs: ['epci'], origine: 'deduit' })
    )
    const of = (epci: number) =>
      list({ coporteurs: coporteurs({ epci }) }, double).find(({ code }) => code === 'coporteurs-epci')
    expect(of(2)).toMatchObject({
      compte: 3,
      territoires: ['56'],
      message:
        'Pour « EPCI uniquement », la source annonce 2 ; la source en cite 2, et 1 sont déduits par élimination, dont « Morbihan », que la source cite aussi ailleurs.'
    })
    expect(of(4)).toMatchObject({ compte: 3, territoires: [] })
    expect(of(3)).toBeUndefined()
  })

  it('is beside its counts in the table of types', () => {
    const instantane = buildCinq()
    const annonces = { ...SANS_FIGURES, coporteurs: coporteurs({ region: 3, epci: 1 }) }
    const bilan = computeBilan(instantane, annonces)
    const lignes = listParType(bilan, listEcarts(instantane, bilan, annonces))
    expect(lignes.map(({ type }) => type)).toEqual([...TYPES_COPORTEUR])
    expect(lignes[0]).toMatchObject({
      annonce: 3,
      cites: 2,
      deduits: 0,
      ecart: { code: 'coporteurs-region' }
    })
    expect(lignes[1]).toEqual({ type: 'departement', annonce: null, cites: 0, deduits: 1, ecart: undefined })
    expect(lignes[4]).toMatchObject({ annonce: 1, cites: 1, ecart: undefined })
  })
})

describe('what the source says against itself', () => {
  it.each([
    [
      buildTerritoire('56', { coporteurs: ['region', 'epci'] }),
      'La source cite « Morbihan » à la fois sous « Conseil régional » et « EPCI uniquement », alors que « uniquement » exclut tout autre coporteur.'
    ],
    [
      buildTerritoire('56', { coporteurs: ['region'], etat: 'non_remontee' }),
      'La source cite « Morbihan » sous « Conseil régional », mais aussi parmi les gouvernances non remontées.'
    ],
    [
      buildTerritoire('56', { coporteurs: ['region'], etat: 'en_cours_de_validation' }),
      'La source cite « Morbihan » sous « Conseil régional », mais aussi parmi les gouvernances non remontées, « en cours de validation ».'
    ]
  ])('is told of the territory (%#)', (territoire, message) => {
    expect(list({}, buildInstantane(buildTerritoire('01'), territoire))).toEqual([
      { code: 'contradiction-56', annonce: null, compte: null, territoires: ['56'], message }
    ])
  })
})

describe('a list of names that is not the file’s', () => {
  it('is told with the names that only one of the two has', () => {
    expect(list({ nonRemontees: ['05', '03'] })).toEqual([
      {
        code: 'liste-non-remontees',
        annonce: 2,
        compte: 1,
        territoires: ['03', '04', '05'],
        message:
          'Gouvernances non remontées : la liste de la source et le fichier ne nomment pas les mêmes territoires (Allier, Alpes-de-Haute-Provence et Hautes-Alpes).'
      }
    ])
    expect(list({ sansFeuille: ['04'] })).toMatchObject([
      {
        code: 'liste-sans-feuille',
        annonce: 1,
        compte: 2,
        territoires: ['05'],
        message: expect.stringMatching(/^Feuilles de route manquantes : .* \(Hautes-Alpes\)\.$/)
      }
    ])
    // A name that no territory of the snapshot has stands as its code.
    expect(list({ nonRemontees: ['04', '99'] })[0]?.message).toMatch(/\(99\)\.$/)
    expect(
      list({
        cites: {
          ...Object.fromEntries(TYPES_COPORTEUR.map((type) => [type, []])),
          region: ['02', '01'],
          epci: ['05', '01']
        } as never
      })
    ).toMatchObject([
      {
        code: 'liste-epci',
        annonce: 2,
        compte: 1,
        territoires: ['01'],
        message: expect.stringMatching(/^EPCI uniquement : .* \(Ain\)\.$/)
      }
    ])
  })

  it('is told where it is as long, and another', () => {
    expect(list({ nonRemontees: ['05'] })).toMatchObject([
      { annonce: 1, compte: 1, territoires: ['04', '05'] }
    ])
  })
})

describe('a count of the territories', () => {
  it('lists their codes in order, whatever theirs', () => {
    const melange = buildInstantane(
      ...['2B', '01', '56'].map((code) =>
        buildTerritoire(code, { etat: 'non_remontee', coporteurs: ['epci'], feuilles: [] })
      )
    )
    const bilan = computeBilan(melange, SANS_FIGURES)
    const codes = ['01', '2B', '56']
    expect(bilan.gouvernances.nonRemontees).toEqual(codes)
    expect(bilan.feuillesDeRoute).toMatchObject({ manquantes: codes, dontSansGouvernance: codes })
    expect(bilan.coporteurs.epci).toEqual({ annonce: null, cites: codes, deduits: [] })
    expect(bilan.contradictoires).toEqual(codes)
  })
})

describe('the name of a discrepancy', () => {
  it.each([
    ['coporteurs-epci', 'EPCI uniquement'],
    ['liste-prefecture', 'Liste : Préfecture uniquement'],
    ['contradiction-2A', 'Contradiction (2A)'],
    ['gouvernances-remontees', 'Gouvernances remontées'],
    ['somme-coporteurs', 'Somme des coporteurs'],
    ['feuilles-remontees', 'Feuilles de route remontées'],
    ['feuilles-manquantes', 'Feuilles de route manquantes'],
    ['feuilles-manquantes-sans-gouvernance', 'Feuilles de route manquantes, sans gouvernance'],
    ['liste-non-remontees', 'Liste des gouvernances non remontées'],
    ['liste-sans-feuille', 'Liste des feuilles de route manquantes']
  ])('%s is %s', (code, nom) => {
    expect(isCodeEcart(code)).toBe(true)
    expect(plain(nameEcart(code))).toBe(nom)
  })

  it.each([
    '',
    'epci',
    'coporteurs-',
    'liste-autre',
    'contradiction-99',
    'contradiction-2A-',
    'x-contradiction-2A',
    'toString'
  ])('%j is none, and named as it stands', (code) => {
    expect(isCodeEcart(code)).toBe(false)
    expect(nameEcart(code)).toBe(code)
  })
})

describe('a discrepancy that is known', () => {
  const ecart = { code: 'liste-non-remontees', annonce: 2, compte: 1, territoires: ['03', '05'], message: '' }
  it('is so to the figure and the territory, whatever the order', () => {
    expect(isEcartConnu(ecart, [{ ...ecart, territoires: ['05', '03'] }])).toBe(true)
    for (const autre of [
      { code: 'x' },
      { annonce: 3 },
      { compte: 2 },
      { territoires: ['03'] },
      { territoires: ['03', '06'] }
    ])
      expect(isEcartConnu(ecart, [{ ...ecart, ...autre }]), JSON.stringify(autre)).toBe(false)
    expect(isEcartConnu(ecart, [])).toBe(false)
  })
})
