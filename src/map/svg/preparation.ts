import type { Contours } from '../../data/topologie'
import { getEchelle } from '../apparence/echelle'
import { CADRE_METROPOLE } from '../cadre/cadres'
import { stepEtiquettes } from './etiquettes'
import { drawCadre, stepContours } from './tracesGardes'

/** Viewbox units of a screen pixel until the main frame is measured: what it is on a laptop, at 1366 × 768. */
export const PIXEL_PAR_DEFAUT = 1.483

/** Under which name the main frame is given the box that the page has already laid out for it, as a DOMRect. */
export const BOITE_CONNUE = Symbol('boite')

/** What the first view is drawn with. */
interface PremiereVue {
  /** True for a territory that bears the marker of a contradiction. */
  readonly isMarque: (code: string) => boolean
  /** The box that the main frame will fill, in CSS pixels; null where it is not known. */
  readonly boite: { readonly width: number; readonly height: number } | null
}

/**
 * Reckons what the first view needs, a territory at a time, and keeps it: between two steps the page can answer. In one,
 * with the components that are then drawn, it would hold the page for a fifth of a second.
 */
export function* stepPremiereVue(contours: Contours, { isMarque, boite }: PremiereVue): Generator<void> {
  yield* stepContours(contours)
  const traces = drawCadre(contours, CADRE_METROPOLE)
  const { etiquettes } = getEchelle()
  yield* stepEtiquettes(traces, isMarque, PIXEL_PAR_DEFAUT * etiquettes)
  if (!boite || boite.width === 0 || boite.height === 0) return
  const pixel = Math.max(traces.largeur / boite.width, traces.hauteur / boite.height)
  yield* stepEtiquettes(traces, isMarque, pixel * etiquettes)
}
