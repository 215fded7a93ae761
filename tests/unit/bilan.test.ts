import { describe, expect, it } from 'vitest'
import { buildBilan } from '../../scripts/bilan.mjs'

const vert = {
  unit: { numPassedTests: 10, numFailedTests: 0 },
  contours: null,
  firefox: null,
  e2e: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 },
  statuts: [0, 0, 0],
  donnees: 0
}

describe('the last lines of npm test', () => {
  it('are the total alone where all is well', () => {
    expect(buildBilan(vert)).toEqual({ lignes: ['\n15 passed, 0 failed'], code: 0 })
  })

  it('say in one sentence that it is the data, and where to read on, when it is', () => {
    const { lignes, code } = buildBilan({ ...vert, donnees: 1, statuts: [0, 1, 0] })
    expect(code).toBe(1)
    expect(lignes).toHaveLength(2)
    expect(lignes[0]).toMatch(/^\nCe sont les données livrées qui ont un défaut.*docs\/donnees\.md/)
    expect(lignes[0]?.match(/\.(?=\s|$)/g)).toHaveLength(1)
    expect(lignes.at(-1)).toBe('\n15 passed, 1 failed')
    expect(buildBilan({ ...vert, statuts: [1] }).lignes.join()).not.toContain('données')
  })

  it('count as failed what failed, what was flaky, and what never came to its end', () => {
    expect(buildBilan({ ...vert, e2e: { ...vert.e2e, unexpected: 2, flaky: 1 } })).toMatchObject({ code: 1 })
    expect(buildBilan({ ...vert, e2e: { expected: 5, unexpected: 2, flaky: 1 } }).lignes.at(-1)).toContain(
      '3 failed'
    )
    expect(buildBilan({ ...vert, e2e: undefined })).toEqual({ lignes: ['\n10 passed, 1 failed'], code: 1 })
    expect(buildBilan({ ...vert, unit: null }).code).toBe(1)
    expect(
      buildBilan({ ...vert, firefox: { numPassedTests: 4, numFailedTests: 1 }, statuts: [0, 1] })
    ).toEqual({ lignes: ['\n19 passed, 1 failed'], code: 1 })
    expect(buildBilan({ ...vert, e2e: { expected: 5, skipped: 1 } }).lignes.at(-1)).toContain('1 skipped')
  })
})
