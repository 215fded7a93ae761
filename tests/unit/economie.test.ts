import { afterEach, expect, it, vi } from 'vitest'
import { isEconome, readAhead } from '../../src/ui/economie'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it.each([
  ['asked to spare the network', { connection: { saveData: true } }, true],
  ['not asked to', { connection: { saveData: false } }, false],
  ['of a browser that does not say', {}, false]
])('a device %s', (_, navigator, econome) => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', navigator)
  expect(isEconome()).toBe(econome)
  const read = vi.fn()
  readAhead(read)
  vi.runAllTimers()
  expect(read).toHaveBeenCalledTimes(econome ? 0 : 1)
})

it('what is to be read ahead can be called off', () => {
  vi.stubGlobal('navigator', {})
  vi.useFakeTimers()
  const read = vi.fn()
  readAhead(read)()
  vi.runAllTimers()
  expect(read).not.toHaveBeenCalled()
})
