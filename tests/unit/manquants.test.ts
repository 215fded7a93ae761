import { describe, expect, it } from 'vitest'
import {
  CHOIX_MANQUANTS,
  findChoix,
  groupManquants,
  listManquants
} from '../../src/domain/reconciliation/manquants'
import { hasFeuilleDeRoute, isGouvernanceRemontee } from '../../src/domain/territoire/territoire'
import { nameRegion } from '../../src/domain/territoire/referentiel'
import { INSTANTANE } from './fichiers'

const { territoires } = INSTANTANE
const group = (filtres: Parameters<typeof groupManquants>[1] = [], texte = '') =>
  groupManquants(territoires, filtres, texte, nameRegion)
const codes = (groupes: ReturnType<typeof group>) =>
  groupes.flatMap((groupe) => groupe.territoires.map(({ code }) => code)).sort()

describe('the missing ones', () => {
  it('are those without governance or without roadmap, each in one region', () => {
    const attendus = territoires
      .filter((t) => !isGouvernanceRemontee(t) || !hasFeuilleDeRoute(t))
      .map(({ code }) => code)
      .sort()
    expect(listManquants(territoires)).toHaveLength(attendus.length)
    expect(codes(group())).toEqual(attendus)
  })

  it('are in the order of the names of the regions, those without one last', () => {
    const noms = group().map(nameRegion)
    expect(noms.slice(0, -1)).toEqual([...noms.slice(0, -1)].sort((a, b) => a.localeCompare(b, 'fr')))
    expect(noms.at(-1)).toBe('Collectivité sans région')
    // Last whatever they are called.
    const premier = groupManquants(territoires, [], '', ({ region }) => (region === null ? 'A' : 'B'))
    expect(premier.map(({ region }) => region === null)).toEqual([...premier.slice(1).map(() => false), true])
  })

  it('are parted by the two choices, without a rest', () => {
    const [tous, sans, avec] = CHOIX_MANQUANTS.map(({ filtres }) => codes(group(filtres)))
    expect([...(sans ?? []), ...(avec ?? [])].sort()).toEqual(tous)
    expect(sans).toEqual(territoires.filter((t) => !isGouvernanceRemontee(t)).map(({ code }) => code))
  })

  it('are found by name, code or region, without accents', () => {
    expect(codes(group([], 'saone'))).toEqual(['70', '71'])
    expect(codes(group([], 'BRETAGNE'))).toEqual(['22', '29', '35', '56'])
    expect(codes(group([], '974'))).toEqual(['974'])
    expect(codes(group([], 'ile-de-france'))).toEqual(['75', '93', '94', '95'])
    expect(codes(group([], 'st martin'))).toEqual(['978'])
    expect(group([], 'zzz')).toEqual([])
  })

  it('are told by the choice that the filters of the address make', () => {
    for (const { cle, filtres } of CHOIX_MANQUANTS) expect(findChoix([...filtres].reverse())).toBe(cle)
    expect(findChoix(['epci'])).toBeNull()
  })
})
