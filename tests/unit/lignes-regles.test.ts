import { describe, expect, it } from 'vitest'
import type { ChiffresLus } from '../../src/domain/chiffres/chiffres'
import { listEcarts } from '../../src/domain/reconciliation/ecarts'
import type { LigneReconciliation } from '../../src/domain/reconciliation/ligne'
import { explainParts, listLignesPlan } from '../../src/domain/reconciliation/lignesPlan'
import { countVerdicts, listReconciliation } from '../../src/domain/reconciliation/lignesReconciliation'
import { computeBilan, type FiguresAnnoncees } from '../../src/domain/reconciliation/reconciliation'
import type { Instantane } from '../../src/domain/territoire/territoire'
import { buildInstantane, buildTerritoire, plain, SANS_FIGURES } from './petit-instantane'

/** Two of Auvergne-Rhône-Alpes, one of Bretagne, Mayotte, and Saint-Martin, which is in no region. */
const buildCinq = () =>
  buildInstantane(
    buildTerritoire('01', { coporteurs: ['region'], feuilles: ['non_remontee'] }),
    buildTerritoire('03', { coporteurs: ['region'], feuilles: ['remontee', 'annoncee'] }),
    buildTerritoire('56', { origine: 'deduit', feuilles: ['annoncee'] }),
    buildTerritoire('976', { etat: 'non_remontee', coporteurs: [], feuilles: ['non_remontee'] }),
    buildTerritoire('978', { coporteurs: ['epci'], feuilles: ['non_remontee'] })
  )
const list = (figures: Partial<FiguresAnnoncees> = {}, chiffres: unknown = {}, instantane = buildCinq()) => {
  const annonces = { ...SANS_FIGURES, ...figures }
  const bilan = computeBilan(instantane, annonces)
  const ecarts = listEcarts(instantane, bilan, annonces)
  return listReconciliation({ instantane, bilan, ecarts, chiffres: chiffres as ChiffresLus })
}
type Dite = Omit<LigneReconciliation, 'ecarts' | 'explication'> & { ecarts: string[]; explication: string }
const say = (ligne: LigneReconciliation | undefined): Dite | undefined =>
  ligne && { ...ligne, explication: plain(ligne.explication), ecarts: ligne.ecarts.map(({ code }) => code) }
const find = (cle: string, ...args: Parameters<typeof list>) =>
  say(
    list(...args)
      .flatMap(({ lignes }) => lignes)
      .find((ligne) => ligne.cle === cle)
  )
const groupOf = (cle: string, ...args: Parameters<typeof list>) =>
  list(...args)
    .find((groupe) => groupe.cle === cle)
    ?.lignes.map(say) ?? []
const onMap = (vue: string, ...filtre: string[]) => ({ vue, filtre, region: null })

