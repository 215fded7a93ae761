/**
 * A tooltip that follows the pointer cannot be pointed at, and whoever enlarges the screen or reads slowly has to (WCAG
 * 1.4.13). Once the pointer has rested, the tooltip is held where it is while the pointer goes to it and over it; a
 * pointer that goes on over the map, or elsewhere, has the next one at once.
 */

/** Milliseconds without a move that are a rest, and not a hand on its way. */
export const REPOS_MS = 400
interface Boite {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The tooltip as it is drawn, and the place that it is about, in CSS pixels of the window. */
export interface BulleDessinee extends Boite {
  readonly x: number
  readonly y: number
}

/** Pixels by which a hand misses the place that it rested on. */
const ECART = 2

/** What of an event matters here: window coordinates in CSS pixels, and when it was, in milliseconds. */
export interface Mouvement {
  readonly clientX: number
  readonly clientY: number
  readonly timeStamp: number
}

/** Says, from one move of the pointer to the next, whether the tooltip is held. */
export class BulleTenue {
  #dernier = 0
  #tenue = false

  /** @param bulle the tooltip as it is drawn; null while there is none */
  holds({ clientX, clientY, timeStamp }: Mouvement, bulle: BulleDessinee | null): boolean {
    const repos = timeStamp - this.#dernier >= REPOS_MS
    this.#dernier = timeStamp
    const dedans =
      bulle !== null &&
      // The box around both: what lies between the place and the tooltip is the way there.
      clientX >= Math.min(bulle.left, bulle.x - ECART) &&
      clientX <= Math.max(bulle.right, bulle.x + ECART) &&
      clientY >= Math.min(bulle.top, bulle.y - ECART) &&
      clientY <= Math.max(bulle.bottom, bulle.y + ECART)
    this.#tenue = dedans && (this.#tenue || repos)
    return this.#tenue
  }
}
