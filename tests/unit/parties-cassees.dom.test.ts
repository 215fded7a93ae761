import { flushSync, mount, unmount } from 'svelte'
import { expect, it, vi } from 'vitest'
import Application from '../../src/app/Application.svelte'
import Integration from '../../src/app/Integration.svelte'
import { Atlas } from '../../src/state/atlas.svelte'
import { readFige } from '../fixtures/figes'

// Every part of the page around the map throws as it is drawn.
const casse = vi.hoisted(() => ({
  default: () => {
    throw new Error('cassé exprès')
  }
}))
vi.mock('../../src/app/Animation.svelte', () => casse)
vi.mock('../../src/app/Sorties.svelte', () => casse)
vi.mock('../../src/app/BoutonPresenter.svelte', () => casse)
vi.mock('../../src/app/Alertes.svelte', () => casse)
vi.mock('../../src/app/Pied.svelte', () => casse)
vi.mock('../../src/app/PriseDeNotes.svelte', () => casse)
vi.mock('../../src/app/informations/Informations.svelte', () => casse)
vi.mock('../../src/app/BandeauVersion.svelte', () => casse)
vi.mock('../../src/search/Recherche.svelte', () => casse)
vi.mock('../../src/panels/cadre/Panneau.svelte', () => casse)

const lire = (chemin: string) => Promise.resolve(readFige(chemin))
async function load() {
  const atlas = new Atlas(lire)
  await atlas.load()
  return atlas
}
const traces = (page: Element) => page.querySelectorAll('.fne-scene [data-code]').length
const messages = (page: Element) =>
  [...page.querySelectorAll('[role="alert"]')].map((alerte) =>
    alerte.textContent?.split(' ne s’affiche pas')[0]?.trim()
  )

it('whatever part of the page throws, the map is there, and each part says so in its place', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const atlas = await load()
  const page = document.body.appendChild(document.createElement('div'))
  const app = mount(Application, { target: page, props: { atlas, lire } })
  flushSync()
  await vi.waitFor(() => expect(messages(page)).toHaveLength(10))
  expect(traces(page)).toBeGreaterThan(90)
  expect(new Set(messages(page)).size).toBe(10)
  void unmount(app)
  page.remove()
})

it('in another site’s page, too', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const atlas = await load()
  const page = document.body.appendChild(document.createElement('div'))
  const app = mount(Integration, { target: page, props: { atlas } })
  flushSync()
  expect(messages(page)).toHaveLength(1)
  expect(traces(page)).toBeGreaterThan(90)
  void unmount(app)
  page.remove()
})
