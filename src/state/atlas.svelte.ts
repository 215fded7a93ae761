import { buildProbleme } from '../data/constat'
import { loadContours, type DonneesInstantane, type InstantaneDisponible } from '../data/instantanes'
import type { LireTexte } from '../data/lecture'
import type { LecteurLocaux } from '../data/locaux'
import type { Contours } from '../data/topologie'
import type { Chiffres } from '../domain/chiffres/chiffres'
import { computeEvolution } from '../domain/temps/evolution'
import { describeEcheance } from '../domain/temps/echeance'
import { listEcarts, type SignatureEcart } from '../domain/reconciliation/ecarts'
import { toFiguresAnnoncees } from '../domain/chiffres/figuresAnnoncees'
import { matchFiltres, type Filtre } from '../domain/vue/filtres'
import { formatDate, INSECABLE, quote } from '../domain/texte/francais'
import type { FicheLieu, LieuCite } from '../domain/territoire/lieu'
import type { Lecture, Probleme } from '../domain/texte/probleme'
import { computeBilan } from '../domain/reconciliation/reconciliation'
import { TERRITOIRES } from '../domain/territoire/referentiel'
import type { Instantane, Territoire } from '../domain/territoire/territoire'
import { computeVoisins } from '../domain/territoire/voisins'
import { Catalogue } from './catalogue.svelte'
import { toJour } from './jour'
import { Navigation } from './navigation.svelte'
import { type Vue, keepsLieux } from './vue'

/** Always the same: another empty set would have all that follows from it computed anew with each change of the link. */
const PERSONNE: ReadonlySet<string> = new Set()
const AUCUN_LIEU: readonly LieuCite[] = []

export type Statut = 'chargement' | 'pret'

/**
 * Everything that the rooms with pixels read: the view (owned by the address bar), the files as they were read, and
 * what follows from both. Nothing else in the app is mutable.
 */
export class Atlas {
  readonly navigation = new Navigation()
  readonly #lire: LireTexte
  readonly #catalogue: Catalogue
  /** The last outlines that could be drawn, whole or not. */
  #contoursLus: Lecture<Contours> | null = null
  #problemesContours = $state.raw<readonly Probleme[]>([])
  #problemesInstantanes = $state.raw<readonly Probleme[]>([])
  /** What the link last asked for, as {@link follow} has dealt with it. */
  #suivi = ''
  /** Counts the snapshots asked for, so that a slow answer never takes the place of a later one. */
  #demande = 0

  #resolveLieu = $state.raw<(cle: string) => FicheLieu | undefined>(() => undefined)

  statut = $state<Statut>('chargement')
  contours = $state.raw<Contours | null>(null)
  instantane = $state.raw<Instantane | null>(null)
  /** Where {@link instantane} stands in the list; null before anything could be read. */
  entree = $state.raw<InstantaneDisponible | null>(null)
  chiffres = $state.raw<Partial<Chiffres>>({})
  ecartsConnus = $state.raw<readonly SignatureEcart[]>([])
  /** The snapshot that `comparer=` sets beside the current one, or null. */
  instantaneCompare = $state.raw<Instantane | null>(null)
  entreeComparee = $state.raw<InstantaneDisponible | null>(null)
  /** The territory under the pointer, on whichever frame, list or chart it is. */
  survol = $state<string | null>(null)
  /** The class that a list lights on the map for as long as the pointer or the focus is on its line; in no link. */
  eclairee = $state.raw<readonly Filtre[] | null>(null)
  /** True where the map is a companion of something else: it then bears no codes. */
  muet = $state(false)
  /** Counts how often the map was asked to come back to what the link frames: the link itself does not change then. */
  recadrages = $state(0)
  /** The day against which deadlines are judged, in Paris: ISO date. */
  aujourdhui = $state(toJour(new Date()))

  constructor(lire: LireTexte) {
    this.#lire = lire
    this.#catalogue = new Catalogue(lire)
  }

