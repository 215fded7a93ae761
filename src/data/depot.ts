import type { IDBPDatabase } from 'idb'
import { foldNom, typographier } from '../domain/texte/francais'
import { AnnonceDepot } from './annonceDepot'
import { takeExport } from './charger'

/** A snapshot as it is kept on this machine. */
export interface InstantaneGarde {
  /** 'AAAA-MM-JJ~name', as the address bar carries it; never that of another import, on this machine or elsewhere. */
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
  readonly cas: 'interdit' | 'plein' | 'bloque' | 'pris' | 'programme' | 'autre'
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
  pris: 'D’autres données sont déjà gardées sous ce nom : les importer à nouveau.',
  programme: 'Le programme qui garde les données n’a pas pu être chargé.',
  autre: 'Les données n’ont pas pu être gardées sur cet appareil.'
}

const BASE = 'carte-fne'
const TABLE = 'instantanes'
/** Milliseconds; a storage that hangs must not keep the page from starting. */
const ATTENTE_MAX = 4000

/**
 * The snapshots kept on this machine, in IndexedDB. What the storage refuses is kept in memory as long as the page is
 * open, so that nobody loses an import to a setting of the browser. The other tabs of the app are told of every change.
 */
export class Depot {
  /** All that this page imported, kept or not, and what it read. */
  readonly #memoire = new Map<string, InstantaneGarde>()
  readonly #ephemeres = new Set<string>()
  readonly #annonce = new AnnonceDepot(() => this.#forget())
  #ouverture: Promise<IDBPDatabase> | null = null

  /** @param ecoute called whenever another tab has kept or removed a snapshot */
  listen(ecoute: () => void): void {
    this.#annonce.listen(ecoute)
  }

  /**
   * All snapshots, in no particular order; those that are only in memory are among them.
   * @throws {ErreurDepot} when the storage does not answer and memory holds none
   */
  async list(): Promise<readonly InstantaneGarde[]> {
    const ephemeres = [...this.#ephemeres].flatMap((cle) => this.#memoire.get(cle) ?? [])
    try {
      const gardes = (await this.#use((base) => base.getAll(TABLE))) as InstantaneGarde[]
      const cles = new Set(gardes.map(({ cle }) => cle))
      // A storage that was too slow to say so may have kept one after all.
      return [...gardes.filter(isSound), ...ephemeres.filter(({ cle }) => !cles.has(cle))]
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
   * Keeps a snapshot. One that is kept already is never replaced: the same one, kept again, is no harm.
   * @throws {ErreurDepot} when it could only be kept in memory: it is there all the same, until the page is closed
   */
  async save(instantane: InstantaneGarde): Promise<void> {
    const { cle } = instantane
    this.#memoire.set(cle, instantane)
    this.#ephemeres.add(cle)
    await this.#use(async (base) => {
      const transaction = base.transaction(TABLE, 'readwrite')
      const garde = (await transaction.store.get(cle)) as InstantaneGarde | undefined
      if (!garde) await transaction.store.add(instantane)
      await transaction.done
      if (garde && garde.importeLe !== instantane.importeLe) throw new ErreurDepot('pris')
    })
    this.#ephemeres.delete(cle)
    this.#annonce.tell()
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
    this.#annonce.tell()
    return instantane
  }

  /** True when the snapshot is lost once the page is closed. */
  isEphemere(cle: string): boolean {
    return this.#ephemeres.has(cle)
  }

  /** What another tab may have removed is asked of the storage again. */
  #forget(): void {
    for (const cle of this.#memoire.keys()) if (!this.#ephemeres.has(cle)) this.#memoire.delete(cle)
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
    this.#ouverture ??= loadOpenDb().then((openDB) =>
      openDB(BASE, 1, {
        upgrade: (base) => void base.createObjectStore(TABLE, { keyPath: 'cle' }),
        terminated: () => (this.#ouverture = null)
      })
    )
    return this.#ouverture
  }
}

/** @throws {ErreurDepot} where the program cannot be had: it is not the browser that refuses */
const loadOpenDb = () =>
  takeExport(import('idb'), 'openDB').catch((cause: unknown) => {
    throw new ErreurDepot('programme', { cause })
  })

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
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Six letters or digits drawn at random: two billion, for imports of one date and title. */
const draw = () =>
  [...crypto.getRandomValues(new Uint32Array(6))].map((n) => ALPHABET.charAt(n % ALPHABET.length)).join('')

/**
 * A key of that date and title: '2025-06-01~point-de-juin-k3x9qa'. What is drawn makes it nobody else's: no other tab,
 * no import after this one is removed and no other machine, to which the link may be sent, calls its data the same.
 */
export function createCle(date: string, titre: string): string {
  const nom = foldNom(titre).replaceAll(' ', '-').slice(0, NOM_MAX).replace(/-$/, '') || 'local'
  return `${date}~${nom}-${draw()}`
}
