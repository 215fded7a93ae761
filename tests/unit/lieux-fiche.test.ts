import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeTerritoire } from '../../src/app/completerTerritoire'
import { describeLieu, listCommunes, resolveLieu, searchLieux } from '../../src/search/recherche'
import { findLigne, getLieu } from '../../src/search/repertoire'
import { parseVue } from '../../src/state/vue'
import { INDEX, LIGNES_COMMUNES } from './lieux-outils'

const lieux = { resolve: (code: string) => resolveLieu(INDEX, code) }
const titre = (code: string) => resolveLieu(INDEX, code)?.titre.replaceAll('\u00A0', ' ')

describe('the head of a sheet', () => {
  it.each([
    ['41018', 'Blois · CA de Blois « Agglopolys » · Loir-et-Cher · Centre-Val de Loire'],
    ['2a004', 'Ajaccio · CA du Pays Ajaccien · Corse-du-Sud · Corse'],
    ['200030385', 'CA de Blois « Agglopolys » · Loir-et-Cher · Centre-Val de Loire'],
    ['41', 'Loir-et-Cher · Centre-Val de Loire'],
    ['75056', 'Paris · Métropole du Grand Paris · Île-de-France'],
    ['75', 'Paris · Île-de-France'],
    ['971', 'Guadeloupe'],
    ['75112', 'Paris 12e Arrondissement · Paris · Métropole du Grand Paris · Île-de-France'],
    ['74011', 'Annecy-le-Vieux · Annecy · CA du Grand Annecy · Haute-Savoie · Auvergne-Rhône-Alpes'],
    ['85113', 'L’Île-d’Yeu · Vendée · Pays de la Loire'],
    ['97801', 'Saint-Martin · Saint-Martin/Saint-Barthélemy'],
    ['98818', 'Nouméa · Nouvelle-Calédonie'],
    ['98735', 'Papeete · Polynésie française']
  ])('%s', (code, attendu) => {
    expect(titre(code)).toBe(attendu)
  })

  it('names the EPCI, the departments and the territory', () => {
    expect(resolveLieu(INDEX, '41018')).toMatchObject({
      groupement: { code: '200030385', departements: ['41'] },
      departements: [{ code: '41', nom: 'Loir-et-Cher' }],
      regions: [{ code: '24', nom: 'Centre-Val de Loire' }],
      territoires: ['41'],
      avertissements: []
    })
  })

  it('of a region names its territories', () => {
    const [bretagne] = searchLieux(INDEX, 'Bretagne')
    expect(bretagne && describeLieu(INDEX, bretagne.lieu)).toMatchObject({
      titre: 'Bretagne',
      territoires: ['22', '29', '35', '56'],
      regions: [{ code: '53' }]
    })
  })

  it('tells apart a delegated commune from the commune whose code it has', () => {
    expect(titre('01015')).toMatch(/^Arboys en Bugey · /)
    expect(titre('01015D')).toMatch(/^Arbignieu · Arboys en Bugey · /)
    expect(resolveLieu(INDEX, '41018D')).toBeUndefined()
  })
})

describe('a postal code in a link', () => {
  const { communes } = INDEX.repertoire
  const postauxOf = (ligne: number) => communes.codesPostaux[ligne] ?? ''
  const communesOf = (code: string) =>
    LIGNES_COMMUNES.filter((ligne) =>
      getLieu(INDEX.repertoire, ligneToNumero(ligne)).codesPostaux.includes(code)
    )
  const ligneToNumero = (ligne: number) => INDEX.repertoire.territoires.length + ligne

  it('is its commune where there is one', () => {
    expect(communesOf('29000').map((ligne) => communes.noms[ligne])).toEqual(['Quimper'])
    expect(resolveLieu(INDEX, '29000')?.lieu).toMatchObject({ nom: 'Quimper', cle: '29232' })
    expect(listCommunes(INDEX, '29000')).toEqual([])
    // Of a city's code, the arrondissement.
    expect(titre('75012')).toMatch(/^Paris 12e Arrondissement · /)
    expect(
      completeTerritoire({ lieu: ['29000'], territoire: null, region: null, animation: [] }, lieux)
    ).toEqual({
      territoire: '29',
      lieu: ['29232']
    })
  })

  it('leaves the choice where there are several', () => {
    const attendues = communesOf('41000').map((ligne) => communes.codes[ligne])
    expect(attendues.length).toBeGreaterThan(1)
    expect(resolveLieu(INDEX, '41000')).toBeUndefined()
    const choix = listCommunes(INDEX, '41000').map(({ lieu }) => lieu.code)
    expect([...choix].sort()).toEqual([...attendues].sort())
    expect(choix[0], 'the biggest first').toBe('41018')
  })

  it('gives way to the INSEE code that has the same digits', () => {
    const ligne = LIGNES_COMMUNES.find((l) =>
      postauxOf(l)
        .split(' ')
        .some((cp) => cp.length === 5 && findLigne(communes, cp) >= 0 && cp !== communes.codes[l])
    )
    const code =
      postauxOf(ligne ?? -1)
        .split(' ')
        .find((cp) => cp.length === 5 && findLigne(communes, cp) >= 0) ?? ''
    expect(code).not.toBe('')
    expect(resolveLieu(INDEX, code)?.lieu.code).toBe(code)
    expect(listCommunes(INDEX, code)).toEqual([])
  })
})

describe('what has to be known', () => {
  const avertissements = (code: string) =>
    resolveLieu(INDEX, code)?.avertissements.join(' ').replaceAll('\u00A0', ' ')

  it('is said when an EPCI spans departments, on its sheet and on that of its communes', () => {
    const attendu =
      'Métropole d’Aix-Marseille-Provence s’étend sur 3 départements : Bouches-du-Rhône, Var et Vaucluse.'
    expect(avertissements('200054807')).toBe(attendu)
    // Pertuis, in Vaucluse
    expect(avertissements('84089')).toBe(attendu)
    expect(resolveLieu(INDEX, '84089')?.territoires).toEqual(['84'])
  })

  it('is said of what the roadmap does not cover', () => {
    for (const code of ['987', '98735', '97502'])
      expect(avertissements(code)).toMatch(
        /^La source ne dit rien de « .+ » : ce territoire n’est pas l’un des 103/
      )
  })

  it('is said of the two islands that are one territory', () => {
    expect(avertissements('97701')).toBe(
      'La source compte Saint-Martin et Saint-Barthélemy comme un seul territoire.'
    )
  })
})

describe('a link', () => {
  it('that no place has resolves to nothing', () => {
    for (const code of [
      '',
      '00000',
      '99999',
      'R24',
      '2C004',
      '999999999',
      '__proto__',
      '41018x',
      'blois',
      '977'
    ])
      expect(resolveLieu(INDEX, code), code).toBeUndefined()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9AB]{5}[DAM]?$/)), (code) => {
        const fiche = resolveLieu(INDEX, code)
        if (fiche) expect(fiche.titre).not.toBe('')
      })
    )
  })

  it('leads back to the place, and passes through the address bar unchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: INDEX.repertoire.nombre - 1 }), (numero) => {
        const lieu = getLieu(INDEX.repertoire, numero)
        fc.pre(lieu.type !== 'region')
        expect(resolveLieu(INDEX, lieu.cle)?.lieu).toEqual(lieu)
        if (lieu.type === 'departement') return
        expect(parseVue(`?lieu=${lieu.cle}`).vue.lieu).toEqual([lieu.cle])
      }),
      { numRuns: 500 }
    )
  })
})
