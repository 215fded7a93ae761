import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runImport } from '../../src/data/import/lancer'
import { readImport } from '../../src/data/import/lire'
import { TAILLE_FIL_PRINCIPAL, TAILLE_MAX } from '../../src/data/import/nature'
import type { DemandeTravail } from '../../src/data/import/travail'
import { INSTANTANE } from './fichiers'
import { buildLignes, buildXlsx, CSV_EXCEL } from './import-octets'
import { refuseTravailleurs } from './travailleur'

/** What a worker does with what it is given; nothing where it is still at it. */
let travaille: (travail: FauxTravail, demande: DemandeTravail) => unknown
let travaux: FauxTravail[]

class FauxTravail extends EventTarget {
  fini = false
  constructor() {
    super()
    travaux.push(this)
  }
  postMessage(demande: DemandeTravail) {
    travaille(this, demande)
  }
  say(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  terminate() {
    this.fini = true
  }
}

beforeEach(() => {
  travaux = []
  vi.stubGlobal('Worker', FauxTravail)
})
afterEach(() => vi.unstubAllGlobals())

const petit = () => new File([CSV_EXCEL], 'gouvernances.csv')
const classeur = () => new File([buildXlsx(buildLignes()) as BlobPart], 'gouvernances.xlsx')
/** The shipped rows, and a column that nobody asked for of more than 1 MB. */
const gros = () =>
  new File([CSV_EXCEL.replaceAll('\r\n', `;${'x'.repeat(TAILLE_FIL_PRINCIPAL / 100)}\r\n`)], 'gros.csv')

let etapes: string[]
const run = (fichiers: File[], signal = new AbortController().signal) => {
  etapes = []
  return runImport(fichiers, (etape) => etapes.push(etape), signal)
}
const answer = async (travail: FauxTravail, { fichiers, feuille }: DemandeTravail) => {
  travail.say({ genre: 'etape', etape: 'Dans l’atelier' })
  travail.say({ genre: 'lecture', lecture: await readImport(fichiers, undefined, feuille) })
}

describe('where a file is read', () => {
  it('a small text in the page, without a worker', async () => {
    expect((await run([petit()]))?.territoires).toEqual(INSTANTANE.territoires)
    expect(travaux).toEqual([])
  })

  it.each([
    ['more than 1 MB', gros],
    ['a workbook', classeur]
  ])('%s in a worker, which is ended once it has answered', async (_, build) => {
    travaille = answer
    expect((await run([build()]))?.territoires).toEqual(INSTANTANE.territoires)
    expect(etapes).toEqual(['Ouverture du fichier', 'Dans l’atelier'])
    expect(travaux.map(({ fini }) => fini)).toEqual([true])
  })

  it.each([
    ['has no workers', () => vi.stubGlobal('Worker', undefined)],
    ['refuses them to this page', refuseTravailleurs],
    [
      'does not get the worker’s program',
      () => {
        travaille = (travail) => travail.dispatchEvent(new Event('error'))
      }
    ]
  ])('in the page, with a warning before, where the browser %s', async (_, prepare) => {
    prepare()
    expect((await run([gros()]))?.territoires).toEqual(INSTANTANE.territoires)
    expect(etapes[1]).toContain('figée')
    expect(travaux.every(({ fini }) => fini)).toBe(true)
    expect((await run([classeur()]))?.territoires).toEqual(INSTANTANE.territoires)
  })
})

describe('stopped', () => {
  it('while the worker reads: it is ended, and what it says later counts for nothing', async () => {
    const arret = new AbortController()
    let recue: DemandeTravail = { fichiers: [], feuille: null }
    let commence = () => {}
    const debut = new Promise<void>((resolve) => (commence = resolve))
    travaille = (_, demande) => {
      recue = demande
      commence()
    }
    const lecture = run([gros()], arret.signal)
    await debut
    arret.abort()
    expect(await lecture).toBeNull()
    expect(travaux.map(({ fini }) => fini)).toEqual([true])
    await answer(travaux[0] as FauxTravail, recue)
    expect(await lecture).toBeNull()
  })

  it('before anything was read: no worker is started', async () => {
    expect(await run([gros()], AbortSignal.abort())).toBeNull()
    expect(travaux).toEqual([])
  })
})

describe('refused before a byte is read', () => {
  /** A file whose bytes must not be asked for. */
  const inconnu = (name: string, size: number) =>
    ({ name, size, arrayBuffer: () => Promise.reject(new Error('read')) }) as unknown as File

  it('what is too large, each file by its name', async () => {
    const lu = await run([inconnu('a.csv', TAILLE_MAX + 1), inconnu('b.csv', 100 * 1024 * 1024), petit()])
    expect(lu?.problemes.map(({ fichier }) => fichier)).toEqual(['a.csv', 'b.csv'])
    expect(lu?.territoires).toBeNull()
  })

  it('a whole folder of files', async () => {
    const lu = await run(Array.from({ length: 20 }, petit))
    expect(lu?.problemes).toHaveLength(1)
    expect(lu?.problemes[0]?.message).toMatch(/Choisir un fichier de gouvernances/)
  })

  it('what is gone by now is told', async () => {
    const lu = await run([inconnu('perdu.csv', 1000)])
    expect(lu?.problemes[0]).toMatchObject({ fichier: 'perdu.csv', gravite: 'erreur' })
    expect(lu?.problemes[0]?.message).toMatch(/déplacé ou modifié/)
  })
})
