import { describe, expect, test } from 'vitest'
import { listNotes } from '../../src/map/apparence/notes'
import { computeApparence } from '../../src/map/apparence/palette'
import { VUES, type VueCarte } from '../../src/state/vue'
import { INSTANTANE } from './fichiers'

const notesOf = (vue: VueCarte, codes?: readonly string[]) =>
  listNotes(
    vue,
    INSTANTANE.territoires
      .filter(({ code }) => codes?.includes(code) ?? true)
      .map((t) => computeApparence(t, vue))
  ).join(' ')

describe('the key to the patterns', () => {
  test('explains each pattern of a view', () => {
    expect(notesOf('coporteurs')).toMatch(
      /Points.*déduit.*Hachures.*gouvernance non remontée.*Rayures.*se contredit/
    )
    expect(notesOf('croisee')).toMatch(/Points.*déduit.*Hachures.*feuille de route non remontée/)
    expect(notesOf('feuilles-de-route')).toBe('Hachures\u00A0: feuille de route non remontée')
  })

  test('explains nothing that is not there', () => {
    for (const vue of VUES) expect(notesOf(vue, [])).toBe('')
    expect(notesOf('coporteurs', ['64'])).toBe('')
    expect(notesOf('coporteurs', ['45'])).toBe('Points\u00A0: déduit par élimination')
  })
})
