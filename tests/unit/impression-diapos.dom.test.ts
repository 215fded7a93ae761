import { afterEach, expect, it, vi } from 'vitest'
import type { Diapo, Forme } from '../../src/export/diapos/diapo'
import { printDiapos } from '../../src/export/diapos/impression'

const forme = (nom: string): Forme => ({
  genre: 'forme',
  nom,
  x: 0,
  y: 0,
  largeur: 10,
  hauteur: 10,
  contours: 'rectangle',
  ferme: true,
  fond: null,
  trait: null,
  description: ''
})
const DIAPOS: Diapo[] = ['un', 'deux', 'trois'].map((id) => ({
  id,
  titre: id,
  notes: '',
  elements: [forme(id)]
}))
const PAGES = '.fne-diapos-imprimees > *'
const countPages = () => document.querySelectorAll(PAGES).length

afterEach(() => vi.unstubAllGlobals())

it('prints a page a slide, and leaves nothing of them in the page', async () => {
  let imprimees = 0
  vi.stubGlobal('print', () => (imprimees = countPages()))
  const etapes: string[] = []
  const ready = vi.fn()
  const { signal } = new AbortController()
  expect(await printDiapos(DIAPOS, (etape) => etapes.push(etape), ready, signal)).toBe(true)
  expect(imprimees).toBe(DIAPOS.length)
  expect(ready).toHaveBeenCalledOnce()
  expect(etapes).toEqual(['Page 1 sur 3', 'Page 2 sur 3', 'Page 3 sur 3'])
  expect(countPages()).toBe(0)
})

it('stopped between two pages, asks no printer for anything, and leaves nothing either', async () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  const arret = new AbortController()
  const etapes: string[] = []
  const step = (etape: string) => {
    etapes.push(etape)
    if (etapes.length === 2) arret.abort()
  }
  const ready = vi.fn()
  expect(await printDiapos(DIAPOS, step, ready, arret.signal)).toBe(false)
  expect(etapes).toHaveLength(2)
  expect(print).not.toHaveBeenCalled()
  expect(ready).not.toHaveBeenCalled()
  expect(countPages()).toBe(0)
})

it('lays a map of hundreds of shapes out in parts: the page answers between them', async () => {
  const elements = Array.from({ length: 250 }, (_, i) => forme(`${i}`))
  const formes = () => document.querySelectorAll('.fne-diapos-imprimees svg > *').length
  const poses: number[] = []
  vi.stubGlobal('scheduler', { yield: () => Promise.resolve(void poses.push(formes())) })
  let imprimees = 0
  vi.stubGlobal('print', () => (imprimees = formes()))
  const diapo = { id: 'carte', titre: '', notes: '', elements }
  await printDiapos(
    [diapo],
    () => {},
    () => {},
    new AbortController().signal
  )
  expect(imprimees).toBe(elements.length)
  expect(Math.max(...poses.map((pose, i) => pose - (poses[i - 1] ?? 0)))).toBeLessThan(100)
})
