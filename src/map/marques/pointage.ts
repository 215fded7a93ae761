import { geoMercatorRaw } from 'd3-geo'
import type { Territoires } from '../../data/topologie'
import { ENCARTS } from '../cadre/cadres'
import { computeBoite, computeTraces, type Traces } from '../svg/traces'

/** A place of the map that is the same in any window, whatever its size and whatever it frames. */
export interface PointCarte {
  /** The inset that it was shown on; null: the main frame. */
  readonly encart: string | null
  /** Degrees. */
  readonly lon: number
  readonly lat: number
}

/** CSS pixels of the window. */
export interface PointFenetre {
  readonly x: number
  readonly y: number
}

/** Says where a place is in this window, and which place is there. */
export interface Pointage {
  /** Null where the window does not show the place. */
  positionOf(point: PointCarte): PointFenetre | null
  /** Null beside the map. */
  pointAt(place: PointFenetre): PointCarte | null
}

type Degres = readonly [lon: number, lat: number]

/** Where a longitude and latitude are in a frame, in viewBox units. */
export function toBoite(traces: Traces, [lon, lat]: Degres): readonly [number, number] {
  const [x, y] = computeBoite(traces, [lon, lat, lon, lat])
  return [x, y]
}

const DEGRES = 180 / Math.PI

/** The longitude and latitude at a place of a frame, in viewBox units. */
export function toDegres({ largeur, hauteur, bornes }: Traces, [x, y]: readonly [number, number]): Degres {
  const [ouest, sud, est, nord] = bornes
  const mercator = (lat: number) => geoMercatorRaw(0, lat / DEGRES)[1]
  const haut = mercator(nord) - (y / hauteur) * (mercator(nord) - mercator(sud))
  return [ouest + (x / largeur) * (est - ouest), (2 * Math.atan(Math.exp(haut)) - Math.PI / 2) * DEGRES]
}

/** The drawn SVG and the frame that it shows. */
export interface Dessin {
  readonly svg: SVGSVGElement
  readonly traces: Traces
}

/** Where a longitude and latitude are in the window. */
export function placeOnSvg({ svg, traces }: Dessin, degres: Degres): PointFenetre | null {
  const matrice = svg.getScreenCTM()
  if (!matrice) return null
  const { x, y } = new DOMPoint(...toBoite(traces, degres)).matrixTransform(matrice)
  return { x, y }
}

/** The longitude and latitude at a place of the window. */
export function readOnSvg({ svg, traces }: Dessin, { x, y }: PointFenetre): Degres | null {
  const matrice = svg.getScreenCTM()
  if (!matrice) return null
  const place = new DOMPoint(x, y).matrixTransform(matrice.inverse())
  return toDegres(traces, [place.x, place.y])
}

/** What the main frame of a window knows of places, in degrees. */
export interface PointageCadre {
  placeOf(degres: Degres): PointFenetre | null
  readAt(place: PointFenetre): Degres | null
}

const holds = ({ left, top, right, bottom }: DOMRect, { x, y }: PointFenetre) =>
  x >= left && x <= right && y >= top && y <= bottom

/**
 * The places of a main frame and of the insets beside it.
 * @param racine what holds both: `.fne-scene` and `.fne-encart`
 */
export function createPointage(
  racine: () => Element | undefined,
  cadre: PointageCadre,
  territoires: () => Territoires | null
): Pointage {
  const cache = new Map<string, Traces>()
  function dessinOf(id: string): Dessin | null {
    const svg = racine()?.querySelector<SVGSVGElement>(`.fne-encart[data-encart="${id}"] svg`)
    const encart = ENCARTS.find((e) => e.id === id)
    const contours = territoires()
    if (!svg || !encart || !contours) return null
    const { width } = svg.viewBox.baseVal
    const cle = `${id}-${width}`
    const traces = cache.get(cle) ?? computeTraces(contours, encart, width)
    cache.set(cle, traces)
    return { svg, traces }
  }
  return {
    positionOf({ encart, lon, lat }) {
      if (encart === null) return cadre.placeOf([lon, lat])
      const dessin = dessinOf(encart)
      return dessin && placeOnSvg(dessin, [lon, lat])
    },
    pointAt(place) {
      const element = racine()
      for (const figure of element?.querySelectorAll('.fne-encart') ?? []) {
        if (!holds(figure.getBoundingClientRect(), place)) continue
        const encart = figure.getAttribute('data-encart') ?? ''
        const dessin = dessinOf(encart)
        const degres = dessin && readOnSvg(dessin, place)
        return degres && { encart, lon: degres[0], lat: degres[1] }
      }
      const scene = element?.querySelector('.fne-scene')?.getBoundingClientRect()
      const degres = scene && holds(scene, place) ? cadre.readAt(place) : null
      return degres && { encart: null, lon: degres[0], lat: degres[1] }
    }
  }
}
