import { describe, expect, it } from 'vitest'
import type { Scene } from '../../src/domain/vue/scene'
import { computeEvolution } from '../../src/domain/temps/evolution'
import { isLegende, keepClasses } from '../../src/map/apparence/classesDeScene'
import { isClasseActive, toggleClasse } from '../../src/map/apparence/filtresLegende'
import { fillOf, listMotifs, motifId, motifOf, rayuresOf, surmotifOf } from '../../src/map/apparence/motifs'
import {
  APPARENCE_INCONNUE,
  COULEURS,
  couleurCoporteur,
  couleursTexte,
  PALETTE,
  PALETTE_PROJETEE,
  plain as uni,
  variablesCoporteur,
  withHachures,
  type Apparence
} from '../../src/map/apparence/palette'
import {
  computeApparencesEvolution,
  listClassesEvolution,
  listNotesEvolution
} from '../../src/map/apparence/paletteEvolution'
import { computeApparence, listClasses, listNotes } from '../../src/map/apparence/vues'
import { CADRE_METROPOLE, ENCARTS, isInCadre, isOutreMer } from '../../src/map/cadre/cadres'
import { computeBornes, computeCible, computeDuree } from '../../src/map/cadre/camera'
import { meshRegions } from '../../src/map/cadre/frontieres'
import { buildDeuxCarres } from './deux-carres'
import { CONTOURS } from './fichiers'
import { buildInstantane, buildTerritoire, plain } from './petit-instantane'

const look = (fond: string, dessus: Partial<Apparence> = {}): Apparence => ({
  fonds: [fond],
  points: null,
  hachures: null,
  contradiction: false,
  ...dessus
})
const { region, departement } = PALETTE.deduites
const CITE = buildTerritoire('01', { coporteurs: ['region'] })
const DEDUIT = buildTerritoire('02', { origine: 'deduit', feuilles: [] })
const RIEN = buildTerritoire('03', { etat: 'non_remontee', coporteurs: [], feuilles: [] })
const DOUBLE = buildTerritoire('56', { coporteurs: ['region', 'epci'] })
const VALIDE = buildTerritoire('70', { etat: 'en_cours_de_validation', coporteurs: ['departement'] })
const SANS = buildTerritoire('05', { coporteurs: [] })
const TOUS = [CITE, DEDUIT, RIEN, DOUBLE, VALIDE, SANS]

