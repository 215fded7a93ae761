import { expect, test } from 'vitest'
import { toJourLocal } from '../../src/state/jour'

test('the day is the one on the wall, at its first and its last minute', () => {
  expect(toJourLocal(new Date(2025, 11, 31, 0, 1))).toBe('2025-12-31')
  expect(toJourLocal(new Date(2025, 11, 31, 23, 59))).toBe('2025-12-31')
  expect(toJourLocal(new Date(2026, 0, 1, 0, 0))).toBe('2026-01-01')
})
