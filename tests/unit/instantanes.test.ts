// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import {
  CHEMIN_INDEX,
  cheminChiffres,
  cheminEcartsConnus,
  cheminGouvernances,
  type DonneesInstantane
} from '../../src/data/instantanes'
import { ErreurDeLecture } from '../../src/data/lecture'
import { Atlas } from '../../src/state/atlas.svelte'
import { CHIFFRES, DATE, INSTANTANE, TEXTE_CHIFFRES, TEXTE_CSV } from './fichiers'
import { readFige } from '../fixtures/figes'

const PLUS_TARD = '2025-06-01'
/** A later snapshot that no source gives: one roadmap more. */
const CSV_PLUS_TARD = TEXTE_CSV.replace(/^(01,.*),non_remontee,/m, '$1,remontee,')
const LOCAL = '2025-09-01~essai'

function createFichiers(): Map<string, string> {
  return new Map([
    [
      CHEMIN_INDEX,
      JSON.stringify({
        instantanes: [
          { date: PLUS_TARD, titre: 'Juin 2025' },
          { date: DATE, titre: 'Décembre 2024' }
        ]
      })
    ],
    ['geo/territoires.topo.json', readFige('geo/territoires.topo.json')],
    [cheminGouvernances(DATE), TEXTE_CSV],
    [cheminChiffres(DATE), TEXTE_CHIFFRES],
    [cheminEcartsConnus(DATE), readFige(cheminEcartsConnus(DATE))],
    [cheminGouvernances(PLUS_TARD), CSV_PLUS_TARD],
    [cheminChiffres(PLUS_TARD), TEXTE_CHIFFRES],
    [cheminEcartsConnus(PLUS_TARD), readFige(cheminEcartsConnus(DATE))]
  ])
}

let fichiers: Map<string, string>
let lus: string[]
/** An atlas on these files, at this address. */
function createAtlas(query: string): Atlas {
  window.history.replaceState(null, '', `/${query}`)
  const atlas = new Atlas(async (chemin) => {
    lus.push(chemin)
    const texte = fichiers.get(chemin)
    if (texte === undefined) throw new ErreurDeLecture(chemin, 'Le réseau ne répond pas.')
    return texte
  })
  atlas.navigation.listen()
  return atlas
}
async function load(query: string): Promise<Atlas> {
  const atlas = createAtlas(query)
  await atlas.load()
  return atlas
}
const feuilleOf = (atlas: Atlas, code: string) => atlas.parCode.get(code)?.feuillesDeRoute[0]?.etat
const told = (atlas: Atlas) =>
  atlas.problemes.map(({ fichier, message }) => `${fichier} ${message}`).join('\n')

beforeEach(() => {
  fichiers = createFichiers()
  lus = []
})

/** What can become of a file on its way. */
const ACCIDENTS: readonly (readonly [string, (texte: string) => string | null])[] = [
  ['does not come', () => null],
  ['comes empty', () => ''],
  ['is cut in the middle', (texte) => texte.slice(0, texte.length / 2)],
  ['is the page of a portal', () => '<!doctype html><title>Portail Wi-Fi</title>']
]

describe.each([...createFichiers().keys()].filter((chemin) => !chemin.includes(DATE)))(
  'a file of the current snapshot, %s',
  (chemin) => {
    it.each(ACCIDENTS)('that %s is told by its name, and read once it is whole', async (_, spoil) => {
      const entier = fichiers.get(chemin) ?? ''
      const abime = spoil(entier)
      if (abime === null) fichiers.delete(chemin)
      else fichiers.set(chemin, abime)
      const atlas = await load('')
      expect(told(atlas)).toContain(chemin.split('/').at(-1))
      fichiers.set(chemin, entier)
      await atlas.load()
      expect(atlas.problemes).toEqual([])
      expect(atlas.entree?.cle).toBe(PLUS_TARD)
    })
  }
)

