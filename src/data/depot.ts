import type { IDBPDatabase } from 'idb'
import { foldNom, typographier } from '../domain/texte/francais'

/** A snapshot as it is kept on this machine. */
export interface InstantaneGarde {
  /** 'AAAA-MM-JJ~name', as the address bar carries it. */
  readonly cle: string
  /** ISO date that the data speak of. */
  readonly date: string
  readonly titre: string
  /** ISO date and time. */
  readonly importeLe: string
  /** Date of the shipped snapshot whose figures and known discrepancies stand beside it; null when there is none. */
  readonly base: string | null
  /** gouvernances.csv as it is shipped (commas, LF). */
  readonly gouvernances: string
  /** chiffres.json, or null where the figures are those of `base`. */
  readonly chiffres: string | null
}

/** Why nothing could be kept; `message` is a French sentence. */
export class ErreurDepot extends Error {
  readonly cas: 'interdit' | 'plein' | 'bloque' | 'autre'
  constructor(cas: ErreurDepot['cas'], options?: ErrorOptions) {
    super(typographier(PHRASES[cas]), options)
    this.name = 'ErreurDepot'
    this.cas = cas
  }
}

const PHRASES: Record<ErreurDepot['cas'], string> = {
  interdit:
    'Ce navigateur ne permet pas de garder des données (navigation privée, ou réglage de confidentialité).',
  plein:
    'L’espace que ce navigateur accorde à la page est plein : supprimer un instantané local, puis recommencer.',
  bloque:
    'Le stockage de ce navigateur ne répond pas : fermer les autres onglets de cette page, puis recommencer.',
  autre: 'Les données n’ont pas pu être gardées sur cet appareil.'
}

const BASE = 'carte-fne'
const TABLE = 'instantanes'
/** Milliseconds; a storage that hangs must not keep the page from starting. */
const ATTENTE_MAX = 4000

/**
 * The snapshots kept on this machine, in IndexedDB. What the storage refuses is kept in memory as long as the page is
 * open, so that nobody loses an import to a setting of the browser.
 */
export class Depot {
  /** All that this page imported, kept or not, and what it read. */
  readonly #memoire = new Map<string, InstantaneGarde>()
  readonly #ephemeres = new Set<string>()
  #ouverture: Promise<IDBPDatabase> | null = null

  /**
   * All snapshots, in no particular order; those that are only in memory are among them.
   * @throws {ErreurDepot} when the storage does not answer and memory holds none
   */
  async list(): Promise<readonly InstantaneGarde[]> {
    const ephemeres = [...this.#ephemeres].flatMap((cle) => this.#memoire.get(cle) ?? [])
    try {
      const gardes = (await this.#use((base) => base.getAll(TABLE))) as InstantaneGarde[]
      return [...gardes.filter(isSound), ...ephemeres]
    } catch (erreur) {
      if (ephemeres.length > 0) return ephemeres
      throw erreur
    }
  }

  /** One snapshot, or undefined. @throws {ErreurDepot} */
  async read(cle: string): Promise<InstantaneGarde | undefined> {
    const connu = this.#memoire.get(cle)
    if (connu) return connu
    const lu = (await this.#use((base) => base.get(TABLE, cle))) as InstantaneGarde | undefined
    return lu && isSound(lu) ? lu : undefined
  }

  /**
   * Keeps a snapshot; one of the same key is replaced.
   * @throws {ErreurDepot} when it could only be kept in memory: it is there all the same, until the page is closed
   */
  async save(instantane: InstantaneGarde): Promise<void> {
    this.#memoire.set(instantane.cle, instantane)
    this.#ephemeres.add(instantane.cle)
    await this.#use((base) => base.put(TABLE, instantane))
    this.#ephemeres.delete(instantane.cle)
  }

  /**
   * Removes a snapshot.
   * @returns what was removed, so that it can be saved again; undefined when there was none
   * @throws {ErreurDepot}
   */
  async remove(cle: string): Promise<InstantaneGarde | undefined> {
    const instantane = await this.read(cle)
    if (!this.#ephemeres.has(cle)) await this.#use((base) => base.delete(TABLE, cle))
    this.#memoire.delete(cle)
    this.#ephemeres.delete(cle)
    return instantane
  }

  /** True when the snapshot is lost once the page is closed. */
  isEphemere(cle: string): boolean {
    return this.#ephemeres.has(cle)
  }

  async #use<T>(action: (base: IDBPDatabase) => Promise<T>): Promise<T> {
    try {
      return await withDelai(this.#open().then(action))
    } catch (cause) {
      this.#ouverture = null
      throw cause instanceof ErreurDepot ? cause : new ErreurDepot(findCas(cause), { cause })
    }
  }

  #open(): Promise<IDBPDatabase> {
    this.#ouverture ??= import('idb').then(({ openDB }) =>
      openDB(BASE, 1, {
        upgrade: (base) => void base.createObjectStore(TABLE, { keyPath: 'cle' }),
        terminated: () => (this.#ouverture = null)
      })
    )
    return this.#ouverture
  }
}

function withDelai<T>(promesse: Promise<T>): Promise<T> {
  let minuterie: ReturnType<typeof setTimeout>
  const delai = new Promise<never>((_, reject) => {
    minuterie = setTimeout(() => reject(new ErreurDepot('bloque')), ATTENTE_MAX)
  })
  return Promise.race([promesse, delai]).finally(() => clearTimeout(minuterie))
}

function findCas(cause: unknown): ErreurDepot['cas'] {
  const nom = cause instanceof Error || cause instanceof DOMException ? cause.name : ''
  if (nom === 'QuotaExceededError') return 'plein'
  // A browser without IndexedDB at all (ReferenceError), or one that hands it out and then refuses.
  if (['SecurityError', 'InvalidStateError', 'UnknownError', 'ReferenceError', 'TypeError'].includes(nom))
    return 'interdit'
  return 'autre'
}

const isTexte = (valeur: unknown): valeur is string => typeof valeur === 'string'
const isTexteOuNull = (valeur: unknown) => valeur === null || isTexte(valeur)

/** What another version of the app may have left there is not ours to show. */
function isSound(valeur: Partial<Record<keyof InstantaneGarde, unknown>>): boolean {
  return (
    isTexte(valeur.cle) &&
    isTexte(valeur.titre) &&
    isTexte(valeur.importeLe) &&
    isTexte(valeur.gouvernances) &&
    isTexteOuNull(valeur.chiffres) &&
    isTexteOuNull(valeur.base) &&
    isTexte(valeur.date) &&
    /^\d{4}-\d{2}-\d{2}$/.test(valeur.date)
  )
}

const NOM_MAX = 30

/** A key of that date and title that is not among those taken: '2025-06-01~point-de-juin-2'. */
export function createCle(date: string, titre: string, prises: readonly string[]): string {
  const nom = foldNom(titre).replaceAll(' ', '-').slice(0, NOM_MAX).replace(/-$/, '') || 'local'
  const voulue = `${date}~${nom}`
  if (!prises.includes(voulue)) return voulue
  let n = 2
  while (prises.includes(`${voulue}-${n}`)) n++
  return `${voulue}-${n}`
}
