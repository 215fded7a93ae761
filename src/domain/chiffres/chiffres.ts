/**
 * What the source of a snapshot states beside its list of territories: chiffres.json, field for field.
 * Described by static/donnees/schema-chiffres.json; a test holds the two together.
 */
import type { DateSource } from '../temps/dateSource'
import type { Origine, TypeCoporteur } from '../territoire/territoire'

/** Anything that can be pointed at, with the words of the source that it comes from. */
export interface Element {
  /** Stable kebab-case name, unique in the file. */
  readonly id: string
  /** Verbatim, misspellings included; line breaks separate the lines of the source. */
  readonly source: string
}

/** A quotation without a name of its own. */
type Citation = Pick<Element, 'source'>

/** A figure that the source states. */
interface Chiffre extends Element {
  /** A percentage is a whole number: 71 for 71 %. */
  readonly valeur: number
  readonly unite: 'nombre' | 'pourcent'
  /** As it is shown: '8 M', '3 800'. */
  readonly texte: string
  /** What is counted; stands below the number. */
  readonly libelle: string
}

interface ChiffreReserve extends Chiffre {
  /** The restriction that the source adds; never leave it out where the figure is explained. */
  readonly reserve: string
}

interface Personne extends Element {
  readonly nom: string
  /** Role and body, as the source gives them. */
  readonly fonction: string
}

interface Evenement extends Element {
  readonly titre: string
  readonly lieu: Element & { readonly texte: string }
  readonly animatrice: Personne
  readonly intervenants: readonly Personne[]
}

interface Jalon extends Element {
  readonly annee: number
  readonly nom: string
  readonly sigle: string | null
}

interface FeuilleDeRouteNationale extends Element {
  readonly nom: string
  readonly titre: string
  readonly periode: { readonly debut: number; readonly fin: number }
  readonly jalons: readonly Jalon[]
}

type Objectif = Chiffre

interface Objectifs extends Element {
  readonly titre: string
  readonly annee: number
  readonly liste: readonly Objectif[]
}

export interface Signataire extends Element {
  readonly nom: string
  /** The group under which the source names it. */
  readonly groupe: string | null
}

interface Signataires extends Element {
  readonly titre: string
  /** False when the source ends its list with 'etc.': say so wherever it is shown. */
  readonly exhaustive: boolean
  readonly liste: readonly Signataire[]
}

interface Axe extends Element {
  readonly numero: number
  /** 'deduit': the source gives no number, this is the rank. */
  readonly numeroOrigine: Origine
  readonly titre: string
}

interface Engagement extends Element {
  readonly numero: number
  /** `id` of the axis under whose title the source places it. */
  readonly axe: string
  readonly titre: string
}

interface Engagements extends Element {
  readonly titre: string
  /** How many the source announces. */
  readonly annonce: number
  readonly axes: readonly Axe[]
  readonly liste: readonly Engagement[]
}

interface Etape extends Element {
  readonly numero: number
  readonly titre: string
}

interface EntreeCalendrier extends Element {
  readonly date: DateSource
  readonly texte: string
  /** `numero` of the step. */
  readonly etape: number
  readonly etapeOrigine: Origine
  /** A French sentence: why it belongs to this step. */
  readonly etapeMotif: string
  /** True for a date after which nobody can ask for a means any more. */
  readonly cloture: boolean
}

export interface Calendrier extends Element {
  readonly titre: string
  readonly etapes: readonly Etape[]
  /** The oldest first. */
  readonly dates: readonly EntreeCalendrier[]
}

/** A name as the source writes it ('Corse', '13'), and the territories that it stands for. */
export interface Mention {
  readonly texte: string
  readonly codes: readonly string[]
}

interface CoporteurAnnonce extends Element {
  readonly type: TypeCoporteur
  readonly libelle: string
  readonly annonce: number
  /** The names that the source gives; null when it gives none. */
  readonly cites: (Citation & { readonly territoires: readonly Mention[] }) | null
}

interface NonRemontee extends Mention, Citation {
  /** 'en cours de validation', or null. */
  readonly mention: string | null
}

