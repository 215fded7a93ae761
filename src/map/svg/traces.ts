import { geoMercatorRaw, geoPath, geoProjection, type GeoContext } from 'd3-geo'
import type { MultiLineString } from 'geojson'
import type { Territoires } from '../../data/topologie'
import type { Bornes } from '../cadre/camera'
import { runDUneTraite } from '../../ui/inactivite'
import { isInCadre, type Cadre } from '../cadre/cadres'
import type { Anneaux, Point } from './placement'

/** The outlines of one frame, ready to be drawn in an SVG of the given viewBox. */
export interface Traces {
  readonly largeur: number
  readonly hauteur: number
  /** One `d` attribute a territory, in the order of the topology. */
  readonly chemins: readonly { readonly code: string; readonly d: string }[]
  /** The same outlines as points, for what is to be placed inside of them. */
  readonly anneaux: ReadonlyMap<string, Anneaux>
  /**
   * The borders between regions, a `d` attribute for each part of the frame; empty where none were given. A browser paints
   * in tiles, and draws in each all of the outlines that reach into it: in one, they were two fifths of painting the map.
   */
  readonly regions: readonly string[]
  /** Where the label or marker of each territory stands, in viewBox units. */
  readonly ancres: ReadonlyMap<string, readonly [number, number]>
  /** Room around that place, in viewBox units: the distance to the nearest border. */
  readonly rayons: ReadonlyMap<string, number>
  /** Longitude and latitude bounds: west, south, east, north, in degrees. */
  readonly bornes: Bornes
}

/**
 * Projects a frame (Mercator, as MapLibre, so that one can take over from the other without a jump).
 * Coordinates are whole units of the viewBox and repeated points are dropped: shared borders round alike, so no
 * sliver opens, and the markup stays small enough to be inlined in the page.
 * @param largeur width of the viewBox; the height follows from the outlines
 * @param regions borders to draw thicker
 * @param finesse parts of a unit that coordinates are rounded to
 */
export function computeTraces(...dessin: Parameters<typeof stepTraces>): Traces {
  return runDUneTraite(stepTraces(...dessin))
}

/** The same, a territory at a time: between two of them, the page can answer. */
export function* stepTraces(
  territoires: Territoires,
  cadre: Cadre,
  largeur: number,
  regions?: MultiLineString,
  finesse = 1
): Generator<void, Traces> {
  const features = territoires.features.filter((feature) => isInCadre(cadre, feature.id))
  const collection = { type: 'FeatureCollection' as const, features }
  const projection = createProjection().fitWidth(largeur, collection)
  const [[, y0], [, y1]] = geoPath(projection).bounds(collection)
  const [tx, ty] = projection.translate()
  projection.translate([tx, ty - y0])
  const trace = (objet: Parameters<ReturnType<typeof geoPath>>[0]) => {
    const contexte = new TraceEntier(finesse)
    geoPath(projection, contexte)(objet)
    return contexte
  }
  const contours: (readonly [string, TraceEntier])[] = []
  const rayons = new Map<string, number>()
  for (const feature of features) {
    yield
    contours.push([feature.id, trace(feature)])
    rayons.set(feature.id, computeRayon(feature) * projection.scale())
  }
  const ancres = new Map(
    features.flatMap(({ id, properties }) => {
      const point = projection([...properties.etiquette] as [number, number])
      return point ? [[id, point] as const] : []
    })
  )
  const hauteur = Math.ceil(y1 - y0)
  const nordOuest = projection.invert?.([0, 0]) ?? [0, 0]
  const sudEst = projection.invert?.([largeur, hauteur]) ?? [0, 0]
  return {
    largeur,
    hauteur,
    chemins: contours.map(([code, { d }]) => ({ code, d })),
    anneaux: new Map(contours.map(([code, { anneaux }]) => [code, anneaux])),
    regions: regions
      ? groupLignes(
          regions.coordinates.map((line) => trace({ type: 'LineString', coordinates: line })),
          largeur / PARTS
        )
      : [],
    ancres,
    rayons,
    bornes: [nordOuest[0], sudEst[1], sudEst[0], nordOuest[1]]
  }
}

