import { describe, expect, it } from 'vitest'
import { CLASSES_EVOLUTION, computeEvolution } from '../../src/domain/temps/evolution'
import type { Instantane, Territoire } from '../../src/domain/territoire/territoire'
import { INSTANTANE } from './fichiers'

type Retouche = (territoire: Territoire) => Territoire
const withGouvernance =
  (patch: Partial<Territoire['gouvernance']>): Retouche =>
  (t) => ({ ...t, gouvernance: { ...t.gouvernance, ...patch } })
const withFeuilles =
  (...etats: Territoire['feuillesDeRoute'][number]['etat'][]): Retouche =>
  (t) => ({ ...t, feuillesDeRoute: etats.map((etat) => ({ etat })) })

/** The shipped snapshot with some rows changed. */
const retouch = (retouches: Record<string, Retouche>): Instantane => ({
  date: '2025-06-01',
  territoires: INSTANTANE.territoires.map((t) => retouches[t.code]?.(t) ?? t)
})
const of = (retouches: Record<string, Retouche>, code: string) =>
  computeEvolution(INSTANTANE, retouch(retouches)).territoires.find((t) => t.code === code)
const naturesOf = (retouches: Record<string, Retouche>, code: string) =>
  of(retouches, code)?.changements.map(({ nature }) => nature)

describe('two snapshots compared', () => {
  it('finds nothing between a snapshot and itself', () => {
    const { comptes, natures, territoires } = computeEvolution(INSTANTANE, INSTANTANE)
    expect(comptes.inchange).toBe(INSTANTANE.territoires.length)
    expect(Object.values(natures).every((n) => n === 0)).toBe(true)
    expect(territoires.map(({ code }) => code)).toEqual(INSTANTANE.territoires.map(({ code }) => code))
  })

  it('counts each territory in one class, whatever changed', () => {
    const { comptes, natures } = computeEvolution(
      INSTANTANE,
      retouch({
        '52': withGouvernance({ etat: 'remontee', coporteurs: ['departement'], origine: 'source' }),
        '01': withFeuilles('remontee'),
        '02': withFeuilles('non_remontee'),
        '04': withGouvernance({ coporteurs: ['epci'] }),
        '05': withGouvernance({ origine: 'source' })
      })
    )
    expect(comptes).toMatchObject({ gagne: 2, perdu: 1, coporteur: 1, autre: 1, incomparable: 0 })
    expect(CLASSES_EVOLUTION.reduce((somme, classe) => somme + comptes[classe], 0)).toBe(
      INSTANTANE.territoires.length
    )
    expect(natures).toMatchObject({ 'gouvernance-gagnee': 1, 'feuille-gagnee': 1, 'feuille-perdue': 1 })
  })

  it('does not let a gain hide a loss', () => {
    // 01 has a governance and no roadmap.
    const retouche: Retouche = (t) =>
      withFeuilles('remontee')(withGouvernance({ etat: 'non_remontee', coporteurs: [], origine: null })(t))
    expect(naturesOf({ '01': retouche }, '01')).toEqual(['gouvernance-perdue', 'feuille-gagnee'])
    expect(of({ '01': retouche }, '01')?.classe).toBe('perdu')
  })

  it('takes a governance with its first co-bearer as one change, and another co-bearer as one of its own', () => {
    const gagnee = withGouvernance({ etat: 'remontee', coporteurs: ['departement'], origine: 'source' })
    expect(naturesOf({ '52': gagnee }, '52')).toEqual(['gouvernance-gagnee'])
    // 70 is named under a type before its governance is validated.
    expect(naturesOf({ '70': gagnee }, '70')).toEqual(['gouvernance-gagnee', 'coporteur'])
    expect(naturesOf({ '70': withGouvernance({ etat: 'remontee' }) }, '70')).toEqual(['gouvernance-gagnee'])
  })

  it('counts a second roadmap as gained, and an announced one as neither gained nor lost', () => {
    expect(of({ '02': withFeuilles('remontee', 'remontee') }, '02')).toMatchObject({
      classe: 'gagne',
      changements: [{ avant: 'Feuille de route remontée', apres: '2\u00A0feuilles de route remontées' }]
    })
    expect(naturesOf({ '01': withFeuilles('annoncee') }, '01')).toEqual(['etat-feuille'])
  })

  it('tells a confirmed co-bearer from another co-bearer', () => {
    const { changements = [] } = of({ '05': withGouvernance({ origine: 'source' }) }, '05') ?? {}
    expect(changements).toEqual([
      {
        nature: 'origine',
        avant: 'Conseil départemental, déduit par élimination',
        apres: 'Conseil départemental, cité par la source'
      }
    ])
    // The order in the file says nothing.
    const envers = withGouvernance({ coporteurs: ['prefecture', 'region'] })
    expect(naturesOf({ '56': envers }, '56')).toEqual([])
  })

  it('claims nothing of a territory that one of the two does not have', () => {
    const tronque = { ...INSTANTANE, territoires: INSTANTANE.territoires.slice(1) }
    for (const { comptes, territoires } of [
      computeEvolution(INSTANTANE, tronque),
      computeEvolution(tronque, INSTANTANE)
    ]) {
      expect(comptes).toMatchObject({ incomparable: 1, gagne: 0, perdu: 0 })
      expect(territoires[0]).toMatchObject({ code: '01', classe: 'incomparable' })
    }
  })
})

it('a first co-bearer of a governance that stays as it was is a change of its own', () => {
  const sans = retouch({ '45': withGouvernance({ coporteurs: [], origine: null }) })
  const { classe, changements } =
    computeEvolution(sans, INSTANTANE).territoires.find(({ code }) => code === '45') ?? {}
  expect(classe).toBe('coporteur')
  expect(changements?.map(({ nature }) => nature)).toEqual(['coporteur'])
})
