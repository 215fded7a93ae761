import { flushSync, mount, unmount } from 'svelte'
import { expect, it, vi } from 'vitest'
import Carte from '../../src/map/cadre/Carte.svelte'
import { listClasses } from '../../src/map/apparence/vues'
import * as moduleTraces from '../../src/map/svg/traces'
import { Atlas } from '../../src/state/atlas.svelte'
import AvecAtlas from './composants/AvecAtlas.svelte'
import { readFige } from '../fixtures/figes'

it('draws no outline anew when the pointer moves, the view changes or a class is chosen', async () => {
  const computeTraces = vi.spyOn(moduleTraces, 'computeTraces')
  const atlas = new Atlas((chemin) => Promise.resolve(readFige(chemin)))
  await atlas.load()
  const target = document.createElement('div')
  const instance = mount(AvecAtlas, { target, props: { atlas, composant: Carte } })
  flushSync()
  const fills = () => [...target.querySelectorAll('[data-code]')].map((trace) => trace.getAttribute('fill'))
  const avant = { dessins: computeTraces.mock.calls.length, fonds: fills() }
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
  expect(computeTraces.mock.calls.length - avant.dessins).toBeLessThanOrEqual(1)
  void unmount(instance)
})

/** All that is painted, in the order in which it lies on one another: what is not seen is left out. */
const readPeinture = (target: Element) =>
  [
    ...target.querySelectorAll(
      '[data-code], [data-motif], [data-etiquette], [data-etiquette] text, [data-marqueur]'
    )
  ].map((element) =>
    ['data-code', 'data-motif', 'data-etiquette', 'data-marqueur', 'fill', 'stroke', 'transform', 'class']
      .map((nom) => element.getAttribute(nom) || '')
      .join('|')
  )

it('paints a view that was changed as one that is drawn anew, with every pattern that it names', async () => {
  const start = async () => {
    const atlas = new Atlas((chemin) => Promise.resolve(readFige(chemin)))
    await atlas.load()
    const target = document.createElement('div')
    const draw = () => {
      const instance = mount(AvecAtlas, { target, props: { atlas, composant: Carte } })
      flushSync()
      return () => void unmount(instance)
    }
    return { atlas, target, draw }
  }
  const changee = await start()
  const end = changee.draw()
  const neuve = await start()
  const pas = [
    { vue: 'croisee' },
    { filtre: ['region'] },
    { vue: 'feuilles-de-route' },
    { filtre: [] },
    { region: '84' },
    { vue: 'coporteurs', region: null }
  ] as const
  for (const patch of pas) {
    changee.atlas.navigation.go(patch)
    flushSync()
    neuve.atlas.navigation.go(changee.atlas.vue)
    const endNeuve = neuve.draw()
    expect(readPeinture(changee.target)).toEqual(readPeinture(neuve.target))
    endNeuve()
    for (const trace of changee.target.querySelectorAll('[data-motif]')) {
      const svg = trace.closest('svg')
      const motif = trace.getAttribute('fill')?.slice(5, -1)
      expect(svg?.querySelector(`pattern[id="${motif}"]`)).not.toBeNull()
      const fond = svg?.querySelector(`[data-code="${trace.getAttribute('data-motif')}"]`)
      expect(trace.getAttribute('d')).toBe(fond?.getAttribute('d'))
    }
  }
  end()
})

it('shows the legend of a view a frame after the map, in the lines that are there: one that has the focus keeps it', async () => {
  const atlas = new Atlas((chemin) => Promise.resolve(readFige(chemin)))
  await atlas.load()
  const target = document.body.appendChild(document.createElement('div'))
  const instance = mount(AvecAtlas, { target, props: { atlas, composant: Carte } })
  flushSync()
  const lignes = () => [...target.querySelectorAll<HTMLElement>('[data-classe]')]
  const readClasses = () => lignes().map((ligne) => ligne.dataset['classe'])
  const premiere = lignes()[0]
  premiere?.focus()
  const fonds = () => [...target.querySelectorAll('[data-code]')].map((trace) => trace.getAttribute('fill'))
  const avant = { classes: readClasses(), fonds: fonds() }
  expect(avant.classes).toEqual(listClasses('coporteurs', atlas.territoires).map(({ cle }) => cle))
  atlas.navigation.go({ vue: 'feuilles-de-route' })
  flushSync()
  expect(fonds()).not.toEqual(avant.fonds)
  expect(readClasses()).toEqual(avant.classes)
  atlas.navigation.go({ vue: 'croisee' })
  flushSync()
  const voulues = listClasses('croisee', atlas.territoires).map(({ cle }) => cle)
  await vi.waitFor(() => expect(readClasses()).toEqual(voulues))
  expect(lignes()[0]).toBe(premiere)
  expect(document.activeElement).toBe(premiere)
  target.remove()
  void unmount(instance)
})
