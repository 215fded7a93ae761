import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  CHEMIN_CONTOURS,
  CHEMIN_INDEX,
  cheminChiffres,
  cheminEcartsConnus,
  cheminGouvernances
} from '../../src/data/instantanes'
import { ErreurDeLecture } from '../../src/data/lecture'
import type { LecteurLocaux } from '../../src/data/locaux'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import type { FicheLieu } from '../../src/domain/territoire/lieu'
import type { Scene } from '../../src/domain/vue/scene'
import { addLieu, clearLieux, toggleAnimation } from '../../src/state/animation'
import { Atlas } from '../../src/state/atlas.svelte'
import { Catalogue } from '../../src/state/catalogue.svelte'
import { buildLienCarte, warnLien } from '../../src/state/lienCarte'
import { formatPremiers } from '../../src/state/parametres'
import { findDernier } from '../../src/state/temps'
import {
  asks,
  changeVue,
  EPINGLES_MAX,
  keepsLieux,
  LIEUX_MAX,
  parseVue,
  serializeVue,
  VUE_PAR_DEFAUT,
  type Vue
} from '../../src/state/vue'
import { readFige } from '../fixtures/figes'
import { buildInstantane, buildTerritoire, plain } from './petit-instantane'

const vueDe = (patch: Partial<Vue>): Vue => ({ ...VUE_PAR_DEFAUT, ...patch })
const lu = (query: string) => {
  const { vue, avertissements } = parseVue(query)
  const change = Object.fromEntries(
    Object.entries(vue).filter(
      ([nom, valeur]) => JSON.stringify(valeur) !== JSON.stringify(VUE_PAR_DEFAUT[nom as keyof Vue])
    )
  )
  return [change, ...avertissements.map(plain)]
}

