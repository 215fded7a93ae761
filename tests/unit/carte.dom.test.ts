import { flushSync, mount, unmount } from 'svelte'
import { expect, it, vi } from 'vitest'
import Carte from '../../src/map/cadre/Carte.svelte'
import { computeTraces } from '../../src/map/svg/traces'
import { Atlas } from '../../src/state/atlas.svelte'
import AvecAtlas from './composants/AvecAtlas.svelte'
import { readFige } from '../fixtures/figes'

vi.mock(import('../../src/map/svg/traces'), async (importOriginal) => {
  const original = await importOriginal()
  return { ...original, computeTraces: vi.fn(original.computeTraces) }
})
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
)

it('draws no outline anew when the pointer moves, the view changes or a class is chosen', async () => {
  const atlas = new Atlas((chemin) => Promise.resolve(readFige(chemin)))
  await atlas.load()
  const target = document.createElement('div')
  const instance = mount(AvecAtlas, { target, props: { atlas, composant: Carte } })
  flushSync()
  const fills = () => [...target.querySelectorAll('[data-code]')].map((trace) => trace.getAttribute('fill'))
  const avant = { dessins: vi.mocked(computeTraces).mock.calls.length, fonds: fills() }
  expect(avant.dessins).toBeGreaterThan(0)
  for (const patch of [{ vue: 'feuilles-de-route' }, { filtre: ['region'] }, { territoire: '45' }] as const) {
    atlas.survol = '45'
    flushSync()
    atlas.navigation.go(patch)
    flushSync()
    atlas.survol = null
    flushSync()
  }
  expect(fills()).not.toEqual(avant.fonds)
  // A territory is framed with finer outlines: those of the main frame, once.
  expect(vi.mocked(computeTraces).mock.calls.length - avant.dessins).toBeLessThanOrEqual(1)
  void unmount(instance)
})
