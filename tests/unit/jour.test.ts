import { expect, test } from 'vitest'
import { toJour } from '../../src/state/jour'

test.each([
  ['2025-12-31T22:59:00Z', '2025-12-31'],
  ['2025-12-31T23:00:00Z', '2026-01-01'],
  // In summer Paris is two hours ahead.
  ['2026-06-30T21:59:00Z', '2026-06-30'],
  ['2026-06-30T22:00:00Z', '2026-07-01'],
  ['2026-07-01T12:00:00Z', '2026-07-01']
])('at %s it is %s in Paris', (instant, jour) => {
  expect(toJour(new Date(instant))).toBe(jour)
})