interface GouvernancesAnnoncees extends Element {
  readonly titre: string
  readonly remontees: Chiffre
  readonly coporteurs: readonly CoporteurAnnonce[]
  readonly nonRemontees: Element & { readonly titre: string; readonly territoires: readonly NonRemontee[] }
}

export interface RegionSansFeuille extends Element {
  /** Name as the source writes it. */
  readonly texte: string
  /** INSEE code; null for a collectivity that belongs to no region. */
  readonly region: string | null
  readonly territoires: readonly Mention[]
}

interface FeuillesDeRouteAnnoncees extends Element {
  readonly titre: string
  readonly annoncees: Chiffre
  readonly remontees: ChiffreReserve
  readonly manquantes: ChiffreReserve & { readonly regions: readonly RegionSansFeuille[] }
}

interface Montant {
  /** Euros. */
  readonly valeur: number
  readonly devise: 'EUR'
  readonly par: 'departement' | 'an' | null
  readonly texte: string
}

export interface Financement extends Element {
  readonly nom: string
  /** null: the source gives no amount. */
  readonly montant: Montant | null
  readonly objet: string
  /** Who can use it; null: the source does not say. */
  readonly beneficiaires: string | null
  /** True when it pays for the making or the doing of roadmaps. */
  readonly pourFeuilleDeRoute: boolean
  /** True when the source names EPCI among those who can use it. */
  readonly nommeEpci: boolean
}

export interface Financements extends Element {
  readonly titre: string
  readonly liste: readonly Financement[]
  readonly cumul: Element & {
    readonly texte: string
    readonly complementaires: boolean
    readonly cumulables: boolean
  }
  /** The source says 'les fonds' and not which ones. */
  readonly echeance: Element & { readonly texte: string; readonly date: DateSource }
}

interface ValeurDatee {
  readonly valeur: number
  readonly date: DateSource
}

export interface Cible extends ValeurDatee {
  readonly annee: number
  /** Progress that the source states, in per cent; null when it states none. */
  readonly avancementAnnonce: number | null
}

export interface Indicateur extends Element {
  readonly titre: string
  readonly territoire: string
  readonly initiale: ValeurDatee
  readonly actuelle: ValeurDatee
  /** The nearest first. */
  readonly cibles: readonly Cible[]
  /** Title of a chart that the source shows; its points are not in the source's text. */
  readonly graphique: (Citation & { readonly titre: string }) | null
  readonly miseAJour: (Citation & { readonly date: DateSource }) | null
  readonly provenance: (Citation & { readonly texte: string }) | null
}

interface Indicateurs extends Element {
  readonly titre: string
  readonly liste: readonly Indicateur[]
}

/** The two shares need not add up to 100: they are shown as stated. */
export interface Postes extends Element {
  readonly titre: string
  readonly attribues: Chiffre
  readonly pourvus: Chiffre
  readonly restants: Chiffre
}

export interface Chiffres {
  /** ISO date of the snapshot. */
  readonly instantane: string
  readonly evenement: Evenement
  readonly feuilleDeRouteNationale: FeuilleDeRouteNationale
  readonly objectifs: Objectifs
  readonly signataires: Signataires
  readonly engagements: Engagements
  readonly calendrier: Calendrier
  readonly gouvernances: GouvernancesAnnoncees
  readonly feuillesDeRoute: FeuillesDeRouteAnnoncees
  readonly financements: Financements
  readonly indicateurs: Indicateurs
  readonly postes: Postes
}

/** What could be read: a section with a problem is absent, the others are whole. */
export type ChiffresLus = Partial<Chiffres>

/** Every named element of the file by its `id`, with the words of the source behind it. */
export function indexElements(chiffres: ChiffresLus): ReadonlyMap<string, Element> {
  const index = new Map<string, Element>()
  const visit = (valeur: unknown): void => {
    if (typeof valeur !== 'object' || valeur === null) return
    if (isElement(valeur) && !index.has(valeur.id)) index.set(valeur.id, valeur)
    Object.values(valeur).forEach(visit)
  }
  visit(chiffres)
  return index
}

const isElement = (valeur: object): valeur is Element =>
  'id' in valeur && typeof valeur.id === 'string' && 'source' in valeur && typeof valeur.source === 'string'
