import type { Pointage } from './pointage'

/** The live map of this window, for what draws over it from another room. */
interface CarteVivante extends Pointage {
  /** Changes whenever what the frames show has moved. */
  readonly mouvement: unknown
}

class CarteEnVue {
  /** Null while there is none. */
  carte = $state.raw<CarteVivante | null>(null)
}

/** There is one map in a window. */
export const carteEnVue = new CarteEnVue()
