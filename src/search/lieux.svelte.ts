import { checkExport } from '../data/charger'
import { ErreurDeLecture, toProbleme, type LireTexte } from '../data/lecture'
import type { FicheLieu, ResultatLieu } from '../domain/territoire/lieu'
import type { Probleme } from '../domain/texte/probleme'
import { FICHIER_LIEUX } from './fichier'
import type * as Moteur from './recherche'

export type EtatLieux = 'absent' | 'chargement' | 'pret' | 'echec'

const sansProgramme = (cause: unknown) =>
  new ErreurDeLecture(FICHIER_LIEUX, 'Le programme de recherche n’a pas pu être chargé.', { cause })

/** The places, read once, when somebody first searches or a link names one. */
export class Lieux {
  readonly #lire: LireTexte
  #moteur: typeof Moteur | null = null
  #enCours: Promise<void> | null = null
  #index = $state.raw<Moteur.IndexLieux | null>(null)
  etat = $state<EtatLieux>('absent')
  /** Why the places could not be had; null unless `etat` is 'echec'. */
  probleme = $state.raw<Probleme | null>(null)

  constructor(lire: LireTexte) {
    this.#lire = lire
  }

  /** Never rejects: what failed is in `probleme`, and calling again tries again. Does nothing once all is there. */
  load(): Promise<void> {
    if (this.#index) return Promise.resolve()
    return (this.#enCours ??= this.#read().finally(() => (this.#enCours = null)))
  }

  async #read(): Promise<void> {
    this.etat = 'chargement'
    this.probleme = null
    try {
      this.#moteur ??= await checkExport(import('./recherche'), 'loadLieux').catch((cause: unknown) => {
        throw sansProgramme(cause)
      })
      this.#index = await this.#moteur.loadLieux(this.#lire)
      this.etat = 'pret'
    } catch (erreur) {
      this.probleme = toProbleme(FICHIER_LIEUX, erreur)
      this.etat = 'echec'
    }
  }

  /** True when it is the program that is missing: browsers remember that, and only a new page asks for it again. */
  get isSansProgramme(): boolean {
    return this.etat === 'echec' && this.#moteur === null
  }

  /** Places for what is typed, best first; none until `etat` is 'pret'. */
  search(texte: string): readonly ResultatLieu[] {
    return this.#index && this.#moteur ? this.#moteur.searchLieux(this.#index, texte) : []
  }

  /** The place that a link names; undefined for an unknown one, and until `etat` is 'pret'. */
  resolve(cle: string): FicheLieu | undefined {
    return this.#index && this.#moteur ? this.#moteur.resolveLieu(this.#index, cle) : undefined
  }

  /** The communes between which a postal code leaves the choice; none for what names a place. */
  listCommunes(codePostal: string): readonly FicheLieu[] {
    return this.#index && this.#moteur ? this.#moteur.listCommunes(this.#index, codePostal) : []
  }
}