describe('the snapshot that the link names', () => {
  it('is the latest where the link names none, and the list is in order of time', async () => {
    const atlas = await load('')
    expect(atlas.instantanes.map(({ cle }) => cle)).toEqual([DATE, PLUS_TARD])
    expect(atlas.entree).toEqual({ cle: PLUS_TARD, date: PLUS_TARD, titre: 'Juin 2025', local: false })
    expect(feuilleOf(atlas, '01')).toBe('remontee')
  })

  it('changes with the link during the life of the page, and reads nothing twice', async () => {
    const atlas = await load(`?instantane=${DATE}`)
    expect(feuilleOf(atlas, '01')).toBe('non_remontee')
    atlas.navigation.go({ instantane: PLUS_TARD })
    await atlas.follow()
    expect(atlas.entree?.cle).toBe(PLUS_TARD)
    expect(feuilleOf(atlas, '01')).toBe('remontee')
    const avant = lus.length
    atlas.navigation.go({ instantane: DATE })
    await atlas.follow()
    expect(feuilleOf(atlas, '01')).toBe('non_remontee')
    expect(lus).toHaveLength(avant)
  })

  it('stays where another cannot be read, says both dates, and asks again only when told to', async () => {
    fichiers.delete(cheminGouvernances(PLUS_TARD))
    const atlas = await load(`?instantane=${DATE}`)
    atlas.navigation.go({ instantane: PLUS_TARD })
    await atlas.follow()
    expect(atlas.entree?.cle).toBe(DATE)
    expect(atlas.instantane).toEqual(INSTANTANE)
    expect(atlas.chiffres).toEqual(CHIFFRES)
    expect(told(atlas)).toMatch(/1er\u00A0juin\u00A02025.*6\u00A0décembre\u00A02024 restent affichées/)
    const avant = lus.length
    atlas.navigation.go({ territoire: '45' })
    await atlas.follow()
    expect(lus).toHaveLength(avant)
    fichiers = createFichiers()
    await atlas.load()
    expect(atlas.entree?.cle).toBe(PLUS_TARD)
    expect(told(atlas)).toBe('')
  })

  it('never mixes the figures of two dates', async () => {
    fichiers.delete(cheminChiffres(PLUS_TARD))
    const atlas = await load(`?instantane=${DATE}`)
    atlas.navigation.go({ instantane: PLUS_TARD })
    await atlas.follow()
    expect(atlas.entree?.cle).toBe(PLUS_TARD)
    expect(atlas.chiffres).toEqual({})
    expect(told(atlas)).toContain(cheminChiffres(PLUS_TARD))
  })

  it('falls back to the latest with a word for it where there is none of this date', async () => {
    const atlas = await load('?instantane=2019-01-01&territoire=45')
    expect(atlas.entree?.cle).toBe(PLUS_TARD)
    expect(atlas.navigation.avertissements).toEqual([
      'Il n’existe pas d’instantané du 1er\u00A0janvier\u00A02019\u00A0: les dernières données livrées sont affichées.'
    ])
    expect(window.location.search).toBe('?territoire=45')
    // Closed once, it does not come back with the next click.
    atlas.navigation.dismissAvertissements()
    atlas.navigation.go({ territoire: '41' })
    await atlas.follow()
    expect(atlas.navigation.avertissements).toEqual([])
  })

  it('is the last one asked for, however slowly the others answer', async () => {
    let release = () => {}
    const attente = new Promise<void>((resolve) => (release = resolve))
    window.history.replaceState(null, '', `/?instantane=${DATE}`)
    const atlas = new Atlas(async (chemin) => {
      if (chemin === cheminGouvernances(PLUS_TARD)) await attente
      return fichiers.get(chemin) ?? ''
    })
    atlas.navigation.listen()
    await atlas.load()
    atlas.navigation.go({ instantane: PLUS_TARD })
    const lent = atlas.follow()
    atlas.navigation.go({ instantane: DATE })
    await atlas.follow()
    release()
    await lent
    expect(atlas.entree?.cle).toBe(DATE)
  })
})

