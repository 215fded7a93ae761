import { describe, expect, test } from 'vitest'
import { matchFiltres } from '../../src/domain/vue/filtres'
import { isClasseActive, toggleClasse } from '../../src/map/apparence/filtresLegende'
import { listClasses } from '../../src/map/apparence/vues'
import type { ClasseLegende } from '../../src/map/apparence/classes'
import { VUES } from '../../src/state/vue'
import { INSTANTANE } from './fichiers'

const { territoires } = INSTANTANE
const classeOf = (vue: (typeof VUES)[number], cle: string) =>
  listClasses(vue, territoires).find((classe) => classe.cle === cle) as ClasseLegende
/** A step of a numeric scale only says what a colour means. */
const listFiltrantes = (vue: (typeof VUES)[number]) =>
  listClasses(vue, territoires).filter(({ filtres }) => filtres.length > 0)
const count = (filtres: Parameters<typeof matchFiltres>[1]) =>
  territoires.filter((t) => matchFiltres(t, filtres)).length

describe('the classes of the co-bearers', () => {
  test('ask for the deduced ones of a type by both filters only where others of it are stated', () => {
    const deduits = territoires.filter(({ gouvernance }) => gouvernance.origine === 'deduit')
    const [premier] = deduits
    if (!premier) throw new Error('no deduced territory')
    const cite = { ...premier, gouvernance: { ...premier.gouvernance, origine: 'source' as const } }
    const filtresOf = (liste: typeof deduits) =>
      listClasses('coporteurs', liste).find(({ cle }) => cle === 'departement-deduit')?.filtres
    expect(filtresOf(deduits)).toEqual(['departement'])
    expect(filtresOf([cite, ...deduits])).toEqual(['departement', 'deduit'])
    const courts = listClasses('coporteurs', [cite, premier]).map(({ court }) => court)
    expect(courts).toContain('Départ.')
    expect(courts).toContain('Départ. (déduit)')
  })
})

describe('a click on a class of the legend', () => {
  test('leaves as many territories as the class counts', () => {
    for (const vue of VUES) {
      for (const { cle, filtres, compte } of listFiltrantes(vue)) {
        expect(count(toggleClasse([], filtres)), `${vue} ${cle}`).toBe(compte)
      }
    }
  })

  test('a second time takes it away again', () => {
    for (const vue of VUES) {
      for (const { filtres } of listFiltrantes(vue)) {
        const mis = toggleClasse([], filtres)
        expect(isClasseActive(mis, filtres)).toBe(true)
        expect(toggleClasse(mis, filtres)).toEqual([])
      }
    }
  })

  test('adds a second class of the same group', () => {
    const classes = ['avec-feuille', 'sans-feuille-avec-gouvernance', 'ni-feuille-ni-gouvernance']
    const [avec, sans, ni] = classes.map((cle) => classeOf('feuilles-de-route', cle))
    for (const [a, b] of [
      [avec, sans],
      [avec, ni],
      [sans, ni]
    ] as [ClasseLegende, ClasseLegende][]) {
      const deux = toggleClasse(toggleClasse([], a.filtres), b.filtres)
      expect(count(deux)).toBe(a.compte + b.compte)
      expect([a, b].every(({ filtres }) => isClasseActive(deux, filtres))).toBe(true)
    }
  })

  test('adds a stated class to a deduced one', () => {
    const deduite = classeOf('coporteurs', 'departement-deduit')
    const citee = classeOf('coporteurs', 'epci')
    for (const [a, b] of [
      [deduite, citee],
      [citee, deduite]
    ] as const) {
      expect(count(toggleClasse(toggleClasse([], a.filtres), b.filtres))).toBe(a.compte + b.compte)
    }
  })

  test('of a stated type widens a link that narrows to what is deduced', () => {
    const mixte = toggleClasse(['departement', 'deduit'], ['region'])
    expect(mixte).toEqual(['departement', 'region'])
    expect(toggleClasse(['deduit'], ['contradiction'])).toEqual(['deduit', 'contradiction'])
  })
})

test('a class without filter, a step of a scale, is never chosen and chooses nothing', () => {
  expect(isClasseActive([], [])).toBe(false)
  expect(isClasseActive(['region'], [])).toBe(false)
  expect(toggleClasse(['region'], [])).toEqual(['region'])
})