/** How many parts of a frame's width borders are grouped by. */
const PARTS = 4

/** Joins the lines that begin in the same square of the frame, of the given side in viewBox units. */
function groupLignes(lignes: readonly TraceEntier[], cote: number): string[] {
  const groupes = new Map<string, string>()
  for (const { d, anneaux } of lignes) {
    const [x = 0, y = 0] = anneaux[0] ?? []
    const cle = `${Math.floor(x / cote)} ${Math.floor(y / cote)}`
    groupes.set(cle, (groupes.get(cle) ?? '') + d)
  }
  return [...groupes.values()]
}

/**
 * Mercator, point by point: an edge between two points is straight on the screen, as MapLibre draws it. d3 would bend it
 * along the great circle and cut it at the antimeridian, which no territory meets: four fifths of the time.
 */
const createProjection = () =>
  geoProjection(geoMercatorRaw)
    .precision(0)
    .preclip((stream) => stream)

const RADIANS = Math.PI / 180

/** Distance from the label's place to the nearest border of its territory, in Mercator units (radians). */
export function computeRayon({ geometry, properties }: Territoires['features'][number]): number {
  const mercator = (lon: number, lat: number) => geoMercatorRaw(lon * RADIANS, lat * RADIANS)
  const [cx, cy] = mercator(...properties.etiquette)
  const polygones = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  let rayon = Infinity
  for (const anneau of polygones.flat()) {
    let precedent: Point | null = null
    for (const [lon = 0, lat = 0] of anneau) {
      const point = mercator(lon, lat)
      if (precedent) rayon = Math.min(rayon, distanceToSegment([cx, cy], precedent, point))
      precedent = point
    }
  }
  return rayon
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const longueur = dx * dx + dy * dy
  const t = longueur === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / longueur))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}

/** x, y, width and height, in viewBox units. */
export type Boite = readonly [number, number, number, number]

/** The part of a frame's viewBox that shows the given bounds. */
export function computeBoite({ largeur, hauteur, bornes }: Traces, vues: Bornes): Boite {
  const y = (lat: number) => geoMercatorRaw(0, lat * RADIANS)[1]
  const [ouest, sud, est, nord] = bornes
  const toX = (lon: number) => ((lon - ouest) / (est - ouest)) * largeur
  const toY = (lat: number) => ((y(nord) - y(lat)) / (y(nord) - y(sud))) * hauteur
  const [x0, y0] = [toX(vues[0]), toY(vues[3])]
  return [x0, y0, toX(vues[2]) - x0, toY(vues[1]) - y0]
}

/** Collects a path with whole, relative coordinates, or parts of them; rings that collapse keep a visible dot. */
class TraceEntier implements GeoContext {
  d = ''
  readonly anneaux: number[][] = []
  readonly #finesse: number
  /** In parts of a unit. */
  #x = 0
  #y = 0
  constructor(finesse: number) {
    this.#finesse = finesse
  }
  beginPath(): void {}
  arc(): void {}
  moveTo(x: number, y: number): void {
    const f = this.#finesse
    this.#x = Math.round(x * f)
    this.#y = Math.round(y * f)
    this.d += `M${this.#x / f},${this.#y / f}`
    this.anneaux.push([this.#x / f, this.#y / f])
  }
  lineTo(x: number, y: number): void {
    const f = this.#finesse
    const dx = Math.round(x * f) - this.#x
    const dy = Math.round(y * f) - this.#y
    if (dx === 0 && dy === 0) return
    this.#x += dx
    this.#y += dy
    this.d += `l${dx / f}${dy < 0 ? '' : ','}${dy / f}`
    this.anneaux.at(-1)?.push(this.#x / f, this.#y / f)
  }
  closePath(): void {
    this.d += 'z'
  }
}
