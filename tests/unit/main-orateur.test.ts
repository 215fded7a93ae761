// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CADRE_METROPOLE, ENCARTS } from '../../src/map/cadre/cadres'
import { computeTraces } from '../../src/map/svg/traces'
import { toBoite, toDegres, type Pointage } from '../../src/map/marques/pointage'
import { computeCercle } from '../../src/presentation/cercle'
import { describeMain, findTerritoireAt } from '../../src/presentation/direMain'
import { circle } from '../../src/presentation/entourer'
import { readGeste, type Geste } from '../../src/presentation/gestes'
import { computeReste } from '../../src/presentation/horloge'
import { Main, TRAIT_FOND_MS, TRAIT_RESTE_MS } from '../../src/presentation/mainOrateur.svelte'
import { TailleNotes } from '../../src/presentation/tailleNotes.svelte'
import { CONTOURS } from './fichiers'
import { openFenetre, pas, Salle } from './liaison-outils'

const { territoires } = CONTOURS

const blois = { encart: null, lon: 1.33, lat: 47.59 }
const reunion = { encart: '974', lon: 55.5, lat: -21.1 }

describe('a place of the map', () => {
  it.each([CADRE_METROPOLE, ...ENCARTS].map((cadre) => [cadre.id, cadre] as const))(
    'is the same whatever the size of the drawing: %s',
    (_, cadre) => {
      const [petite, grande] = [240, 3000].map((largeur) => computeTraces(territoires, cadre, largeur))
      if (!petite || !grande) throw new Error('no outlines')
      const part = fc.double({ min: -0.2, max: 1.2, noNaN: true })
      fc.assert(
        fc.property(part, part, (u, v) => {
          const degres = toDegres(petite, [u * petite.largeur, v * petite.hauteur])
          const [x, y] = toBoite(grande, degres)
          // The height of a viewBox is whole.
          expect(Math.abs(x / grande.largeur - u)).toBeLessThan(0.001)
          expect(Math.abs(y / grande.hauteur - v)).toBeLessThan(0.02)
          const [px, py] = toBoite(petite, degres)
          expect(Math.hypot(px - u * petite.largeur, py - v * petite.hauteur)).toBeLessThan(1e-6)
        }),
        { numRuns: 50 }
      )
    }
  )

  it('is where the outlines have it: a label’s longitude and latitude', () => {
    const traces = computeTraces(territoires, CADRE_METROPOLE, 1000)
    for (const { id, properties } of territoires.features) {
      const ancre = traces.ancres.get(id)
      if (!ancre) continue
      const [x, y] = toBoite(traces, properties.etiquette)
      expect(Math.hypot(x - ancre[0], y - ancre[1]), id).toBeLessThan(2)
    }
  })
})

describe('what a hand shows, in words', () => {
  it('names the territory that each label stands on, whichever frame it is on', () => {
    for (const { id, properties } of territoires.features) {
      const [lon, lat] = properties.etiquette
      expect(findTerritoireAt(territoires, { encart: null, lon, lat }), id).toBe(id)
    }
  })

  it('is what is pointed at, circled and drawn, and nothing where nothing is', () => {
    const rien = { pointeur: null, traits: [], cercle: null }
    const loiret = { encart: null, lon: 2.3, lat: 47.9 }
    const mer = { encart: null, lon: -4, lat: 45 }
    expect(describeMain(rien, territoires)).toBe('')
    expect(describeMain({ ...rien, pointeur: blois }, territoires)).toBe(
      'Montré sur la carte\u00A0: Loir-et-Cher (41).'
    )
    expect(describeMain({ ...rien, pointeur: mer }, territoires)).toContain('hors des territoires')
    expect(
      describeMain(
        { pointeur: reunion, cercle: '2A', traits: [{ id: 'a', points: [blois, mer, loiret] }] },
        territoires
      )
    ).toBe(
      'Montré sur la carte\u00A0: La Réunion (974). Entouré sur la carte\u00A0: Corse-du-Sud (2A). Trait dessiné sur la carte\u00A0: de Loir-et-Cher (41) à Loiret (45).'
    )
    expect(describeMain({ ...rien, traits: [{ id: 'a', points: [blois] }] }, territoires)).toMatch(
      /dessiné sur la carte\u00A0: Loir-et-Cher \(41\)\.$/
    )
  })
})