describe('a value of the link', () => {
  it.each([
    ['?territoire=2a', { territoire: '2A' }],
    ['?instantane=2024-12-06', { instantane: '2024-12-06' }],
    ['?instantane=2024-12-06~point_de-juin', { instantane: '2024-12-06~point_de-juin' }],
    [`?comparer=2024-12-06~${'a'.repeat(40)}`, { comparer: `2024-12-06~${'a'.repeat(40)}` }],
    ['?scene=1', {}],
    ['?scene=999', { scene: 999 }],
    [
      '?lieu=41018,2a004,01015d,200030385,41,2b,978',
      { lieu: ['41018', '2A004', '01015D', '200030385', '41', '2B', '978'] }
    ],
    ['?lieu=41018&lieu=41018, 41', { lieu: ['41018', '41'] }],
    ['?animation=LIEUX,ici', { animation: ['lieux', 'ici'] }],
    ['?mode=integration&theme=sombre', { mode: 'integration', theme: 'sombre' }],
    // Elsewhere the theme is the device's.
    ['?theme=sombre', {}],
    ['?comparer=2024-12-06&filtre=evolution:gagne', { comparer: '2024-12-06', filtre: ['evolution:gagne'] }],
    ['?filtre=ECART:liste-sans-feuille', { filtre: ['ecart:liste-sans-feuille'] }],
    ['?texte=Loir&texte=et', { texte: 'Loir' }],
    ['?territoire=&territoire=45', { territoire: '45' }],
    ['?territoire=45&territoire=45', { territoire: '45' }],
    ['?amp;amp;territoire=45', { territoire: '45' }]
  ])('%s is read', (query, change) => {
    expect(lu(query)).toEqual([change])
  })

  it.each([
    'territoire=20',
    'instantane=2024-12-6',
    'instantane=x2024-12-06',
    'instantane=2024-12-061',
    'instantane=2024-12-06~',
    'instantane=2024-12-06~a b',
    `instantane=2024-12-06~${'a'.repeat(41)}`,
    'scene=0',
    'scene=01',
    'scene=1000',
    'scene=1a',
    'lieu=4101',
    'lieu=x41018',
    'lieu=41018X',
    'lieu=2C',
    'lieu=9',
    'lieu=2000303851',
    'vue=x',
    'mode=x',
    'region=x',
    'filtre=evolution:gagne'
  ])('%s is none, and told', (paire) => {
    const [change, avertissement] = lu(`?${paire}`)
    expect(change).toEqual({})
    const repete = paire.length > 60 ? `${paire.slice(0, paire.indexOf('=') + 41)}…` : paire
    expect(avertissement).toBe(`Le lien contient une valeur inconnue, « ${repete} » ; elle est ignorée.`)
  })

  it('that repeats itself is told, the first one kept', () => {
    expect(lu('?vue=croisee&vue=coporteurs&territoire=45&territoire=41')).toEqual([
      { vue: 'croisee', territoire: '45' },
      'Le lien donne plusieurs valeurs à « vue » et « territoire » ; la première est retenue.'
    ])
  })

  it('beyond what can be shown is cut, and what is cut is named', () => {
    const pays = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11']
    expect(lu(`?epingles=${pays.slice(0, EPINGLES_MAX).join(',')}`)).toEqual([
      { epingles: pays.slice(0, EPINGLES_MAX) }
    ])
    expect(lu(`?epingles=${pays.slice(0, 7).join(',')}`)).toEqual([
      { epingles: pays.slice(0, 6) },
      'Le lien épingle plus de 6 territoires ; Ardèche (07) n’est pas retenu.'
    ])
    expect(lu(`?epingles=${pays.join(',')}`)[1]).toBe(
      'Le lien épingle plus de 6 territoires ; Ardèche (07), Ardennes (08), Ariège (09) et 2 autres ne sont pas retenus.'
    )
    const lieux = Array.from({ length: LIEUX_MAX + 1 }, (_, n) => String(10_000 + n))
    expect(LIEUX_MAX).toBe(40)
    expect(lu(`?lieu=${lieux.slice(1).join(',')}`)).toEqual([{ lieu: lieux.slice(1) }])
    expect(lu(`?lieu=${lieux.join(',')}`)).toEqual([
      { lieu: lieux.slice(1) },
      'Le lien marque plus de 40 lieux ; « 10000 » n’est pas retenu.'
    ])
    expect(lu(`?texte=${'a'.repeat(60)}b`)).toEqual([{ texte: 'a'.repeat(60) }])
  })

  it('is named by its first signs, and many by the first three', () => {
    expect(formatPremiers(['a', 'b', 'c'])).toBe('a, b et c')
    expect(plain(formatPremiers(['a', 'b', 'c', 'd']))).toBe('a, b, c et 1 autre')
    expect(plain(formatPremiers(['a', 'b', 'c', 'd', 'e']))).toBe('a, b, c et 2 autres')
    const dit = (valeur: string) =>
      /vue=(.*?) »/u.exec(String(lu(`?vue=${encodeURIComponent(valeur)}`)[1]))?.[1]
    expect(dit('z'.repeat(40))).toBe('z'.repeat(40))
    expect(dit('z'.repeat(41))).toBe(`${'z'.repeat(40)}…`)
    // A sign of two halves is one.
    expect(dit('🗺'.repeat(40))).toBe('🗺'.repeat(40))
    expect(dit('🗺'.repeat(41))).toBe(`${'🗺'.repeat(40)}…`)
    expect(dit('a\u202Eb')).toBe('a\uFFFDb')
  })

  it('is written as a form would, what is the default left out', () => {
    expect(
      serializeVue(
        vueDe({
          texte: 'a&b c',
          epingles: ['01', '2A'],
          comparer: '2024-12-06~x',
          filtre: ['ecart:liste-sans-feuille']
        })
      )
    ).toBe('?filtre=ecart:liste-sans-feuille&epingles=01,2A&texte=a%26b+c&comparer=2024-12-06~x')
    expect(serializeVue(vueDe({ texte: 'é,~:x' }))).toBe('?texte=%C3%A9,~:x')
    expect(serializeVue(vueDe({ scene: 2 }))).toBe('?scene=2')
  })
})

