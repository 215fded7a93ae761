import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { storeBrotli } from '../../src/data/brotliStocke'
import { fillLus } from '../../src/data/page'
import { buildPolitique } from '../../scripts/politique.mjs'
import { listPrecache, writePrecache } from '../../src/data/precache'

describe('storeBrotli', () => {
  it.each([0, 1, 2, 255, 256, 65_535, 65_536, 65_537, 131_072, 200_001])(
    'is read back by a decoder of brotli: %i bytes',
    (longueur) => {
      const octets = Uint8Array.from({ length: longueur }, (_, i) => (i * 7919) % 251)
      expect(brotliDecompressSync(storeBrotli(octets)).equals(octets)).toBe(true)
    }
  )
})

const SW =
  'f([{url:"index.html",revision:"a",integrity:"sha256-A="},{url:"assets/x.js",revision:null,integrity:"sha256-X="},' +
  '{url:"manifest.webmanifest",revision:"m"}]),g()'

describe('the list of a service worker', () => {
  it('takes new files, and new contents of those that it has; the rest stays', () => {
    const neuf = writePrecache(SW, [
      { url: 'index.html', integrite: 'sha256-B=' },
      { url: 'donnees/2025-06-01/gouvernances.csv', integrite: 'sha256-C=' }
    ])
    expect(listPrecache(neuf)).toEqual(
      new Map([
        ['donnees/2025-06-01/gouvernances.csv', 'sha256-C='],
        ['index.html', 'sha256-B='],
        ['assets/x.js', 'sha256-X='],
        ['manifest.webmanifest', '']
      ])
    )
    // It is a program still, and revisions are what Workbox tells a new content by.
    const listes: { url: string; revision: string | null }[][] = []
    new Function('f', 'g', neuf)(
      (liste: (typeof listes)[number]) => listes.push(liste),
      () => {}
    )
    expect(listes[0]?.find(({ url }) => url === 'index.html')?.revision).toBe('sha256-B=')
    expect(listes[0]?.find(({ url }) => url === 'assets/x.js')?.revision).toBeNull()
  })

  it('that is none is refused', () => {
    expect(() => writePrecache('<!doctype html>', [])).toThrow('liste de fichiers')
  })
})

it('a page asks early for the files of its own first view, and its policy stays true', () => {
  const page = '<script data-lus="./a ./b">document.currentScript.dataset.lus</script>'
  const autre = fillLus(page, ['donnees/index.json', 'geo/x.json'])
  expect(autre).toBe(
    '<script data-lus="./donnees/index.json ./geo/x.json">document.currentScript.dataset.lus</script>'
  )
  expect(buildPolitique(autre)).toBe(buildPolitique(page))
})
