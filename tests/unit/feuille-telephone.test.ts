import { describe, expect, it } from 'vitest'
import { moveRepos, nextRepos, settleRepos } from '../../src/ui/feuilleTelephone.svelte'

describe('the sheet of a telephone', () => {
  const HAUTEURS = { apercu: 60, moitie: 350, plein: 700 }

  it('moves one rest at a time, and no further than the ends', () => {
    expect(moveRepos('apercu', 1)).toBe('moitie')
    expect(moveRepos('plein', 1)).toBe('plein')
    expect(moveRepos('apercu', -1)).toBe('apercu')
    expect([nextRepos('apercu'), nextRepos('moitie'), nextRepos('plein')]).toEqual([
      'moitie',
      'plein',
      'apercu'
    ])
  })

  it('settles at the nearest rest, or at the next one where it was thrown', () => {
    expect(settleRepos(190, HAUTEURS, 0)).toBe('apercu')
    expect(settleRepos(230, HAUTEURS, 0)).toBe('moitie')
    expect(settleRepos(560, HAUTEURS, 0)).toBe('plein')
    expect(settleRepos(100, HAUTEURS, 1)).toBe('moitie')
    expect(settleRepos(690, HAUTEURS, -1)).toBe('moitie')
    expect(settleRepos(700, HAUTEURS, 1)).toBe('plein')
    expect(settleRepos(60, HAUTEURS, -1)).toBe('apercu')
  })
})
