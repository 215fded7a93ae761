import { isFiltre, isFiltreEvolution, type Filtre } from '../domain/vue/filtres'
import { findRegion, findTerritoireRef } from '../domain/territoire/referentiel'
import { quote } from '../domain/texte/francais'

/** What the map shows. */
export const VUES = ['coporteurs', 'feuilles-de-route', 'croisee'] as const
export type VueCarte = (typeof VUES)[number]

export const PANNEAUX = [
  'synthese',
  'manquants',
  'financements',
  'chiffres',
  'calendrier',
  'engagements',
  'objectifs',
  'reconciliation',
  'tableau',
  'comparaison',
  'donnees'
] as const
export type Panneau = (typeof PANNEAUX)[number]

export const MODES = ['exploration', 'presentation', 'integration'] as const
export type Mode = (typeof MODES)[number]

/**
 * What helps to lead a round table: places that are searched stay marked; a spotlight on what is marked, pinned and
 * chosen; the name of what is in view, to be read from the back row.
 */
export const ANIMATIONS = ['lieux', 'lumiere', 'ici'] as const
export type Animation = (typeof ANIMATIONS)[number]

/** More places marked could not be told from each other; a link that holds more loses the first. */
export const LIEUX_MAX = 40

/** At most so many territories can be pinned: more columns cannot be compared side by side. */
export const EPINGLES_MAX = 6

/** No name is longer: what a link carries beyond it is cut. */
const TEXTE_MAX = 60

/** The whole state of the app: everything that a link restores. */
export interface Vue {
  readonly vue: VueCarte
  readonly territoire: string | null
  readonly region: string | null
  readonly panneau: Panneau
  readonly filtre: readonly Filtre[]
  readonly epingles: readonly string[]
  /** What the table's rows must hold: the start of a word of the name, region or co-bearer, or of the code. */
  readonly texte: string
  /**
   * Places searched: INSEE code of a commune, SIREN of an EPCI, code of a department. The last one in the territory heads
   * its sheet.
   */
  readonly lieu: readonly string[]
  readonly animation: readonly Animation[]
  /** Date of the snapshot; null is the latest. */
  readonly instantane: string | null
  readonly comparer: string | null
  readonly mode: Mode
  /** From 1; only meaningful in a presentation. */
  readonly scene: number
}

export const VUE_PAR_DEFAUT: Vue = {
  vue: 'coporteurs',
  territoire: null,
  region: null,
  panneau: 'synthese',
  filtre: [],
  epingles: [],
  texte: '',
  lieu: [],
  animation: [],
  instantane: null,
  comparer: null,
  mode: 'exploration',
  scene: 1
}

/** Without two snapshots to compare there is no change to filter by. */
const dropEvolution = (vue: Vue): Vue =>
  vue.comparer === null && vue.filtre.some(isFiltreEvolution)
    ? { ...vue, filtre: vue.filtre.filter((filtre) => !isFiltreEvolution(filtre)) }
    : vue

/** True where places searched stay marked on the map: asked for, or said by a link that holds several. */
export function keepsLieux({ lieu, animation }: Pick<Vue, 'lieu' | 'animation'>): boolean {
  return lieu.length > 1 || animation.includes('lieux')
}

/** True where the second view shows a territory, a region or a place that the first one does not. */
export function asks(avant: Vue, apres: Vue): boolean {
  const isNew = (nom: 'territoire' | 'region') => apres[nom] !== null && apres[nom] !== avant[nom]
  return isNew('territoire') || isNew('region') || apres.lieu.some((cle) => !avant.lieu.includes(cle))
}

/**
 * The view changed by `patch`. A single place is there to head its sheet, and goes with it when another territory is
 * chosen or the sheet is closed; places that are kept are marks, which stay until they are cleared. The filters of a
 * comparison go with it.
 */
export function changeVue(vue: Vue, patch: Partial<Vue>): Vue {
  const suivante = dropEvolution({ ...vue, ...patch })
  const isTete = patch.lieu === undefined && vue.lieu.length === 1 && !keepsLieux(vue)
  return isTete && suivante.territoire !== vue.territoire ? { ...suivante, lieu: [] } : suivante
}

export interface LectureVue {
  readonly vue: Vue
  /** One French sentence a value that could not be used. */
  readonly avertissements: readonly string[]
}

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value)