  vue = $derived.by(() => this.navigation.vue)
  problemes = $derived.by((): readonly Probleme[] => [
    ...this.#problemesContours,
    ...this.#problemesInstantanes
  ])
  /** Every snapshot that can be shown, the oldest first. */
  get instantanes(): readonly InstantaneDisponible[] {
    return this.#catalogue.entrees
  }
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
  /** Where the deadline of the credits stands today; null where it could not be read. */
  echeance = $derived.by(() => {
    const { financements } = this.chiffres
    return financements
      ? describeEcheance(financements.echeance.date, this.aujourdhui, this.instantane?.date ?? null)
      : null
  })
  /**
   * What became of each territory from the older of the two snapshots that are compared to the younger one, with what the
   * catalogue says of both; null where none are.
   */
  evolution = $derived.by(() => {
    const { entree, entreeComparee, instantane, instantaneCompare } = this
    if (!entree || !entreeComparee || !instantane || !instantaneCompare) return null
    const paire = [
      { entree: entreeComparee, instantane: instantaneCompare },
      { entree, instantane }
    ] as const
    const [avant, apres] = instantaneCompare.date <= instantane.date ? paire : ([paire[1], paire[0]] as const)
    const evolution = computeEvolution(avant.instantane, apres.instantane)
    return {
      ...evolution,
      entrees: { avant: avant.entree, apres: apres.entree },
      parCode: new Map(evolution.territoires.map((t) => [t.code, t]))
    }
  })
  /** The places kept that are known, in the order in which they were named; none until the places are there. */
  lieuxCites = $derived.by((): readonly LieuCite[] =>
    keepsLieux(this.vue)
      ? this.vue.lieu.flatMap((cle) => {
          const fiche = this.#resolveLieu(cle)
          return fiche ? [{ cle, nom: fiche.lieu.nom, territoires: fiche.territoires }] : []
        })
      : AUCUN_LIEU
  )
  /** Codes that the spotlight is on; null where there is none, or nothing for it to be on. */
  eclaires = $derived.by((): ReadonlySet<string> | null => {
    const { animation, epingles, territoire } = this.vue
    if (!animation.includes('lumiere')) return null
    const codes = [...epingles, ...this.lieuxCites.flatMap(({ territoires }) => territoires)]
    if (territoire !== null) codes.push(territoire)
    return codes.length > 0 ? new Set(codes) : null
  })
  /** Codes that the filters, the chosen region or the spotlight leave out: they are dimmed everywhere. */
  estompes = $derived.by((): ReadonlySet<string> =>
    this.listEstompes({ region: this.vue.region, filtre: this.eclairee ?? this.vue.filtre })
  )

  /** The same for another view of the same data: a scene that is not shown yet. */
  listEstompes({ filtre, region }: Pick<Vue, 'filtre' | 'region'>): ReadonlySet<string> {
    const { eclaires } = this
    if (filtre.length === 0 && region === null && eclaires === null) return PERSONNE
    const contexte = { ecarts: this.ecarts, evolution: this.evolution }
    return new Set(
      TERRITOIRES.filter(({ code, region: sienne }) => {
        if (region !== null && sienne !== region) return true
        if (eclaires !== null && !eclaires.has(code)) return true
        return !matchFiltres(this.parCode.get(code) ?? { code }, filtre, contexte)
      }).map(({ code }) => code)
    )
  }

  /** Brings the map back to what the link frames, from wherever it was moved. */
  recadrer(): void {
    this.recadrages++
  }

  /** Looks at the clock again: a page can stay open past midnight. */
  updateJour(): void {
    this.aujourdhui = toJour(new Date())
  }

  /** @param resolve the place that a link names; undefined for one that is unknown, or not there yet */
  setLieux(resolve: (cle: string) => FicheLieu | undefined): void {
    this.#resolveLieu = resolve
  }

  /** Adds the snapshots kept on this machine; they are listed by {@link load}, and by {@link listLocaux} from then on. */
  addLocaux(source: LecteurLocaux): void {
    this.#catalogue.setLocaux(source)
  }

  /** Lists the local snapshots anew, after one was kept or removed, and shows what the link then means. */
  async listLocaux(): Promise<void> {
    await this.#catalogue.listLocaux()
    await this.#show()
  }

