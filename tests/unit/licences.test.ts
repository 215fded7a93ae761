import { expect, it } from 'vitest'
import { isAdmise } from '../../scripts/licences.mjs'

it('a part ships under a licence that somebody has looked at, or not at all', () => {
  for (const licence of ['MIT', '(MIT OR GPL-3.0-or-later)', 'GPL-2.0-only OR ISC', 'MIT AND Zlib'])
    expect(isAdmise(licence), licence).toBe(true)
  for (const licence of ['GPL-3.0-or-later', 'MIT AND GPL-3.0-only', 'UNLICENSED', '', null])
    expect(isAdmise(licence), String(licence)).toBe(false)
})
