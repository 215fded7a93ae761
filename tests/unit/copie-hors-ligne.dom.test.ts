import { flushSync, mount, unmount } from 'svelte'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import Emporter from '../../src/panels/donnees/Emporter.svelte'
import { horsLigne } from '../../src/state/horsLigne.svelte'
import { Atlas } from '../../src/state/atlas.svelte'
import AvecAtlas from './composants/AvecAtlas.svelte'

const { ouvriers } = vi.hoisted(() => ({ ouvriers: [] as EventTarget[] }))
vi.mock('workbox-window', () => ({
  Workbox: class extends EventTarget {
    constructor() {
      super()
      ouvriers.push(this)
    }
    register = () => Promise.resolve({ update: () => Promise.resolve() })
    // The files of tests share what keeps it: another one asks for the new version.
    messageSkipWaiting = () => undefined
  }
}))

/** The browser's own container, whose copy is ready when `pret` is called. */
function createConteneur() {
  let pret = () => {}
  const ready = new Promise<void>((resolve) => (pret = resolve))
  Object.defineProperty(window.navigator, 'serviceWorker', {
    configurable: true,
    value: Object.assign(new EventTarget(), { controller: null, ready })
  })
  return { pret }
}

/** What the panel says of working without a network. */
function read(): string {
  const target = document.createElement('div')
  const props = { atlas: new Atlas(() => new Promise(() => {})), composant: Emporter, props: {} }
  const panneau = mount(AvecAtlas, { target, props })
  flushSync()
  const texte = target.textContent
  void unmount(panneau)
  return texte
}

beforeEach(() => {
  horsLigne.garde = null
  return () => {
    Reflect.deleteProperty(window.navigator, 'serviceWorker')
    horsLigne.garde = null
  }
})

describe('the copy for offline use', () => {
  it('is said to be there once it is whole, and nothing is said before', async () => {
    const { pret } = createConteneur()
    const avant = ouvriers.length
    const debut = horsLigne.start()
    await vi.waitFor(() => expect(ouvriers).toHaveLength(avant + 1))
    expect(read()).not.toContain('sur cet appareil')
    pret()
    await debut
    expect(read()).toContain('La carte est gardée sur cet appareil')
    // A later version that is refused takes nothing away.
    ouvriers.at(-1)?.dispatchEvent(new Event('redundant'))
    expect(read()).toContain('La carte est gardée sur cet appareil')
  })

  it('is said not to be there where a file is missing or there is no room for it', async () => {
    createConteneur()
    const avant = ouvriers.length
    void horsLigne.start()
    await vi.waitFor(() => expect(ouvriers).toHaveLength(avant + 1))
    ouvriers.at(-1)?.dispatchEvent(new Event('redundant'))
    expect(read()).toContain('n’a pas pu être gardée sur cet appareil')
  })

  it('is said not to be there in a browser that has none', async () => {
    await horsLigne.start()
    expect(read()).toContain('n’a pas pu être gardée sur cet appareil')
  })
})
