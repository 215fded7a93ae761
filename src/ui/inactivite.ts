/**
 * Calls back once the browser has nothing better to do; where it cannot tell, as soon as what runs now has ended.
 * @param timeout milliseconds after which it is called anyhow; where left out, it may wait as long as it has to
 * @returns the function that calls it off
 */
export function whenIdle(callback: () => void, timeout?: number): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const minuterie = setTimeout(callback, 1)
    return () => clearTimeout(minuterie)
  }
  // eslint-disable-next-line compat/compat -- where it is, see above
  const demande = requestIdleCallback(callback, timeout === undefined ? {} : { timeout })
  return () => cancelIdleCallback(demande)
}

/** Lets the browser answer and paint before the rest of a long work goes on. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve))
}

/**
 * Does a long work in the page's own thread, in the parts that `make` pauses between; the signal ends it there.
 * @returns null once the signal ended it
 * @throws what `make` rejects with
 */
export async function runArretable<T>(
  signal: AbortSignal,
  make: (pause: () => Promise<void>) => Promise<T>
): Promise<T | null> {
  try {
    signal.throwIfAborted()
    const produit = await make(async () => {
      await pause()
      signal.throwIfAborted()
    })
    return signal.aborted ? null : produit
  } catch (erreur) {
    if (signal.aborted) return null
    throw erreur
  }
}

/** Milliseconds of work after which the browser has its turn: half a frame. */
const TRANCHE = 8

/** Does such a work at once. @returns what it comes to */
export function runDUneTraite<T>(etapes: Iterator<unknown, T>): T {
  for (;;) {
    const { done, value } = etapes.next()
    if (done) return value
  }
}

/** Does a long work step by step, and lets the browser answer and paint whenever it has held the page for a while. */
export async function runParTranches(etapes: Iterator<unknown>): Promise<void> {
  for (;;) {
    const fin = performance.now() + TRANCHE
    do if (etapes.next().done) return
    while (performance.now() < fin)
    await pause()
  }
}
