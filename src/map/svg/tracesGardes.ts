import type { Contours } from '../../data/topologie'
import { CADRE_METROPOLE, ENCARTS, type Cadre } from '../cadre/cadres'
import { meshRegions } from '../cadre/frontieres'
import { computeTraces, stepTraces, type Traces } from './traces'

/** Width of the main frame's viewBox: coarse enough, in whole units, to be written into the page. */
export const LARGEUR_CADRE = 1000
const LARGEUR_ENCART = 240
/** Parts of a unit that outlines are rounded to where the map is zoomed into. */
export const FIN = 10

const gardes = new WeakMap<Contours, Map<string, Traces>>()

type Dessin = Parameters<typeof computeTraces>

const gardesOf = (contours: Contours) => {
  const connus = gardes.get(contours) ?? new Map<string, Traces>()
  gardes.set(contours, connus)
  return connus
}

function keep(contours: Contours, cle: string, dessin: () => Dessin): Traces {
  const connus = gardesOf(contours)
  const traces = connus.get(cle) ?? computeTraces(...dessin())
  connus.set(cle, traces)
  return traces
}

const dessinCadre = (contours: Contours, cadre: Cadre, finesse = 1): [string, () => Dessin] => [
  `${cadre.id} ${finesse}`,
  () => [contours.territoires, cadre, LARGEUR_CADRE, meshRegions(contours.topologie), finesse]
]
const dessinEncart = (contours: Contours, cadre: Cadre): [string, () => Dessin] => [
  `encart ${cadre.id}`,
  () => [contours.territoires, cadre, LARGEUR_ENCART]
]

/** The outlines of a main frame with the borders of its regions; drawn once for the same outlines. */
export function drawCadre(contours: Contours, cadre: Cadre, finesse = 1): Traces {
  return keep(contours, ...dessinCadre(contours, cadre, finesse))
}

/** The outlines of an inset; drawn once for the same outlines. */
export function drawEncart(contours: Contours, cadre: Cadre): Traces {
  return keep(contours, ...dessinEncart(contours, cadre))
}

/** True where these outlines are drawn already. */
export function isDessine(contours: Contours, cadre: Cadre, finesse: number): boolean {
  return gardesOf(contours).has(dessinCadre(contours, cadre, finesse)[0])
}

/** Draws the outlines of a main frame before they are asked for, a territory at a time. */
export function* stepCadre(contours: Contours, cadre: Cadre, finesse: number): Generator<void> {
  const connus = gardesOf(contours)
  const [cle, dessin] = dessinCadre(contours, cadre, finesse)
  if (!connus.has(cle)) connus.set(cle, yield* stepTraces(...dessin()))
}

/** Draws the outlines of the first view, a territory at a time: between two of them, the page can answer. */
export function* stepContours(contours: Contours): Generator<void> {
  const connus = gardesOf(contours)
  for (const [cle, dessin] of [
    dessinCadre(contours, CADRE_METROPOLE),
    ...ENCARTS.map((cadre) => dessinEncart(contours, cadre))
  ]) {
    if (!connus.has(cle)) connus.set(cle, yield* stepTraces(...dessin()))
  }
}