describe('how a territory is painted', () => {
  const bleu = couleurCoporteur('departement')
  const violet = couleurCoporteur('region')
  it.each([
    ['named', CITE, look(violet), look(COULEURS.avecFeuille), look(violet)],
    [
      'deduced, without a roadmap',
      DEDUIT,
      look(departement.fond, { points: departement.points }),
      look(COULEURS.sansFeuille, { hachures: COULEURS.hachures }),
      look(departement.fond, { hachures: COULEURS.hachures })
    ],
    [
      'that has handed in nothing',
      RIEN,
      look(COULEURS.vide, { hachures: COULEURS.hachures }),
      look(COULEURS.vide, { hachures: COULEURS.hachures }),
      look(COULEURS.vide, { hachures: COULEURS.hachures })
    ],
    [
      'with two co-bearers that exclude each other',
      DOUBLE,
      look('', { fonds: [violet, couleurCoporteur('epci')], contradiction: true }),
      look(COULEURS.avecFeuille),
      look('', { fonds: [violet, couleurCoporteur('epci')], contradiction: true })
    ],
    [
      'whose governance is on its way',
      VALIDE,
      look(bleu, { hachures: COULEURS.hachures, contradiction: true }),
      look(COULEURS.avecFeuille),
      look(bleu, { contradiction: true })
    ],
    ['without a co-bearer', SANS, look(COULEURS.vide), look(COULEURS.avecFeuille), look(COULEURS.vide)]
  ])('%s', (_, territoire, coporteurs, feuilles, croisee) => {
    expect(computeApparence(territoire, 'coporteurs')).toEqual(coporteurs)
    expect(computeApparence(territoire, 'feuilles-de-route')).toEqual(feuilles)
    expect(computeApparence(territoire, 'croisee')).toEqual(croisee)
  })

  it('of which nothing is known, and for a projector', () => {
    expect(computeApparence(undefined, 'coporteurs')).toEqual(look(COULEURS.inconnu))
    expect(APPARENCE_INCONNUE).toEqual(look(COULEURS.inconnu))
    expect(computeApparence(CITE, 'coporteurs', PALETTE_PROJETEE)).toEqual(
      look(PALETTE_PROJETEE.coporteurs('region'), { halo: '#ffffff' })
    )
    expect(computeApparence(undefined, 'croisee', PALETTE_PROJETEE)).toEqual(
      look(COULEURS.inconnu, { halo: '#ffffff' })
    )
  })

  it('with two deduced co-bearers has the dots of the first', () => {
    const deux = buildTerritoire('01', { origine: 'deduit', coporteurs: ['region', 'departement'] })
    expect(computeApparence(deux, 'coporteurs')).toEqual(
      look('', { fonds: [region.fond, departement.fond], points: region.points })
    )
    const personne = { ...SANS, gouvernance: { ...SANS.gouvernance, origine: 'deduit' as const } }
    expect(computeApparence(personne, 'coporteurs')).toEqual(look(COULEURS.vide))
  })

  it('has hatching that is seen: light on a dark ground, in place of the dots', () => {
    const pointe = look('#ffffff', { points: '#123456' })
    expect(withHachures(pointe, false, PALETTE)).toBe(pointe)
    expect(withHachures(pointe, true, PALETTE)).toEqual(look('#ffffff', { hachures: COULEURS.hachures }))
    expect(withHachures(uni('#2d0f57'), true, PALETTE).hachures).toBe(COULEURS.hachuresClaires)
    expect(withHachures(look('', { fonds: [] }), true, PALETTE).hachures).toBe(COULEURS.hachures)
    // Of equal parts of red, green and blue: 0.22 of luminance is at 129.
    expect(withHachures(uni('#808080'), true, PALETTE).hachures).toBe(COULEURS.hachuresClaires)
    expect(withHachures(uni('#828282'), true, PALETTE).hachures).toBe(COULEURS.hachures)
  })

  it('has a label that reads: dark on light, light on dark, dark where it is dimmed', () => {
    expect(couleursTexte(uni('#ffffff'))).toEqual({ texte: '#161616', halo: '#ffffff' })
    expect(couleursTexte(uni('#000000'))).toEqual({ texte: '#ffffff', halo: '#000000' })
    // Black and white contrast alike at a luminance of 0.179: between 117 and 118.
    expect(couleursTexte(uni('#757575')).texte).toBe('#ffffff')
    expect(couleursTexte(uni('#767676')).texte).toBe('#161616')
    // Red, green and blue weigh differently.
    expect(
      ['#ff0000', '#00a000', '#0000ff', '#050505'].map((fond) => couleursTexte(uni(fond)).texte)
    ).toEqual(['#161616', '#161616', '#ffffff', '#ffffff'])
    expect(couleursTexte(uni('#000000'), true)).toEqual({ texte: '#161616', halo: '#ffffff' })
    expect(couleursTexte({ ...uni('#000000'), halo: '#ffffff' })).toEqual({
      texte: '#161616',
      halo: '#ffffff'
    })
    expect(couleursTexte(look('', { fonds: [] }))).toEqual({ texte: '#161616', halo: '#ffffff' })
  })

  it('gives its colours to those who paint a swatch', () => {
    const css = variablesCoporteur().split(';')
    expect(css).toHaveLength(18)
    expect(css.slice(0, 3)).toEqual([
      `--fne-coporteur-region:${couleurCoporteur('region')}`,
      `--fne-coporteur-region-deduit:${region.fond}`,
      `--fne-coporteur-region-points:${region.points}`
    ])
    expect(variablesCoporteur(PALETTE_PROJETEE)).toContain(`region:${PALETTE_PROJETEE.coporteurs('region')};`)
  })
})

describe('the patterns', () => {
  const [rayures, hachures, points] = [
    look('', { fonds: ['#aaaaaa', '#bbbbbb'] }),
    look('#aaaaaa', { hachures: '#111111', points: '#222222' }),
    look('#aaaaaa', { points: '#222222' })
  ]
  it('are stripes under, and hatching or dots over', () => {
    expect(rayuresOf(rayures)).toEqual({ genre: 'rayures', couleurs: ['#aaaaaa', '#bbbbbb'] })
    expect(rayuresOf(points)).toBeNull()
    expect(surmotifOf(hachures)).toEqual({ genre: 'hachures', couleurs: ['#111111'] })
    expect(surmotifOf(points)).toEqual({ genre: 'points', couleurs: ['#222222'] })
    expect(surmotifOf(rayures)).toBeNull()
    expect(motifId('m', { genre: 'rayures', couleurs: ['#aaaaaa', '#bbbbbb'] })).toBe(
      'm-rayures-aaaaaa-bbbbbb'
    )
    expect(fillOf('m', rayures)).toBe('url(#m-rayures-aaaaaa-bbbbbb)')
    expect(fillOf('m', points)).toBe('#aaaaaa')
    expect(fillOf('m', look('', { fonds: [] }))).toBe('none')
    expect(motifOf('m', points)).toBe('url(#m-points-222222)')
    expect(motifOf('m', rayures)).toBeNull()
    expect(listMotifs([points, points, rayures, uni('#000000')]).map(({ genre }) => genre)).toEqual([
      'points',
      'rayures'
    ])
  })
})

