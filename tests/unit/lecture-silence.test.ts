import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLecteurHttp, SILENCE_MAX_MS } from '../../src/data/lecture'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A server that answers with these parts, each after so many milliseconds, and then says nothing more. */
function serve(morceaux: readonly { apres: number; texte: string }[], { fin = false } = {}) {
  vi.stubGlobal('fetch', (_: URL, { signal }: { signal: AbortSignal }) => {
    if (morceaux.length === 0)
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const reste = [...morceaux]
    const corps = new ReadableStream({
      start: (flux) => signal.addEventListener('abort', () => flux.error(signal.reason)),
      async pull(flux) {
        const morceau = reste.shift()
        if (!morceau) return fin ? flux.close() : new Promise(() => {})
        await new Promise((resolve) => setTimeout(resolve, morceau.apres))
        flux.enqueue(new TextEncoder().encode(morceau.texte))
      }
    })
    return Promise.resolve(new Response(corps))
  })
  return createLecteurHttp('http://localhost/')('donnees/scenes.json')
}

const AUCUNE = `aucune réponse depuis ${SILENCE_MAX_MS / 1000} secondes`

describe('a server that says nothing', () => {
  it.each([
    ['at all', []],
    ['more, in the middle of a file', [{ apres: 10, texte: '{' }]]
  ])('%s: the file could not be had, after a while', async (_, morceaux) => {
    const lecture = expect(serve(morceaux)).rejects.toMatchObject({
      absent: false,
      probleme: { message: expect.stringContaining(AUCUNE) }
    })
    await vi.advanceTimersByTimeAsync(SILENCE_MAX_MS + 100)
    await lecture
  })

  it('for long, but always goes on, is waited for', async () => {
    const apres = SILENCE_MAX_MS - 1000
    const morceaux = [...'été'].map((texte) => ({ apres, texte }))
    const lecture = expect(serve(morceaux, { fin: true })).resolves.toBe('été')
    await vi.advanceTimersByTimeAsync(4 * SILENCE_MAX_MS)
    await lecture
  })
})
