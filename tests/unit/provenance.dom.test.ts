import { flushSync, mount, unmount, type Component } from 'svelte'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { readdirSync, readFileSync } from 'node:fs'
import Integration from '../../src/app/Integration.svelte'
import Pied from '../../src/app/Pied.svelte'
import { citeSource } from '../../src/domain/texte/provenance'
import FicheImprimee from '../../src/export/FicheImprimee.svelte'
import Impression from '../../src/export/Impression.svelte'
import { readSujet } from '../../src/export/scene/sujet'
import { PALETTE } from '../../src/map/apparence/palette'
import { Atlas } from '../../src/state/atlas.svelte'
import { readFige } from '../fixtures/figes'
import AvecAtlas from './composants/AvecAtlas.svelte'
import { INSTANTANE } from './fichiers'

const SOURCE = citeSource(INSTANTANE)
const CLE = `${INSTANTANE.date}~essai`

/** An atlas at an address, of the shipped data or of the same ones as somebody imported them. */
async function load(local: boolean, requete: string): Promise<Atlas> {
  window.history.replaceState(null, '', local ? `${requete}&instantane=${CLE}` : requete)
  const atlas = new Atlas((chemin) => Promise.resolve(readFige(chemin)))
  onTestFinished(atlas.navigation.listen())
  if (local)
    atlas.addLocaux({
      list: () => Promise.resolve([{ cle: CLE, date: INSTANTANE.date, titre: 'Essai' }]),
      read: () =>
        Promise.resolve({
          instantane: { ...INSTANTANE, local: 'Essai' },
          chiffres: null,
          ecartsConnus: [],
          problemes: []
        })
    })
  await atlas.load()
  return atlas
}

/** What a component says, with what it says once it is printed. */
function draw(composant: Component<never>, atlas: Atlas, props: Readonly<Record<string, unknown>>): string {
  const target = document.createElement('div')
  const instance = mount(AvecAtlas, { target, props: { atlas, composant: composant as Component, props } })
  flushSync()
  window.dispatchEvent(new Event('beforeprint'))
  const texte = target.textContent
  window.dispatchEvent(new Event('afterprint'))
  void unmount(instance)
  return texte
}

beforeEach(() => {
  const Muet = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  vi.stubGlobal('ResizeObserver', Muet)
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }))
  return () => vi.unstubAllGlobals()
})

describe.each([
  ['the foot of the page', (atlas: Atlas) => draw(Pied, atlas, { usage: 'exploration' })],
  ['the map in another page', (atlas: Atlas) => draw(Integration, atlas, { atlas })],
  ['a printed scene', (atlas: Atlas) => draw(Impression, atlas, {})],
  [
    'the sheet on paper',
    (atlas: Atlas) => draw(FicheImprimee, atlas, { code: '45', adresse: 'https://carte.example/' })
  ],
  ['a picture of the map', (atlas: Atlas) => readSujet(atlas, PALETTE)?.sources.join(' ') ?? '']
])('%s', (_, tell) => {
  it('cites the source of published data, and says of local ones that they are local', async () => {
    const publiees = tell(await load(false, '?mode=presentation'))
    expect(publiees).toContain(SOURCE)
    expect(publiees).not.toContain('locales')
    const locales = tell(await load(true, '?mode=presentation'))
    expect(locales).toContain('Données locales «\u00A0Essai\u00A0»')
    expect(locales).toContain('ni publiées ni vérifiées')
    expect(locales).not.toContain(SOURCE)
  })
})

it('nobody else writes that sentence: what cites the source asks whether the data are the source’s', () => {
  const fichiers = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((nom) =>
    /\.(?:ts|svelte)$/.test(nom)
  )
  expect(fichiers.length).toBeGreaterThan(300)
  const citent = fichiers.filter((nom) =>
    /Organiser\s+la\s+gouvernance\s+pour/.test(readFileSync(`src/${nom}`, 'utf8'))
  )
  expect(citent.map((nom) => nom.replaceAll('\\', '/')).sort()).toEqual([
    // What is known of the map, whatever data are in view.
    'app/informations/MentionsLegales.svelte',
    'domain/texte/provenance.ts',
    // Of a table's columns and a file's fields, told by the same question.
    'export/donnees/lignes.ts'
  ])
})
