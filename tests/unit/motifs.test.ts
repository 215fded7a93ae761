import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { COUCHES, listReglages, PREFIXE_MOTIF } from '../../src/map/gl/couches'
import { drawMotif } from '../../src/map/gl/images'
import { buildStyle } from '../../src/map/gl/style'
import { listMotifs, motifId, rayuresOf, surmotifOf, type Motif } from '../../src/map/apparence/motifs'
import { computeApparence } from '../../src/map/apparence/vues'
import { VUES, type VueCarte } from '../../src/state/vue'
import { CONTOURS, INSTANTANE } from './fichiers'

const POINTS: Motif = { genre: 'points', couleurs: ['#2f6db0'] }
const HACHURES: Motif = { genre: 'hachures', couleurs: ['#3a3a3a'] }
const RAYURES: Motif = { genre: 'rayures', couleurs: ['#2d0f57', '#92263c'] }
const pixels = ({ width, data }: ReturnType<typeof drawMotif>) =>
  Array.from({ length: data.length / 4 }, (_, i) => ({
    x: i % width,
    y: Math.floor(i / width),
    rgb: [...data.slice(i * 4, i * 4 + 3)],
    alpha: data[i * 4 + 3] ?? 0
  }))

describe('a pattern image', () => {
  test.each([8, 11, 16])('of %i pixels lets the ground show between dots and hatching', (cote) => {
    for (const motif of [POINTS, HACHURES]) {
      const image = drawMotif(motif, cote)
      expect(image.data).toHaveLength(cote * cote * 4)
      const couverts = pixels(image).filter(({ alpha }) => alpha > 128).length / (cote * cote)
      expect(couverts).toBeGreaterThan(0.12)
      expect(couverts).toBeLessThan(0.4)
    }
  })

  test('keeps its own colour where it covers, even half', () => {
    for (const { rgb, alpha } of pixels(drawMotif(POINTS, 16))) {
      if (alpha > 0) expect(rgb).toEqual([0x2f, 0x6d, 0xb0])
    }
    expect(pixels(drawMotif(POINTS, 8)).some(({ alpha }) => alpha > 240)).toBe(true)
  })

  test('of hatching goes on from tile to tile: its edges meet', () => {
    const cote = 16
    const image = pixels(drawMotif(HACHURES, cote))
    const at = (x: number, y: number) => image.find((p) => p.x === x % cote && p.y === y % cote)?.alpha
    for (let y = 0; y < cote; y++) expect(at(cote, y)).toBe(at(0, y))
    // At 45°: what is one step right and one up is alike.
    for (let x = 0; x < cote; x++) expect(at(x + 1, cote - 1)).toBe(at(x, cote))
  })

  test('of stripes is opaque, half of each colour', () => {
    const image = pixels(drawMotif(RAYURES, 16))
    expect(image.every(({ alpha }) => alpha === 255)).toBe(true)
    expect(image.filter(({ rgb }) => rgb[0] === 0x2d)).toHaveLength(128)
    expect(image.filter(({ rgb }) => rgb[0] === 0x92)).toHaveLength(128)
  })
})

describe('the style of the map', () => {
  const style = buildStyle(CONTOURS)

  test('is one that MapLibre accepts, and asks nobody for anything', () => {
    expect(validateStyleMin(style)).toEqual([])
    expect(style.glyphs).toBeUndefined()
    expect(style.sprite).toBeUndefined()
    expect(JSON.stringify(style.layers)).not.toMatch(/https?:/)
    for (const source of Object.values(style.sources)) expect(source.type).toBe('geojson')
  })

  test('has an outline for each territory', () => {
    const codesOf = (nom: string) => {
      const source = style.sources[nom]
      if (source?.type !== 'geojson' || typeof source.data === 'string') throw new Error(nom)
      const { features } = source.data as FeatureCollection
      return features.map(({ properties }) => String(properties?.['code'])).sort()
    }
    const tous = TERRITOIRES.map(({ code }) => code).sort()
    expect(codesOf('territoires')).toEqual(tous)
  })

  const peintureOf = (vue: VueCarte, estompes = new Set<string>()) => ({
    apparences: new Map(INSTANTANE.territoires.map((t) => [t.code, computeApparence(t, vue)] as const)),
    estompes
  })

  test.each(VUES)('painted for the view %s is still one, with an image for each pattern', (vue) => {
    const peinture = peintureOf(vue, new Set(['45', '2A']))
    const images = listMotifs(peinture.apparences.values()).map((motif) => motifId(PREFIXE_MOTIF, motif))
    const layers = structuredClone([...COUCHES]) as unknown as Record<string, Record<string, unknown>>[]
    for (const [genre, couche, propriete, valeur] of listReglages(peinture)) {
      const layer = layers.find(({ id }) => (id as unknown) === couche) as Record<string, unknown>
      if (genre === 'filter') layer['filter'] = valeur
      else layer[genre] = { ...(layer[genre] as object), [propriete]: valeur }
    }
    expect(validateStyleMin({ ...style, layers: layers as unknown as typeof style.layers })).toEqual([])
    for (const { rayures, surmotif } of [...peinture.apparences.values()].map((apparence) => ({
      rayures: rayuresOf(apparence),
      surmotif: surmotifOf(apparence)
    }))) {
      for (const motif of [rayures, surmotif])
        if (motif) expect(images).toContain(motifId(PREFIXE_MOTIF, motif))
    }
  })

  test('dims exactly those that are to be dimmed', () => {
    const reglages = listReglages(peintureOf('coporteurs', new Set(['45', '2A'])))
    const opacite = reglages.find(([, couche, nom]) => couche === 'fonds' && nom === 'fill-opacity')?.[3]
    expect(opacite).toEqual(['match', ['get', 'code'], ['45', '2A'], expect.any(Number), 1])
  })
})