describe('two snapshots compared', () => {
  it('tells what changed, in order of time whichever of the two is the current one', async () => {
    for (const query of [`?comparer=${DATE}`, `?instantane=${DATE}&comparer=${PLUS_TARD}`]) {
      const atlas = await load(query)
      expect(atlas.evolution).toMatchObject({
        avant: DATE,
        apres: PLUS_TARD,
        comptes: { gagne: 1, perdu: 0 }
      })
      expect(atlas.evolution?.territoires.find(({ classe }) => classe === 'gagne')?.code).toBe('01')
    }
  })

  it('begins and ends with the link', async () => {
    const atlas = await load('')
    expect(atlas.evolution).toBeNull()
    atlas.navigation.go({ comparer: DATE })
    await atlas.follow()
    expect(atlas.entreeComparee?.cle).toBe(DATE)
    expect(atlas.evolution).not.toBeNull()
    atlas.navigation.go({ comparer: null })
    await atlas.follow()
    expect(atlas.evolution).toBeNull()
  })

  it.each([
    ['?comparer=2019-01-01', 'Il n’existe pas d’instantané du 1er'],
    [`?instantane=${DATE}&comparer=${DATE}`, 'à lui-même']
  ])('compares nothing, and says why, with %s', async (query, mots) => {
    const atlas = await load(query)
    expect(atlas.evolution).toBeNull()
    expect(atlas.navigation.avertissements.join()).toContain(mots)
    expect(window.location.search).not.toContain('comparer')
    expect(atlas.problemes).toEqual([])
  })

  it('shows the current one alone where the other cannot be read', async () => {
    fichiers.delete(cheminGouvernances(PLUS_TARD))
    const atlas = await load(`?instantane=${DATE}&comparer=${PLUS_TARD}`)
    expect(atlas.evolution).toBeNull()
    expect(atlas.entree?.cle).toBe(DATE)
    expect(told(atlas)).toContain('La comparaison n’est pas affichée')
  })
})

describe('snapshots kept on this machine', () => {
  const donnees: DonneesInstantane = {
    instantane: { ...INSTANTANE, date: '2025-09-01' },
    chiffres: null,
    ecartsConnus: [],
    problemes: []
  }

  it('are listed as local beside the shipped ones, shown by their link, and gone once removed', async () => {
    let gardes = [{ cle: LOCAL, date: '2025-09-01', titre: 'Essai' }]
    const atlas = createAtlas(`?instantane=${LOCAL}`)
    atlas.addLocaux({ list: async () => gardes, read: async () => donnees })
    await atlas.load()
    expect(atlas.instantanes.map(({ cle, local }) => [cle, local])).toEqual([
      [DATE, false],
      [PLUS_TARD, false],
      [LOCAL, true]
    ])
    expect(atlas.entree).toMatchObject({ cle: LOCAL, local: true })
    expect(atlas.instantane?.date).toBe('2025-09-01')
    gardes = []
    await atlas.listLocaux()
    expect(atlas.entree?.cle).toBe(PLUS_TARD)
    expect(atlas.navigation.avertissements.join()).toContain('n’est pas gardé sur cet appareil')
  })

  it('are never what a link without a date shows', async () => {
    const atlas = createAtlas('')
    atlas.addLocaux({
      list: async () => [{ cle: LOCAL, date: '2025-09-01', titre: 'Essai' }],
      read: async () => donnees
    })
    await atlas.load()
    expect(atlas.entree?.cle).toBe(PLUS_TARD)
  })

  it('do no harm where the storage refuses', async () => {
    const atlas = createAtlas('')
    const refuse = () => Promise.reject(new Error('interdit'))
    atlas.addLocaux({ list: refuse, read: refuse })
    await atlas.load()
    expect(atlas.entree?.cle).toBe(PLUS_TARD)
    expect(atlas.problemes).toEqual([])
  })
})
