import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FILTRES } from '../../src/domain/vue/filtres'
import { REGIONS, TERRITOIRES } from '../../src/domain/territoire/referentiel'
import {
  ANIMATIONS,
  MODES,
  PANNEAUX,
  parseVue,
  serializeVue,
  VUE_PAR_DEFAUT,
  VUES,
  type Vue
} from '../../src/state/vue'

const codes = TERRITOIRES.map(({ code }) => code)
const date = fc
  .record({ a: fc.integer({ min: 2020, max: 2030 }), m: fc.integer({ min: 1, max: 12 }) })
  .map(({ a, m }) => `${a}-${String(m).padStart(2, '0')}-15`)
const vues: fc.Arbitrary<Vue> = fc.record({
  vue: fc.constantFrom(...VUES),
  territoire: fc.option(fc.constantFrom(...codes)),
  region: fc.option(fc.constantFrom(...REGIONS.map(({ code }) => code))),
  panneau: fc.constantFrom(...PANNEAUX),
  filtre: fc.uniqueArray(fc.constantFrom(...FILTRES)),
  epingles: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 6 }),
  texte: fc.string({ unit: 'grapheme', maxLength: 20 }),
  lieu: fc.uniqueArray(fc.constantFrom('41018', '2A004', '200030385', '41', '2B', '978')),
  animation: fc.uniqueArray(fc.constantFrom(...ANIMATIONS)),
  instantane: fc.option(date),
  comparer: fc.option(date),
  mode: fc.constantFrom(...MODES),
  scene: fc.integer({ min: 1, max: 99 })
})

describe('the address bar', () => {
  it('restores every view from its link', () => {
    fc.assert(
      fc.property(vues, (vue) => {
        expect(parseVue(serializeVue(vue))).toEqual({ vue, avertissements: [] })
      })
    )
  })

  it('leaves the default view without a query', () => {
    expect(serializeVue(VUE_PAR_DEFAUT)).toBe('')
  })

  it('falls back to the default for each broken value, and says so', () => {
    const { vue, avertissements } = parseVue(
      '?vue=rouge&territoire=99&scene=-1&panneau=%00&epingles=45,zz&region=x'
    )
    expect(vue).toEqual({ ...VUE_PAR_DEFAUT, epingles: ['45'] })
    expect(avertissements).toHaveLength(6)
  })

  it('never throws, whatever the query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => typeof parseVue(query).vue.vue === 'string')
    )
  })
})
