import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askWorker, DELAI_PRET } from '../../src/data/askWorker'
import { stubTravailleur, Travailleur } from './travailleur'

beforeEach(() => {
  vi.useFakeTimers()
  stubTravailleur()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const ask = () => {
  const travail = new Travailleur()
  const reponse = askWorker(
    travail as unknown as Worker,
    'demande',
    new AbortController().signal,
    (valeur) => ({
      valeur
    })
  )
  return { travail, reponse }
}

it('a worker whose program came empty says nothing and fails nowhere: it is given up', async () => {
  const { travail, reponse } = ask()
  const refus = expect(reponse).rejects.toThrow('failed')
  await vi.advanceTimersByTimeAsync(DELAI_PRET)
  await refus
  expect(travail.fini).toBe(true)
})

it('one that has said a word may take as long as it needs, and the word is no answer', async () => {
  const { travail, reponse } = ask()
  travail.say('pret')
  await vi.advanceTimersByTimeAsync(DELAI_PRET * 10)
  expect(travail.fini).toBe(false)
  travail.say('tout')
  expect(await reponse).toBe('tout')
  expect(travail.fini).toBe(true)
})
