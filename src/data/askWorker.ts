/** The first word of a worker, as soon as its program runs. */
const PRET = 'pret'
/** Milliseconds in which a worker says it, on the slowest network: a program that came empty says nothing, and fails nowhere. */
export const DELAI_PRET = 45_000

/** Said by the program of a worker that listens. */
export const sayPret = (): void => (self as unknown as { postMessage(mot: string): void }).postMessage(PRET)

/**
 * Asks a worker for one thing, and ends it once that is there, it failed, or the signal says so: stopping is at once.
 * @param travail started for this, and used for nothing else
 * @param answer of each message: what was asked for, as `{ valeur }`; nothing of a step on the way; throws what a failure is told with
 * @returns null once the signal ended it
 * @throws what `answer` throws; Error where the worker itself failed, or never said a word
 */
export function askWorker<M, T>(
  travail: Worker,
  demande: unknown,
  signal: AbortSignal,
  answer: (message: M) => { readonly valeur: T } | undefined
): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const fail = () => end(() => reject(new Error('The worker failed.')))
    const muet = setTimeout(fail, DELAI_PRET)
    const end = (fin: () => void) => {
      clearTimeout(muet)
      travail.terminate()
      fin()
    }
    if (signal.aborted) return end(() => resolve(null))
    signal.addEventListener('abort', () => end(() => resolve(null)))
    travail.addEventListener('error', fail)
    travail.addEventListener('message', ({ data }: MessageEvent<M | typeof PRET>) => {
      clearTimeout(muet)
      if (data === PRET) return
      try {
        const reponse = answer(data)
        if (reponse) end(() => resolve(reponse.valeur))
      } catch (erreur) {
        end(() => reject(erreur as Error))
      }
    })
    travail.postMessage(demande)
  })
}