describe('a change of view', () => {
  const blois = vueDe({ territoire: '41', lieu: ['41018'] })

  it('takes a single place away with its territory, and not where it is kept or named', () => {
    expect(changeVue(blois, { territoire: '45' }).lieu).toEqual([])
    expect(changeVue(blois, { panneau: 'calendrier' }).lieu).toEqual(['41018'])
    expect(changeVue(blois, { territoire: '45', lieu: ['45234'] }).lieu).toEqual(['45234'])
    expect(changeVue({ ...blois, animation: ['lieux'] }, { territoire: '45' }).lieu).toEqual(['41018'])
    expect(changeVue({ ...blois, lieu: ['41018', '45234'] }, { territoire: '45' }).lieu).toHaveLength(2)
    expect(changeVue(vueDe({ territoire: '41' }), { territoire: '45' }).lieu).toEqual([])
  })

  it('takes the filters of a comparison away with it', () => {
    const compare = vueDe({ comparer: '2024-12-06', filtre: ['evolution:gagne', 'deduit'] })
    expect(changeVue(compare, { comparer: null }).filtre).toEqual(['deduit'])
    expect(changeVue(compare, { region: '53' }).filtre).toEqual(['evolution:gagne', 'deduit'])
    const filtre = ['deduit'] as const
    expect(changeVue(vueDe({ filtre }), { region: '53' }).filtre).toBe(filtre)
  })

  it('asks a question where it shows a territory, a region or a place that was not there', () => {
    expect(asks(blois, vueDe({ ...blois, territoire: '45' }))).toBe(true)
    expect(asks(blois, vueDe({ ...blois, region: '53' }))).toBe(true)
    expect(asks(blois, vueDe({ ...blois, lieu: ['41018', '45234'] }))).toBe(true)
    for (const patch of [{}, { territoire: null }, { lieu: [] }, { vue: 'croisee' }] as Partial<Vue>[])
      expect(asks(blois, { ...blois, ...patch }), JSON.stringify(patch)).toBe(false)
  })

  it('keeps places where there are several, or where that is asked for', () => {
    expect(keepsLieux({ lieu: [], animation: [] })).toBe(false)
    expect(keepsLieux({ lieu: ['a'], animation: ['ici'] })).toBe(false)
    expect(keepsLieux({ lieu: ['a', 'b'], animation: [] })).toBe(true)
    expect(keepsLieux({ lieu: [], animation: ['lieux'] })).toBe(true)
  })

  it('adds a place at the end, once, and loses the first of too many', () => {
    expect(addLieu(['a', 'b'], 'a')).toEqual(['b', 'a'])
    const pleins = Array.from({ length: LIEUX_MAX }, (_, n) => `l${n}`)
    expect(addLieu(pleins, 'x')).toEqual([...pleins.slice(1), 'x'])
  })

  it('switches a help to a round table on and off; places go with their marks', () => {
    expect(toggleAnimation(vueDe({ animation: ['ici'] }), 'lumiere')).toEqual({
      animation: ['ici', 'lumiere']
    })
    expect(toggleAnimation(vueDe({ animation: ['ici', 'lumiere'] }), 'ici')).toEqual({
      animation: ['lumiere']
    })
    expect(toggleAnimation(blois, 'lieux')).toEqual({ animation: ['lieux'] })
    expect(toggleAnimation(vueDe({ lieu: ['a', 'b'], animation: ['ici', 'lieux'] }), 'lieux')).toEqual({
      lieu: [],
      animation: ['ici']
    })
    expect(clearLieux(vueDe({ lieu: ['a', 'b'] }))).toEqual({ lieu: [], animation: ['lieux'] })
    expect(clearLieux(vueDe({ lieu: ['a', 'b'], animation: ['lieux'] }))).toEqual({
      lieu: [],
      animation: ['lieux']
    })
    expect(clearLieux(blois)).toEqual({ lieu: [], animation: [] })
  })
})

