import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TAILLE_ETIQUETTE } from '../../src/map/apparence/etiquette'
import { RAYON_MARQUEUR } from '../../src/map/apparence/motifs'
import { CADRE_METROPOLE } from '../../src/map/cadre/cadres'
import { computePlaques, placeEtiquettes, type Etiquette } from '../../src/map/svg/etiquettes'
import { listLibres, placeFormat, type Anneaux, type Point } from '../../src/map/svg/placement'
import { computeTraces } from '../../src/map/svg/traces'
import { CONTOURS } from './fichiers'

/** True inside a closed outline: borders are counted along a line to the west. */
function isInside(anneaux: Anneaux, [x, y]: Point): boolean {
  let dedans = false
  for (const anneau of anneaux) {
    let [ax = 0, ay = 0] = anneau.slice(-2)
    for (let i = 0; i < anneau.length; i += 2) {
      const [bx = 0, by = 0] = anneau.slice(i, i + 2)
      if (ay > y !== by > y && ax + ((bx - ax) * (y - ay)) / (by - ay) < x) dedans = !dedans
      ;[ax, ay] = [bx, by]
    }
  }
  return dedans
}

/** Places of a box's edge, corners included. */
const listBord = ([x, y]: Point, largeur: number, hauteur: number): Point[] =>
  [-1, -0.5, 0, 0.5, 1].flatMap((t): Point[] => [
    [x + (t * largeur) / 2, y - hauteur / 2],
    [x + (t * largeur) / 2, y + hauteur / 2],
    [x - largeur / 2, y + (t * hauteur) / 2],
    [x + largeur / 2, y + (t * hauteur) / 2]
  ])

const CARRE: Anneaux = [[0, 0, 100, 0, 100, 100, 0, 100]]
const TROU: Anneaux = [...CARRE, [40, 40, 60, 40, 60, 60, 40, 60]]

describe('a box in an outline', () => {
  it('stays where it is wished, where it fits there', () => {
    expect(placeFormat(CARRE, { largeur: 20, hauteur: 10 }, [30, 70])).toEqual([30, 70])
  })

  it('moves no farther than it must, and round holes', () => {
    expect(placeFormat(CARRE, { largeur: 20, hauteur: 10 }, [95, 50])).toEqual([90, 50])
    expect(listLibres(TROU, 50, { largeur: 20, hauteur: 10 })).toEqual([
      [0, 40],
      [60, 100]
    ])
    const [x] = placeFormat(TROU, { largeur: 30, hauteur: 30 }, [52, 50]) ?? [0]
    expect(x).toBe(75)
  })

  it('is nowhere where it is wider or higher than the outline, or the outline is a line', () => {
    expect(placeFormat(CARRE, { largeur: 101, hauteur: 10 }, [50, 50])).toBeNull()
    expect(placeFormat(CARRE, { largeur: 10, hauteur: 101 }, [50, 50])).toBeNull()
    expect(placeFormat([[0, 0, 9, 9]], { largeur: 1, hauteur: 1 }, [5, 5])).toBeNull()
  })

  it('never leaves it, whatever its form', () => {
    const etoile = fc.array(fc.double({ min: 5, max: 100, noNaN: true }), { minLength: 3, maxLength: 24 })
    const cote = fc.double({ min: 2, max: 60, noNaN: true })
    fc.assert(
      fc.property(etoile, cote, cote, (rayons, largeur, hauteur) => {
        const anneaux: Anneaux = [
          rayons.flatMap((rayon, i) => {
            const angle = (2 * Math.PI * i) / rayons.length
            return [rayon * Math.cos(angle), rayon * Math.sin(angle)]
          })
        ]
        const place = placeFormat(anneaux, { largeur, hauteur }, [0, 0])
        if (!place) return
        const bord = listBord(place, largeur - 1e-6, hauteur - 1e-6)
        expect(bord.filter((point) => !isInside(anneaux, point))).toEqual([])
      })
    )
  })
})

/** What a label covers, in viewBox units: its plates, which are what its letters and their halo cover, and its marker. */
const boxesOf = (etiquette: Etiquette, pixel: number) => {
  const { x, y, corps, marqueur } = etiquette
  const cote = ((2 * RAYON_MARQUEUR * corps) / TAILLE_ETIQUETTE) * pixel
  return [
    ...computePlaques(etiquette).map(({ demi, dx, dy, epaisseur }) => ({
      milieu: [x + dx * pixel, y + dy * pixel] as const,
      largeur: (2 * demi + epaisseur) * pixel,
      hauteur: epaisseur * pixel
    })),
    ...(marqueur
      ? [
          {
            milieu: [x + marqueur.dx * pixel, y + marqueur.dy * pixel] as const,
            largeur: cote,
            hauteur: cote
          }
        ]
      : [])
  ]
}

const traces = computeTraces(CONTOURS.territoires, CADRE_METROPOLE, 1000)
/** Viewbox units a label pixel: of a telephone, of desks, of projectors, and of a map zoomed into. */
/** France as a slide of 1280 × 720 has it, 629 pixels wide, in letters of a projector. */
const PROJETE = (1000 / 629) * (24 / 16) * (13 / 11)
const PIXELS = [PROJETE, 2.6, 1.3, 0.4]
const MARQUES = ['56', '70', '45']

describe('the labels of the map', () => {
  it('are those of 75 departments at least, in the letters of a projector', () => {
    expect(placeEtiquettes(traces, () => false, PROJETE).length).toBeGreaterThanOrEqual(75)
  })

  it('lie inside their own territory at any size, with the marker of a contradiction too', () => {
    for (const pixel of PIXELS) {
      const dehors = placeEtiquettes(traces, (code) => MARQUES.includes(code), pixel).filter((etiquette) =>
        boxesOf(etiquette, pixel).some(({ milieu, largeur, hauteur }) =>
          listBord(milieu, largeur, hauteur).some(
            (point) => !isInside(traces.anneaux.get(etiquette.code) ?? [], point)
          )
        )
      )
      expect(dehors, `at ${pixel}`).toEqual([])
    }
  })

  it('bear a marker beside the code, in a territory that is large enough for both', () => {
    const marques = placeEtiquettes(traces, (code) => ['56', '70'].includes(code), PROJETE)
    for (const code of ['56', '70']) {
      const etiquette = marques.find((e) => e.code === code)
      expect(etiquette?.lignes.map(({ texte }) => texte)).toEqual([code])
      expect(etiquette?.marqueur).not.toBeNull()
    }
    // Where there is no room for the code there is still the marker.
    const [paris] = placeEtiquettes(traces, () => true, 1.88).filter(({ code }) => code === '75')
    expect(paris).toMatchObject({ lignes: [], marqueur: { dx: 0, dy: 0 } })
  })

  it('are the same again for the same outlines and size', () => {
    const [une, autre] = [1, 2].map(() => placeEtiquettes(traces, () => false, 1.3))
    expect(une?.every((etiquette, i) => etiquette === autre?.[i])).toBe(true)
  })

  it('bear names, in two lines where one is too wide, in a map zoomed into', () => {
    const textesAt = (pixel: number) =>
      placeEtiquettes(traces, () => false, pixel).map(({ lignes }) =>
        lignes.map(({ texte }) => texte).join('|')
      )
    expect(textesAt(0.6)).toContain('24|Dordogne')
    expect(textesAt(0.6)).toContain('64|Pyrénées-Atlantiques')
    expect(textesAt(0.6).filter((texte) => texte.split('|').length === 3)).not.toEqual([])
    expect(textesAt(1.9).filter((texte) => texte.includes('|'))).toEqual([])
  })
})
