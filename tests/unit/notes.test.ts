import { describe, expect, test } from 'vitest'
import { listNotes, computeApparence } from '../../src/map/apparence/vues'
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

  test('has a meaning for all that a view draws', () => {
    for (const vue of VUES) {
      const apparences = INSTANTANE.territoires.map((t) => computeApparence(t, vue))
      const signes = [
        apparences.some(({ points }) => points !== null),
        apparences.some(({ hachures }) => hachures !== null),
        apparences.some(({ fonds }) => fonds.length > 1),
        apparences.some(({ contradiction }) => contradiction)
      ]
      expect(listNotes(vue, apparences), vue).toHaveLength(signes.filter(Boolean).length)
    }
  })
})
