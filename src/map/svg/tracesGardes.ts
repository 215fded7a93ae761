import type { Contours } from '../../data/topologie'
import { CADRE_METROPOLE, ENCARTS, type Cadre } from '../cadre/cadres'
import { meshRegions } from '../cadre/frontieres'
import { computeTraces, type Traces } from './traces'

/** Width of the main frame's viewBox: coarse enough, in whole units, to be written into the page. */
export const LARGEUR_CADRE = 1000
const LARGEUR_ENCART = 240

const gardes = new WeakMap<Contours, Map<string, Traces>>()

function keep(contours: Contours, cle: string, compute: () => Traces): Traces {
  const connus = gardes.get(contours) ?? new Map<string, Traces>()
  gardes.set(contours, connus)
  const traces = connus.get(cle) ?? compute()
  connus.set(cle, traces)
  return traces
}

/** The outlines of a main frame with the borders of its regions; drawn once for the same outlines. */
export function drawCadre(contours: Contours, cadre: Cadre, finesse = 1): Traces {
  return keep(contours, `${cadre.id} ${finesse}`, () =>
    computeTraces(contours.territoires, cadre, LARGEUR_CADRE, meshRegions(contours.topologie), finesse)
  )
}

/** The outlines of an inset; drawn once for the same outlines. */
export function drawEncart(contours: Contours, cadre: Cadre): Traces {
  return keep(contours, `encart ${cadre.id}`, () =>
    computeTraces(contours.territoires, cadre, LARGEUR_ENCART)
  )
}

/** What the first view draws, one step each: between two of them, the page can answer. */
export const listEtapesTraces = (contours: Contours): (() => void)[] => [
  () => void drawCadre(contours, CADRE_METROPOLE),
  ...ENCARTS.map((cadre) => () => void drawEncart(contours, cadre))
]
