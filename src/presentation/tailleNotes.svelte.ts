import { readGarde, writeGarde } from '../ui/stockage'

const CLE = 'fne-taille-notes'
/** In rem: from what one reads at a desk to what one reads standing. */
const TAILLES = [1, 1.1875, 1.375, 1.625, 2, 2.5] as const
const DEFAUT = 2

function readRang(): number {
  const rang = Number(readGarde('localStorage', CLE) ?? DEFAUT)
  return Number.isInteger(rang) && rang >= 0 && rang < TAILLES.length ? rang : DEFAUT
}

/** How large the notes are written: a habit of the device, kept there where the browser lets it. */
export class TailleNotes {
  #rang = $state(readRang())
  readonly rem = $derived(TAILLES[this.#rang] ?? TAILLES[DEFAUT])
  readonly canReduce = $derived(this.#rang > 0)
  readonly canGrow = $derived(this.#rang < TAILLES.length - 1)

  change(pas: 1 | -1): void {
    this.#rang = Math.max(0, Math.min(this.#rang + pas, TAILLES.length - 1))
    writeGarde('localStorage', CLE, String(this.#rang))
  }
}
