import { pause } from '../inactivite'
import Dormant from './Dormant.svelte'
import DormantServeur from './DormantServeur.svelte'

/** What the ids of the page's first picture begin with (`render` in app/prerendu.ts): no other has such an id. */
export const PREFIXE_IMAGE = 'image'

/** An element of the first picture: the server writes into it what the browser leaves alone until it is woken. */
export const Couche = import.meta.env.SSR ? (DormantServeur as unknown as typeof Dormant) : Dormant

/** True for a component that comes to life where the first picture has it, by its `$props.id()`. */
export const isDansLImage = (id: string): boolean => !import.meta.env.SSR && id.startsWith(PREFIXE_IMAGE)

/** What sleeps, by its element. */
const dormants = new Map<Element, () => void>()

/** What somebody does to the page. A letter alone may be meant for any part of it. */
const GESTES = ['pointerdown', 'focusin', 'keydown', 'input', 'change', 'click'] as const

function ongeste({ type, target }: Event): void {
  if (!(target instanceof Node)) return
  const { value } = target as Partial<HTMLInputElement>
  // What wakes may hold what sleeps: it is then next.
  for (const element of dormants.keys()) if (type === 'keydown' || element.contains(target)) awaken(element)
  // A list that was not told yet what somebody chose in it takes what the app knows: it is to tell the app.
  if ((type === 'input' || type === 'change') && value !== undefined)
    (target as HTMLInputElement).value = value
}

function awaken(element: Element): void {
  const live = dormants.get(element)
  forget(element)
  live?.()
}

function forget(element: Element): void {
  dormants.delete(element)
  if (dormants.size === 0) for (const geste of GESTES) window.removeEventListener(geste, ongeste, true)
}

/**
 * Leaves a part of the page as it was drawn until its turn comes, or until somebody does something to it: it then lives
 * before it hears of it.
 * @param live brings it to life
 * @returns the function that forgets it
 */
export function sleep(element: Element, live: () => void): () => void {
  if (dormants.size === 0) for (const geste of GESTES) window.addEventListener(geste, ongeste, true)
  dormants.set(element, live)
  return () => forget(element)
}

/**
 * Wakes what sleeps, each turn in a task of its own: between two of them the browser can answer and paint.
 * @param tours what has its turn together, as selectors: each more has the browser lay out the page once more
 */
export async function awakenIlots(tours: readonly string[]): Promise<void> {
  for (const tour of tours) {
    await pause()
    for (const element of dormants.keys()) if (element.matches(tour)) awaken(element)
  }
}