describe('a line of what the source states', () => {
  it('agrees, differs, or has nothing to be compared with', () => {
    const ligne = {
      cle: 'gouvernances',
      libelle: 'Gouvernances remontées',
      compte: '4',
      origines: null,
      carte: onMap('coporteurs', 'avec-gouvernance')
    }
    expect(find('gouvernances', { gouvernances: 4 })).toEqual({
      ...ligne,
      annonce: '4',
      verdict: 'concorde',
      explication: 'Le fichier compte ce que la source annonce.',
      ecarts: []
    })
    expect(find('gouvernances', { gouvernances: 5 })).toEqual({
      ...ligne,
      annonce: '5',
      verdict: 'ecart',
      explication: '',
      ecarts: ['gouvernances-remontees']
    })
    expect(find('gouvernances')).toEqual({
      ...ligne,
      annonce: null,
      verdict: 'non-annonce',
      explication: 'La source n’annonce pas ce nombre.',
      ecarts: []
    })
  })

  it('counts the governances that the source names as not handed in', () => {
    const ligne = {
      cle: 'non-remontees',
      libelle: 'Gouvernances non remontées (la source les nomme)',
      compte: '1',
      origines: null,
      carte: onMap('coporteurs', 'sans-gouvernance')
    }
    const nommes = (...codes: string[][]) => ({
      gouvernances: {
        nonRemontees: { territoires: codes.map((liste) => ({ codes: liste })) },
        coporteurs: []
      }
    })
    expect(find('non-remontees', {}, nommes(['976']))).toEqual({
      ...ligne,
      annonce: '1',
      verdict: 'concorde',
      explication: 'Ce sont les mêmes territoires ; avec les gouvernances remontées, cela en fait 5.',
      ecarts: []
    })
    // A mention may stand for several territories.
    expect(find('non-remontees', { nonRemontees: ['2A', '2B'] }, nommes(['2A', '2B']))).toEqual({
      ...ligne,
      annonce: '2',
      verdict: 'ecart',
      explication: '',
      ecarts: ['liste-non-remontees']
    })
    expect(find('non-remontees')).toMatchObject({ annonce: null, verdict: 'non-annonce' })
  })

  it('of a type of co-bearer tells what is named from what is deduced', () => {
    const coporteurs = { ...SANS_FIGURES.coporteurs, region: 2, departement: 1, epci: 3 }
    expect(find('region', { coporteurs })).toEqual({
      cle: 'region',
      libelle: 'Conseil régional',
      annonce: '2',
      compte: '2',
      verdict: 'concorde',
      explication: 'La source nomme autant de territoires qu’elle en annonce.',
      ecarts: [],
      origines: { cites: 2, deduits: 0 },
      carte: onMap('coporteurs', 'region')
    })
    expect(find('departement', { coporteurs })).toMatchObject({
      compte: '1',
      explication: 'Le compte est celui de la source, mais 1 territoire y est déduit par élimination.',
      origines: { cites: 0, deduits: 1 }
    })
    const deux = buildInstantane(
      buildTerritoire('01', { origine: 'deduit' }),
      buildTerritoire('02', { origine: 'deduit' }),
      buildTerritoire('03')
    )
    expect(find('departement', { coporteurs: { ...coporteurs, departement: 3 } }, {}, deux)).toMatchObject({
      compte: '3',
      explication: 'Le compte est celui de la source, mais 2 territoires y sont déduits par élimination.'
    })
    expect(find('epci', { coporteurs })).toMatchObject({ verdict: 'ecart', ecarts: ['coporteurs-epci'] })
    expect(find('prefecture', { coporteurs })).toMatchObject({
      annonce: null,
      compte: '0',
      verdict: 'non-annonce'
    })
    expect(
      find('region', {
        cites: {
          region: ['01'],
          departement: [],
          syndicat_mixte: [],
          collectivite_statut_particulier: [],
          epci: ['978'],
          prefecture: []
        }
      })
    ).toMatchObject({ ecarts: ['liste-region'] })
  })

  it('sums the types where all are stated, and the governances too', () => {
    const coporteurs = {
      region: 2,
      departement: 1,
      syndicat_mixte: 0,
      collectivite_statut_particulier: 0,
      epci: 1,
      prefecture: 0
    }
    expect(find('somme', { coporteurs, gouvernances: 4 })).toEqual({
      cle: 'somme',
      libelle: 'Somme des types, pour les gouvernances annoncées',
      annonce: '4',
      compte: '4',
      verdict: 'concorde',
      explication: 'Les effectifs par type font le nombre des gouvernances.',
      ecarts: [],
      origines: null,
      carte: onMap('coporteurs', 'avec-gouvernance')
    })
    expect(find('somme', { coporteurs, gouvernances: 5 })).toMatchObject({ ecarts: ['somme-coporteurs'] })
    expect(find('somme', { coporteurs })).toBeUndefined()
    expect(find('somme', { gouvernances: 4 })).toBeUndefined()
  })

  it('sets a contradiction under the name of its territory', () => {
    const double = buildInstantane(buildTerritoire('56', { coporteurs: ['region', 'epci'] }))
    expect(groupOf('contradictions', {}, {}, double)).toEqual([
      {
        cle: 'contradiction-56',
        libelle: 'Morbihan',
        annonce: null,
        compte: null,
        verdict: 'ecart',
        explication: '',
        ecarts: ['contradiction-56'],
        origines: null,
        carte: null
      }
    ])
  })
})