describe('the legend', () => {
  const classes = (vue: Parameters<typeof listClasses>[0], territoires = TOUS) =>
    listClasses(vue, territoires).map(({ cle, libelle, court, compte, filtres }) => [
      cle,
      libelle,
      court,
      compte,
      filtres.join()
    ])

  it('of the co-bearers', () => {
    expect(classes('coporteurs')).toEqual([
      ['region', 'Conseil régional', 'Région', 2, 'region'],
      ['departement', 'Conseil départemental', 'Départ.', 1, 'departement'],
      ['departement-deduit', 'Conseil départemental (déduit)', 'Départ. (déduit)', 1, 'departement,deduit'],
      ['epci', 'EPCI uniquement', 'EPCI seuls', 1, 'epci'],
      ['sans-coporteur', 'Coporteur non renseigné', 'Coporteur non renseigné', 1, 'sans-coporteur'],
      ['sans-gouvernance', 'Gouvernance non remontée', 'Non remontée', 2, 'sans-gouvernance'],
      ['contradiction', 'Contradiction dans la source', 'Contradiction', 2, 'contradiction']
    ])
    expect(classes('coporteurs', [DEDUIT])).toEqual([
      ['departement-deduit', 'Conseil départemental (déduit)', 'Départ. (déduit)', 1, 'departement']
    ])
    const mixte = buildTerritoire('01', { coporteurs: ['syndicat_mixte'], origine: 'deduit' })
    expect(classes('coporteurs', [mixte])[0]?.slice(1, 3)).toEqual([
      'Syndicat mixte (déduit)',
      'Syndicat mixte (déduit)'
    ])
  })

  it('of the roadmaps, and of both', () => {
    expect(classes('feuilles-de-route')).toEqual([
      ['avec-feuille', 'Feuille de route remontée', 'Feuille remontée', 4, 'avec-feuille'],
      [
        'sans-feuille-avec-gouvernance',
        'Feuille de route non remontée, gouvernance remontée',
        'Gouvernance seule',
        1,
        'sans-feuille-avec-gouvernance'
      ],
      [
        'ni-feuille-ni-gouvernance',
        'Ni feuille de route ni gouvernance remontée',
        'Ni l’une ni l’autre',
        1,
        'ni-feuille-ni-gouvernance'
      ]
    ])
    expect(classes('croisee').slice(-3)).toEqual([
      ['sans-feuille', 'Feuille de route non remontée', 'Sans feuille', 2, 'sans-feuille'],
      ['avec-feuille', 'Feuille de route remontée (sans hachures)', 'Feuille remontée', 4, 'avec-feuille'],
      ['contradiction', 'Contradiction dans la source', 'Contradiction', 2, 'contradiction']
    ])
  })

  it('shows each class as the map does', () => {
    const of = (vue: Parameters<typeof listClasses>[0], cle: string) =>
      listClasses(vue, TOUS).find((classe) => classe.cle === cle)?.apparence
    expect(of('coporteurs', 'departement-deduit')).toEqual(
      look(departement.fond, { points: departement.points })
    )
    expect(of('coporteurs', 'region')).toEqual(look(couleurCoporteur('region')))
    expect(of('coporteurs', 'sans-gouvernance')).toEqual(look(COULEURS.vide, { hachures: COULEURS.hachures }))
    expect(of('coporteurs', 'contradiction')).toEqual(look(COULEURS.vide, { contradiction: true }))
    expect(of('coporteurs', 'sans-coporteur')).toEqual(look(COULEURS.vide))
    expect(of('croisee', 'avec-feuille')).toEqual(look(COULEURS.vide))
    expect(of('croisee', 'sans-feuille')).toEqual(look(COULEURS.vide, { hachures: COULEURS.hachures }))
    expect(of('feuilles-de-route', 'avec-feuille')).toEqual(look(COULEURS.avecFeuille))
    expect(of('feuilles-de-route', 'sans-feuille-avec-gouvernance')).toEqual(
      look(COULEURS.sansFeuille, { hachures: COULEURS.hachures })
    )
    expect(of('feuilles-de-route', 'ni-feuille-ni-gouvernance')).toEqual(
      look(COULEURS.vide, { hachures: COULEURS.hachures })
    )
  })

  it('explains the signs that are drawn, and no other', () => {
    const notes = (vue: Parameters<typeof listNotes>[0], ...territoires: typeof TOUS) =>
      listNotes(
        vue,
        territoires.map((t) => computeApparence(t, vue))
      ).map(plain)
    expect(notes('coporteurs', ...TOUS)).toEqual([
      'Points : déduit par élimination',
      'Hachures : gouvernance non remontée',
      'Rayures : plusieurs coporteurs',
      '« ! » : la source se contredit'
    ])
    expect(notes('coporteurs', CITE)).toEqual([])
    expect(notes('coporteurs', VALIDE)).toEqual([
      'Hachures : gouvernance non remontée',
      '« ! » : la source se contredit'
    ])
    expect(notes('feuilles-de-route', ...TOUS)).toEqual(['Hachures : feuille de route non remontée'])
    expect(notes('croisee', ...TOUS)).toEqual([
      'Hachures : feuille de route non remontée',
      'Rayures : plusieurs coporteurs',
      '« ! » : la source se contredit'
    ])
    expect(notes('croisee', buildTerritoire('01', { origine: 'deduit' }))).toEqual([
      'Points : déduit par élimination, comme toute teinte claire'
    ])
  })

  it('keeps beside a scene the classes that are still in colour', () => {
    const scene = (patch: Partial<Scene>): Scene => ({ id: 's', titre: '', ...patch })
    expect(isLegende(scene({ contenu: 'coporteurs' }))).toBe(true)
    expect(isLegende(scene({ contenu: 'feuilles-de-route' }))).toBe(true)
    expect(isLegende(scene({ contenu: 'plan' }))).toBe(false)
    expect(isLegende(scene({}))).toBe(false)
    const classes = listClasses('coporteurs', TOUS)
    expect(keepClasses(classes, scene({}), TOUS)).toBe(classes)
    expect(keepClasses(classes, scene({ filtre: [] }), TOUS)).toBe(classes)
    expect(keepClasses(classes, scene({ filtre: ['epci'] }), TOUS).map(({ cle }) => cle)).toEqual([
      'region',
      'epci',
      'contradiction'
    ])
  })

  it('sets and takes away the filters of a class; a type widens what "deduced" would narrow', () => {
    expect(isClasseActive(['epci', 'deduit'], ['epci'])).toBe(true)
    expect(isClasseActive(['epci'], ['epci', 'deduit'])).toBe(false)
    expect(isClasseActive(['epci'], [])).toBe(false)
    expect(toggleClasse(['departement', 'deduit'], ['departement', 'deduit'])).toEqual([])
    expect(toggleClasse(['departement', 'deduit'], ['region'])).toEqual(['departement', 'region'])
    expect(toggleClasse(['departement'], ['region', 'deduit'])).toEqual(['departement', 'region', 'deduit'])
    expect(toggleClasse(['deduit'], ['departement', 'deduit'])).toEqual(['deduit', 'departement'])
    expect(toggleClasse(['deduit'], ['sans-feuille'])).toEqual(['deduit', 'sans-feuille'])
  })
})

