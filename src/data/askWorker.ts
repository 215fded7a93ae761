/**
 * Asks a worker for one thing, and ends it once that is there, it failed, or the signal says so: stopping is at once.
 * @param travail started for this, and used for nothing else
 * @param answer of each message: what was asked for, as `{ valeur }`; nothing of a step on the way; throws what a failure is told with
 * @returns null once the signal ended it
 * @throws what `answer` throws; Error where the worker itself failed
 */
export function askWorker<M, T>(
  travail: Worker,
  demande: unknown,
  signal: AbortSignal,
  answer: (message: M) => { readonly valeur: T } | undefined
): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const end = (fin: () => void) => {
      travail.terminate()
      fin()
    }
    if (signal.aborted) return end(() => resolve(null))
    signal.addEventListener('abort', () => end(() => resolve(null)))
    travail.addEventListener('error', () => end(() => reject(new Error('The worker failed.'))))
    travail.addEventListener('message', ({ data }: MessageEvent<M>) => {
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
