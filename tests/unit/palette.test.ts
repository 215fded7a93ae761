import { readFileSync } from 'node:fs'
import { wcagContrast } from 'culori'
import { describe, expect, test } from 'vitest'
import { TYPES_COPORTEUR, type Territoire } from '../../src/domain/territoire/territoire'
import { COULEURS, couleurCoporteur, couleursTexte } from '../../src/map/apparence/palette'
import { computeApparence, listClasses } from '../../src/map/apparence/vues'
import { VUES } from '../../src/state/vue'
import { computeEcartMin, distance, readCouleur, VISIONS } from './couleurs'
import { INSTANTANE } from './fichiers'

/** The two palettes for nominal classes that cartographers take for colour-blind readers. */
const OKABE_ITO = ['#E69F00', '#56B4E9', '#009E73', '#F0E442', '#0072B2', '#D55E00', '#CC79A7', '#FFFFFF']
const TOL_BRIGHT = ['#4477AA', '#EE6677', '#228833', '#CCBB44', '#66CCEE', '#AA3377', '#BBBBBB']

const NOMINALES = [...TYPES_COPORTEUR.map((type) => couleurCoporteur(type)), COULEURS.vide]
const territoires = INSTANTANE.territoires
const toutes = VUES.flatMap((vue) =>
  territoires.map((t) => [`${t.code} in ${vue}`, computeApparence(t, vue)] as const)
)

describe('the colours of the co-bearers', () => {
  test.each(Object.entries(VISIONS))(
    'stay apart under %s, better than the reference palettes',
    (nom, voit) => {
      const ecart = computeEcartMin(NOMINALES, voit)
      expect(ecart).toBeGreaterThan(computeEcartMin(OKABE_ITO, voit))
      expect(ecart).toBeGreaterThan(computeEcartMin(TOL_BRIGHT, voit))
      // A just noticeable difference is about 2.3; a large area is matched to a small swatch from 10 on.
      expect(ecart).toBeGreaterThanOrEqual(nom === 'greyscale' ? 10 : 15)
    }
  )

  test.each(Object.entries(VISIONS))('of the roadmaps stay apart under %s', (_, voit) => {
    const { avecFeuille, sansFeuille } = COULEURS
    expect(computeEcartMin([avecFeuille, sansFeuille], voit)).toBeGreaterThan(25)
  })

  test('that are deduced are lighter than those that are stated, and never the same', () => {
    for (const type of TYPES_COPORTEUR) {
      const cite = territoires.find((t) => t.gouvernance.etat === 'remontee') as Territoire
      const gouvernance = { ...cite.gouvernance, coporteurs: [type] }
      const of = (origine: 'source' | 'deduit') =>
        computeApparence({ ...cite, gouvernance: { ...gouvernance, origine } }, 'coporteurs')
      const [source, deduit] = [of('source'), of('deduit')]
      expect(source.points).toBeNull()
      expect(deduit.points).not.toBeNull()
      expect(wcagContrast(deduit.fonds[0] ?? '', '#000')).toBeGreaterThan(
        wcagContrast(source.fonds[0] ?? '', '#000')
      )
      expect(
        distance(readCouleur(deduit.fonds[0] ?? ''), readCouleur(source.fonds[0] ?? ''))
      ).toBeGreaterThan(10)
    }
  })
})

describe('what is drawn over a colour', () => {
  test('labels read on every look that occurs: 4.5 to 1', () => {
    for (const [nom, apparence] of toutes) {
      const { texte, halo } = couleursTexte(apparence)
      expect(wcagContrast(texte, halo), nom).toBeGreaterThanOrEqual(4.5)
      expect(apparence.fonds, nom).toContain(halo)
    }
  })

  test('dots and hatching are seen on their ground: 3 to 1', () => {
    for (const [nom, { fonds, points, hachures }] of toutes) {
      for (const motif of [points, hachures]) {
        if (motif) expect(wcagContrast(motif, fonds[0] ?? ''), nom).toBeGreaterThanOrEqual(3)
      }
    }
  })

  test('a pattern says what the files say, and only that', () => {
    for (const territoire of territoires) {
      const { origine, etat, coporteurs } = territoire.gouvernance
      const vue = computeApparence(territoire, 'coporteurs')
      expect(vue.points !== null, territoire.code).toBe(origine === 'deduit' && etat === 'remontee')
      expect(vue.hachures !== null, territoire.code).toBe(etat !== 'remontee')
      expect(vue.fonds.length, territoire.code).toBe(Math.max(1, coporteurs.length))
      const avec = territoire.feuillesDeRoute.some((feuille) => feuille.etat === 'remontee')
      for (const nom of ['feuilles-de-route', 'croisee'] as const) {
        expect(computeApparence(territoire, nom).hachures !== null, territoire.code).toBe(!avec)
      }
    }
  })

  test('a territory of which nothing is known is like no class', () => {
    const { fonds, points, hachures } = computeApparence(undefined, 'coporteurs')
    expect(fonds).toEqual([COULEURS.inconnu])
    expect([points, hachures]).toEqual([null, null])
    expect(NOMINALES).not.toContain(COULEURS.inconnu)
  })
})

