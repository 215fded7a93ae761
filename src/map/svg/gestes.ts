import { select } from 'd3-selection'
import { zoom, ZoomTransform, type D3ZoomEvent } from 'd3-zoom'
import { toBoite, toTransformation, type Fenetre } from './fenetre'
import type { Boite } from './traces'

export interface OptionsGestes {
  /** Where the SVG lies in the scene now. */
  readonly fenetre: () => Fenetre
  /** The part of the viewBox that is shown now, and the whole of it. */
  readonly boite: () => Boite
  readonly etendue: () => { largeur: number; hauteur: number }
  /** Least and most width shown, in widths of the whole. */
  readonly limites: readonly [number, number]
  /** False while the gestures are another renderer's. */
  readonly actif: () => boolean
  /** True: one finger and the plain wheel scroll the page, not the map. */
  readonly cooperatif: () => boolean
  readonly ondebut: () => void
  readonly ondeplace: (boite: Boite) => void
  readonly onfin: () => void
  /** A gesture was left to the page. */
  readonly onrefus: () => void
}

/** Pixels that the pointer may move in a click. */
const DISTANCE_CLIC = 3

/**
 * Wheel, drag, pinch and double click on the SVG map, as MapLibre understands them.
 * @param scene the element that holds the SVG, and all of the sea around it
 * @returns the function that lets go of it
 */
export function attachGestes(scene: HTMLElement, options: OptionsGestes): () => void {
  const clamp = (n: number, max: number) => Math.max(0, Math.min(max, n))

  function accepts(event: Event): boolean {
    if (!options.actif() || (event.target as Element).closest?.('button, a')) return false
    // A double click on a territory has chosen it.
    if (event.type === 'dblclick') return !(event.target as Element).closest('[data-code]')
    if (event instanceof WheelEvent)
      return !options.cooperatif() || event.ctrlKey || event.metaKey || refuse()
    if (typeof TouchEvent !== 'undefined' && event instanceof TouchEvent)
      return !options.cooperatif() || event.touches.length > 1
    const { ctrlKey, button } = event as MouseEvent
    return !ctrlKey && !button
  }

  function refuse(): false {
    options.onrefus()
    return false
  }

  const comportement = zoom<HTMLElement, unknown>()
    .filter(accepts)
    .clickDistance(DISTANCE_CLIC)
    .constrain((transformation) => {
      // What is in the middle of the frame is a part of the map: it cannot be lost.
      const { gauche, haut, largeur, hauteur } = options.fenetre()
      const etendue = options.etendue()
      const [vx, vy] = transformation.invert([gauche + largeur / 2, haut + hauteur / 2])
      return transformation.translate(vx - clamp(vx, etendue.largeur), vy - clamp(vy, etendue.hauteur))
    })
    .on('start', options.ondebut)
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      if (sourceEvent) options.ondeplace(toBoite(transform, options.fenetre()))
    })
    .on('end', options.onfin)

  /** The gesture goes on from what is shown: a target, a button or a resize may have changed it. */
  function follow() {
    if ('__zooming' in scene) return
    const fenetre = options.fenetre()
    const { largeur, hauteur } = options.etendue()
    const entier = toTransformation([0, 0, largeur, hauteur], fenetre).k
    const [min, max] = options.limites
    comportement.scaleExtent([entier / max, entier / min])
    const { k, x, y } = toTransformation(options.boite(), fenetre)
    ;(scene as { __zoom?: ZoomTransform }).__zoom = new ZoomTransform(k, x, y)
  }

  const AVANT = ['wheel', 'mousedown', 'touchstart', 'dblclick'] as const
  for (const type of AVANT) scene.addEventListener(type, follow, { capture: true, passive: true })
  // One finger that moves over the map of a page that scrolls.
  const ontouchmove = (event: TouchEvent) => {
    if (options.actif() && options.cooperatif() && event.touches.length === 1) options.onrefus()
  }
  scene.addEventListener('touchmove', ontouchmove, { passive: true })
  const selection = select(scene)
  selection.call(comportement)
  return () => {
    for (const type of AVANT) scene.removeEventListener(type, follow, { capture: true })
    scene.removeEventListener('touchmove', ontouchmove)
    selection.on('.zoom', null)
  }
}
