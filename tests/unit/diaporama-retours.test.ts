// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { readFige } from '../fixtures/figes'
import type { Scene } from '../../src/domain/vue/scene'
import { Diaporama } from '../../src/presentation/diaporama.svelte'
import { Atlas } from '../../src/state/atlas.svelte'

const lire = (chemin: string) => Promise.resolve(readFige(chemin))
const SCENES = (JSON.parse(readFige('donnees/scenes.json')) as { scenes: Scene[] }).scenes
const rangOf = (id: string) => SCENES.findIndex((scene) => scene.id === id) + 1

let atlas: Atlas
let diaporama: Diaporama

async function open(query: string): Promise<void> {
  window.history.replaceState(null, '', `/${query}`)
  atlas = new Atlas(lire)
  atlas.navigation.listen()
  diaporama = new Diaporama(atlas, lire)
  await diaporama.load()
  diaporama.follow()
}

describe('a map that was filtered in the middle of a scene', () => {
  const scene = rangOf('gouvernances-manquantes')
  beforeEach(async () => {
    await open(`?mode=presentation&scene=${scene}`)
    expect(diaporama.ecarte).toBe(false)
    atlas.navigation.go({ filtre: ['sans-gouvernance', 'epci'] })
    expect(diaporama.ecarte).toBe(true)
  })

  it.each(['quitter', 'suivante', 'precedente'] as const)('%s first restores the scene whole', (type) => {
    diaporama.execute({ type })
    expect(atlas.vue).toMatchObject({ mode: 'presentation', scene, filtre: ['sans-gouvernance'] })
    expect(diaporama.ecarte).toBe(false)
    diaporama.execute({ type })
    expect(atlas.vue.mode === 'exploration' || atlas.vue.scene !== scene).toBe(true)
  })

  it('another view of the map, or the scene’s own filter taken away, is undone as well', () => {
    for (const patch of [{ vue: 'croisee' as const }, { filtre: [] }]) {
      atlas.navigation.go(patch)
      diaporama.execute({ type: 'quitter' })
      expect(atlas.vue).toMatchObject({
        mode: 'presentation',
        vue: 'coporteurs',
        filtre: ['sans-gouvernance']
      })
    }
  })

  it('leaving by the button leads to the scene’s view, not to the filter', () => {
    diaporama.quit()
    expect(atlas.vue).toMatchObject({
      mode: 'exploration',
      filtre: ['sans-gouvernance'],
      panneau: 'manquants'
    })
  })
})

describe('the frame of a scene', () => {
  it('is asked for anew with each step, also with one to the scene in view', async () => {
    await open('?mode=presentation&scene=10')
    for (const type of ['suivante', 'precedente', 'premiere', 'premiere'] as const) {
      const avant = atlas.recadrages
      diaporama.execute({ type })
      expect(atlas.recadrages, type).toBe(avant + 1)
    }
  })
})
