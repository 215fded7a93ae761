/** Something that was done to the first picture, before the program was there. */
interface Garde {
  readonly type: string
  readonly cible: Element
  readonly event: Event
  /** What a field held then. */
  readonly valeur: string | undefined
}

declare global {
  interface Window {
    /** Ends the keeping that index.html began, and hands over what was kept. */
    fneAttente?: () => Garde[]
    /** True once the program runs: an entry that came empty or cut short has not said so (index.html). */
    fneLance?: boolean
    /** Loads the page anew, and what is kept of it on the device. */
    fneRecharge?: () => Promise<void>
    /** Says on the first picture that nobody came. */
    fneEchec?: () => void
  }
}

/** The element itself, or, where the picture was drawn anew, the one that stands for the same territory. */
function findCible({ cible }: Garde): Element | null {
  if (cible.isConnected) return cible
  const code = cible.closest('[data-code]')?.getAttribute('data-code')
  return code ? document.querySelector(`#app [data-code="${CSS.escape(code)}"]`) : null
}

function copy(event: Event): Event {
  return event instanceof PointerEvent && event.type !== 'click'
    ? new PointerEvent(event.type, event)
    : event instanceof MouseEvent
      ? new MouseEvent(event.type, event)
      : event instanceof KeyboardEvent
        ? new KeyboardEvent(event.type, event)
        : new Event(event.type, { bubbles: true })
}

/** The answer that index.html gave goes as the panel comes, with the sheet in it: both stand where it stood. */
function endReponse(): void {
  const volet = document.querySelector('.fne-premiere-reponse')
  const app = document.getElementById('app')
  if (!volet || !app) return
  const end = () => {
    observateur.disconnect()
    volet.remove()
  }
  const look = () => {
    if (!app.querySelector('.fne-panneau:empty')) end()
  }
  const observateur = new MutationObserver(look)
  observateur.observe(app, { childList: true, subtree: true })
  look()
}

/**
 * The first picture has become the app: what holds for it alone ends, and with it its copy of rules that the app's own
 * sheets have too. With both, each element whose style is reckoned anew was asked each of them twice.
 * @param cible the element that holds the first map
 */
export function endPremiere(cible: HTMLElement): void {
  delete cible.dataset['premiere']
  document.querySelector('style[data-socle]')?.remove()
}

/**
 * Takes over from the first picture.
 * @returns the function that does again what was done to it, in the same order; to be called once the app answers
 */
export function takeAttente(): () => void {
  const gardes = window.fneAttente?.() ?? []
  return () => {
    for (const garde of gardes) {
      const cible = findCible(garde)
      if (!cible) continue
      cible.closest('[data-attente]')?.removeAttribute('data-attente')
      if (garde.type === 'change' && garde.valeur !== undefined)
        (cible as HTMLInputElement).value = garde.valeur
      cible.dispatchEvent(copy(garde.event))
    }
    for (const marque of document.querySelectorAll('[data-attente]')) marque.removeAttribute('data-attente')
    endReponse()
  }
}
