import { isFiltre, isFiltreEvolution, type Filtre } from '../domain/vue/filtres'
import { findRegion, findTerritoireRef, nameTerritoire } from '../domain/territoire/referentiel'
import { TRIS, type CleTri } from '../domain/territoire/tableau'
import { quote } from '../domain/texte/francais'
import { MODES, PANNEAUX, VUES, type Mode, type Panneau, type VueCarte } from '../domain/vue/vocabulaire'
import { formatPremiers, Parametres } from './parametres'

export { MODES, PANNEAUX, VUES, type Panneau, type VueCarte }

/**
 * What helps to lead a round table: places that are searched stay marked; a spotlight on what is marked, pinned and
 * chosen; the name of what is in view, to be read from the back row; the map alone, its panel put away.
 */
export const ANIMATIONS = ['lieux', 'lumiere', 'ici', 'carte'] as const
export type Animation = (typeof ANIMATIONS)[number]

/** How a map looks in somebody else's page: that page knows what it looks like itself, the device does not. */
export const THEMES_INTEGRES = ['clair', 'sombre', 'systeme'] as const
export type ThemeIntegre = (typeof THEMES_INTEGRES)[number]

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
  /** The order of the table of territories. */
  readonly tri: CleTri
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
  /** Only meaningful in somebody else's page; elsewhere it is a habit of the device. */
  readonly theme: ThemeIntegre
}

export const VUE_PAR_DEFAUT: Vue = {
  vue: 'coporteurs',
  territoire: null,
  region: null,
  panneau: 'synthese',
  tri: 'code',
  filtre: [],
  epingles: [],
  texte: '',
  lieu: [],
  animation: [],
  instantane: null,
  comparer: null,
  mode: 'exploration',
  scene: 1,
  theme: 'clair'
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
  /** What of the link could not be used; a French sentence each, and few of them. */
  readonly avertissements: readonly string[]
}

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value)

/** Reads a word of a list, in capitals or not. */
const oneOf =
  <T extends string>(list: readonly T[]) =>
  (ecrit: string): T | undefined => {
    const valeur = ecrit.toLowerCase()
    return isOneOf(list, valeur) ? valeur : undefined
  }

const readTerritoire = (valeur: string) => findTerritoireRef(valeur.toUpperCase())?.code
const readDate = (valeur: string) =>
  /^\d{4}-\d{2}-\d{2}(?:~[\w-]{1,40})?$/.test(valeur) ? valeur : undefined
const readLieu = (valeur: string) =>
  /^(?:[\dAB]{5}(?:[DAM]|\d{4})?|\d{2}|2[AB]|9\d{2})$/i.test(valeur) ? valeur.toUpperCase() : undefined
const readScene = (valeur: string) => (/^[1-9]\d{0,2}$/.test(valeur) ? Number(valeur) : undefined)

/** What a link holds too much of, in a sentence that is as short for six hundred as for one; none where all is kept. */
function warnExces(verbe: string, max: number, quoi: string, noms: readonly string[]): string[] {
  if (noms.length === 0) return []
  const suite = noms.length > 1 ? 'ne sont pas retenus' : 'n’est pas retenu'
  return [`Le lien ${verbe} plus de ${max}\u00A0${quoi}\u202F; ${formatPremiers(noms)} ${suite}.`]
}

/**
 * Reads the address bar. Never throws: a value that is unknown or broken falls back to the default and is told.
 * @param search the query, with or without its '?'
 */
export function parseVue(search: string): LectureVue {
  const params = new Parametres(search)
  const epingles = params.many('epingles', readTerritoire)
  const lieux = params.many('lieu', readLieu)
  const mode = params.one('mode', oneOf(MODES), VUE_PAR_DEFAUT.mode)
  const comparer = params.one<string | null>('comparer', readDate, null)
  const readFiltre = (ecrit: string): Filtre | undefined => {
    // The codes of territories within them are in capitals ('ecart:contradiction-2A').
    const valeur = isFiltre(ecrit) ? ecrit : ecrit.toLowerCase()
    return isFiltre(valeur) && (comparer !== null || !isFiltreEvolution(valeur)) ? valeur : undefined
  }
  return {
    vue: {
      vue: params.one('vue', oneOf(VUES), VUE_PAR_DEFAUT.vue),
      territoire: params.one<string | null>('territoire', readTerritoire, null),
      region: params.one<string | null>('region', (v) => findRegion(v)?.code, null),
      panneau: params.one('panneau', oneOf(PANNEAUX), VUE_PAR_DEFAUT.panneau),
      tri: params.one('tri', oneOf(TRIS), VUE_PAR_DEFAUT.tri),
      filtre: params.many('filtre', readFiltre),
      epingles: epingles.slice(0, EPINGLES_MAX),
      // Not between the two halves of one sign.
      texte: params
        .text('texte')
        .slice(0, TEXTE_MAX)
        .replace(/[\uD800-\uDBFF]$/, ''),
      lieu: lieux.slice(-LIEUX_MAX),
      animation: params.many('animation', oneOf(ANIMATIONS)),
      instantane: params.one<string | null>('instantane', readDate, null),
      comparer,
      mode,
      scene: params.one('scene', readScene, VUE_PAR_DEFAUT.scene),
      theme:
        mode === 'integration'
          ? params.one('theme', oneOf(THEMES_INTEGRES), VUE_PAR_DEFAUT.theme)
          : VUE_PAR_DEFAUT.theme
    },
    avertissements: [
      ...params.listAvertissements(),
      ...warnExces(
        'épingle',
        EPINGLES_MAX,
        'territoires',
        epingles.slice(EPINGLES_MAX).map((code) => `${nameTerritoire(code)} (${code})`)
      ),
      ...warnExces('marque', LIEUX_MAX, 'lieux', lieux.slice(0, -LIEUX_MAX).map(quote))
    ]
  }
}

/** A value as a form would write it, the signs of codes and dates as they are. */
function encode(valeur: string): string {
  // Every link of the page is written anew with each change of view, and few hold anything else.
  if (/^[\w.,~:*-]*$/.test(valeur)) return valeur
  const ecrit = new URLSearchParams([['', valeur]]).toString().slice(1)
  return ecrit.replace(/%2C/g, ',').replace(/%7E/g, '~').replace(/%3A/g, ':')
}

/** The query of a view, with its '?', or '' for the default view. What equals the default is left out. */
export function serializeVue(vue: Vue): string {
  const paires: string[] = []
  for (const nom of Object.keys(VUE_PAR_DEFAUT) as (keyof Vue)[]) {
    const valeur = vue[nom]
    if (Array.isArray(valeur)) {
      if (valeur.length > 0) paires.push(`${nom}=${encode(valeur.join(','))}`)
    } else if (valeur !== null && valeur !== VUE_PAR_DEFAUT[nom]) {
      paires.push(`${nom}=${encode(String(valeur))}`)
    }
  }
  return paires.length === 0 ? '' : `?${paires.join('&')}`
}
