import { geoMercator, geoPath, type GeoContext } from 'd3-geo'
import type { Territoires } from '../data/topologie'
import { isInCadre, type Cadre } from './cadres'

/** The outlines of one frame, ready to be drawn in an SVG of the given viewBox. */
export interface Traces {
  readonly largeur: number
  readonly hauteur: number
  /** One `d` attribute a territory, in the order of the topology. */
  readonly chemins: readonly { readonly code: string; readonly d: string }[]
  /** Where the label or marker of each territory stands, in viewBox units. */
  readonly reperes: ReadonlyMap<string, readonly [number, number]>
  /** Longitude and latitude bounds: west, south, east, north, in degrees. */
  readonly bornes: readonly [number, number, number, number]
}

/**
 * Projects a frame (Mercator, as MapLibre, so that one can take over from the other without a jump).
 * Coordinates are whole units of the viewBox and repeated points are dropped: shared borders round alike, so no
 * sliver opens, and the markup stays small enough to be inlined in the page.
 * @param largeur width of the viewBox; the height follows from the outlines
 */
export function computeTraces(territoires: Territoires, cadre: Cadre, largeur: number): Traces {
  const features = territoires.features.filter((feature) => isInCadre(cadre, feature.id))
  const collection = { type: 'FeatureCollection' as const, features }
  const projection = geoMercator().fitWidth(largeur, collection)
  const [[, y0], [, y1]] = geoPath(projection).bounds(collection)
  const [tx, ty] = projection.translate()
  projection.translate([tx, ty - y0])
  const chemins = features.map((feature) => {
    const trace = new TraceEntier()
    geoPath(projection, trace)(feature)
    return { code: feature.id, d: trace.d }
  })
  const reperes = new Map(
    features.flatMap(({ id, properties }) => {
      const point = projection([...properties.etiquette] as [number, number])
      return point ? [[id, point] as const] : []
    })
  )
  const hauteur = Math.ceil(y1 - y0)
  const nordOuest = projection.invert?.([0, 0]) ?? [0, 0]
  const sudEst = projection.invert?.([largeur, hauteur]) ?? [0, 0]
  return { largeur, hauteur, chemins, reperes, bornes: [nordOuest[0], sudEst[1], sudEst[0], nordOuest[1]] }
}

/** Collects a path with whole, relative coordinates; rings that collapse keep a visible dot. */
class TraceEntier implements GeoContext {
  d = ''
  #x = 0
  #y = 0
  beginPath(): void {}
  arc(): void {}
  moveTo(x: number, y: number): void {
    this.#x = Math.round(x)
    this.#y = Math.round(y)
    this.d += `M${this.#x},${this.#y}`
  }
  lineTo(x: number, y: number): void {
    const dx = Math.round(x) - this.#x
    const dy = Math.round(y) - this.#y
    if (dx === 0 && dy === 0) return
    this.#x += dx
    this.#y += dy
    this.d += `l${dx}${dy < 0 ? '' : ','}${dy}`
  }
  closePath(): void {
    this.d += 'z'
  }
}
