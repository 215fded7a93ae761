import { wcagContrast } from 'culori'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CLASSES_EVOLUTION, computeEvolution } from '../../src/domain/temps/evolution'
import { announceEvolution, describeEvolution, groupEvolution } from '../../src/domain/temps/direEvolution'
import { matchFiltres } from '../../src/domain/vue/filtres'
import type { Instantane } from '../../src/domain/territoire/territoire'
import { toggleClasse } from '../../src/map/apparence/filtresLegende'
import { couleursTexte, PALETTE, PALETTE_PROJETEE } from '../../src/map/apparence/palette'
import {
  computeApparenceEvolution,
  computeApparencesEvolution,
  listClassesEvolution,
  listNotesEvolution
} from '../../src/map/apparence/paletteEvolution'
import { computeEcartMin, VISIONS } from './couleurs'
import { INSTANTANE } from './fichiers'
import { arbTerritoires } from './generer'

const PALETTES = [
  ['desk', PALETTE, 0],
  ['projector', PALETTE_PROJETEE, 0.25]
] as const
/** The first colour of each class's ground. */
const fondsOf = (palette: typeof PALETTE) =>
  CLASSES_EVOLUTION.map((classe) => computeApparenceEvolution(classe, palette).fonds[0] ?? '')

describe.each(PALETTES)('the colours of what changed, at the %s', (_, palette, lumiere) => {
  test.each(Object.entries(VISIONS))('stay apart under %s', (vision, voit) => {
    const ecart = computeEcartMin(fondsOf(palette), voit, lumiere)
    const seuil = lumiere === 0 ? { gris: 9, couleur: 15 } : { gris: 5, couleur: 10 }
    expect(ecart).toBeGreaterThanOrEqual(vision === 'greyscale' ? seuil.gris : seuil.couleur)
  })

  test('let labels be read', () => {
    for (const classe of CLASSES_EVOLUTION) {
      const { texte, halo } = couleursTexte(computeApparenceEvolution(classe, palette))
      expect(wcagContrast(texte, halo), classe).toBeGreaterThanOrEqual(lumiere === 0 ? 4.5 : 7)
    }
  })

  test('and patterns be seen on their ground: 3 to 1', () => {
    for (const classe of CLASSES_EVOLUTION) {
      const { fonds, points, hachures } = computeApparenceEvolution(classe, palette)
      for (const motif of [points, hachures, fonds[1]])
        if (motif) expect(wcagContrast(motif, fonds[0] ?? ''), classe).toBeGreaterThanOrEqual(3)
    }
  })

  test('never stand alone: each change that is no gain has a pattern of its own', () => {
    const motifs = (['perdu', 'coporteur', 'autre'] as const).map((classe) => {
      const { fonds, points, hachures } = computeApparenceEvolution(classe, palette)
      return [fonds.length > 1, points !== null, hachures !== null]
    })
    expect(new Set(motifs.map(String)).size).toBe(3)
    expect(motifs.every((motif) => motif.filter(Boolean).length === 1)).toBe(true)
    // Gained and unchanged, both plain, are the two ends of the ladder.
    const [gagne, inchange] = (['gagne', 'inchange'] as const).map(
      (classe) => computeApparenceEvolution(classe, palette).fonds[0] ?? ''
    )
    expect(wcagContrast(gagne ?? '', inchange ?? '')).toBeGreaterThan(7)
  })
})

describe('a comparison of generated snapshots', () => {
  const paires = fc.tuple(arbTerritoires, arbTerritoires).map(([a, b]): [Instantane, Instantane] => [
    { date: '2024-12-06', territoires: a },
    // Some rows are the same in both, and one is missing.
    { date: '2025-06-01', territoires: b.slice(1).map((t, i) => (i % 3 === 0 ? (a[i + 1] ?? t) : t)) }
  ])

  test('paints, counts, lists and filters the same territories', () => {
    fc.assert(
      fc.property(paires, ([avant, apres]) => {
        const evolution = computeEvolution(avant, apres)
        const apparences = computeApparencesEvolution(evolution, PALETTE)
        expect([...apparences.keys()]).toEqual(avant.territoires.map(({ code }) => code).sort())
        const classes = listClassesEvolution(evolution, PALETTE)
        expect(classes.reduce((somme, { compte }) => somme + compte, 0)).toBe(apparences.size)
        const groupes = groupEvolution(evolution)
        expect(groupes.map(({ territoires }) => territoires.length)).toEqual(
          classes.map(({ compte }) => compte)
        )
        for (const [i, { compte, apparence, filtres }] of classes.entries()) {
          const codes = groupes[i]?.territoires.map(({ code }) => code) ?? []
          for (const code of codes) expect(apparences.get(code)).toEqual(apparence)
          const gardes = avant.territoires.filter((t) =>
            matchFiltres(t, toggleClasse([], filtres), { ecarts: [], evolution })
          )
          expect(gardes).toHaveLength(compte)
          expect(gardes.map(({ code }) => code)).toEqual(codes)
        }
      }),
      { numRuns: 20 }
    )
  })

  test('says of each territory what became of it, in words', () => {
    const autre = INSTANTANE.territoires.map((t) =>
      t.code === '45' ? { ...t, feuillesDeRoute: [{ etat: 'remontee' as const }] } : t
    )
    const evolution = computeEvolution(INSTANTANE, { date: '2025-06-01', territoires: autre })
    const loiret = evolution.territoires.find(({ code }) => code === '45')
    expect(describeEvolution(loiret)).toEqual({
      classe: 'Gagné',
      changements: ['Feuille de route non remontée → Feuille de route remontée']
    })
    expect(announceEvolution(loiret)).toContain('gagné, feuille de route non remontée, puis')
    expect(listClassesEvolution(evolution, PALETTE).map(({ cle, compte }) => [cle, compte])).toEqual([
      ['evolution-gagne', 1],
      ['evolution-inchange', INSTANTANE.territoires.length - 1]
    ])
    expect(listNotesEvolution(evolution)).toEqual([])
  })
})
