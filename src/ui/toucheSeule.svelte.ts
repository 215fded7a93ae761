import { readGarde, writeGarde } from './stockage'

const CLE = 'fne-touches-seules'

/**
 * Whether a letter, a digit or a sign does something by itself. Whoever speaks to the computer, or whose hand brushes the
 * keys, sets them off without wanting it: they can be switched off (RGAA 12.10), and stay so on this device.
 */
export class TouchesSeules {
  #actives = $state(readGarde('localStorage', CLE) !== 'non')

  get actives(): boolean {
    return this.#actives
  }
  set actives(valeur: boolean) {
    this.#actives = valeur
    writeGarde('localStorage', CLE, valeur ? null : 'non')
  }

  /** True for a key that is to do nothing. The space bar is no letter: it goes on stepping through slides. */
  ignores(touche: string): boolean {
    return !this.#actives && touche.length === 1 && touche !== ' '
  }
}

export const touchesSeules = new TouchesSeules()
