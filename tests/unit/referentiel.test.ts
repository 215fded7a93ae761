import { describe, expect, it } from 'vitest'
import { findRegion, findTerritoireRef, REGIONS, TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { readFige } from '../fixtures/figes'

const csv = readFige('donnees/2024-12-06/gouvernances.csv')
const lignes = csv.trim().split(/\r?\n/).slice(1)

describe('the territories of the roadmap', () => {
  it('are those of the snapshot, under the same names', () => {
    const attendus = lignes.map((ligne) => ligne.split(',').slice(0, 2))
    expect(attendus).toHaveLength(103)
    expect(TERRITOIRES.map(({ code, nom }) => [code, nom]).sort()).toEqual(attendus.sort())
  })

  it('are 96 metropolitan departments, 5 overseas ones and 2 collectivities', () => {
    expect(TERRITOIRES.filter(({ code }) => code.length === 2)).toHaveLength(96)
    expect(TERRITOIRES.filter(({ region }) => region === null).map(({ code }) => code)).toEqual([
      '978',
      '988'
    ])
    expect(new Set(TERRITOIRES.map(({ code }) => code)).size).toBe(103)
  })

  it('all lie in a region that exists, and each of the 18 regions has some', () => {
    const portees = new Set(TERRITOIRES.flatMap(({ region }) => region ?? []))
    for (const code of portees) expect(findRegion(code), code).toBeDefined()
    expect(portees.size).toBe(18)
    expect(REGIONS).toHaveLength(18)
  })

  it.each([
    ['22', '53'],
    ['2A', '94'],
    ['41', '24'],
    ['75', '11'],
    ['974', '04'],
    ['976', '06']
  ])('%s lies in region %s', (code, region) => {
    expect(findTerritoireRef(code)?.region).toBe(region)
  })

  it('answers undefined to a code that it does not know', () => {
    expect(findTerritoireRef('20')).toBeUndefined()
    expect(findTerritoireRef('977')).toBeUndefined()
    expect(findRegion('constructor')).toBeUndefined()
  })
})

describe('French forms', () => {
  it.each([
    ['01', 'de l’Ain', 'dans l’Ain'],
    ['02', 'de l’Aisne', 'dans l’Aisne'],
    ['13', 'des Bouches-du-Rhône', 'dans les Bouches-du-Rhône'],
    ['21', 'de la Côte-d’Or', 'en Côte-d’Or'],
    ['24', 'de la Dordogne', 'en Dordogne'],
    ['2A', 'de la Corse-du-Sud', 'en Corse-du-Sud'],
    ['35', 'd’Ille-et-Vilaine', 'en Ille-et-Vilaine'],
    ['40', 'des Landes', 'dans les Landes'],
    ['41', 'du Loir-et-Cher', 'dans le Loir-et-Cher'],
    ['46', 'du Lot', 'dans le Lot'],
    ['49', 'de Maine-et-Loire', 'en Maine-et-Loire'],
    ['70', 'de la Haute-Saône', 'en Haute-Saône'],
    ['75', 'de Paris', 'à Paris'],
    ['77', 'de Seine-et-Marne', 'en Seine-et-Marne'],
    ['80', 'de la Somme', 'dans la Somme'],
    ['89', 'de l’Yonne', 'dans l’Yonne'],
    ['90', 'du Territoire de Belfort', 'dans le Territoire de Belfort'],
    ['92', 'des Hauts-de-Seine', 'dans les Hauts-de-Seine'],
    ['973', 'de la Guyane', 'en Guyane'],
    ['974', 'de La Réunion', 'à La Réunion'],
    ['976', 'de Mayotte', 'à Mayotte'],
    ['978', 'de Saint-Martin/Saint-Barthélemy', 'à Saint-Martin/Saint-Barthélemy'],
    ['988', 'de la Nouvelle-Calédonie', 'en Nouvelle-Calédonie']
  ])('%s: %s, %s', (code, de, dans) => {
    expect(findTerritoireRef(code)).toMatchObject({ de, dans })
  })

  it.each([
    ['01', 'de la Guadeloupe', 'en Guadeloupe'],
    ['04', 'de La Réunion', 'à La Réunion'],
    ['11', 'd’Île-de-France', 'en Île-de-France'],
    ['24', 'du Centre-Val de Loire', 'en Centre-Val de Loire'],
    ['32', 'des Hauts-de-France', 'dans les Hauts-de-France'],
    ['44', 'du Grand Est', 'dans le Grand Est'],
    ['52', 'des Pays de la Loire', 'dans les Pays de la Loire'],
    ['53', 'de Bretagne', 'en Bretagne'],
    ['93', 'de Provence-Alpes-Côte d’Azur', 'en Provence-Alpes-Côte d’Azur']
  ])('region %s: %s, %s', (code, de, dans) => {
    expect(findRegion(code)).toMatchObject({ de, dans })
  })

  it('elide before a vowel and only there, and keep the name whole', () => {
    for (const { nom, de, dans } of [...TERRITOIRES, ...REGIONS]) {
      expect(de.endsWith(nom) && dans.endsWith(nom), `${de} / ${dans}`).toBe(true)
      const vowel = /^[aeiouyhî]/i.test(nom)
      expect(de).not.toMatch(vowel ? /^(de|de la|du) [aeiouyî]/i : /^(de l’|d’)/)
      expect(dans).not.toMatch(vowel ? /^dans l[ae] [aeiouyî]/i : /^dans l’/)
      expect(nom + de + dans).not.toContain("'")
    }
  })
})
