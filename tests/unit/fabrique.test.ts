import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ErreurDeLecture } from '../../src/data/lecture'
import { makeSortie } from '../../src/panels/donnees/fabrique/fabrique'
import { runSortie } from '../../src/panels/donnees/fabrique/lancer'
import type { DemandeSortie } from '../../src/panels/donnees/fabrique/sortie'
import { stubTravailleur, Travailleur } from './travailleur'

vi.mock('../../src/panels/donnees/fabrique/fabrique', () => ({ makeSortie: vi.fn() }))
const dansLaPage = vi.mocked(makeSortie)

const DEMANDE: DemandeSortie = { quoi: 'publication', base: 'https://carte.example/', textes: [] }
const FICHIER = new Blob(['tout'])

function start() {
  const etapes: string[] = []
  const arret = new AbortController()
  const produit = runSortie(DEMANDE, (etape) => etapes.push(etape), arret.signal)
  return { etapes, arret, produit, travail: Travailleur.dernier as Travailleur }
}

beforeEach(() => {
  stubTravailleur()
  dansLaPage.mockReset()
})

describe('a file to take along', () => {
  it('is made by a worker, which tells each step and is ended; the page makes nothing of it', async () => {
    const { etapes, produit, travail } = start()
    expect(travail.postMessage.mock.calls).toEqual([[DEMANDE]])
    travail.say({ genre: 'etape', etape: 'Écriture de l’archive' })
    travail.say({ genre: 'produit', produit: FICHIER })
    expect(await produit).toBe(FICHIER)
    expect(etapes).toEqual(['Écriture de l’archive'])
    expect(travail.fini).toBe(true)
    expect(dansLaPage).not.toHaveBeenCalled()
  })

  it('that is stopped is none: the worker is ended at once, and nothing is begun anew', async () => {
    const { arret, produit, travail } = start()
    arret.abort()
    expect(travail.fini).toBe(true)
    travail.say({ genre: 'produit', produit: FICHIER })
    expect(await produit).toBeNull()
    expect(dansLaPage).not.toHaveBeenCalled()
  })

  it('that cannot be had says why, in the words of who read', async () => {
    const { produit, travail } = start()
    travail.say({ genre: 'echec', fichier: 'sw.js', message: 'Une autre version est en ligne.' })
    await expect(produit).rejects.toEqual(new ErreurDeLecture('sw.js', 'Une autre version est en ligne.'))
    expect(travail.fini).toBe(true)
  })

  it.each([
    ['there is no worker', () => vi.stubGlobal('Worker', undefined)],
    [
      'its program does not come',
      () => queueMicrotask(() => Travailleur.dernier?.dispatchEvent(new Event('error')))
    ],
    [
      'it may not do all that is needed',
      () => queueMicrotask(() => Travailleur.dernier?.say({ genre: 'echec', fichier: '', message: null }))
    ]
  ])('is made in the page, in parts, where %s', async (_, arrange) => {
    arrange()
    dansLaPage.mockImplementation(async (_demande, { pause }) => {
      await pause()
      return FICHIER
    })
    expect(await start().produit).toBe(FICHIER)
  })

  it('is stopped between two parts in the page', async () => {
    vi.stubGlobal('Worker', undefined)
    let begin = () => {}
    const commence = new Promise<void>((resolve) => (begin = resolve))
    dansLaPage.mockImplementation(async (_demande, { etape, pause }) => {
      etape('Dessin de la première image')
      begin()
      await pause()
      return FICHIER
    })
    const { arret, produit } = start()
    await commence
    arret.abort()
    expect(await produit).toBeNull()
  })

  it('that fails everywhere says so', async () => {
    vi.stubGlobal('Worker', undefined)
    dansLaPage.mockRejectedValue(new Error('memory'))
    await expect(start().produit).rejects.toThrow('memory')
  })
})
