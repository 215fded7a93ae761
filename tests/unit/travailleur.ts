import { vi } from 'vitest'

/** Stands in for a worker: the test says what it says. */
export class Travailleur extends EventTarget {
  /** The one that was started last. */
  static dernier: Travailleur | null = null
  fini = false
  constructor() {
    super()
    Travailleur.dernier = this
  }
  postMessage = vi.fn()
  terminate = () => (this.fini = true)
  say = (data: unknown) => this.dispatchEvent(Object.assign(new Event('message'), { data }))
}

/** From now on, whoever starts a worker gets a stand-in; `vi.unstubAllGlobals()` ends it. */
export function stubTravailleur(): void {
  Travailleur.dernier = null
  vi.stubGlobal('Worker', Travailleur)
}

/** From now on, the browser refuses workers to this page. */
export function refuseTravailleurs(): void {
  class Refus {
    constructor() {
      throw new DOMException('no', 'SecurityError')
    }
  }
  vi.stubGlobal('Worker', Refus)
}