describe('a comparison on the map', () => {
  const evolution = computeEvolution(
    buildInstantane(
      buildTerritoire('01', { feuilles: [] }),
      buildTerritoire('02'),
      buildTerritoire('03'),
      buildTerritoire('04'),
      buildTerritoire('05')
    ),
    buildInstantane(
      buildTerritoire('01'),
      buildTerritoire('02', { feuilles: [] }),
      buildTerritoire('03', { coporteurs: ['epci'] }),
      buildTerritoire('04', { note: 'x' }),
      buildTerritoire('05'),
      buildTerritoire('06')
    )
  )
  it.each([
    [
      'on a desk',
      PALETTE,
      ['#0a3f7d', '#b8430f', '#ffd547', '#c8a4e6', '#8f8f8f'],
      ['#ffffff', '#7a5a00', '#4b2a86'],
      {}
    ],
    [
      'for a projector',
      PALETTE_PROJETEE,
      ['#113b70', '#cd4007', '#ffd331', '#caa1f1', '#8f8f8f'],
      ['#ffffff', '#5c4000', '#2c1560'],
      { halo: '#ffffff' }
    ]
  ])(
    'has a look a class, %s',
    (
      _,
      palette,
      [gagne = '', perdu = '', coporteur = '', autre = '', gris = ''],
      [h = '', r = '', p = ''],
      halo
    ) => {
      expect([...computeApparencesEvolution(evolution, palette)]).toEqual([
        ['01', look(gagne, halo)],
        ['02', look(perdu, { hachures: h, ...halo })],
        ['03', look('', { fonds: [coporteur, r], ...halo })],
        ['04', look(autre, { points: p, ...halo })],
        ['05', look(COULEURS.vide, halo)],
        ['06', look(gris, halo)]
      ])
    }
  )

  it('has a legend of the classes that occur, and says what their patterns are', () => {
    expect(
      listClassesEvolution(evolution, PALETTE).map(({ cle, libelle, court, compte, filtres }) => [
        cle,
        libelle,
        court,
        compte,
        filtres.join()
      ])
    ).toEqual([
      ['evolution-gagne', 'Gagné', 'Gagné', 1, 'evolution:gagne'],
      ['evolution-perdu', 'Perdu', 'Perdu', 1, 'evolution:perdu'],
      ['evolution-coporteur', 'Coporteur changé', 'Coporteur changé', 1, 'evolution:coporteur'],
      ['evolution-autre', 'Autre changement', 'Autre changement', 1, 'evolution:autre'],
      ['evolution-inchange', 'Inchangé', 'Inchangé', 1, 'evolution:inchange'],
      [
        'evolution-incomparable',
        'Sans comparaison possible',
        'Sans comparaison possible',
        1,
        'evolution:incomparable'
      ]
    ])
    expect(listNotesEvolution(evolution).map(plain)).toEqual([
      'Hachures : perdu',
      'Rayures : coporteur changé',
      'Points : autre changement'
    ])
    const memes = buildInstantane(buildTerritoire('01'))
    const rien = computeEvolution(memes, memes)
    expect(listClassesEvolution(rien, PALETTE).map(({ cle }) => cle)).toEqual(['evolution-inchange'])
    expect(listNotesEvolution(rien)).toEqual([])
  })
})

