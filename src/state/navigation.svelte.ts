import { afterPaint } from './apresPeinture'
import { Historique } from './historique'
import { asks, changeVue, parseVue, serializeVue, type Vue } from './vue'

/** How a change of view becomes a step of the history. */
export interface OptionsPas {
  /** No new step in the history: for what is not a move of its own. */
  readonly replace?: boolean
  /** Back from a question to the story of a presentation: the step of the question goes. */
  readonly retour?: boolean
}

/**
 * The address bar as the only mutable state: every change of view goes through {@link Navigation.go}, becomes a link,
 * and comes back through the same reading, so that back, forward, reload and a pasted link all restore it. Where the
 * browser takes no more changes for a while, the view goes on and the address follows ({@link Historique}).
 */
export class Navigation {
  #vue = $state.raw<Vue>(parseVue('').vue)
  /** The same, a frame later: the view that the links of the page lead on from. A hundred of them are seen by nobody at once. */
  #vueLiee = $state.raw<Vue>(this.#vue)
  /** Calls off that they follow. */
  #laisser: (() => void) | undefined
  #avertissements = $state.raw<readonly string[]>([])
  readonly #historique = new Historique()

  get vue(): Vue {
    return this.#vue
  }

  /** What the last link read could not be used for; one French sentence each. */
  get avertissements(): readonly string[] {
    return this.#avertissements
  }

  /** Says one more thing that the link asked for in vain: what only the data can tell. */
  warn(avertissement: string): void {
    if (!this.#avertissements.includes(avertissement))
      this.#avertissements = [...this.#avertissements, avertissement]
  }

  dismissAvertissements(): void {
    this.#avertissements = []
  }

  /**
   * Reads the current address and follows back and forward from now on.
   * @returns the function that ends it
   */
  listen(): () => void {
    const read = () => {
      const { vue, avertissements } = parseVue(window.location.search)
      this.#vue = this.#vueLiee = vue
      this.#avertissements = avertissements
    }
    const onpopstate = () => {
      if (!this.#historique.arrive()) read()
    }
    const onpagehide = () => this.#historique.flush()
    read()
    window.addEventListener('popstate', onpopstate)
    window.addEventListener('pagehide', onpagehide)
    return () => {
      this.#laisser?.()
      window.removeEventListener('popstate', onpopstate)
      window.removeEventListener('pagehide', onpagehide)
    }
  }

  /**
   * Changes part of the view. Within a presentation only a question is a step of its own, one for as many as are asked
   * in a row: going back leads to the scene, and once more out of the presentation. In somebody else's page there are no
   * steps: 'back' there is that page's.
   */
  go(patch: Partial<Vue>, options: OptionsPas = {}): void {
    const avant = this.#vue
    const suivante = changeVue(avant, patch)
    const adresse = serializeVue(suivante)
    if (adresse === serializeVue(avant)) return
    this.#vue = suivante
    const presente = avant.mode === 'presentation' && suivante.mode === 'presentation'
    // What the address names besides the view, as the presenter's window, stays as long as that lasts.
    const cible = `${window.location.pathname}${adresse}${presente ? window.location.hash : ''}`
    if (options.retour) this.#historique.revenir(cible)
    else if (options.replace || suivante.mode === 'integration') this.#historique.remplacer(cible)
    else if (!presente) this.#historique.ajouter(cible)
    else if (asks(avant, suivante)) this.#historique.ajouterAparte(cible)
    else this.#historique.remplacer(cible)
    this.#laisser?.()
    this.#laisser = afterPaint(() => (this.#vueLiee = this.#vue))
  }

  /**
   * The relative address of the view changed by `patch`: for links that work with a middle click too. It follows a change
   * of view once that is painted.
   */
  href(patch: Partial<Vue>): string {
    return serializeVue(changeVue(this.#vueLiee, patch)) || '?'
  }
}
