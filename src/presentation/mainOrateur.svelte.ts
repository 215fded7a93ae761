import type { PointCarte } from '../map/marques/pointage'
import type { Geste } from './gestes'
import { createId } from './memoire'

/** Milliseconds that a stroke stays after its last point, and that it then takes to fade. */
export const TRAIT_RESTE_MS = 4000
export const TRAIT_FOND_MS = 1500

export interface Trait {
  readonly id: string
  readonly points: readonly PointCarte[]
}

/** A presenter's hand, as all windows of the presentation see it: one pointer, some strokes, a territory circled. */
export class Main {
  readonly #minuteries = new Map<string, ReturnType<typeof setTimeout>>()
  readonly #tell: (geste: Geste) => void
  #trait: string | null = null

  pointeur = $state.raw<PointCarte | null>(null)
  traits = $state.raw<readonly Trait[]>([])
  /** Code of the territory that is circled. */
  cercle = $state<string | null>(null)

  /** @param tell tells the other windows what this one does */
  constructor(tell: (geste: Geste) => void) {
    this.#tell = tell
  }

  /** Does what a hand does, in this window or another. */
  receive(geste: Geste): void {
    if (geste.type === 'pointeur') this.pointeur = geste.point
    else if (geste.type === 'cercle') this.cercle = geste.code
    else this.#draw(geste)
  }

  point(point: PointCarte | null): void {
    if (point !== null || this.pointeur !== null) this.#act({ type: 'pointeur', point })
  }

  /** Goes on with the stroke, or begins one. */
  draw(point: PointCarte): void {
    this.#trait ??= createId()
    this.#act({ type: 'trait', id: this.#trait, points: [point] })
  }

  lift(): void {
    this.#trait = null
  }

  /** Circles a territory, or takes the circle away where it is on that one. */
  toggleCercle(code: string | null): void {
    this.#act({ type: 'cercle', code: code === this.cercle ? null : code })
  }

  /** Nothing of a hand stays. */
  clear(): void {
    this.lift()
    this.pointeur = null
    this.cercle = null
    this.traits = []
    this.#minuteries.forEach((minuterie) => clearTimeout(minuterie))
    this.#minuteries.clear()
  }

  #act(geste: Geste): void {
    this.receive(geste)
    this.#tell(geste)
  }

  #draw({ id, points }: Extract<Geste, { type: 'trait' }>): void {
    const connu = this.traits.find((trait) => trait.id === id)
    const trait = { id, points: [...(connu?.points ?? []), ...points] }
    this.traits = connu ? this.traits.map((t) => (t === connu ? trait : t)) : [...this.traits, trait]
    clearTimeout(this.#minuteries.get(id))
    const minuterie = setTimeout(() => {
      this.traits = this.traits.filter((t) => t.id !== id)
      this.#minuteries.delete(id)
    }, TRAIT_RESTE_MS + TRAIT_FOND_MS)
    this.#minuteries.set(id, minuterie)
  }
}