describe('the roadmaps', () => {
  it('are counted by territory, handed in and missing, and where the governance is there', () => {
    const figures = { feuillesRemontees: 1, feuillesManquantes: 4 }
    expect(find('feuilles', figures)).toEqual({
      cle: 'feuilles',
      libelle: 'Territoires avec une feuille de route remontée',
      annonce: '1',
      compte: '1',
      verdict: 'concorde',
      explication: 'Le fichier compte ce que la source annonce.',
      ecarts: [],
      origines: null,
      carte: onMap('feuilles-de-route', 'avec-feuille')
    })
    expect(find('feuilles', { feuillesRemontees: 2 })?.ecarts).toEqual(['feuilles-remontees'])
    expect(find('manquantes', figures)).toMatchObject({
      libelle: 'Feuilles de route manquantes',
      annonce: '4',
      compte: '4',
      verdict: 'concorde',
      carte: onMap('feuilles-de-route', 'sans-feuille')
    })
    expect(find('manquantes', { feuillesManquantes: 5, sansFeuille: ['01'] })?.ecarts).toEqual([
      'feuilles-manquantes',
      'liste-sans-feuille'
    ])
    expect(find('manquantes-avec-gouvernance', figures)).toMatchObject({
      libelle: 'Gouvernances remontées sans feuille de route',
      annonce: '4',
      compte: '3',
      ecarts: ['feuilles-manquantes-sans-gouvernance'],
      carte: onMap('feuilles-de-route', 'sans-feuille-avec-gouvernance')
    })
  })

  it('that are announced are another count, which the file may know in part', () => {
    const ligne = {
      cle: 'annoncees',
      libelle: 'Feuilles de route annoncées',
      compte: '3',
      ecarts: [],
      origines: null,
      carte: onMap('feuilles-de-route', 'avec-feuille')
    }
    // One handed in and two announced, of which one has a territory of its own.
    expect(find('annoncees', { feuillesAnnoncees: 3 })).toEqual({
      ...ligne,
      annonce: '3',
      verdict: 'concorde',
      explication: 'Le fichier compte autant de feuilles de route, remontées ou annoncées.'
    })
    expect(find('annoncees', { feuillesAnnoncees: 127 })).toEqual({
      ...ligne,
      annonce: '127',
      verdict: 'autre-compte',
      explication:
        'Un territoire peut en annoncer plusieurs : la source en annonce 127, le fichier en connaît 3, remontées ou annoncées.'
    })
    expect(
      find('annoncees', { feuillesAnnoncees: 127 }, {}, buildInstantane(buildTerritoire('01')))?.explication
    ).toBe(
      'Un territoire peut en annoncer plusieurs : la source en annonce 127 sans dire où, le fichier en connaît 1, toutes remontées.'
    )
    expect(find('annoncees')).toEqual({
      ...ligne,
      annonce: null,
      verdict: 'non-annonce',
      explication: 'La source n’annonce pas ce nombre.'
    })
  })
})

