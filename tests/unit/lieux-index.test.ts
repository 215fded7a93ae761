import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { buildIndex } from '../../src/search/indexer'
import { getLieu } from '../../src/search/repertoire'
import { CONTENU, INDEX, LIGNES_COMMUNES, TEXTE_LIEUX } from './lieux-outils'

const { repertoire } = INDEX
const lieux = Array.from({ length: repertoire.nombre }, (_, numero) => getLieu(repertoire, numero))
const count = (...types: string[]) => lieux.filter(({ type }) => types.includes(type)).length

describe('the file', () => {
  it('weighs at most 600 kB over the wire, be it by brotli or gzip', () => {
    // Quality 11, which a server's precompressed file has, is smaller still and takes ten times longer.
    const brotli = brotliCompressSync(TEXTE_LIEUX, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    expect(brotli.length).toBeLessThan(600_000)
    expect(gzipSync(TEXTE_LIEUX, { level: 6 }).length).toBeLessThan(600_000)
  }, 60_000)

  it('names the source that it was built from', () => {
    expect(CONTENU.source).toBe('@etalab/decoupage-administratif 6.0.0')
  })
})

describe('what is known', () => {
  it('is all communes and their parts, all EPCI, departments, collectivities and regions', () => {
    // INSEE, COG 2026: 34,875 communes of departments; 94 more overseas.
    expect(count('commune')).toBe(34_875 + 94)
    expect(count('commune-deleguee', 'commune-associee')).toBe(2_576)
    // 20 in Paris, 16 in Marseille, 9 in Lyon
    expect(count('arrondissement-municipal')).toBe(20 + 16 + 9)
    expect(count('epci')).toBe(1_255)
    expect(count('ept')).toBe(11)
    expect(count('departement')).toBe(TERRITOIRES.length)
    expect(count('region')).toBe(18)
    expect(lieux.filter(({ type }) => type === 'collectivite').map(({ code }) => code)).toEqual([
      '975',
      '984',
      '986',
      '987',
      '989'
    ])
  })

  it('has a link of its own for each, regions aside, which have their own parameter', () => {
    const cles = lieux.filter(({ type }) => type !== 'region').map(({ cle }) => cle)
    expect(new Set(cles).size).toBe(cles.length)
  })

  it('lies in a territory of the roadmap, but for the five collectivities that it does not cover', () => {
    const codes = new Set(TERRITOIRES.map(({ code }) => code))
    for (const { nom, territoires } of lieux) {
      for (const code of territoires) expect(codes.has(code), `${nom} ${code}`).toBe(true)
    }
    const hors = lieux.filter(({ territoires }) => territoires.length === 0)
    expect([...new Set(hors.flatMap(({ departements }) => departements))].sort()).toEqual([
      '975',
      '984',
      '986',
      '987',
      '989'
    ])
  })

  it('has every commune of a department in an EPCI but the four islands that stay alone, and Paris’s in its métropole', () => {
    const seules = lieux.filter(
      ({ type, groupement, departements }) =>
        type === 'commune' && !groupement && Number(departements[0]?.slice(0, 3)) < 977
    )
    // Code général des collectivités territoriales, L5210-1-1
    expect(seules.map(({ nom }) => nom).filter((nom) => !/^(Miquelon|Saint-Pierre)/.test(nom))).toEqual([
      'Île-de-Bréhat',
      'Île-de-Sein',
      'Ouessant',
      'L’Île-d’Yeu'
    ])
    expect(lieux.find(({ code, type }) => code === '75056' && type === 'commune')?.groupement?.nom).toBe(
      'Métropole du Grand Paris'
    )
  })

  it('counts the inhabitants of a department from its communes', () => {
    const habitants = (code: string) =>
      lieux.find((l) => l.code === code && l.type === 'departement')?.population ?? 0
    const communes = lieux.filter(({ type, departements }) => type === 'commune' && departements[0] === '41')
    expect(habitants('41')).toBe(communes.reduce((somme, { population }) => somme + (population ?? 0), 0))
    expect(habitants('59')).toBeGreaterThan(2_500_000)
    const total = TERRITOIRES.reduce((somme, { code }) => somme + habitants(code), 0)
    expect(total).toBeGreaterThan(65_000_000)
    expect(total).toBeLessThan(70_000_000)
  })
})

describe('the index', () => {
  it('is in order of weight, and the same each time', () => {
    expect([...INDEX.poids]).toEqual([...INDEX.poids].sort((a, b) => b - a))
    const autre = buildIndex(CONTENU)
    expect(autre.texte).toBe(INDEX.texte)
    expect(autre.numeros).toEqual(INDEX.numeros)
  })

  it('searches each place but the delegated communes that bear their commune’s name', () => {
    const doublons = lieux.filter(({ nom, rattachement }) => rattachement?.nom === nom)
    expect(doublons.length).toBeGreaterThan(0)
    expect(INDEX.numeros.length).toBe(lieux.length - doublons.length)
    expect(new Set(INDEX.numeros).size).toBe(INDEX.numeros.length)
    expect(LIGNES_COMMUNES.length).toBe(count('commune'))
  })
})
