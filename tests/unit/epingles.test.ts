import { describe, expect, it } from 'vitest'
import { addEpingle, explainRefus, moveEpingle, removeEpingle } from '../../src/panels/cadre/epingles'
import { EPINGLES_MAX, parseVue } from '../../src/state/vue'

const PLEIN = ['45', '41', '2A', '974', '56', '70']

describe('the pins', () => {
  it('are added at the end, once, and no more than there is room for', () => {
    expect(addEpingle(['45'], '41')).toEqual(['45', '41'])
    expect(addEpingle(['45', '41'], '45')).toEqual(['45', '41'])
    expect(PLEIN).toHaveLength(EPINGLES_MAX)
    expect(addEpingle(PLEIN, '01')).toEqual(PLEIN)
  })

  it('say why one more is refused, and nothing while there is room', () => {
    expect(explainRefus(PLEIN)).toContain(`${EPINGLES_MAX} territoires`)
    expect(explainRefus(PLEIN.slice(1))).toBeNull()
  })

  it('are taken out and moved, and stay as they are at the ends', () => {
    expect(removeEpingle(PLEIN, '2A')).toEqual(['45', '41', '974', '56', '70'])
    expect(moveEpingle(PLEIN, '2A', -1).slice(0, 3)).toEqual(['45', '2A', '41'])
    expect(moveEpingle(moveEpingle(PLEIN, '2A', -1), '2A', 1)).toEqual(PLEIN)
    expect(moveEpingle(PLEIN, '45', -1)).toEqual(PLEIN)
    expect(moveEpingle(PLEIN, '70', 1)).toEqual(PLEIN)
    expect(moveEpingle(PLEIN, '01', 1)).toEqual(PLEIN)
  })

  it('of a link beyond the last that has room are named, and told apart from a broken value', () => {
    const { vue, avertissements } = parseVue(`?epingles=${[...PLEIN, '01'].join(',')}`)
    expect(vue.epingles).toEqual(PLEIN)
    expect(avertissements).toHaveLength(1)
    expect(avertissements[0]).toMatch(/plus de 6.*Ain \(01\)/)
    expect(avertissements[0]).not.toContain('inconnue')
  })
})
