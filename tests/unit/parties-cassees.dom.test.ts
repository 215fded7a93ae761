import { flushSync, mount, unmount } from 'svelte'
import { beforeEach, expect, it, vi } from 'vitest'
import * as Animation from '../../src/app/Animation.svelte'
import * as Sorties from '../../src/app/Sorties.svelte'
import * as BoutonPresenter from '../../src/app/BoutonPresenter.svelte'
import * as Alertes from '../../src/app/Alertes.svelte'
import * as Pied from '../../src/app/Pied.svelte'
import * as PriseDeNotes from '../../src/app/PriseDeNotes.svelte'
import * as Informations from '../../src/app/informations/Informations.svelte'
import * as BandeauVersion from '../../src/app/BandeauVersion.svelte'
import * as Recherche from '../../src/search/Recherche.svelte'
import * as Panneau from '../../src/panels/cadre/Panneau.svelte'
import Application from '../../src/app/Application.svelte'
import Integration from '../../src/app/Integration.svelte'
import { Atlas } from '../../src/state/atlas.svelte'
import { readFige } from '../fixtures/figes'

// Every part of the page around the map throws as it is drawn. Spied on and not mocked: the files of tests share their
// modules, and one that another file has read with its parts would go on drawing those.
const PARTIES: readonly { default: unknown }[] = [
  Animation,
  Sorties,
  BoutonPresenter,
  Alertes,
  Pied,
  PriseDeNotes,
  Informations,
  BandeauVersion,
  Recherche,
  Panneau
]
let page: HTMLElement
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  for (const partie of PARTIES)
    vi.spyOn(partie as { default: () => void }, 'default').mockImplementation(() => {
      throw new Error('cassé exprès')
    })
  page = document.body.appendChild(document.createElement('div'))
  return () => {
    vi.restoreAllMocks()
    page.remove()
  }
})

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
  const atlas = await load()
  const app = mount(Application, { target: page, props: { atlas, lire } })
  flushSync()
  await vi.waitFor(() => expect(messages(page)).toHaveLength(PARTIES.length))
  expect(traces(page)).toBeGreaterThan(90)
  expect(new Set(messages(page)).size).toBe(PARTIES.length)
  void unmount(app)
})

it('in another site’s page, too', async () => {
  const atlas = await load()
  const app = mount(Integration, { target: page, props: { atlas } })
  flushSync()
  expect(messages(page)).toHaveLength(1)
  expect(traces(page)).toBeGreaterThan(90)
  void unmount(app)
})
