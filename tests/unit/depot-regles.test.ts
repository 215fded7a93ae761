import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createCle, Depot, type InstantaneGarde } from '../../src/data/depot'
import { runImport } from '../../src/data/import/lancer'
import { plain } from './petit-instantane'
import { stubTravailleur, Travailleur } from './travailleur'

const garde: InstantaneGarde = {
  ...{ cle: '2025-06-01~essai', date: '2025-06-01', titre: 'Essai', importeLe: '2025-06-02T08:00:00.000Z' },
  ...{ base: null, gouvernances: 'a', chiffres: null }
}
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  return () => vi.unstubAllGlobals()
})

describe('the key of what is kept', () => {
  const nom = (titre: string) => /^2025-06-01~(.*)-[a-z0-9]{6}$/.exec(createCle('2025-06-01', titre))?.[1]
  it.each([
    ['Point de juin', 'point-de-juin'],
    ['Été', 'ete'],
    ['…', 'local'],
    ['', 'local'],
    ['a'.repeat(40), 'a'.repeat(30)],
    // Cut after thirty letters, it ends with none that joins.
    [`${'a'.repeat(29)} b`, 'a'.repeat(29)]
  ])('holds the title %j as an address can: %s', (titre, attendu) => {
    expect(nom(titre)).toBe(attendu)
  })

  it('is another each time', () => {
    expect(new Set(Array.from({ length: 50 }, () => createCle('2025-06-01', 'a'))).size).toBe(50)
  })
})

describe('what the device holds', () => {
  /** Puts something into the storage as another version of the app might. */
  async function put(valeur: object) {
    await new Depot().list()
    const base = await openDB('carte-fne', 1)
    await base.put('instantanes', valeur)
    base.close()
  }

  it.each<Partial<Record<keyof InstantaneGarde, unknown>>>([
    { titre: 3 },
    { importeLe: undefined },
    { gouvernances: null },
    { chiffres: 3 },
    { chiffres: undefined },
    { base: 3 },
    { date: null },
    { date: '12025-06-01' },
    { date: '2025-06-01T' },
    { date: '2025-6-01' }
  ])('is not shown where it is not ours: %j', async (patch) => {
    await put({ ...garde, ...patch })
    expect(await new Depot().list()).toEqual([])
    expect(await new Depot().read(garde.cle)).toBeUndefined()
  })

  it.each([{}, { base: '2024-12-06' }, { chiffres: '{}' }])('is shown where it is: %j', async (patch) => {
    await put({ ...garde, ...patch })
    expect(await new Depot().list()).toEqual([{ ...garde, ...patch }])
    expect(await new Depot().read(garde.cle)).toEqual({ ...garde, ...patch })
  })

  it('is never replaced: the same again is no harm, others of that name are kept as long as the page', async () => {
    await new Depot().save(garde)
    await new Depot().save(garde)
    const autre = { ...garde, importeLe: '2025-06-03T08:00:00.000Z', titre: 'Autre' }
    const depot = new Depot()
    await expect(depot.save(autre)).rejects.toMatchObject({
      cas: 'pris',
      message: expect.stringMatching(/^D’autres données sont déjà gardées sous ce nom/)
    })
    expect(depot.isEphemere(garde.cle)).toBe(true)
    expect(await depot.read(garde.cle)).toEqual(autre)
    // Under one key the list has one.
    expect(await depot.list()).toEqual([garde])
    // Removed, it is no longer in the page; what the device holds is another's.
    expect(await depot.remove(garde.cle)).toEqual(autre)
    expect(await depot.list()).toEqual([garde])
  })

  it('is gone for every page once it is removed', async () => {
    const depot = new Depot()
    await depot.save(garde)
    expect(depot.isEphemere(garde.cle)).toBe(false)
    expect(await new Depot().remove(garde.cle)).toEqual(garde)
    expect(await new Depot().list()).toEqual([])
    expect(await new Depot().remove(garde.cle)).toBeUndefined()
  })
})

describe('files that are chosen', () => {
  const run = async (...fichiers: File[]) => {
    stubTravailleur()
    const lu = runImport(fichiers, () => undefined, new AbortController().signal)
    await vi.waitFor(async () => {
      if (!Travailleur.dernier) await Promise.race([lu, Promise.reject(new Error('not yet'))])
    })
    if (Travailleur.dernier) return Travailleur.dernier.postMessage.mock.calls[0]?.[0] as unknown
    return (await lu)?.problemes.map(({ fichier, message }) => `${fichier}: ${plain(message)}`)
  }
  const file = (nom: string, ...octets: number[]) => new File([Uint8Array.from(octets)], nom)

  it('are five at most', async () => {
    const fichiers = Array.from({ length: 6 }, (_, i) => file(`${i}.csv`, 0x61))
    expect(await run(...fichiers)).toEqual([
      '6 fichiers: Choisir un fichier de gouvernances, et au plus un de chiffres.'
    ])
    const dits = (await run(...fichiers.slice(1))) as string[]
    expect(dits.join()).not.toContain('au plus un de chiffres')
    expect(dits.length).toBeGreaterThan(1)
  })

  it.each([
    ['a workbook', [file('a.xlsx', 0x50, 0x4b, 3, 4)], true],
    ['a workbook among others', [file('a.csv', 0x61), file('b.xlsx', 0x50, 0x4b)], true],
    ['a text that begins alike', [file('a.csv', 0x50, 0x61)], false],
    ['a text that goes on alike', [file('a.csv', 0x61, 0x4b)], false]
  ])('are read by a worker where there is %s: %s', async (_, fichiers, aTravail) => {
    const recu = await run(...fichiers)
    if (!aTravail) expect(recu).toEqual(expect.arrayContaining([expect.any(String)]))
    else
      expect(recu).toEqual({
        fichiers: fichiers.map(({ name }) => ({ nom: name, octets: expect.any(Uint8Array) })),
        feuille: null
      })
  })
})
