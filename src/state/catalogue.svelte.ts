import {
  loadDonnees,
  loadIndex,
  type DonneesInstantane,
  type InstantaneDisponible
} from '../data/instantanes'
import { toProbleme, type LireTexte } from '../data/lecture'
import type { LecteurLocaux } from '../data/locaux'
import type { Probleme } from '../domain/texte/probleme'
import { findDernier } from './temps'

/**
 * The snapshots that can be shown, shipped and local ones, and their contents as they are asked for. What was read
 * without an error is kept: going back and forth in time reads nothing twice.
 */
export class Catalogue {
  readonly #lire: LireTexte
  #locaux: LecteurLocaux | null = null
  #livres = $state.raw<readonly InstantaneDisponible[]>([])
  #gardes = $state.raw<readonly InstantaneDisponible[]>([])
  readonly #lus = new Map<string, DonneesInstantane>()
  /** What is wrong with the list of the shipped ones. */
  problemes: readonly Probleme[] = []

  constructor(lire: LireTexte) {
    this.#lire = lire
  }

  /** The oldest first; of one date, the shipped one before the local ones. */
  entrees = $derived.by((): readonly InstantaneDisponible[] =>
    [
      ...this.#livres,
      // One that came with the file may be kept on this machine, too: it is the same.
      ...this.#gardes.filter(({ cle }) => !this.#livres.some((livre) => livre.cle === cle))
    ].sort((a, b) => (a.cle < b.cle ? -1 : 1))
  )

  /** The snapshot that is shown when the link names none: the latest shipped one, or any other. */
  get dernier(): InstantaneDisponible | null {
    return findDernier(this.entrees)
  }

  find(cle: string | null): InstantaneDisponible | undefined {
    return this.entrees.find((entree) => entree.cle === cle)
  }

  setLocaux(source: LecteurLocaux): void {
    this.#locaux = source
  }

  /** Lists the shipped and the local ones anew. Never rejects. */
  async list(): Promise<void> {
    const [index] = await Promise.all([loadIndex(this.#lire), this.listLocaux()])
    this.problemes = index.problemes
    if (index.valeur)
      this.#livres = index.valeur.map(({ cle, local = false, ...entree }) => ({
        ...entree,
        cle: cle ?? entree.date,
        local,
        ...(local ? { embarque: true } : {})
      }))
  }

  /** Lists the local ones anew. A storage that refuses has none. */
  async listLocaux(): Promise<void> {
    const entrees = await this.#locaux?.list().catch(() => [])
    this.#gardes = (entrees ?? []).map(({ cle, date, titre }) => ({ cle, date, titre, local: true }))
  }

  /** Reads one snapshot. Never rejects: what is wrong is in `problemes`. */
  async read({ cle, titre, local, embarque }: InstantaneDisponible): Promise<DonneesInstantane> {
    const lu = this.#lus.get(cle)
    if (lu) return lu
    const donnees =
      local && !embarque
        ? await this.#readLocal(cle)
        : await loadDonnees(this.#lire, cle, local ? titre : undefined)
    if (donnees.problemes.every(({ gravite }) => gravite !== 'erreur')) this.#lus.set(cle, donnees)
    return donnees
  }

  async #readLocal(cle: string): Promise<DonneesInstantane> {
    try {
      if (this.#locaux) return await this.#locaux.read(cle)
      throw new Error('aucun stockage sur cet appareil')
    } catch (erreur) {
      return { instantane: null, chiffres: null, ecartsConnus: [], problemes: [toProbleme(cle, erreur)] }
    }
  }
}
