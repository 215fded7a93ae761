import { afterEach, describe, expect, it, vi } from 'vitest'
import { readChoix } from '../../src/map/gl/politique'
import { Depot } from '../../src/data/depot'
import { HorsLigne, holdVersion } from '../../src/state/horsLigne.svelte'
import { readGarde, writeGarde } from '../../src/ui/stockage'
import { themes } from '../../src/ui/theme/choix.svelte'

vi.hoisted(() => {
  // jsdom has none; Svelte's window asks it for the pixel ratio.
  window.matchMedia = () => Object.assign(new EventTarget(), { matches: false }) as MediaQueryList
})

const REFUS = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

const REFUSES = [
  ...['localStorage', 'sessionStorage', 'indexedDB'].map((nom) => [window, nom] as const),
  ...['locks', 'serviceWorker'].map((nom) => [window.navigator, nom] as const)
].map(([objet, nom]) => ({ objet, nom, avant: Object.getOwnPropertyDescriptor(objet, nom) }))

/** As browsers do where all cookies are blocked: the properties themselves throw. */
function blockStorage() {
  for (const { objet, nom } of REFUSES) Object.defineProperty(objet, nom, { configurable: true, get: REFUS })
}
afterEach(() => {
  for (const { objet, nom, avant } of REFUSES) {
    Reflect.deleteProperty(objet, nom)
    if (avant) Object.defineProperty(objet, nom, avant)
  }
})

describe('a browser that keeps nothing', () => {
  it('is asked, and done without', async () => {
    blockStorage()
    expect(() => window.localStorage).toThrow('insecure')
    for (const magasin of ['localStorage', 'sessionStorage'] as const) {
      expect(writeGarde(magasin, 'a', 'b')).toBe(false)
      expect(writeGarde(magasin, 'a', null)).toBe(false)
      expect(readGarde(magasin, 'a')).toBeNull()
    }
    expect(readChoix()).toBeNull()
    themes.choose('exploration', 'sombre')
    expect(themes.of('exploration')).toBe('sombre')
    expect(() => holdVersion()()).not.toThrow()
    // One of its own: the page's is shared with the files of tests before this one.
    const horsLigne = new HorsLigne()
    await expect(horsLigne.start()).resolves.toBeUndefined()
    expect(horsLigne.garde).toBe('refus')
    await expect(horsLigne.apply()).resolves.toBeUndefined()
  })

  it('keeps an import as long as the page, and says so', async () => {
    blockStorage()
    const depot = new Depot()
    const instantane = {
      ...{ cle: '2025-06-01~essai', date: '2025-06-01', titre: 'Essai', importeLe: '2025-06-01T10:00:00Z' },
      ...{ base: null, gouvernances: '', chiffres: null }
    }
    await expect(depot.save(instantane)).rejects.toThrow(/ne permet pas de garder/)
    expect(await depot.list()).toEqual([instantane])
    expect(depot.isEphemere(instantane.cle)).toBe(true)
  })
})

describe('a browser that does', () => {
  it('gives back what was kept, until it is forgotten', () => {
    expect(writeGarde('sessionStorage', 'a', 'b')).toBe(true)
    expect(readGarde('sessionStorage', 'a')).toBe('b')
    expect(readGarde('localStorage', 'a')).toBeNull()
    writeGarde('sessionStorage', 'a', null)
    expect(readGarde('sessionStorage', 'a')).toBeNull()
  })
})
