import { changeVue, parseVue, serializeVue, type Vue } from './vue'

/**
 * The address bar as the only mutable state: every change of view goes through {@link Navigation.go}, becomes a link,
 * and comes back through the same reading, so that back, forward, reload and a pasted link all restore it.
 */
export class Navigation {
  #vue = $state.raw<Vue>(parseVue('').vue)
  #avertissements = $state.raw<readonly string[]>([])

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
      this.#vue = vue
      this.#avertissements = avertissements
    }
    read()
    window.addEventListener('popstate', read)
    return () => window.removeEventListener('popstate', read)
  }

  /**
   * Changes part of the view.
   * @param options.replace no new step in the history: for what is not a move of its own
   */
  go(patch: Partial<Vue>, options: { replace?: boolean } = {}): void {
    const suivante = changeVue(this.#vue, patch)
    const adresse = serializeVue(suivante)
    if (adresse === serializeVue(this.#vue)) return
    this.#vue = suivante
    const cible = `${window.location.pathname}${adresse}`
    if (options.replace) window.history.replaceState(null, '', cible)
    else window.history.pushState(null, '', cible)
  }

  /** The relative address of the view changed by `patch`: for links that work with a middle click too. */
  href(patch: Partial<Vue>): string {
    return serializeVue(changeVue(this.#vue, patch)) || '?'
  }
}
