import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeAvancement } from '../../src/domain/chiffres/avancement'
import { formatDateSource, isEcheancePassee } from '../../src/domain/temps/dateSource'

describe('computeAvancement', () => {
  it('counts from the initial value, and keeps the true fraction beside the shown one', () => {
    expect(computeAvancement(100, 150, 200)).toEqual({ brut: 0.5, affiche: 0.5 })
    expect(computeAvancement(100, 300, 200)).toEqual({ brut: 2, affiche: 1 })
    expect(computeAvancement(100, 50, 200)).toEqual({ brut: -0.5, affiche: 0 })
  })

  it('counts downwards too', () => {
    expect(computeAvancement(200, 150, 100).brut).toBe(0.5)
  })

  it('knows only reached and not reached when there is no way between', () => {
    expect(computeAvancement(100, 100, 100)).toEqual({ brut: 1, affiche: 1 })
    expect(computeAvancement(100, 99, 100)).toEqual({ brut: 0, affiche: 0 })
  })

  it('is 0 at the start, 1 at the target, and always a fraction that can be drawn', () => {
    const nombre = fc.integer({ min: -1e9, max: 1e9 })
    fc.assert(
      fc.property(nombre, nombre, nombre, (initiale, actuelle, cible) => {
        const { affiche } = computeAvancement(initiale, actuelle, cible)
        expect(affiche).toBeGreaterThanOrEqual(0)
        expect(affiche).toBeLessThanOrEqual(1)
        expect(computeAvancement(initiale, cible, cible).affiche).toBe(1)
        if (initiale !== cible) expect(computeAvancement(initiale, initiale, cible).affiche + 0).toBe(0)
      })
    )
  })
})

describe('isEcheancePassee', () => {
  it('counts the last day as still open', () => {
    expect(isEcheancePassee('2025-12-31', '2025-12-31')).toBe(false)
    expect(isEcheancePassee('2025-12-31', '2025-12-31T23:59:59Z')).toBe(false)
    expect(isEcheancePassee('2025-12-31', '2026-01-01')).toBe(true)
    expect(isEcheancePassee('2025-12-31', '2024-12-06')).toBe(false)
  })
})

describe('formatDateSource', () => {
  it.each([
    ['2024-10-31', 'jour', '31 octobre 2024'],
    ['2024-10-31', 'fin_de_mois', 'fin octobre 2024'],
    ['2022-12-31', 'mois', 'décembre 2022'],
    ['2025-12-31', 'fin_d_annee', 'fin 2025']
  ] as const)('%s as %s: %s, never more precise', (iso, precision, attendu) => {
    expect(formatDateSource({ iso, precision }).replace(/\u00A0/g, ' ')).toBe(attendu)
  })
})