describe('the link of a closing scene', () => {
  const scene: Scene = { id: 'fin', titre: '', contenu: 'lien' }
  const lien = (page: string, patch: Partial<Vue> = {}, avec: Partial<Scene> = {}) =>
    buildLienCarte({ ...scene, ...avec }, vueDe(patch), page)

  it('is the page without the presentation, with its snapshot unless that is on this device only', () => {
    expect(
      lien('https://a.fr/carte/index.html?mode=presentation#x', { mode: 'presentation', scene: 3 })
    ).toEqual({
      adresse: 'https://a.fr/carte/',
      texte: 'a.fr/carte'
    })
    expect(lien('http://a.fr/', { instantane: '2024-12-06' })).toEqual({
      adresse: 'http://a.fr/?instantane=2024-12-06',
      texte: 'a.fr/?instantane=2024-12-06'
    })
    expect(lien('http://a.fr/', { instantane: '2024-12-06~x' })?.adresse).toBe('http://a.fr/')
    expect(lien('file:///c.html')).toBeNull()
    expect(lien('file:///c.html', {}, { lien: 'https://b.fr/' })).toEqual({
      adresse: 'https://b.fr/',
      texte: 'b.fr'
    })
  })

  it('that nobody else can open is told to the presenter', () => {
    const dire = (page: string, avec: Partial<Scene> = {}) => {
      const phrase = warnLien({ ...scene, ...avec }, page)
      return phrase && plain(phrase)
    }
    const remede =
      'Pour y mettre l’adresse publique de la carte, ajouter à cette scène, dans donnees/scenes.json : "lien": "https://…".'
    expect(dire('file:///c.html')).toBe(
      `Scène fin : la carte est ouverte depuis un fichier, et la scène n’a pas d’adresse à donner. ${remede}`
    )
    for (const hote of ['localhost', 'carte.localhost', '127.0.0.1', '127.0.1.1', '[::1]', '0.0.0.0'])
      expect(dire(`http://${hote}:4173/`), hote).toBe(
        `Scène fin : le QR code mène à ${hote}, que personne d’autre ne peut ouvrir. ${remede}`
      )
    for (const page of [
      'https://a.fr/',
      'https://localhost.fr/',
      'https://xlocalhost/',
      'http://127.0.0.1.fr/',
      'http://10.0.0.0/'
    ])
      expect(dire(page), page).toBeNull()
    expect(dire('file:///c.html', { lien: 'https://b.fr/' })).toBeNull()
    expect(dire('https://a.fr/', { lien: 'http://localhost/' })).not.toBeNull()
    expect(dire('file:///c.html', { contenu: 'plan' })).toBeNull()
  })
})

const DATE = '2024-12-06'
const APRES = '2025-06-01'
const CSV = readFige(cheminGouvernances(DATE))
/** As the published file, and where the governance of Seine-Saint-Denis came in. */
const CSV_APRES = CSV.replace(
  /^93,Seine-Saint-Denis,[^,]*,[^,]*,[^,]*/m,
  '93,Seine-Saint-Denis,remontee,departement,source'
)
/** One and the same outline for every territory: the true ones take longer to read than all else. */
const CONTOURS = JSON.stringify({
  type: 'Topology',
  arcs: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0]
    ]
  ],
  objects: {
    territoires: {
      type: 'GeometryCollection',
      geometries: TERRITOIRES.map(({ code }) => ({
        type: 'Polygon',
        arcs: [[0]],
        id: code,
        properties: { etiquette: [0, 0] }
      }))
    }
  }
})
const index = (...dates: string[]) =>
  JSON.stringify({ instantanes: dates.map((date) => ({ date, titre: `Point du ${date}` })) })

/** The files of two snapshots, with others in their place; null is a file that cannot be had. */
function createLire(autres: Record<string, string | null> = {}) {
  const lus: string[] = []
  const fichiers: Record<string, string | null> = {
    [CHEMIN_INDEX]: index(DATE, APRES),
    [CHEMIN_CONTOURS]: CONTOURS,
    [cheminGouvernances(APRES)]: CSV_APRES,
    [cheminChiffres(APRES)]: readFige(cheminChiffres(DATE)).replaceAll(DATE, APRES),
    [cheminEcartsConnus(APRES)]: readFige(cheminEcartsConnus(DATE)),
    ...autres
  }
  const lire = (chemin: string) => {
    lus.push(chemin)
    const texte = chemin in fichiers ? fichiers[chemin] : readFige(chemin)
    return typeof texte === 'string'
      ? Promise.resolve(texte)
      : Promise.reject(new ErreurDeLecture(chemin, 'Le réseau ne répond pas.'))
  }
  return { lire, lus, fichiers }
}
const locaux = (...cles: string[]): LecteurLocaux => ({
  list: () => Promise.resolve(cles.map((cle) => ({ cle, date: cle.slice(0, 10), titre: cle.slice(11) }))),
  read: (cle) =>
    cles.includes(cle)
      ? Promise.resolve({
          instantane: {
            ...buildInstantane(buildTerritoire('01')),
            date: cle.slice(0, 10),
            local: cle.slice(11)
          },
          chiffres: {},
          ecartsConnus: [],
          problemes: []
        })
      : Promise.reject(new Error('introuvable'))
})

