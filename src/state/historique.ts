/** Milliseconds in which some browsers allow 100 changes of the history, and throw at the next one (Safari). */
const FENETRE = 30_000
/** So many changes are made at once; those that follow in the same window are spaced. Both together stay below the limit. */
const LIBRES = 40
const ESPACE = 700
/** One frame of the screen: nobody sees more addresses than that. */
const TRAME = 16
/** Milliseconds until a change that was refused is tried again; twice that, the next time. */
const [REPRISE, REPRISE_MAX] = [500, 8000]
/** Going back takes a few milliseconds, and never happens in some frames. */
const RETOUR_MAX = 1000

interface Attente {
  readonly adresse: string
  /** True: a step of its own. */
  readonly ajout: boolean
  /** True: a step beside the story, which {@link Historique.revenir} takes away. */
  readonly aparte: boolean
}

const isAparte = (etat: unknown): boolean =>
  typeof etat === 'object' && etat !== null && 'aparte' in etat && etat.aparte === true

/**
 * Writes addresses into the browser's history. Never throws and never loses the last one: what comes too fast is
 * written once, what the browser refuses is tried again, until the address bar is in step with the screen.
 */
export class Historique {
  /** When the last changes were made. */
  #faits: number[] = []
  #attente: Attente | null = null
  #minuterie: ReturnType<typeof setTimeout> | undefined
  #reprise = REPRISE
  /** The browser is on its way back to the step before the aside. */
  #enRetour = false

  /** True where the step in view lies beside the story: going back leads to the story. */
  get enAparte(): boolean {
    if (this.#attente?.aparte) return true
    return !this.#enRetour && isAparte(window.history.state)
  }

  /** A new step. */
  ajouter(adresse: string): void {
    this.#ask({ adresse, ajout: true, aparte: false })
  }

  /** A new step beside the story; within one, it takes the place of the one before. */
  ajouterAparte(adresse: string): void {
    if (this.enAparte) this.remplacer(adresse)
    else this.#ask({ adresse, ajout: true, aparte: true })
  }

  /** The same step, at another address. */
  remplacer(adresse: string): void {
    const { ajout, aparte } = this.#attente ?? { ajout: false, aparte: this.enAparte }
    this.#ask({ adresse, ajout, aparte })
  }

  /** Back from an aside to the story, which goes on at the address: no step of the aside stays behind it. */
  revenir(adresse: string): void {
    if (this.#enRetour) {
      this.#attente = { adresse, ajout: false, aparte: false }
      return
    }
    const ecrit = !this.#attente?.ajout && this.enAparte
    const ajout = this.#attente?.ajout === true && !this.#attente.aparte
    this.#clear()
    if (!ecrit) {
      this.#ask({ adresse, ajout, aparte: false })
      return
    }
    this.#plan({ adresse, ajout: false, aparte: false }, RETOUR_MAX)
    this.#enRetour = true
    window.history.back()
  }

  /**
   * To be told when the browser has gone to another step.
   * @returns true where that was the way back of {@link revenir}, and not the user's
   */
  arrive(): boolean {
    const mien = this.#enRetour
    this.#enRetour = false
    if (mien) this.flush()
    else this.#clear()
    return mien
  }

  /** Writes now what still waits: the page is about to go. */
  flush(): void {
    const attente = this.#attente
    if (!attente) return
    this.#clear()
    this.#write(attente)
  }

  #ask(demande: Attente): void {
    const attente = this.#attente
    const ajout = demande.ajout || attente?.ajout === true
    if (this.#enRetour) {
      this.#attente = { ...demande, ajout }
      return
    }
    const delai = this.#delai(demande.ajout)
    // A step of its own does not swallow the change before it, as long as there is room for both.
    if (delai === 0 && demande.ajout) this.flush()
    if (delai > 0 || this.#attente) this.#plan({ ...demande, ajout }, delai)
    else this.#write(demande)
  }

  #delai(ajout: boolean): number {
    const maintenant = performance.now()
    this.#faits = this.#faits.filter((fait) => maintenant - fait < FENETRE)
    const dernier = this.#faits.at(-1) ?? -Infinity
    const ecart = this.#faits.length >= LIBRES ? ESPACE : ajout ? 0 : TRAME
    return Math.max(0, dernier + ecart - maintenant)
  }

  #plan(attente: Attente, delai: number): void {
    this.#attente = attente
    this.#minuterie ??= setTimeout(() => {
      this.#enRetour = false
      this.flush()
    }, delai)
  }

  #clear(): void {
    clearTimeout(this.#minuterie)
    this.#minuterie = undefined
    this.#attente = null
  }

  /** True where a new step would lead to where one is: so many came at once that those between were never written. */
  #estIci({ adresse, aparte }: Attente): boolean {
    const { pathname, search, hash } = window.location
    return !aparte && !isAparte(window.history.state) && adresse === `${pathname}${search}${hash}`
  }

  #write(attente: Attente): void {
    const { adresse, ajout, aparte } = attente
    const etat = aparte ? { aparte } : null
    try {
      if (ajout && !this.#estIci(attente)) window.history.pushState(etat, '', adresse)
      else window.history.replaceState(etat, '', adresse)
      this.#faits.push(performance.now())
      this.#reprise = REPRISE
    } catch {
      // Too many changes for this browser: the screen goes on, and the address follows.
      this.#plan(attente, this.#reprise)
      this.#reprise = Math.min(2 * this.#reprise, REPRISE_MAX)
    }
  }
}