describe('a presenter’s hand', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function open() {
    const salle = new Salle()
    const faits: Geste[] = []
    const diapos: Main = new Main((geste) => fenetre.liaison.show(geste))
    const fenetre = openFenetre('diapos', [salle.createCanal()], {
      ecoute: { ongeste: (geste) => diapos.receive(geste) }
    }).arrive(pas(6))
    const { seance } = fenetre.liaison
    const autre = openFenetre('orateur', [salle.createCanal()], {
      seance,
      ecoute: { ongeste: (geste) => orateur.receive(geste) }
    }).arrive(pas(6))
    const orateur: Main = new Main((geste) => {
      faits.push(geste)
      autre.liaison.show(geste)
    })
    return { salle, diapos, orateur, faits }
  }

  it('is seen in both windows, from either', () => {
    const { diapos, orateur } = open()
    orateur.point(reunion)
    expect(diapos.pointeur).toEqual(reunion)
    orateur.point(null)
    expect(diapos.pointeur).toBeNull()
    diapos.draw(blois)
    diapos.draw({ ...blois, lon: 2 })
    expect(orateur.traits).toEqual(diapos.traits)
    expect(orateur.traits[0]?.points).toEqual([blois, { ...blois, lon: 2 }])
    orateur.toggleCercle('41')
    expect(diapos.cercle).toBe('41')
    diapos.toggleCercle('41')
    expect(orateur.cercle).toBeNull()
  })

  it('lets each stroke go by itself, some seconds after its last point', () => {
    const { diapos, orateur } = open()
    orateur.draw(blois)
    vi.advanceTimersByTime(TRAIT_RESTE_MS)
    orateur.draw({ ...blois, lat: 48 })
    orateur.lift()
    orateur.draw(reunion)
    vi.advanceTimersByTime(TRAIT_RESTE_MS)
    orateur.draw(reunion)
    expect(diapos.traits).toHaveLength(2)
    vi.advanceTimersByTime(TRAIT_FOND_MS)
    expect(diapos.traits.map(({ points }) => points[0])).toEqual([reunion])
    vi.advanceTimersByTime(TRAIT_RESTE_MS)
    expect([...diapos.traits, ...orateur.traits]).toEqual([])
  })

  it('says nothing where nothing is pointed at, and leaves nothing behind', () => {
    const { diapos, orateur, faits } = open()
    orateur.point(null)
    expect(faits).toEqual([])
    orateur.point(blois)
    orateur.draw(blois)
    orateur.toggleCercle('41')
    diapos.clear()
    expect([diapos.pointeur, diapos.cercle, diapos.traits]).toEqual([null, null, []])
    vi.advanceTimersByTime(60_000)
    expect(diapos.traits).toEqual([])
  })

  it('is heard by its own presentation only', () => {
    const { salle, orateur } = open()
    const ongeste = vi.fn()
    openFenetre('diapos', [salle.createCanal()], { ecoute: { ongeste } }).arrive(pas(1))
    orateur.point(blois)
    expect(ongeste).not.toHaveBeenCalled()
  })

  it.each([
    null,
    { type: 'pointeur' },
    { type: 'pointeur', point: { ...blois, lon: '1' } },
    { type: 'pointeur', point: { ...blois, lon: NaN } },
    { type: 'pointeur', point: { ...blois, lat: 91 } },
    { type: 'pointeur', point: { ...blois, encart: 'constructor' } },
    { type: 'trait', id: 'A"><script>', points: [blois] },
    { type: 'trait', id: 'a', points: [blois, null] },
    { type: 'trait', id: 'a', points: Array.from({ length: 201 }, () => blois) },
    { type: 'cercle', code: '20' },
    { type: 'cercle', code: '__proto__' },
    { type: 'efface' }
  ])('is not what %j says', (recu) => {
    expect(readGeste(recu)).toBeNull()
  })
})

describe('the circle', () => {
  const sur = (survol: string | null, ouvert: string | null, scene: string | null) => {
    const toggleCercle = vi.fn()
    const question = ouvert === null ? null : ({ type: 'territoire', code: ouvert } as const)
    const laScene = { id: 'a', titre: 'A', ...(scene ? { territoire: scene } : {}) }
    circle({ toggleCercle }, { question, scene: laScene }, { survol })
    return toggleCercle.mock.calls[0]?.[0] as string | null
  }
  it('is around what is pointed at, else what is open, else what the scene is about', () => {
    expect([
      sur('41', '45', '56'),
      sur(null, '45', '56'),
      sur(null, null, '56'),
      sur(null, null, null)
    ]).toEqual(['41', '45', '56', null])
  })

  it('holds the whole territory, on its inset where it has one', () => {
    const traces = computeTraces(territoires, CADRE_METROPOLE, 1000)
    const vus: (string | null)[] = []
    const pointage: Pointage = {
      positionOf({ encart, lon, lat }) {
        vus.push(encart)
        const [x, y] = toBoite(traces, [lon, lat])
        return { x, y }
      },
      pointAt: () => null
    }
    const cercle = computeCercle('41', null, territoires, pointage)
    const contour = territoires.features.find(({ id }) => id === '41')?.geometry
    const anneaux = contour?.type === 'Polygon' ? contour.coordinates : (contour?.coordinates.flat() ?? [])
    for (const [lon = 0, lat = 0] of anneaux.flat()) {
      const [x, y] = toBoite(traces, [lon, lat])
      expect(Math.hypot(x - (cercle?.x ?? 0), y - (cercle?.y ?? 0))).toBeLessThan(cercle?.rayon ?? 0)
    }
    computeCercle('974', null, territoires, pointage)
    computeCercle('92', null, territoires, pointage)
    computeCercle('974', '974', territoires, pointage)
    expect(vus).toEqual([null, null, '974', '974', 'petite-couronne', 'petite-couronne', null, null])
    expect(computeCercle('99', null, territoires, pointage)).toBeNull()
  })
})

describe('the presenter’s desk', () => {
  it('says what is left of the time set, then how far it is beyond', () => {
    const a = (minutes: number, duree: number | null = 20) =>
      computeReste({ debut: 1_000_000, duree }, 1_000_000 + minutes * 60_000)
    expect(a(5, null)).toBeNull()
    expect(a(0)).toEqual({ mot: 'Reste', temps: '20:00', depasse: false })
    expect(a(12.5)).toMatchObject({ temps: '07:30', depasse: false })
    expect(a(20)).toMatchObject({ temps: '00:00', depasse: false })
    expect(a(21.5)).toEqual({ mot: 'Dépassé de', temps: '01:30', depasse: true })
  })

  it('writes the notes larger or smaller, and remembers', () => {
    const notes = new TailleNotes()
    const avant = notes.rem
    notes.change(1)
    expect(notes.rem).toBeGreaterThan(avant)
    expect(new TailleNotes().rem).toBe(notes.rem)
    while (notes.canReduce) notes.change(-1)
    notes.change(-1)
    expect(notes.rem).toBeLessThan(avant)
    window.localStorage.setItem('fne-taille-notes', '99')
    expect(new TailleNotes().rem).toBe(avant)
  })
})