describe('the catalogue', () => {
  it('lists the shipped and the local ones by date, the shipped one of a date first', async () => {
    const catalogue = new Catalogue(createLire().lire)
    catalogue.setLocaux(locaux(`${DATE}~a`, '2025-01-01~b'))
    await catalogue.list()
    expect(catalogue.entrees).toEqual([
      { cle: DATE, date: DATE, titre: `Point du ${DATE}`, local: false },
      { cle: `${DATE}~a`, date: DATE, titre: 'a', local: true },
      { cle: '2025-01-01~b', date: '2025-01-01', titre: 'b', local: true },
      { cle: APRES, date: APRES, titre: `Point du ${APRES}`, local: false }
    ])
    expect(catalogue.dernier?.cle).toBe(APRES)
    expect(catalogue.find(DATE)?.date).toBe(DATE)
    expect(catalogue.find(null)).toBeUndefined()
  })

  it('keeps what was read without an error, and reads again what was not', async () => {
    const { lire, lus, fichiers } = createLire({ [cheminGouvernances(APRES)]: null })
    const catalogue = new Catalogue(lire)
    await catalogue.list()
    const [avant, apres] = catalogue.entrees
    if (!avant || !apres) throw new Error('two snapshots')
    const premier = await catalogue.read(avant)
    expect(await catalogue.read(avant)).toBe(premier)
    expect(lus.filter((chemin) => chemin === cheminGouvernances(DATE))).toHaveLength(1)
    expect((await catalogue.read(apres)).instantane).toBeNull()
    fichiers[cheminGouvernances(APRES)] = CSV_APRES
    expect((await catalogue.read(apres)).instantane?.date).toBe(APRES)
  })

  it('reads a local one from this machine, and says where it cannot', async () => {
    const catalogue = new Catalogue(createLire().lire)
    const locale = { cle: `${DATE}~a`, date: DATE, titre: 'a', local: true }
    const sans = await catalogue.read(locale)
    expect(sans).toMatchObject({ instantane: null, chiffres: null, ecartsConnus: [] })
    expect(sans.problemes[0]?.message).toBe('Lecture impossible (aucun stockage sur cet appareil).')
    catalogue.setLocaux(locaux())
    expect((await catalogue.read(locale)).problemes[0]?.message).toBe('Lecture impossible (introuvable).')
    catalogue.setLocaux(locaux(locale.cle))
    expect((await catalogue.read(locale)).instantane?.local).toBe('a')
  })

  it('forgets a local one that was removed, and has none of a storage that refuses', async () => {
    const catalogue = new Catalogue(createLire().lire)
    catalogue.setLocaux(locaux(`${DATE}~a`))
    await catalogue.listLocaux()
    expect(catalogue.entrees.map(({ cle }) => cle)).toEqual([`${DATE}~a`])
    catalogue.setLocaux({ ...locaux(), list: () => Promise.reject(new Error('refus')) })
    await catalogue.listLocaux()
    expect(catalogue.entrees).toEqual([])
    await new Catalogue(createLire().lire).listLocaux()
  })

  it('takes local data that come with the file for the same as those kept here, and reads them from the file', async () => {
    const cle = `${DATE}~x`
    const { lire, lus } = createLire({
      [CHEMIN_INDEX]: JSON.stringify({ instantanes: [{ date: DATE, titre: 'X', cle, local: true }] }),
      [cheminGouvernances(cle)]: CSV,
      [cheminChiffres(cle)]: readFige(cheminChiffres(DATE)),
      [cheminEcartsConnus(cle)]: readFige(cheminEcartsConnus(DATE))
    })
    const catalogue = new Catalogue(lire)
    catalogue.setLocaux(locaux(cle))
    await catalogue.list()
    const [entree] = catalogue.entrees
    expect(catalogue.entrees).toEqual([{ cle, date: DATE, titre: 'X', local: true, embarque: true }])
    expect(entree && (await catalogue.read(entree)).instantane).toMatchObject({ local: 'X', date: DATE })
    expect(lus).toContain(cheminGouvernances(cle))
  })

  it('says what is wrong with the list, and keeps the one before', async () => {
    const { lire, fichiers } = createLire()
    const catalogue = new Catalogue(lire)
    await catalogue.list()
    fichiers[CHEMIN_INDEX] = null
    await catalogue.list()
    expect(catalogue.problemes).toHaveLength(1)
    expect(catalogue.entrees).toHaveLength(2)
  })

  it('shows first the one that the file was made for, else the latest shipped one, else any', () => {
    const entree = (cle: string, local: boolean, affiche?: true) => ({
      cle,
      date: cle,
      titre: '',
      local,
      ...(affiche ? { affiche } : {})
    })
    const [a, b, c] = [entree('a', false), entree('b', false), entree('c', true)]
    expect(findDernier([a, b, c])).toBe(b)
    expect(findDernier([c])).toBe(c)
    expect(findDernier([])).toBeNull()
    const faite = entree('d', true, true)
    expect(findDernier([a, faite, b])).toBe(faite)
  })
})

