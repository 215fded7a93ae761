import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeCorps, placeMarques, type Plan } from '../../src/map/marques/mesureReperes'
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
/** None of them lies over another. */
function expectDisjoints(rectangles: readonly Rectangle[]) {
  for (const [i, a] of rectangles.entries())
    for (const b of rectangles.slice(i + 1)) expect(chevauche(a, b), JSON.stringify([a, b])).toBe(false)
}

describe('the places of the labels', () => {
  const cadre = { x: 0, y: 0, largeur: 800, hauteur: 600 }
  const emprise = { x: 12, y: 8 }
  const label = (x: number, y: number, largeur = 150) => ({
    ancres: [{ x, y, emprise }],
    largeur,
    hauteur: 24,
    cadre
  })

  it('leave what they belong to readable, and cover neither each other nor what is there', () => {
    const etiquettes = [label(400, 300), label(410, 310), label(60, 560, 120)]
    const zoom = { x: 0, y: 500, largeur: 40, hauteur: 100 }
    const posees = placeReperes(etiquettes, { interdits: [zoom], genes: [] }).filter((pose) => pose !== null)
    expect(posees).toHaveLength(3)
    expectDisjoints([zoom, ...posees])
    for (const [i, posee] of posees.entries()) {
      const { x, y } = etiquettes[i]?.ancres[0] ?? { x: 0, y: 0 }
      expect(chevauche(posee, { x: x - 12, y: y - 8, largeur: 24, hauteur: 16 })).toBe(false)
    }
  })

  it('go where they cover less, at the nearest of the frames that show their territory', () => {
    const code = { x: 330, y: 255, largeur: 140, hauteur: 30 }
    const [libre] = placeReperes([label(400, 300)])
    expect(libre).toMatchObject({ y: 300 - 8 - 3 - 24, trait: null })
    const [gene] = placeReperes([label(400, 300)], { interdits: [], genes: [code] })
    expect(gene && chevauche(gene, code)).toBe(false)
    const plein = { x: 200, y: 200, largeur: 400, hauteur: 200 }
    const deux = { ...label(400, 300), ancres: [...label(400, 300).ancres, ...label(100, 500).ancres] }
    expect(placeReperes([deux], { interdits: [plein], genes: [] })[0]).toMatchObject({
      ancre: 1,
      trait: null
    })
  })

  it('are led to by a line that crosses no other label', () => {
    // Where it would go, another stands: it goes on, and not straight behind it.
    const mur = { x: 330, y: 240, largeur: 140, hauteur: 48 }
    const [pose] = placeReperes([label(400, 300, 200)], {
      interdits: [mur, { ...mur, y: 312 }],
      genes: []
    })
    expect(pose?.trait).not.toBeNull()
    const { x1, y1, x2, y2 } = pose?.trait ?? { x1: 0, y1: 0, x2: 0, y2: 0 }
    for (let t = 0; t <= 1; t += 0.01) {
      const point = { x: x1 + t * (x2 - x1), y: y1 + t * (y2 - y1), largeur: 0, hauteur: 0 }
      expect(chevauche(point, mur) || chevauche(point, { ...mur, y: 312 })).toBe(false)
    }
  })

  it('stay in their frame and over nothing, wherever and however many they are; the others are not written', () => {
    const etiquette = fc
      .record({
        x: fc.integer({ min: 0, max: 800 }),
        y: fc.integer({ min: 0, max: 600 }),
        largeur: fc.integer({ min: 20, max: 300 }),
        hauteur: fc.integer({ min: 20, max: 60 })
      })
      .map(({ x, y, ...format }) => ({ ancres: [{ x, y, emprise }], ...format, cadre }))
    const legende = { x: 0, y: 400, largeur: 150, hauteur: 200 }
    fc.assert(
      fc.property(fc.array(etiquette, { maxLength: 40 }), (etiquettes) => {
        const posees = placeReperes(etiquettes, { interdits: [legende], genes: [] }).filter(
          (pose) => pose !== null
        )
        expectDisjoints([legende, ...posees])
        for (const { x, y, largeur, hauteur } of posees)
          expect(x >= 0 && y >= 0 && x + largeur <= 800 && y + hauteur <= 600).toBe(true)
      }),
      { numRuns: 30 }
    )
    expect(placeReperes([label(400, 300)], { interdits: [cadre], genes: [] })).toEqual([null])
  })
})

