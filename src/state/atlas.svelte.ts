import {
  loadChiffres,
  loadContours,
  loadEcartsConnus,
  loadIndex,
  loadInstantane,
  type SourceChargee
} from '../data/instantanes'
import type { LireTexte } from '../data/lecture'
import type { Contours } from '../data/topologie'
import type { Chiffres } from '../domain/chiffres'
import { listEcarts, type SignatureEcart } from '../domain/ecarts'
import { toFiguresAnnoncees } from '../domain/figuresAnnoncees'
import { matchFiltres } from '../domain/filtres'
import type { Probleme } from '../domain/probleme'
import { computeBilan } from '../domain/reconciliation'
import { TERRITOIRES } from '../domain/referentiel'
import type { Instantane, Territoire } from '../domain/territoire'
import { computeVoisins } from '../domain/voisins'
import { Navigation } from './navigation.svelte'

export type Statut = 'chargement' | 'pret'

/**
 * Everything that the rooms with pixels read: the view (owned by the address bar), the files as they were read, and
 * what follows from both. Nothing else in the app is mutable.
 */
export class Atlas {
  readonly navigation = new Navigation()
  readonly #lire: LireTexte
  /** The last outlines that could be drawn, whole or not. */
  #contoursLus: SourceChargee<Contours> | null = null

  statut = $state<Statut>('chargement')
  contours = $state.raw<Contours | null>(null)
  instantane = $state.raw<Instantane | null>(null)
  chiffres = $state.raw<Partial<Chiffres>>({})
  ecartsConnus = $state.raw<readonly SignatureEcart[]>([])
  problemes = $state.raw<readonly Probleme[]>([])
  /** The territory under the pointer, on whichever frame, list or chart it is. */
  survol = $state<string | null>(null)
  /** The day against which deadlines are judged: ISO date. */
  aujourdhui = $state(new Date().toISOString().slice(0, 10))

  constructor(lire: LireTexte) {
    this.#lire = lire
  }

  vue = $derived.by(() => this.navigation.vue)
  voisins = $derived.by(() =>
    this.contours ? computeVoisins(this.contours.topologie) : new Map<string, string[]>()
  )
  territoires = $derived.by((): readonly Territoire[] => this.instantane?.territoires ?? [])
  parCode = $derived.by(() => new Map(this.territoires.map((t) => [t.code, t])))
  /** The territory chosen, as the data tell of it; null when none is, or when the data do not say. */
  territoire = $derived.by(() => (this.vue.territoire && this.parCode.get(this.vue.territoire)) || null)
  figures = $derived.by(() => toFiguresAnnoncees(this.chiffres))
  bilan = $derived.by(() => (this.instantane ? computeBilan(this.instantane, this.figures) : null))
  ecarts = $derived.by(() =>
    this.instantane && this.bilan ? listEcarts(this.instantane, this.bilan, this.figures) : []
  )
  /** Codes that the filters or the chosen region leave out: they are dimmed everywhere. */
  estompes = $derived.by((): ReadonlySet<string> => {
    const { filtre, region } = this.vue
    if (filtre.length === 0 && region === null) return new Set()
    return new Set(
      TERRITOIRES.filter(({ code, region: sienne }) => {
        if (region !== null && sienne !== region) return true
        const territoire = this.parCode.get(code)
        return filtre.length > 0 && !(territoire && matchFiltres(territoire, filtre))
      }).map(({ code }) => code)
    )
  })

  /** Loads everything that the view needs. Never rejects: what failed is in `problemes`, what worked is kept. */
  async load(): Promise<void> {
    this.statut = 'chargement'
    // The outlines are of no date: they need not wait for the list of snapshots.
    const lectureContours = this.#readContours()
    const index = await loadIndex(this.#lire)
    const entrees = index.valeur ?? []
    const demandee = entrees.find(({ date }) => date === this.vue.instantane)
    const date = (demandee ?? entrees.at(-1))?.date ?? null
    const [contours, instantane, chiffres, connus] = await Promise.all([
      lectureContours,
      date ? loadInstantane(this.#lire, date) : { valeur: null, problemes: [] },
      date ? loadChiffres(this.#lire, date) : { valeur: null, problemes: [] },
      date ? loadEcartsConnus(this.#lire, date) : []
    ])
    this.contours = contours.valeur
    this.instantane = instantane.valeur ?? this.instantane
    this.chiffres = chiffres.valeur ?? this.chiffres
    this.ecartsConnus = connus
    this.problemes = [index, contours, instantane, chiffres].flatMap(({ problemes }) => problemes)
    this.statut = 'pret'
  }

  /** Whole outlines are kept; incomplete ones are asked for again, and kept with their problems where that fails. */
  async #readContours(): Promise<SourceChargee<Contours>> {
    const avant = this.#contoursLus
    if (avant?.problemes.length === 0) return avant
    const lus = await loadContours(this.#lire)
    if (lus.valeur) return (this.#contoursLus = lus)
    return { valeur: avant?.valeur ?? null, problemes: [...lus.problemes, ...(avant?.problemes ?? [])] }
  }
}