describe('the atlas', () => {
  const adresse = { search: '', pathname: '/', hash: '' }
  const history = {
    state: null,
    pushState: vi.fn((_: unknown, __: string, url: string) => write(url)),
    replaceState: vi.fn((_: unknown, __: string, url: string) => write(url))
  }
  const write = (url: string) => (adresse.search = url.includes('?') ? url.slice(url.indexOf('?')) : '')

  beforeEach(() => {
    write('/')
    vi.stubGlobal('window', { location: adresse, history, addEventListener() {}, removeEventListener() {} })
  })
  afterEach(() => vi.unstubAllGlobals())

  /** An atlas that has read its files with the link in the address bar. */
  async function open(search: string, autres?: Parameters<typeof createLire>[0], source?: LecteurLocaux) {
    adresse.search = search
    const { lire, lus, fichiers } = createLire(autres)
    const atlas = new Atlas(lire)
    if (source) atlas.addLocaux(source)
    const stop = atlas.navigation.listen()
    await atlas.load()
    stop()
    return { atlas, lus, fichiers, told: () => atlas.problemes.map(({ message }) => plain(message)) }
  }

  it('shows the latest snapshot, with what follows from it', async () => {
    const { atlas, told } = await open('', { [CHEMIN_CONTOURS]: readFige(CHEMIN_CONTOURS) })
    expect(told()).toEqual([])
    expect(atlas.statut).toBe('pret')
    expect(atlas.instantanes.map(({ cle }) => cle)).toEqual([DATE, APRES])
    expect(atlas.entree?.cle).toBe(APRES)
    expect(atlas.instantane?.date).toBe(APRES)
    expect(atlas.territoires).toHaveLength(103)
    expect(atlas.parCode.get('976')?.nom).toBe('Mayotte')
    expect(atlas.territoire).toBeNull()
    expect(atlas.bilan?.territoires).toBe(103)
    expect(atlas.figures.feuillesAnnoncees).toBe(127)
    expect(atlas.ecarts.map(({ code }) => code)).toContain('contradiction-56')
    expect(atlas.ecartsConnus.length).toBeGreaterThan(0)
    expect(atlas.voisins.get('2B')).toEqual(['2A'])
    expect(atlas.evolution).toBeNull()
    expect(atlas.lieuxCites).toEqual([])
    expect(atlas.eclaires).toBeNull()
    expect(atlas.estompes.size).toBe(0)
    expect(plain(atlas.echeance?.message ?? '')).toMatch(/Données au 1er juin 2025\.$/)
  })

  it('has nothing before it has read anything', () => {
    const atlas = new Atlas(createLire().lire)
    expect(atlas).toMatchObject({
      statut: 'chargement',
      contours: null,
      instantane: null,
      entree: null,
      muet: false,
      survol: null,
      recadrages: 0
    })
    expect(
      [atlas.territoires, atlas.ecarts, atlas.problemes, atlas.instantanes, atlas.ecartsConnus].flat()
    ).toEqual([])
    expect([atlas.bilan, atlas.echeance, atlas.evolution, atlas.eclairee]).toEqual([null, null, null, null])
    expect(atlas.voisins.size).toBe(0)
    atlas.recadrer()
    atlas.recadrer()
    expect(atlas.recadrages).toBe(2)
  })

  it.each([
    [`?instantane=${DATE}&comparer=${APRES}`, DATE],
    [`?comparer=${DATE}`, APRES]
  ])(
    'compares from the older to the younger, whichever the link names first: %s',
    async (search, montree) => {
      const { atlas } = await open(search)
      expect(atlas.entree?.cle).toBe(montree)
      expect(atlas.entreeComparee?.cle).toBe(montree === DATE ? APRES : DATE)
      expect(atlas.evolution).toMatchObject({ avant: DATE, apres: APRES })
      expect(atlas.evolution?.entrees).toMatchObject({ avant: { cle: DATE }, apres: { cle: APRES } })
      expect(atlas.evolution?.parCode.get('93')?.classe).toBe('gagne')
      expect(atlas.evolution?.comptes.gagne).toBe(1)
      expect(atlas.evolution?.comptes.perdu).toBe(0)
    }
  )

  it('takes two of one date in the order shown: the one compared with first', async () => {
    const { atlas } = await open(`?instantane=${DATE}~a&comparer=${DATE}`, {}, locaux(`${DATE}~a`))
    expect(atlas.evolution?.entrees.avant.cle).toBe(DATE)
    expect(atlas.evolution?.entrees.apres.cle).toBe(`${DATE}~a`)
  })

  it.each([
    [
      '?instantane=2023-01-01',
      'Il n’existe pas d’instantané du 1er janvier 2023 : les dernières données livrées sont affichées.'
    ],
    ['?comparer=2023-01-01', 'Il n’existe pas d’instantané du 1er janvier 2023 : rien n’est comparé.'],
    [
      `?instantane=${DATE}~x`,
      `L’instantané local « ${DATE}~x » n’est pas gardé sur cet appareil : les dernières données livrées sont affichées.`
    ],
    [
      `?comparer=${DATE}~x`,
      `L’instantané local « ${DATE}~x » n’est pas gardé sur cet appareil : rien n’est comparé.`
    ],
    [`?comparer=${APRES}`, 'Le lien compare un instantané à lui-même ; rien n’est comparé.']
  ])('a link to what is not there is told and mended: %s', async (search, phrase) => {
    const { atlas } = await open(search)
    expect(atlas.navigation.avertissements.map(plain)).toEqual([phrase])
    expect(atlas.vue).toMatchObject({ instantane: null, comparer: null })
    expect(atlas.entree?.cle).toBe(APRES)
    expect(atlas.evolution).toBeNull()
  })

  it('says nothing of a link where the list itself could not be read', async () => {
    const { atlas, told } = await open('?instantane=2023-01-01', { [CHEMIN_INDEX]: null })
    expect(atlas.navigation.avertissements).toEqual([])
    expect(atlas.vue.instantane).toBe('2023-01-01')
    expect(told()).toEqual(['Le réseau ne répond pas.'])
    expect(atlas.entree).toBeNull()
  })

  it('follows the link, and reads nothing where it names the same', async () => {
    const { atlas, lus } = await open('')
    const avant = lus.length
    await atlas.follow()
    expect(lus).toHaveLength(avant)
    atlas.navigation.go({ instantane: DATE })
    await atlas.follow()
    expect(atlas.instantane?.date).toBe(DATE)
    atlas.navigation.go({ comparer: APRES })
    await atlas.follow()
    expect(atlas.evolution?.avant).toBe(DATE)
    atlas.navigation.go({ comparer: null })
    await atlas.follow()
    expect(atlas.instantaneCompare).toBeNull()
    expect(atlas.entreeComparee).toBeNull()
  })

  it('never lets a slow answer take the place of a later one', async () => {
    const { lire } = createLire()
    let livre = () => {}
    const lent = new Promise<void>((resolve) => (livre = resolve))
    const atlas = new Atlas(async (chemin) => {
      if (chemin === cheminGouvernances(DATE)) await lent
      return lire(chemin)
    })
    await atlas.load()
    atlas.navigation.go({ instantane: DATE })
    const premiere = atlas.follow()
    atlas.navigation.go({ instantane: null })
    await atlas.follow()
    livre()
    await premiere
    expect(atlas.instantane?.date).toBe(APRES)
  })

  it('keeps the earlier data where others cannot be had, and says so', async () => {
    const { atlas, told } = await open('', { [cheminGouvernances(DATE)]: null })
    atlas.navigation.go({ instantane: DATE })
    await atlas.follow()
    expect(atlas.instantane?.date).toBe(APRES)
    expect(atlas.entree?.cle).toBe(APRES)
    expect(told()).toEqual([
      'Le réseau ne répond pas.',
      'il n’a pas pu être lu. Les données du 1er juin 2025 restent affichées.'
    ])
    expect(atlas.problemes.at(-1)?.fichier).toBe('Instantané du 6\u00A0décembre\u00A02024')
  })

  it('shows figures without their territories, and never those of another date', async () => {
    const { atlas } = await open('', { [cheminGouvernances(APRES)]: null })
    expect(atlas.instantane).toBeNull()
    expect(atlas.entree?.cle).toBe(APRES)
    expect(atlas.chiffres.engagements?.annonce).toBe(16)
    const { atlas: autre } = await open(`?instantane=${DATE}`, { [cheminChiffres(APRES)]: null })
    expect(autre.chiffres.engagements).toBeDefined()
    autre.navigation.go({ instantane: null })
    await autre.follow()
    expect(autre.instantane?.date).toBe(APRES)
    expect(autre.chiffres).toEqual({})
  })

  it('keeps the figures of the same snapshot where it is read again in vain', async () => {
    const { atlas, fichiers } = await open('', { [cheminEcartsConnus(APRES)]: null })
    fichiers[cheminChiffres(APRES)] = null
    await atlas.load()
    expect(atlas.chiffres.engagements).toBeDefined()
  })

  it('says that a comparison cannot be shown', async () => {
    const { atlas, told } = await open(`?comparer=${DATE}`, { [cheminGouvernances(DATE)]: null })
    expect(atlas.evolution).toBeNull()
    expect(atlas.entreeComparee).toBeNull()
    expect(told()).toEqual([
      'Le réseau ne répond pas.',
      'il n’a pas pu être lu. La comparaison n’est pas affichée.'
    ])
  })

  it('lists local snapshots anew, and shows what the link then means', async () => {
    const { atlas } = await open('')
    atlas.addLocaux(locaux(`${DATE}~a`))
    await atlas.listLocaux()
    expect(atlas.instantanes.map(({ cle }) => cle)).toEqual([DATE, `${DATE}~a`, APRES])
    atlas.navigation.go({ instantane: `${DATE}~a` })
    await atlas.follow()
    expect(atlas.instantane?.local).toBe('a')
    atlas.addLocaux(locaux())
    await atlas.listLocaux()
    expect(atlas.instantane?.date).toBe(APRES)
  })

  it('dims what the region, the filters and the spotlight leave out', async () => {
    const { atlas } = await open('?region=53')
    const clairs = () => [...atlas.parCode.keys()].filter((code) => !atlas.estompes.has(code))
    expect(clairs()).toEqual(['22', '29', '35', '56'])
    atlas.navigation.go({ filtre: ['contradiction'] })
    expect(clairs()).toEqual(['56'])
    // A class that a list lights for a moment takes the place of the filters.
    atlas.eclairee = ['region']
    expect(clairs()).toEqual(['22', '29', '35', '56'])
    atlas.eclairee = null
    atlas.navigation.go({ region: null, filtre: ['ecart:coporteurs-prefecture'] })
    expect(clairs()).toEqual(['56'])
    expect(atlas.listEstompes({ filtre: [], region: '94' }).size).toBe(101)
    expect(atlas.listEstompes({ filtre: [], region: null }).size).toBe(0)
  })

  it('dims a territory of which the data say nothing wherever a filter asks for something', async () => {
    const { atlas } = await open(`?instantane=${DATE}~a&filtre=departement`, {}, locaux(`${DATE}~a`))
    expect(atlas.estompes.size).toBe(102)
    expect(atlas.estompes.has('01')).toBe(false)
  })

  it('filters by what became of the territories where two snapshots are compared', async () => {
    const { atlas } = await open(`?comparer=${DATE}&filtre=evolution:gagne`)
    expect(atlas.estompes.size).toBe(102)
    expect(atlas.estompes.has('93')).toBe(false)
  })

  it('sets the spotlight on what is pinned, chosen or named, and on nothing where nothing is', async () => {
    const lieu = (territoires: string[]) =>
      ({ lieu: { nom: `Lieu ${territoires}` }, territoires }) as unknown as FicheLieu
    const { atlas } = await open('?animation=lumiere')
    expect(atlas.eclaires).toBeNull()
    atlas.navigation.go({ epingles: ['01'], territoire: '45', lieu: ['41018', '99999'] })
    expect([...(atlas.eclaires ?? [])].sort()).toEqual(['01', '45'])
    atlas.setLieux((cle) => (cle === '41018' ? lieu(['41', '45']) : undefined))
    expect(atlas.lieuxCites).toEqual([{ cle: '41018', nom: 'Lieu 41,45', territoires: ['41', '45'] }])
    expect([...(atlas.eclaires ?? [])].sort()).toEqual(['01', '41', '45'])
    expect(atlas.estompes.size).toBe(100)
    // A single place heads its sheet, and is no mark.
    atlas.navigation.go({ lieu: ['41018'], territoire: '45' })
    expect(atlas.lieuxCites).toEqual([])
    atlas.navigation.go({ animation: [] })
    expect(atlas.eclaires).toBeNull()
    expect(atlas.territoire?.nom).toBe('Loiret')
  })
})
