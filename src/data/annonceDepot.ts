/** One name for every tab of the app on this machine. */
const NOM = 'carte-fne:depot'

/**
 * What the tabs of the app tell each other of what is kept: only that something changed, which everybody then reads for
 * themselves. Where the browser has no such channel, each tab knows what was there when it was loaded, as it did.
 */
export class AnnonceDepot {
  readonly #canal: BroadcastChannel | null
  #ecoute: () => void = () => undefined

  /** @param onchange called before whoever listens, for every change in another tab */
  constructor(onchange: () => void) {
    this.#canal = open()
    this.#canal?.addEventListener('message', () => {
      onchange()
      this.#ecoute()
    })
  }

  listen(ecoute: () => void): void {
    this.#ecoute = ecoute
  }

  /** Says to the other tabs that something was kept or removed. */
  tell(): void {
    this.#canal?.postMessage(null)
  }
}

function open(): BroadcastChannel | null {
  if (typeof document === 'undefined' || typeof BroadcastChannel === 'undefined') return null
  try {
    return new BroadcastChannel(NOM)
  } catch {
    return null
  }
}
