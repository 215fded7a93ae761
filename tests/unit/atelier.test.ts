import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Diapo } from '../../src/export/diapos/diapo'
import { runAtelier } from '../../src/export/diapos/atelier'
import { makeDiapos, type DemandeDiapos, type MessageDiapos } from '../../src/export/diapos/fabrique'
import { refuseTravailleurs, stubTravailleur, Travailleur } from './travailleur'

vi.mock('../../src/export/diapos/fabrique', () => ({ makeDiapos: vi.fn() }))
const dansLaPage = vi.mocked(makeDiapos)

const DEMANDE = { quoi: 'pptx', titre: 'Essai' } as DemandeDiapos
const PRODUIT = { diapos: [], octets: new Uint8Array([1]) }

beforeEach(() => {
  stubTravailleur()
  dansLaPage.mockReset()
})
afterEach(() => vi.unstubAllGlobals())

function start() {
  const etapes: string[] = []
  const arret = new AbortController()
  const produit = runAtelier(DEMANDE, (etape) => etapes.push(etape), arret.signal)
  return { etapes, arret, produit, travail: Travailleur.dernier }
}

describe('slides', () => {
  it('are made by a worker, which tells each step and is ended; the page makes none', async () => {
    const { etapes, produit, travail } = start()
    travail?.say({ genre: 'etape', etape: 'Diapositive 1 sur 2' })
    travail?.say({ genre: 'produit', produit: PRODUIT })
    expect(await produit).toEqual(PRODUIT)
    expect(etapes).toEqual(['Diapositive 1 sur 2'])
    expect(travail?.fini).toBe(true)
    expect(dansLaPage).not.toHaveBeenCalled()
  })

  it('come from the worker one by one, whole and in their order: read at once, they would hold the page', async () => {
    const diapos = ['un', 'deux'].map((id): Diapo => ({ id, titre: id, notes: '', elements: [] }))
    dansLaPage.mockResolvedValue({ diapos, octets: null })
    const { produit, travail } = start()
    const postMessage = vi.fn((message: MessageDiapos | 'pret') => travail?.say(message))
    const portee = Object.assign(new EventTarget(), { postMessage })
    vi.stubGlobal('self', portee)
    await import('../../src/export/diapos/travail')
    portee.dispatchEvent(Object.assign(new Event('message'), { data: DEMANDE }))
    expect(await produit).toEqual({ diapos, octets: null })
    expect(postMessage.mock.calls.map(([message]) => message)).toEqual([
      'pret',
      ...diapos.map((diapo) => ({ genre: 'diapo', diapo })),
      { genre: 'produit', produit: { diapos: [], octets: null } }
    ])
  })

  it.each([
    ['there is no worker', () => vi.stubGlobal('Worker', undefined)],
    ['the browser refuses one', refuseTravailleurs],
    [
      'its program does not come',
      () => queueMicrotask(() => Travailleur.dernier?.dispatchEvent(new Event('error')))
    ],
    ['it could not make them', () => queueMicrotask(() => Travailleur.dernier?.say({ genre: 'echec' }))]
  ])('are made in the page, slide by slide, where %s', async (_, arrange) => {
    arrange()
    dansLaPage.mockImplementation(async (_demande, etape, pause) => {
      etape('Diapositive 1 sur 2')
      await pause?.()
      return PRODUIT
    })
    const { etapes, produit } = start()
    expect(await produit).toBe(PRODUIT)
    expect(etapes).toEqual(['Diapositive 1 sur 2'])
    expect(dansLaPage.mock.calls[0]?.[0]).toBe(DEMANDE)
  })

  it.each(['before they are begun', 'while a worker is at it'])('stopped %s are none', async (quand) => {
    const { arret, produit, travail } = start()
    if (quand === 'before they are begun') {
      const deja = runAtelier(DEMANDE, () => undefined, AbortSignal.abort())
      expect(await deja).toBeNull()
    }
    arret.abort()
    expect(await produit).toBeNull()
    expect(travail?.fini).toBe(true)
    expect(dansLaPage).not.toHaveBeenCalled()
  })

  it('stopped between two of them in the page are none, and none comes of it', async () => {
    vi.stubGlobal('Worker', undefined)
    let begin = () => {}
    const commence = new Promise<void>((resolve) => (begin = resolve))
    dansLaPage.mockImplementation(async (_demande, _etape, pause) => {
      begin()
      await pause?.()
      return PRODUIT
    })
    const { arret, produit } = start()
    await commence
    arret.abort()
    expect(await produit).toBeNull()
  })

  it('that nobody can make say so', async () => {
    vi.stubGlobal('Worker', undefined)
    dansLaPage.mockRejectedValue(new Error('memory'))
    await expect(start().produit).rejects.toThrow('memory')
  })
})