describe('the marks of territories that an inset shows', () => {
  const DESSIN = { x: 10, y: 400, largeur: 80, hauteur: 45 }
  const LEGENDE = { x: 8, y: 445, largeur: 84, hauteur: 28 }
  const ILE = { ...DESSIN, x: 100 }
  const CODES = ['75', '92', '93', '94']
  const places: Readonly<Record<string, readonly [number, number]>> = {
    '75': [45, 420],
    '92': [36, 424],
    '93': [56, 412],
    '94': [55, 432]
  }
  const plan: Plan = {
    section: { x: 0, y: 0, largeur: 700, hauteur: 500 },
    scene: { x: 0, y: 0, largeur: 700, hauteur: 500 },
    obstacles: { interdits: [LEGENDE, { ...LEGENDE, x: 98 }], genes: [DESSIN, ILE] },
    codes: new Map(),
    encartOf: (code) =>
      CODES.includes(code)
        ? { id: 'petite-couronne', seul: false, dessin: DESSIN }
        : code === '971'
          ? { id: '971', seul: true, dessin: ILE }
          : null
  }
  const positionOf = (code: string, encart: string | null) => {
    const place = places[code]
    if (!place) return null
    const [x, y] = place
    // On the main map all four are a few pixels.
    return encart === null ? { x: 350 + x / 8, y: 150 + y / 8 } : { x, y }
  }
  const marque = (code: string, nommee: boolean, cote = 18) => ({
    code,
    nommee,
    etiquette: nommee || code !== '971' ? { largeur: nommee ? 160 : 20, hauteur: 20 } : null,
    signe: { largeur: cote, hauteur: cote }
  })
  const dans = (a: Rectangle, b: Rectangle) =>
    a.x >= b.x && a.y >= b.y && a.x + a.largeur <= b.x + b.largeur && a.y + a.hauteur <= b.y + b.hauteur

  it('bear a sign inside the inset, as well as on the main map, none over another or over a caption', () => {
    const placees = placeMarques(
      plan,
      positionOf,
      [...CODES, '971'].map((code) => marque(code, true))
    )
    const signes = CODES.map((code) => placees.get(code)?.signe ?? LEGENDE)
    for (const signe of signes) expect(dans(signe, DESSIN)).toBe(true)
    const ile = placees.get('971')?.signe ?? LEGENDE
    expect(dans(ile, ILE)).toBe(true)
    const etiquettes = [...placees.values()].map(({ etiquette }) => etiquette ?? LEGENDE)
    expectDisjoints([...signes, ile, ...etiquettes, ...plan.obstacles.interdits])
    expect(placees.get('971')?.rappel).toBeNull()
  })

  it('have their sign on the main map where their name stands at the inset, and only there', () => {
    const mer = { x: 200, y: 50, largeur: 320, hauteur: 300 }
    const ancres = [false, true].flatMap((gene) => {
      const genes = [...plan.obstacles.genes, ...(gene ? [mer] : [])]
      const placees = placeMarques(
        { ...plan, obstacles: { ...plan.obstacles, genes } },
        positionOf,
        CODES.map((code) => marque(code, true))
      )
      return CODES.map((code) => {
        const { etiquette, rappel } = placees.get(code) ?? {}
        if (etiquette?.ancre === 0) expect(rappel).toBeNull()
        else expect(rappel).toMatchObject(positionOf(code, null) ?? {})
        return etiquette?.ancre
      })
    })
    expect(new Set(ancres)).toEqual(new Set([0, 1]))
  })

  it('stand on the main map with their pin, and on the inset with its sign', () => {
    const placees = placeMarques(plan, positionOf, [marque('75', false), marque('971', false)])
    const { etiquette, signe } = placees.get('75') ?? {}
    expect(etiquette?.ancre).toBe(0)
    expect(etiquette && chevauche(etiquette, DESSIN)).toBe(false)
    expect(signe && signe.x + signe.largeur / 2).toBe(places['75']?.[0])
    expect(placees.get('971')).toMatchObject({ etiquette: null, rappel: null })
  })

  it('have signs that leave most of the inset in sight', () => {
    for (const seul of [true, false])
      for (const dessin of [DESSIN, { ...DESSIN, largeur: 145, hauteur: 27 }, { ...DESSIN, largeur: 46 }]) {
        const corps = computeCorps({ id: 'x', seul, dessin }, 24)
        // Of a pin, one and a half times as wide and as high as its letters.
        expect((1.5 * corps) ** 2).toBeLessThan(0.3 * dessin.largeur * dessin.hauteur)
        expect(corps).toBeGreaterThanOrEqual(8)
      }
  })
})