describe('the legend', () => {
  test('counts each territory under each of its co-bearers', () => {
    const classes = listClasses('coporteurs', territoires)
    for (const type of TYPES_COPORTEUR) {
      const attendu = territoires.filter((t) => t.gouvernance.coporteurs.includes(type)).length
      const compte = classes
        .filter(({ cle }) => cle === type || cle === `${type}-deduit`)
        .reduce((somme, classe) => somme + classe.compte, 0)
      expect(compte, type).toBe(attendu)
    }
    const morbihan = territoires.filter((t) => t.code === '56')
    expect(listClasses('coporteurs', morbihan).map(({ cle }) => cle)).toEqual([
      'region',
      'prefecture',
      'contradiction'
    ])
  })

  test('of the roadmaps adds up to all territories, each in one class', () => {
    const classes = listClasses('feuilles-de-route', territoires)
    expect(classes.reduce((somme, { compte }) => somme + compte, 0)).toBe(territoires.length)
  })

  test('shows a class as the map shows its members', () => {
    for (const vue of VUES) {
      for (const classe of listClasses(vue, territoires)) {
        if (classe.cle === 'contradiction' || classe.cle === 'avec-feuille') continue
        const membres = toutes.filter(([nom]) => nom.endsWith(` in ${vue}`))
        const [fond] = classe.apparence.fonds
        const vus = membres.filter(([, apparence]) =>
          classe.apparence.hachures ? apparence.hachures !== null : apparence.fonds.includes(fond ?? '')
        )
        expect(vus.length, `${vue} ${classe.cle}`).toBeGreaterThan(0)
      }
    }
  })
})

test('in the dark theme, nothing on the map is swallowed by the sea: it or its outline is 3 to 1 with it', () => {
  const css = readFileSync('src/ui/theme/socle.css', 'utf8')
  const sombre = css.slice(css.indexOf(":root[data-fr-theme='dark']"))
  const jeton = (nom: string) => new RegExp(`--fne-${nom}: (#\\w+)`).exec(sombre)?.[1] ?? ''
  const [mer, frontiere] = [jeton('mer'), jeton('frontiere')]
  for (const couleur of NOMINALES) {
    // An outline is seen where it is not as dark as what it surrounds.
    const seule = wcagContrast(couleur, frontiere) < 1.5
    const contraste = Math.max(wcagContrast(couleur, mer), seule ? 0 : wcagContrast(frontiere, mer))
    expect(contraste, couleur).toBeGreaterThanOrEqual(3)
  }
})

test('a class of the legend looks as the territories that it counts: dots where deduced, hatching where something is missing', () => {
  for (const vue of VUES) {
    for (const { cle, apparence } of listClasses(vue, territoires)) {
      const type = TYPES_COPORTEUR.find((candidat) => cle === `${candidat}-deduit`)
      if (type) {
        // In this view of its own, a territory of the class that nothing else marks.
        const seul = territoires.find(
          ({ gouvernance }) =>
            gouvernance.origine === 'deduit' &&
            gouvernance.coporteurs.join() === type &&
            gouvernance.etat === 'remontee'
        )
        const { fonds, points } = computeApparence(seul, 'coporteurs')
        expect(apparence, `${cle} in ${vue}`).toMatchObject({ fonds, points, hachures: null })
        expect(points).not.toBeNull()
      } else expect(apparence.points, `${cle} in ${vue}`).toBeNull()
      expect(apparence.hachures !== null, `${cle} in ${vue}`).toBe(
        /^(sans-feuille|sans-gouvernance|ni-feuille)/.test(cle)
      )
      expect(apparence.contradiction, `${cle} in ${vue}`).toBe(cle === 'contradiction')
    }
  }
})