describe('the missing roadmaps, region by region', () => {
  const lignes = (...regions: [region: string | null, ...codes: string[][]][]) => ({
    feuillesDeRoute: {
      manquantes: {
        regions: regions.map(([region, ...territoires]) => ({
          region,
          territoires: territoires.map((codes) => ({ codes }))
        }))
      }
    }
  })
  const regionsOf = (chiffres: unknown, instantane?: Instantane) =>
    groupOf('regions', {}, chiffres, instantane).map((ligne) => [
      ligne?.cle,
      ligne?.libelle,
      ligne?.annonce,
      ligne?.compte,
      ligne?.verdict,
      ligne?.explication
    ])

  it('are those of the source, in its order, then those that it leaves out', () => {
    expect(regionsOf(lignes(['06', ['976']], ['84', ['03'], ['01']], [null, ['978']]))).toEqual([
      ['region-06', 'Mayotte', '1', '1', 'concorde', 'La source le nomme, et le fichier aussi.'],
      [
        'region-84',
        'Auvergne-Rhône-Alpes',
        '2',
        '1',
        'ecart',
        'La source et le fichier n’y nomment pas les mêmes territoires sans feuille de route (Allier).'
      ],
      [
        'region-978',
        'Saint-Martin/Saint-Barthélemy',
        '1',
        '1',
        'concorde',
        'La source le nomme, et le fichier aussi.'
      ],
      [
        'region-53',
        'Bretagne',
        '0',
        '1',
        'ecart',
        'La source et le fichier n’y nomment pas les mêmes territoires sans feuille de route (Morbihan).'
      ]
    ])
  })

  it('agree whatever the order of the names, one or several, in one mention or several', () => {
    const bretagne = buildInstantane(
      buildTerritoire('22', { feuilles: [] }),
      buildTerritoire('56', { feuilles: [] }),
      buildTerritoire('01', { feuilles: [] })
    )
    expect(regionsOf(lignes(['53', ['56', '22']], ['84', ['01']]), bretagne)).toEqual([
      [
        'region-53',
        'Bretagne',
        '2',
        '2',
        'concorde',
        'La source y nomme les mêmes territoires que le fichier.'
      ],
      [
        'region-84',
        'Auvergne-Rhône-Alpes',
        '1',
        '1',
        'concorde',
        'La source y nomme le même territoire que le fichier.'
      ]
    ])
  })

  it('name each difference once, in the order of codes', () => {
    expect(
      regionsOf(lignes(['84', ['74'], ['03']], ['53', ['56']], ['06', ['976']], [null, ['978']]))[0]?.[5]
    ).toBe(
      'La source et le fichier n’y nomment pas les mêmes territoires sans feuille de route (Ain, Allier et Haute-Savoie).'
    )
  })

  it('are shown on the map as the region, or as the territory that is in none', () => {
    const cartes = groupOf('regions', {}, lignes(['53', ['56']], [null, ['978']])).map(
      (ligne) => ligne?.carte
    )
    expect(cartes[0]).toEqual({ ...onMap('feuilles-de-route', 'sans-feuille'), region: '53' })
    expect(cartes[1]).toEqual({ ...onMap('feuilles-de-route', 'sans-feuille'), territoire: '978' })
  })

  it('are not listed where the source’s list was not read', () => {
    expect(list().map(({ cle }) => cle)).toEqual(['gouvernances', 'coporteurs', 'feuilles'])
  })
})

describe('the groups', () => {
  it('have a title each, in the order of the reading', () => {
    const double = buildInstantane(buildTerritoire('56', { coporteurs: ['region', 'epci'], feuilles: [] }))
    const chiffres = {
      feuillesDeRoute: { manquantes: { regions: [] } },
      engagements: { annonce: 2, liste: [{}, {}] }
    }
    const groupes = list({}, chiffres, double)
    expect(groupes.map(({ cle, titre }) => [cle, titre])).toEqual([
      ['gouvernances', 'Gouvernances'],
      ['coporteurs', 'Coporteurs'],
      ['contradictions', 'Où la source se contredit'],
      ['feuilles', 'Feuilles de route'],
      ['regions', 'Feuilles de route manquantes, région par région'],
      ['plan', 'Le plan national']
    ])
    expect(countVerdicts(groupes)).toEqual({
      concorde: 1,
      // The contradiction, and Bretagne, which the source's list leaves out.
      ecart: 2,
      'autre-compte': 0,
      'non-compte': 0,
      // Two of governances, six types, four of roadmaps.
      'non-annonce': 12
    })
  })
})

