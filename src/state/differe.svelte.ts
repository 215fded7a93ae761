import { untrack } from 'svelte'
import { afterPaint } from './apresPeinture'

/**
 * A value that follows another once the page is painted with it: for what goes with the picture and is not the picture.
 * To be made while a component is made; at first both are the same.
 */
export class Differe<T> {
  #valeur = $state.raw() as T

  constructor(read: () => T) {
    this.#valeur = untrack(read)
    $effect(() => {
      const valeur = read()
      return valeur === untrack(() => this.#valeur) ? undefined : afterPaint(() => (this.#valeur = valeur))
    })
  }

  get valeur(): T {
    return this.#valeur
  }
}
