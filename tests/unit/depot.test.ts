import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createCle, Depot, ErreurDepot, type InstantaneGarde } from '../../src/data/depot'
import { readNothing } from '../../src/data/import/lire'
import { createLecteurLocaux } from '../../src/data/locaux'
import { buildGarde } from '../../src/panels/donnees/garde'
import { parseVue, serializeVue, VUE_PAR_DEFAUT } from '../../src/state/vue'
import { DATE, INSTANTANE, TEXTE_CHIFFRES, TEXTE_CSV } from './fichiers'

const garde: InstantaneGarde = {
  cle: '2025-06-01~essai',
  date: '2025-06-01',
  titre: 'Essai',
  importeLe: '2025-06-02T08:00:00.000Z',
  base: DATE,
  gouvernances: TEXTE_CSV,
  chiffres: null
}
const refuse = (nom: string) => () => {
  throw new DOMException('no', nom)
}

beforeEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.stubGlobal('indexedDB', new IDBFactory())
})

it('keeps a snapshot for the next page, and removes it with a way back', async () => {
  await new Depot().save(garde)
  const depot = new Depot()
  expect(await depot.list()).toEqual([garde])
  const enleve = await depot.remove(garde.cle)
  expect(await new Depot().list()).toEqual([])
  if (enleve) await depot.save(enleve)
  expect(await new Depot().list()).toEqual([garde])
  expect(depot.isEphemere(garde.cle)).toBe(false)
})

it('leaves out what another version left there', async () => {
  const depot = new Depot()
  await depot.save(garde)
  await depot.save({ cle: '2025-01-01~autre' } as InstantaneGarde)
  expect(await new Depot().list()).toEqual([garde])
  expect(await new Depot().read('2025-01-01~autre')).toBeUndefined()
})

describe('a storage that refuses', () => {
  it.each([
    ['SecurityError', 'interdit', /privée/],
    ['QuotaExceededError', 'plein', /plein/],
    ['InvalidStateError', 'interdit', /privée/],
    ['DataError', 'autre', /pas pu être gardées/]
  ])('%s: says so, and keeps the import as long as the page is open', async (nom, cas, phrase) => {
    vi.stubGlobal('indexedDB', { open: refuse(nom) })
    const depot = new Depot()
    const erreur = await depot.save(garde).catch((e: unknown) => e)
    expect(erreur).toBeInstanceOf(ErreurDepot)
    expect(erreur).toMatchObject({ cas })
    expect((erreur as Error).message).toMatch(phrase)
    expect(await depot.list()).toEqual([garde])
    expect(await depot.read(garde.cle)).toEqual(garde)
    expect(depot.isEphemere(garde.cle)).toBe(true)
    await depot.remove(garde.cle)
    await expect(depot.list()).rejects.toBeInstanceOf(ErreurDepot)
  })

  it('is full: what was kept before stays, and the import is there until the page is closed', async () => {
    await new Depot().save(garde)
    const depot = new Depot()
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refuse('QuotaExceededError'))
    const autre = { ...garde, cle: '2025-07-01~autre' }
    await expect(depot.save(autre)).rejects.toMatchObject({ cas: 'plein' })
    expect(await depot.list()).toEqual([garde, autre])
    add.mockRestore()
    expect(await new Depot().list()).toEqual([garde])
  })

  it('is none at all', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await expect(new Depot().list()).rejects.toMatchObject({ cas: 'interdit' })
  })

  it('never answers: the page goes on after a while', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() })
    const attente = expect(new Depot().list()).rejects.toMatchObject({ cas: 'bloque' })
    await vi.advanceTimersByTimeAsync(60_000)
    await attente
  })

  it('was closed by the browser, which wants its place or clears it: opened again, unseen', async () => {
    const ouvertures: IDBDatabase[] = []
    const indexedDB = new IDBFactory()
    const { open } = indexedDB
    vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
      const demande = open.apply(indexedDB, args)
      demande.addEventListener('success', () => ouvertures.push(demande.result))
      return demande
    })
    vi.stubGlobal('indexedDB', indexedDB)
    const depot = new Depot()
    await depot.save(garde)
    const closed = new Promise((resolve) => ouvertures[0]?.addEventListener('close', resolve))
    forceCloseDatabase(ouvertures[0] as never)
    await closed
    expect(await depot.list()).toEqual([garde])
    expect(ouvertures).toHaveLength(2)
  })

  it('is tried again the next time', async () => {
    vi.stubGlobal('indexedDB', { open: refuse('UnknownError') })
    const depot = new Depot()
    await depot.save(garde).catch(() => undefined)
    vi.stubGlobal('indexedDB', new IDBFactory())
    await depot.save(garde)
    expect(depot.isEphemere(garde.cle)).toBe(false)
    expect(await new Depot().list()).toEqual([garde])
  })
})

