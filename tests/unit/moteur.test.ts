import { describe, expect, it } from 'vitest'
import { CADRE_METROPOLE } from '../../src/map/cadre/cadres'
import { COUCHES, listReglagesMarques } from '../../src/map/gl/couches'
import { isLogiciel } from '../../src/map/gl/politique'
import { toBoite, toBornes, toTransformation } from '../../src/map/svg/fenetre'
import { computeBoite, computeTraces } from '../../src/map/svg/traces'
import { CONTOURS } from './fichiers'

describe('isLogiciel', () => {
  // As Chrome, Edge and Firefox tell them on Windows, macOS and Linux.
  it.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'llvmpipe (LLVM 15.0.7, 256 bits)',
    'softpipe',
    'ANGLE (Mesa, llvmpipe (LLVM 17.0.6 256 bits), OpenGL 4.5)',
    'SVGA3D; build: RELEASE; LLVM;',
    'Apple Software Renderer'
  ])('%s is the processor', (nom) => expect(isLogiciel(nom)).toBe(true))
  it.each([
    'ANGLE (Intel, Intel(R) UHD Graphics 620 (0x00003EA0) Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)',
    'Mesa Intel(R) HD Graphics 520 (SKL GT2)',
    'AMD Radeon Graphics (radeonsi, renoir, LLVM 15.0.7)',
    'Adreno (TM) 640',
    'Mali-G78'
  ])('%s is a graphics card', (nom) => expect(isLogiciel(nom)).toBe(false))
})

describe('the place of the SVG map', () => {
  const fenetre = { gauche: 268, haut: 12, largeur: 700, hauteur: 500 }

  it('turns a box into a transformation that shows its middle in the middle, and back', () => {
    const boite = [120, 80, 350, 200] as const
    const t = toTransformation(boite, fenetre)
    expect(t.k * (120 + 175) + t.x).toBeCloseTo(268 + 350)
    expect(t.k * (80 + 100) + t.y).toBeCloseTo(12 + 250)
    const retour = toBoite(t, fenetre)
    // The box takes the shape of the frame: nothing of it is lost.
    expect(retour[0]).toBeCloseTo(120)
    expect(retour[2]).toBeCloseTo(350)
    expect(retour[1]).toBeLessThan(80)
    expect(toTransformation(retour, fenetre)).toEqual({
      k: expect.closeTo(t.k, 9) as number,
      x: expect.closeTo(t.x, 6) as number,
      y: expect.closeTo(t.y, 6) as number
    })
  })

  it('knows the bounds of a box, as the other renderer is told them', () => {
    const { territoires } = CONTOURS
    const traces = computeTraces(territoires, CADRE_METROPOLE, 1000)
    const boite = [310, 205.5, 42, 30] as const
    const retour = computeBoite(traces, toBornes(traces, boite))
    boite.forEach((n, i) => expect(retour[i]).toBeCloseTo(n, 6))
    // Finer outlines are in the same place.
    const fins = computeTraces(territoires, CADRE_METROPOLE, 1000, undefined, 10)
    expect([fins.largeur, fins.hauteur, ...fins.bornes]).toEqual([
      traces.largeur,
      traces.hauteur,
      ...traces.bornes
    ])
    const debut = ({ chemins }: typeof traces) =>
      chemins.map(({ d }) => d.slice(1).split(/[l,]/, 2).map(Number))
    debut(fins).forEach(([x = 0, y = 0], i) => {
      expect(Math.abs(x - (debut(traces)[i]?.[0] ?? 0))).toBeLessThanOrEqual(0.51)
      expect(Math.abs(y - (debut(traces)[i]?.[1] ?? 0))).toBeLessThanOrEqual(0.51)
    })
  })
})

describe('the marks of the WebGL map', () => {
  /** What the layers say of a setting, by layer, once some others are set. */
  const opacites = (reglages: ReturnType<typeof listReglagesMarques>) => {
    const parCouche = new Map(
      COUCHES.flatMap(({ id, paint }) =>
        paint && 'line-opacity' in paint ? [[id, paint['line-opacity'] as unknown] as const] : []
      )
    )
    for (const [, couche, , valeur] of reglages) parCouche.set(couche, valeur)
    return Object.fromEntries(parCouche)
  }
  const aucune = { survol: null, selection: null, curseur: null }

  it('are left out as whole layers while nobody bears them: their outlines are gone through in every picture', () => {
    const attendu = { survol: 0, 'selection-lisere': 0, selection: 0, 'curseur-lisere': 0, curseur: 0 }
    expect(opacites([])).toEqual(attendu)
    expect(opacites(listReglagesMarques(aucune))).toEqual(attendu)
    expect(opacites(listReglagesMarques({ ...aucune, selection: '45' }))).toEqual({
      ...attendu,
      'selection-lisere': 1,
      selection: 1
    })
  })
})