describe('the frames', () => {
  it('are the mainland, and insets for what is far or small', () => {
    expect(isInCadre(CADRE_METROPOLE, '75')).toBe(true)
    expect(isInCadre(CADRE_METROPOLE, '974')).toBe(false)
    expect(ENCARTS.filter((cadre) => isInCadre(cadre, '75')).map(({ id }) => id)).toEqual(['petite-couronne'])
    expect(['75', '94', '971', '978', '988', '2A'].map(isOutreMer)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false
    ])
  })

  it('are drawn around what is asked for, and nothing that has no outline', () => {
    const { territoires } = CONTOURS
    const ensemble = [-5, 41, 10, 51] as const
    expect(computeBornes(territoires, [])).toBeNull()
    expect(computeBornes(territoires, ['99'])).toBeNull()
    const [deux, un] = [computeBornes(territoires, ['45', '41']), computeBornes(territoires, ['45'])]
    expect(deux?.[0]).toBeLessThan(un?.[0] ?? 0)
    expect(deux?.[2]).toBe(un?.[2])
    const cle = (territoire: string | null, region: string | null) =>
      computeCible({ territoire, region }, territoires, ensemble).cle
    expect([cle('45', '24'), cle('99', '24'), cle(null, '24'), cle(null, '99'), cle(null, null)]).toEqual([
      'territoire-45',
      'region-24',
      'region-24',
      'ensemble',
      'ensemble'
    ])
  })

  it('are reached quickly, and slowly beyond fifteen degrees', () => {
    expect(computeDuree([0, 0, 0, 0], [10, 8, 20, 10])).toBe(1200)
    expect(computeDuree([0, 0, 0, 0], [9, 12, 9, 12])).toBe(600)
    expect(computeDuree([0, 0, 0, 0], [9, 12.1, 9, 12.1])).toBe(1200)
    expect(computeDuree([0, 0, 2, 4], [0, 0, 2, 4])).toBe(600)
    expect(computeDuree([0, 0, 0, 0], [30, 0, 30, 0], 500)).toBe(500)
    expect(computeDuree([0, 40, 4, 44], [0, 0, 4, 4], 2000)).toBe(1200)
  })

  it('have the borders between regions, and neither the coast nor those within', () => {
    const count = (...codes: [string, string]) => meshRegions(buildDeuxCarres(...codes)).coordinates.length
    expect(count('45', '41')).toBe(0)
    expect(count('45', '18')).toBe(0)
    expect(count('45', '77')).toBe(1)
    // In no region: each is its own.
    expect(count('978', '988')).toBe(1)
  })
})