  /** Loads everything that the view needs. Never rejects: what failed is in `problemes`, what worked is kept. */
  async load(): Promise<void> {
    this.statut = 'chargement'
    // The outlines are of no date: they need not wait for the list of snapshots.
    const lectureContours = this.#readContours()
    await this.#catalogue.list()
    const [contours] = await Promise.all([lectureContours, this.#show()])
    this.contours = contours.valeur
    this.#problemesContours = contours.problemes
    this.statut = 'pret'
    // The link may have changed meanwhile.
    await this.follow()
  }

  /**
   * Shows the snapshots that the link now names. To be called whenever the view changes; does nothing where the link
   * names the same ones as before. Never rejects: earlier data stay where others cannot be had.
   */
  async follow(): Promise<void> {
    if (this.statut !== 'chargement' && this.#suivi !== this.#describeDemande()) await this.#show()
  }

  #describeDemande(): string {
    const { instantane, comparer } = this.vue
    return `${instantane ?? ''} ${comparer ?? ''}`
  }

  async #show(): Promise<void> {
    const demande = ++this.#demande
    const catalogue = this.#catalogue
    const voulue = this.#find('instantane') ?? catalogue.dernier
    let comparee = this.#find('comparer')
    if (comparee && comparee.cle === voulue?.cle) {
      comparee = null
      this.#ignore('comparer', 'Le lien compare un instantané à lui-même\u202F; rien n’est comparé.')
    }
    this.#suivi = this.#describeDemande()
    const [donnees, autres] = await Promise.all([
      voulue && catalogue.read(voulue),
      comparee && catalogue.read(comparee)
    ])
    if (demande !== this.#demande) return
    const lues = voulue && donnees ? this.#keep(voulue, donnees) : []
    this.instantaneCompare = autres?.instantane ?? null
    this.entreeComparee = this.instantaneCompare && comparee
    this.#problemesInstantanes = [
      ...catalogue.problemes,
      ...lues,
      ...(autres?.problemes ?? []),
      ...(autres && comparee && !autres.instantane ? [tellIllisible(comparee, null)] : [])
    ]
  }

  /** Takes the data of a snapshot; where it cannot be shown, keeps the earlier one and says so. */
  #keep(voulue: InstantaneDisponible, donnees: DonneesInstantane): readonly Probleme[] {
    const avant = this.entree
    if (donnees.instantane || !this.instantane || avant?.cle === voulue.cle) {
      const meme = avant?.cle === voulue.cle
      // Figures without their territories are still shown, and never those of another date.
      this.instantane = donnees.instantane ?? this.instantane
      this.chiffres = donnees.chiffres ?? (meme ? this.chiffres : {})
      this.ecartsConnus = donnees.ecartsConnus
      this.entree = voulue
      return donnees.problemes
    }
    return [...donnees.problemes, tellIllisible(voulue, avant)]
  }

  /** The snapshot that the link names; a name that is none is told, and taken out of the link. */
  #find(nom: 'instantane' | 'comparer'): InstantaneDisponible | null {
    const cle = this.vue[nom]
    if (cle === null) return null
    const entree = this.#catalogue.find(cle)
    if (entree) return entree
    // A list that could not be read says nothing of what exists.
    if (this.#catalogue.problemes.length > 0) return null
    const suite = nom === 'comparer' ? 'rien n’est comparé' : 'les dernières données livrées sont affichées'
    this.#ignore(
      nom,
      cle.includes('~')
        ? `L’instantané local ${quote(cle)} n’est pas gardé sur cet appareil${INSECABLE}: ${suite}.`
        : `Il n’existe pas d’instantané du ${formatDate(cle)}${INSECABLE}: ${suite}.`
    )
    return null
  }

  #ignore(nom: 'instantane' | 'comparer', avertissement: string): void {
    this.navigation.go({ [nom]: null }, { replace: true })
    this.navigation.warn(avertissement)
  }

  /** Whole outlines are kept; incomplete ones are asked for again, and kept with their problems where that fails. */
  async #readContours(): Promise<Lecture<Contours>> {
    const avant = this.#contoursLus
    if (avant?.problemes.length === 0) return avant
    const lus = await loadContours(this.#lire)
    if (lus.valeur) return (this.#contoursLus = lus)
    return { valeur: avant?.valeur ?? null, problemes: [...lus.problemes, ...(avant?.problemes ?? [])] }
  }
}

const tellIllisible = (voulue: InstantaneDisponible, affichee: InstantaneDisponible | null): Probleme =>
  buildProbleme(`Instantané du ${formatDate(voulue.date)}`, {
    message: affichee
      ? `il n’a pas pu être lu. Les données du ${formatDate(affichee.date)} restent affichées.`
      : 'il n’a pas pu être lu. La comparaison n’est pas affichée.'
  })
