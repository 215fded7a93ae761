import { readFileSync } from 'node:fs'
import { wcagContrast } from 'culori'
import postcss from 'postcss'
import { describe, expect, test } from 'vitest'
import { tailleMinimale } from '../../scripts/tailleMinimale.mjs'
import { TYPES_COPORTEUR } from '../../src/domain/territoire/territoire'
import {
  COULEURS,
  couleursTexte,
  PALETTE,
  PALETTE_PROJETEE,
  type Palette
} from '../../src/map/apparence/palette'
import { computeApparence } from '../../src/map/apparence/vues'
import { VUES } from '../../src/state/vue'
import { computeEcartMin, distance, VISIONS, wash } from './couleurs'
import { INSTANTANE } from './fichiers'

/** The reasons for the thresholds are in docs/decisions/0005-theme-projecteur.md. */
const CONTRASTE_TEXTE = 7
const LUMIERES = [0.25, 0.3]

const CSS = readFileSync(new URL('../../src/ui/theme/projecteur.css', import.meta.url), 'utf8')
/** The colours that the theme sets, by name without dashes before. */
const JETONS = new Map<string, string>()
postcss.parse(CSS).walkDecls(/^--/, ({ prop, value }) => {
  if (value.startsWith('#')) JETONS.set(prop, value)
})
const jeton = (nom: string): string => {
  const couleur = JETONS.get(nom)
  if (!couleur) throw new Error(nom)
  return couleur
}

const nominales = ({ coporteurs }: Palette) => [...TYPES_COPORTEUR.map(coporteurs), COULEURS.vide]

describe('the texts of the projector theme', () => {
  const FONDS = ['--fne-fond', '--fne-fond-doux', '--fne-mer', '--fne-accent-doux'] as const
  const TEXTES = [...JETONS.keys()].filter((nom) => /^--(text-|fne-(texte|accent$|alerte))/.test(nom))

  test('are all there', () => {
    expect(TEXTES.length).toBeGreaterThan(10)
  })

  test.each(FONDS)('have 7 to 1 on %s, whichever they are', (fond) => {
    for (const nom of TEXTES)
      expect(wcagContrast(jeton(nom), jeton(fond)), nom).toBeGreaterThanOrEqual(CONTRASTE_TEXTE)
  })

  test('have 7 to 1 on the coloured grounds of the design system', () => {
    for (const genre of ['info', 'success', 'warning', 'error']) {
      const fond = jeton(`--background-contrast-${genre}`)
      for (const texte of [`--text-default-${genre}`, '--text-default-grey'])
        expect(wcagContrast(jeton(texte), fond), `${texte} on ${genre}`).toBeGreaterThanOrEqual(
          CONTRASTE_TEXTE
        )
      expect(wcagContrast('#fff', jeton(`--background-flat-${genre}`)), genre).toBeGreaterThanOrEqual(
        CONTRASTE_TEXTE
      )
    }
    expect(wcagContrast('#fff', jeton('--background-action-high-blue-france'))).toBeGreaterThanOrEqual(
      CONTRASTE_TEXTE
    )
  })

  test('of the map have 7 to 1 on what is behind them', () => {
    for (const territoire of INSTANTANE.territoires) {
      for (const vue of VUES) {
        const { texte, halo } = couleursTexte(computeApparence(territoire, vue, PALETTE_PROJETEE))
        expect(wcagContrast(texte, halo), `${territoire.code} in ${vue}`).toBeGreaterThanOrEqual(
          CONTRASTE_TEXTE
        )
      }
    }
  })

  test('and its lines keep 2.4 to 1 in a beam that has 3.5 to 1 from black to white', () => {
    for (const fond of FONDS) {
      const clair = wash(jeton(fond), 0.25)
      for (const nom of TEXTES) {
        expect(wcagContrast(wash(jeton(nom), 0.25), clair), `${nom} on ${fond}`).toBeGreaterThanOrEqual(2.4)
      }
    }
    for (const trait of ['--fne-trait', '--fne-frontiere', '--border-default-grey'])
      expect(wcagContrast(wash(jeton(trait), 0.25), wash(jeton('--fne-fond'), 0.25))).toBeGreaterThanOrEqual(
        2.4
      )
  })
})

describe('the colours of the co-bearers in a washed-out beam', () => {
  for (const lumiere of LUMIERES) {
    test.each(Object.entries(VISIONS))(`stay apart under %s, with ${lumiere} of white`, (nom, voit) => {
      const ecart = computeEcartMin(nominales(PALETTE_PROJETEE), voit, lumiere)
      const seuil = lumiere === 0.25 ? 10 : 8
      expect(ecart).toBeGreaterThanOrEqual(nom === 'greyscale' ? 4 : seuil)
    })
  }

  test('are farther apart, for the sight that has most trouble, than those of a desk', () => {
    const pire = (palette: Palette) =>
      Math.min(...Object.values(VISIONS).map((voit) => computeEcartMin(nominales(palette), voit, 0.25)))
    expect(pire(PALETTE_PROJETEE)).toBeGreaterThan(1.4 * pire(PALETTE))
  })

  test('that are deduced are neither white nor like those that are stated', () => {
    for (const type of TYPES_COPORTEUR) {
      const { fond } = PALETTE_PROJETEE.deduites[type]
      for (const autre of nominales(PALETTE_PROJETEE))
        expect(distance(wash(fond, 0.25), wash(autre, 0.25)), `${type} ${autre}`).toBeGreaterThanOrEqual(8.5)
    }
  })

  test('of the roadmaps stay apart, and from white', () => {
    const { avecFeuille, sansFeuille } = PALETTE_PROJETEE
    for (const [nom, voit] of Object.entries(VISIONS))
      expect(
        computeEcartMin([avecFeuille, sansFeuille, COULEURS.vide], voit, 0.25),
        nom
      ).toBeGreaterThanOrEqual(nom === 'greyscale' ? 7 : 10)
  })

  test('leave dots and hatching to be seen: 1.5 to 1, of 3.5 to 1 that the beam has from black to white', () => {
    expect(wcagContrast(wash('#000', 0.25), wash('#fff', 0.25))).toBeCloseTo(3.5)
    for (const territoire of INSTANTANE.territoires) {
      for (const vue of VUES) {
        const { fonds, points, hachures } = computeApparence(territoire, vue, PALETTE_PROJETEE)
        for (const motif of [points, hachures]) {
          if (!motif) continue
          const contraste = wcagContrast(wash(motif, 0.25), wash(fonds[0] ?? '', 0.25))
          expect(contraste, `${territoire.code} in ${vue}`).toBeGreaterThanOrEqual(1.5)
        }
      }
    }
  })
})

describe('the smallest size of a text', () => {
  const of = (css: string) => postcss([tailleMinimale()]).process(css, { from: undefined }).css

  test('holds wherever a size follows the text', () => {
    for (const taille of ['.75rem', '0.8125em', '80%'])
      expect(of(`a{font-size:${taille}}`)).toBe(`a{font-size:max(${taille}, var(--fne-texte-min, 0px))}`)
  })

  test('leaves drawings, and what is inherited, as they are', () => {
    for (const taille of ['13px', 'inherit', 'max(1rem, 2vw)', 'var(--x)'])
      expect(of(`a{font-size:${taille}}`)).toBe(`a{font-size:${taille}}`)
  })
})