/**
 * Reads the address bar. Never throws: a value that is unknown or broken falls back to the default and is told.
 * @param search the query, with or without its '?'
 */
export function parseVue(search: string): LectureVue {
  const params = new URLSearchParams(search)
  const avertissements: string[] = []
  const warn = (nom: string, valeur: string) => {
    const court = valeur.length > 40 ? `${valeur.slice(0, 40)}…` : valeur
    avertissements.push(
      `Le lien contient une valeur inconnue, ${quote(`${nom}=${court}`)}\u202F; elle est ignorée.`
    )
  }
  const one = <T>(nom: string, read: (valeur: string) => T | undefined, defaut: T): T => {
    const valeur = params.get(nom)
    if (valeur === null || valeur === '') return defaut
    const lu = read(valeur)
    if (lu === undefined) warn(nom, valeur)
    return lu ?? defaut
  }
  const many = <T>(nom: string, read: (valeur: string) => T | undefined): T[] => {
    const lus: T[] = []
    for (const valeur of (params.get(nom) ?? '')
      .split(',')
      .map((v) => v.trim())
      .filter((v) => v !== '')) {
      const lu = read(valeur)
      if (lu === undefined) warn(nom, valeur)
      else if (!lus.includes(lu)) lus.push(lu)
    }
    return lus
  }
  const territoire = (valeur: string) => findTerritoireRef(valeur.toUpperCase())?.code
  const date = (valeur: string) => (/^\d{4}-\d{2}-\d{2}(?:~[\w-]{1,40})?$/.test(valeur) ? valeur : undefined)
  const epingles = many('epingles', territoire)
  for (const code of epingles.slice(EPINGLES_MAX)) {
    const nom = findTerritoireRef(code)?.nom ?? code
    avertissements.push(
      `Le lien épingle plus de ${EPINGLES_MAX}\u00A0territoires\u202F; ${nom} (${code}) n’est pas retenu.`
    )
  }
  const comparer = one<string | null>('comparer', date, null)
  return {
    vue: {
      vue: one('vue', (v) => (isOneOf(VUES, v) ? v : undefined), VUE_PAR_DEFAUT.vue),
      territoire: one<string | null>('territoire', territoire, null),
      region: one<string | null>('region', (v) => findRegion(v)?.code, null),
      panneau: one('panneau', (v) => (isOneOf(PANNEAUX, v) ? v : undefined), VUE_PAR_DEFAUT.panneau),
      filtre: many('filtre', (v) =>
        isFiltre(v) && (comparer !== null || !isFiltreEvolution(v)) ? v : undefined
      ),
      epingles: epingles.slice(0, EPINGLES_MAX),
      texte: (params.get('texte') ?? '').slice(0, TEXTE_MAX),
      lieu: many('lieu', (v) =>
        /^(?:[\dAB]{5}(?:[DAM]|\d{4})?|\d{2}|2[AB]|9\d{2})$/i.test(v) ? v.toUpperCase() : undefined
      ).slice(-LIEUX_MAX),
      animation: many('animation', (v) => (isOneOf(ANIMATIONS, v) ? v : undefined)),
      instantane: one<string | null>('instantane', date, null),
      comparer,
      mode: one('mode', (v) => (isOneOf(MODES, v) ? v : undefined), VUE_PAR_DEFAUT.mode),
      scene: one('scene', (v) => (/^[1-9]\d{0,2}$/.test(v) ? Number(v) : undefined), VUE_PAR_DEFAUT.scene)
    },
    avertissements
  }
}

/** The query of a view, with its '?', or '' for the default view. What equals the default is left out. */
export function serializeVue(vue: Vue): string {
  const params = new URLSearchParams()
  for (const nom of Object.keys(VUE_PAR_DEFAUT) as (keyof Vue)[]) {
    const valeur = vue[nom]
    if (Array.isArray(valeur)) {
      if (valeur.length > 0) params.set(nom, valeur.join(','))
    } else if (valeur !== null && valeur !== VUE_PAR_DEFAUT[nom]) {
      params.set(nom, String(valeur))
    }
  }
  const query = params.toString().replace(/%2C/g, ',').replace(/%7E/g, '~').replace(/%3A/g, ':')
  return query === '' ? '' : `?${query}`
}
