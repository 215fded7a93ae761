import { flushSync, mount, tick, unmount, type Component } from 'svelte'
import { expect, it, vi } from 'vitest'
import Sorties from '../../src/app/Sorties.svelte'
import { Atlas } from '../../src/state/atlas.svelte'
import { readFige } from '../fixtures/figes'
import AvecAtlas from './composants/AvecAtlas.svelte'

// It reads the fonts, which only the build makes. No other file of tests reads the dialog, which would keep these.
vi.mock('../../src/export/image', () => ({
  loadPolices: () => Promise.resolve({}),
  composeSvg: () => Promise.resolve('<svg/>'),
  toBlobSvg: () => new Blob()
}))

it('builds its sections one after the other, and the page answers between two of them', async () => {
  window.history.replaceState(null, '', '?')
  const lire = (chemin: string) => Promise.resolve(readFige(chemin))
  const atlas = new Atlas(lire)
  const stop = atlas.navigation.listen()
  await atlas.load()
  // What the window of the tests has not.
  Object.assign(URL, { createObjectURL: () => 'blob:apercu', revokeObjectURL: () => undefined })
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  const attentes: (() => void)[] = []
  let begin = () => {}
  const commence = new Promise<void>((resolve) => (begin = resolve))
  vi.stubGlobal('scheduler', {
    yield: () => {
      begin()
      return new Promise<void>((resolve) => attentes.push(resolve))
    }
  })
  const target = document.body.appendChild(document.createElement('div'))
  const props = { atlas, composant: Sorties as Component<never> as Component, props: { lire } }
  const instance = mount(AvecAtlas, { target, props })
  flushSync()
  target.querySelector('button')?.click()
  const countSections = () => target.querySelectorAll('dialog section').length
  await commence
  const comptes = [countSections()]
  while (attentes.length > 0) {
    for (const resolve of attentes.splice(0)) resolve()
    await tick()
    await tick()
    flushSync()
    comptes.push(countSections())
  }
  expect(comptes).toEqual([0, 1, 2, 3, 4, 5, 5].slice(0, comptes.length))
  expect(comptes.at(-1)).toBe(5)
  void unmount(instance)
  target.remove()
  stop()
  vi.unstubAllGlobals()
})
