import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeReperes, type Rectangle } from '../../src/map/marques/poserReperes'
import { describeRepere, isDense, listReperes } from '../../src/map/marques/repere'

const BLOIS = { cle: '41018', nom: 'Blois', territoires: ['41'] }
const VENDOME = { cle: '41269', nom: 'Vendôme', territoires: ['41'] }
const MACON = { cle: '200070308', nom: 'CA Mâconnais Beaujolais Agglomération', territoires: ['01', '71'] }
const LOIRET = { cle: '45', nom: 'Loiret', territoires: ['45'] }

describe('what is marked on the map', () => {
  it('is one mark a territory: its column of the comparison, and the places that lie in it', () => {
    expect(listReperes(['45', '41'], [BLOIS, MACON, VENDOME])).toEqual([
      { code: '45', rang: 1, lieux: [], territoire: null },
      { code: '41', rang: 2, lieux: ['Blois', 'Vendôme'], territoire: 'Loir-et-Cher' },
      { code: '01', rang: null, lieux: [MACON.nom], territoire: 'Ain' },
      { code: '71', rang: null, lieux: [MACON.nom], territoire: 'Saône-et-Loire' }
    ])
    expect(listReperes([], [])).toEqual([])
  })

  it('names a department once', () => {
    expect(listReperes([], [LOIRET])).toEqual([
      { code: '45', rang: null, lieux: ['Loiret'], territoire: null }
    ])
  })

  it('marks nowhere a place that lies in no territory', () => {
    expect(listReperes([], [{ cle: '98735', nom: 'Papeete', territoires: [] }])).toEqual([])
  })

  it('is said in words', () => {
    const [loiret, cher] = listReperes(['45', '41'], [BLOIS, VENDOME])
    expect(describeRepere(loiret)).toBe('épinglé, colonne\u202F1 de la comparaison')
    expect(describeRepere(cher)).toBe(
      'épinglé, colonne\u202F2 de la comparaison\u202F; lieux cités\u00A0: Blois et Vendôme'
    )
    expect(describeRepere(undefined)).toBe('')
  })

  it('is written short where it would hide the map', () => {
    const reperes = listReperes(['75'], [BLOIS, MACON])
    expect(isDense(reperes, 13, 900 * 700)).toBe(false)
    expect(isDense(reperes, 24, 500 * 300)).toBe(true)
    expect(isDense(listReperes(['75', '45'], []), 24, 100)).toBe(false)
  })
})

const chevauche = (a: Rectangle, b: Rectangle) =>
  a.x < b.x + b.largeur && b.x < a.x + a.largeur && a.y < b.y + b.hauteur && b.y < a.y + a.hauteur

describe('the places of the labels', () => {
  const cadre = { x: 0, y: 0, largeur: 800, hauteur: 600 }
  const emprise = { x: 12, y: 8 }

  it('leave what they belong to readable, and cover neither each other nor what is there', () => {
    const etiquettes = [
      { ancre: { x: 400, y: 300 }, emprise, largeur: 150, hauteur: 24, cadre },
      { ancre: { x: 410, y: 310 }, emprise, largeur: 150, hauteur: 24, cadre },
      { ancre: { x: 60, y: 560 }, emprise, largeur: 120, hauteur: 24, cadre }
    ]
    const zoom = { x: 0, y: 500, largeur: 40, hauteur: 100 }
    const posees = placeReperes(etiquettes, [zoom])
    for (const [i, posee] of posees.entries()) {
      const { x, y } = etiquettes[i]?.ancre ?? { x: 0, y: 0 }
      expect(chevauche(posee, { x: x - 6, y: y - 6, largeur: 12, hauteur: 12 })).toBe(false)
      expect(chevauche(posee, zoom)).toBe(false)
      for (const autre of posees.slice(i + 1)) expect(chevauche(posee, autre)).toBe(false)
    }
  })

  it('stay in their frame, wherever and however many they are', () => {
    const etiquette = fc.record({
      ancre: fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) }),
      emprise: fc.constant(emprise),
      largeur: fc.integer({ min: 20, max: 300 }),
      hauteur: fc.integer({ min: 20, max: 60 }),
      cadre: fc.constant(cadre)
    })
    fc.assert(
      fc.property(fc.array(etiquette, { maxLength: 40 }), (etiquettes) => {
        for (const { x, y, largeur, hauteur } of placeReperes(etiquettes))
          expect(x >= 0 && y >= 0 && x + largeur <= 800 && y + hauteur <= 600).toBe(true)
      }),
      { numRuns: 50 }
    )
  })
})