describe('the name of a snapshot', () => {
  it('passes through the address bar, whatever the title', () => {
    for (const titre of ['Point de juin', '', '«\u202F!\u202F»', 'é'.repeat(200), '../~&=?']) {
      const cle = createCle('2025-06-01', titre)
      const { vue, avertissements } = parseVue(serializeVue({ ...VUE_PAR_DEFAUT, instantane: cle }))
      expect(vue.instantane).toBe(cle)
      expect(avertissements).toEqual([])
    }
  })

  it('is nobody else’s: not in another tab, not after a removal, not on another machine', () => {
    const cles = Array.from({ length: 200 }, () => createCle('2025-06-01', 'Point'))
    expect(new Set(cles).size).toBe(200)
  })
})

describe('two tabs', () => {
  const build = async (note: string) =>
    buildGarde(
      {
        ...readNothing([]),
        territoires: INSTANTANE.territoires.map((t) => (t.code === '02' ? { ...t, note } : t))
      },
      { date: '2025-06-01', titre: 'Point de juin' },
      null,
      [],
      new Depot()
    )

  it('that import under one date and title keep both; undoing one leaves the other', async () => {
    const [un, deux] = [new Depot(), new Depot()]
    const [alpha, beta] = [await build('ALPHA'), await build('BETA')]
    await Promise.all([un.save(alpha), deux.save(beta)])
    const troisieme = new Depot()
    expect((await troisieme.read(alpha.cle))?.gouvernances).toContain('ALPHA')
    expect((await troisieme.read(beta.cle))?.gouvernances).toContain('BETA')
    await un.remove(alpha.cle)
    expect(await new Depot().list()).toEqual([beta])
  })

  it('never replace what is kept under a key, whoever asks', async () => {
    await new Depot().save(garde)
    const autre = { ...garde, importeLe: '2025-06-03T08:00:00.000Z', titre: 'Autre' }
    await expect(new Depot().save(autre)).rejects.toMatchObject({ cas: 'pris' })
    expect(await new Depot().list()).toEqual([garde])
    // The same one again, as two tabs restore it after a removal, is no harm.
    await new Depot().save(garde)
    expect(await new Depot().list()).toEqual([garde])
  })

  it('hear of each other’s changes, and no longer show what the other removed', async () => {
    vi.stubGlobal('document', {})
    const [un, deux] = [new Depot(), new Depot()]
    const hear = () => new Promise<void>((resolve) => deux.listen(resolve))
    let nouvelle = hear()
    await un.save(garde)
    await nouvelle
    expect(await deux.list()).toEqual([garde])
    await deux.save(garde)
    nouvelle = hear()
    await un.remove(garde.cle)
    await nouvelle
    expect(await deux.read(garde.cle)).toBeUndefined()
  })

  it('give a second import of one date and title another title, where they know of the first', async () => {
    const existants = ['Point', 'Point (2)'].map((titre, i) => ({
      cle: `2025-06-01~${i}`,
      date: '2025-06-01',
      titre,
      local: true
    }))
    const lecture = { ...readNothing([]), territoires: [] }
    const nommer = async (date: string, titre: string) =>
      (await buildGarde(lecture, { date, titre }, null, existants, new Depot())).titre
    expect(await nommer('2025-06-01', 'Point')).toBe('Point (3)')
    expect(await nommer('2025-06-01', 'Autre')).toBe('Autre')
    expect(await nommer('2025-07-01', 'Point')).toBe('Point')
  })
})

describe('what is read of it', () => {
  const lire = async (chemin: string) => {
    if (chemin === `donnees/${DATE}/chiffres.json`) return TEXTE_CHIFFRES
    if (chemin.endsWith('ecarts-connus.json')) return '{"ecarts":[]}'
    throw new Error(chemin)
  }

  it('is the territories, marked as local, beside the figures of the shipped snapshot', async () => {
    const depot = new Depot()
    await depot.save(garde)
    const lu = await createLecteurLocaux(depot, lire).read(garde.cle)
    expect(lu.instantane).toEqual({ date: garde.date, territoires: INSTANTANE.territoires, local: 'Essai' })
    expect(lu.chiffres?.instantane).toBe(DATE)
    expect(lu.problemes).toEqual([])
  })

  it('is its own figures where it came with some', async () => {
    const depot = new Depot()
    const chiffres = TEXTE_CHIFFRES.replace(`"instantane": "${DATE}"`, '"instantane": "2025-06-01"')
    await depot.save({ ...garde, chiffres })
    expect((await createLecteurLocaux(depot, lire).read(garde.cle)).chiffres?.instantane).toBe('2025-06-01')
  })

  it('rejects for one that is not there', async () => {
    await expect(createLecteurLocaux(new Depot(), lire).read('2020-01-01~rien')).rejects.toThrow('pas gardé')
  })
})