describe('the figures of the plan', () => {
  const lignes = (chiffres: unknown) =>
    listLignesPlan(chiffres as ChiffresLus).map(({ cle, libelle, annonce, compte, verdict, explication }) =>
      [cle, libelle, annonce, compte, verdict, explication].map((texte) => texte && plain(texte))
    )

  it('count the commitments that are given', () => {
    const engagements = (annonce: number) => lignes({ engagements: { annonce, liste: [{}, {}] } })
    expect(engagements(2)).toEqual([
      ['engagements', 'Engagements', '2', '2', 'concorde', 'La source en donne autant qu’elle en annonce.']
    ])
    expect(engagements(15)).toEqual([
      ['engagements', 'Engagements', '15', '2', 'ecart', 'La source en annonce 15 et en donne 2.']
    ])
  })

  it('work out the progress towards each target that the source states one for', () => {
    const indicateurs = {
      liste: [
        {
          id: 'pop',
          titre: 'Personnes formées',
          initiale: { valeur: 1000 },
          actuelle: { valeur: 1500 },
          cibles: [
            { annee: 2025, valeur: 2000, avancementAnnonce: 50 },
            { annee: 2026, valeur: 1400, avancementAnnonce: 100 },
            { annee: 2027, valeur: 3000, avancementAnnonce: 30 },
            { annee: 2028, valeur: 1500, avancementAnnonce: 100 },
            { annee: 2029, valeur: 4000, avancementAnnonce: null }
          ]
        }
      ]
    }
    const chemin = (cible: string) =>
      `Compté depuis la valeur initiale, de 1 000 à 1 500, pour une cible de ${cible}`
    const libelle = (annee: number) => `Personnes formées : avancement vers la cible ${annee}`
    expect(lignes({ indicateurs })).toEqual([
      ['pop-2025', libelle(2025), '50 %', '50 %', 'concorde', `${chemin('2 000')}.`],
      [
        'pop-2026',
        libelle(2026),
        '100 %',
        '100 %',
        'concorde',
        `${chemin('1 400')} : la cible est dépassée (125 % en valeur réelle).`
      ],
      ['pop-2027', libelle(2027), '30 %', '25 %', 'ecart', `${chemin('3 000')}.`],
      ['pop-2028', libelle(2028), '100 %', '100 %', 'concorde', `${chemin('1 500')}.`]
    ])
  })

  const postes = (pourvus: number, restants: number) => ({
    attribues: { id: 'postes-attribues', libelle: 'Postes attribués', texte: '4 000' },
    pourvus: { valeur: pourvus, texte: `${pourvus} %` },
    restants: { valeur: restants, texte: `${restants} %` }
  })
  it('add up two shares, and say that they make no whole', () => {
    const libelle = 'Postes de conseillers numériques : part des postes pourvus et des postes restants'
    const attribues = ['postes-attribues', 'Postes attribués', '4 000', null, 'non-compte', '']
    expect(lignes({ postes: postes(71, 29) })).toEqual([
      ['postes-parts', libelle, '71 % + 29 %', '100 %', 'concorde', 'Les deux parts font 100 %.'],
      attribues
    ])
    const phrase =
      'Les deux parts font 101 % et non 100 % : elles sont montrées telles que la source les énonce.'
    expect(lignes({ postes: postes(71, 30) })).toEqual([
      ['postes-parts', libelle, '71 % + 30 %', '101 %', 'ecart', phrase],
      attribues
    ])
    expect(plain(explainParts(postes(71, 30) as never) ?? '')).toBe(phrase)
    expect(explainParts(postes(60, 40) as never)).toBeNull()
  })

  it('list what cannot be counted as stated, and leave out a means without an amount', () => {
    expect(
      lignes({
        objectifs: {
          annee: 2027,
          liste: [{ id: 'objectif-8m', libelle: 'Personnes accompagnées', texte: '8 M' }]
        },
        financements: {
          liste: [
            { id: 'credits', nom: 'Crédits Ingénierie', montant: { texte: '5 M€' } },
            { id: 'fnadt', nom: 'FNADT', montant: null }
          ]
        }
      })
    ).toEqual([
      ['objectif-8m', 'Objectif 2027 : personnes accompagnées', '8 M', null, 'non-compte', ''],
      ['credits', 'Crédits Ingénierie', '5 M€', null, 'non-compte', '']
    ])
    expect(lignes({})).toEqual([])
  })

  it('concern no territory, and have the spaces of French', () => {
    const [ligne] = listLignesPlan({ engagements: { annonce: 2, liste: [] } } as unknown as ChiffresLus)
    expect(ligne).toMatchObject({ ecarts: [], origines: null, carte: null })
    const [objectif] = listLignesPlan({
      objectifs: { annee: 2027, liste: [{ id: 'o', libelle: 'X', texte: '50 %' }] }
    } as unknown as ChiffresLus)
    expect(objectif).toMatchObject({ libelle: 'Objectif 2027\u00A0: x', annonce: '50\u202F%' })
  })
})
