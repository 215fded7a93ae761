import { beforeEach, expect, it, vi } from 'vitest'

/** What each program of a worker listens with, and what they say. */
const ecoutes: ((event: { data: unknown }) => void)[] = []
const dits: unknown[] = []
// The global of a worker, while the programs are read; they keep it.
vi.stubGlobal('self', {
  addEventListener: (_: string, ecoute: (typeof ecoutes)[number]) => ecoutes.push(ecoute),
  postMessage: (mot: unknown) => dits.push(mot)
})
await import('../../src/data/import/travail')
await import('../../src/data/classeur/travail')
vi.unstubAllGlobals()
const prets = dits.splice(0)
const [lire, ecrire] = ecoutes

beforeEach(() => {
  dits.length = 0
})

it('the programs of both workers say that they run', () => {
  expect(ecoutes).toHaveLength(2)
  expect(prets).toEqual(['pret', 'pret'])
})

it('the one that reads tells where it is, then what it has read', async () => {
  lire?.({ data: { fichiers: [{ nom: 'a.csv', octets: new TextEncoder().encode('x') }], feuille: null } })
  await vi.waitFor(() => expect(dits).toHaveLength(3))
  expect(dits).toEqual([
    { genre: 'etape', etape: 'Lecture de a.csv' },
    { genre: 'etape', etape: 'Vérification de a.csv' },
    { genre: 'lecture', lecture: expect.objectContaining({ fichier: 'a.csv', territoires: null }) }
  ])
})

it('the one that writes gives the workbook, or says that there is none', async () => {
  ecrire?.({ data: [{ sheet: 'f', data: [[{ value: 'a' }, null]], columns: [{ width: 10 }] }] })
  await vi.waitFor(() => expect(dits).toEqual([{ classeur: expect.any(Blob) }]))
  ecrire?.({ data: [{ sheet: 'f', data: null, columns: [] }] })
  await vi.waitFor(() => expect(dits.slice(1)).toEqual([{ classeur: null }]))
})
