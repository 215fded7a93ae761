import { GPUInitializationError, Map as MapLibre, setWorkerUrl, type MapMouseEvent } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { Contours } from '../../data/topologie'
import { computeDuree, type Bornes, type Cible } from '../cadre/camera'
import type { Echelle } from '../apparence/echelle'
import { COTE_MOTIF, listMotifs, motifId } from '../apparence/motifs'
import { COULEURS } from '../apparence/palette'
import { TEXTES_GESTES } from '../cadre/textesGestes'
import { findWorker } from './adresseWorker'
import {
  COUCHE_FONDS,
  listReglages,
  listReglagesEchelle,
  listReglagesMarques,
  PREFIXE_MOTIF,
  SOURCE_TERRITOIRES,
  type Peinture
} from './couches'
import { drawMotif } from './images'
import { buildStyle } from './style'

/** To be awaited before the first {@link Moteur} is made. */
export async function prepareWorker(): Promise<void> {
  setWorkerUrl(await findWorker())
}

/** Codes that are marked by an outline; null marks none. */
export interface Marques {
  readonly survol: string | null
  readonly selection: string | null
  /** Where the arrow keys are. */
  readonly curseur: string | null
}

/** Pixels between the frame and what is framed. */
export interface Marges {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export interface OptionsMoteur {
  readonly conteneur: HTMLElement
  readonly contours: Contours
  readonly peinture: Peinture
  readonly marques: Marques
  readonly echelle: Echelle
  readonly cible: Cible
  /** Where the user has gone with the other renderer; null while it is at the target. */
  readonly ailleurs: () => Bornes | null
  /** True: WebGL that is drawn by the processor will do. */
  readonly force: boolean
  /** Measured anew each time the frame is set: the layout moves. */
  readonly marges: () => Marges
  /** Milliseconds that a move takes at most. */
  readonly dureeMax: () => number
  /** The map is wholly drawn: first, and again after each restored context. */
  readonly onpret: () => void
  /** The WebGL context is gone; it may come back, and then `onpret` is called again. */
  readonly onperdu: () => void
  /** The map will never be drawn: another renderer has to stay. */
  readonly onechec: () => void
  /** What the frame shows has moved. */
  readonly onmouvement: () => void
  /** @param code the territory clicked, or null for the sea */
  readonly onclic: (code: string | null) => void
}

/** French texts of what MapLibre itself says. */
const TEXTES = {
  'Map.Title': 'Carte',
  'CooperativeGesturesHandler.WindowsHelpText': TEXTES_GESTES.windows,
  'CooperativeGesturesHandler.MacHelpText': TEXTES_GESTES.mac,
  'CooperativeGesturesHandler.MobileHelpText': TEXTES_GESTES.mobile
}

const computePixelRatio = () => 2 * Math.ceil(window.devicePixelRatio || 1)

const ZOOM_MIN = 2
const ZOOM_MAX = 10
/** A 4K screen at twice the density; above it MapLibre lowers the resolution. */
const CANVAS_MAX = 8192

/**
 * The WebGL map, as the rest of the room sees it: told what to paint, mark and frame, it does so at once or as soon as
 * it can. It owns its camera between two targets, and nothing else.
 */
export class Moteur {
  readonly #options: OptionsMoteur
  readonly #carte: MapLibre
  /** Of the pictures: whole, and twice the screen's. */
  #pixelRatio = computePixelRatio()
  /** Side of a pattern on a desk, in CSS pixels. */
  readonly #coteMotif: number
  readonly #forgetEcran: () => void
  #echelle: Echelle
  #peinture: Peinture
  #marques: Marques
  #cible: Cible
  #libre: boolean
  #stylePret = false
  #dejaPret = false

  /** @throws GPUInitializationError without WebGL 2 */
  constructor(options: OptionsMoteur) {
    this.#options = options
    this.#peinture = options.peinture
    this.#marques = options.marques
    this.#echelle = options.echelle
    this.#cible = options.cible
    const depart = options.ailleurs()
    this.#libre = depart !== null
    const carte = new MapLibre({
      container: options.conteneur,
      style: buildStyle(options.contours),
      bounds: [...(depart ?? options.cible.bornes)] as [number, number, number, number],
      canvasContextAttributes: { failIfMajorPerformanceCaveat: !options.force },
      fitBoundsOptions: { padding: { ...options.marges() } },
      attributionControl: false,
      renderWorldCopies: false,
      minZoom: ZOOM_MIN,
      maxZoom: ZOOM_MAX,
      maxPitch: 0,
      dragRotate: false,
      touchPitch: false,
      doubleClickZoom: false,
      // The room has arrow keys of its own, the same on the insets.
      keyboard: false,
      fadeDuration: 0,
      maxCanvasSize: [CANVAS_MAX, CANVAS_MAX],
      locale: TEXTES,
      validateStyle: import.meta.env.DEV
    })
    this.#carte = carte
    // A pattern doubles from one whole zoom to the next; at the first view it is to have the SVG's size. Only whole
    // pixel ratios reach the shader, so that the size goes into the image.
    this.#coteMotif = COTE_MOTIF / 2 ** (carte.getZoom() % 1)
    const canvas = carte.getCanvas()
    canvas.tabIndex = -1
    canvas.removeAttribute('role')
    canvas.setAttribute('aria-hidden', 'true')
    carte.touchZoomRotate.disableRotation()
    carte.on('style.load', () => {
      this.#stylePret = true
      this.#applyEchelle()
      this.#applyPeinture()
      this.#applyMarques()
      this.followTheme()
      carte.once('idle', () => this.#takeOver(depart))
    })
    carte.on('webglcontextlost', () => {
      this.#stylePret = false
      options.onperdu()
    })
    carte.on('error', ({ error }) => {
      if (!this.#dejaPret || error instanceof GPUInitializationError) options.onechec()
    })
    // A move says whether it goes to the target; a resize starts a move too, and zooms nothing.
    for (const type of ['zoomstart', 'dragstart'] as const)
      carte.on(type, (event) => {
        if (!('cadrage' in event)) this.#libre = true
      })
    carte.on('movestart', () => (this.#enMouvement = true))
    carte.on('move', options.onmouvement)
    carte.on('moveend', () => {
      this.#enMouvement = false
      options.onmouvement()
    })
    carte.on('resize', () => {
      if (!this.#libre) this.#moveTo(this.#cible.bornes, 0)
    })
    carte.on('click', ({ point, originalEvent }) => {
      // Of a double click, the first one has chosen.
      if (originalEvent.detail < 2) options.onclic(this.#codeAtPoint(point))
    })
    // On a territory, two clicks are one choice.
    carte.on('dblclick', ({ point, lngLat }) => {
      if (!this.#codeAtPoint(point)) carte.easeTo({ zoom: carte.getZoom() + 1, around: lngLat })
    })
    this.#forgetEcran = this.#followEcran()
  }

  /** Drawn wholly once: it is shown, where the other renderer is by then. */
  #takeOver(depart: Bornes | null): void {
    const ailleurs = this.#options.ailleurs()
    if (!ailleurs || ailleurs.every((n, i) => n === depart?.[i])) {
      this.#dejaPret = true
      this.#options.onpret()
      return
    }
    this.#moveTo(ailleurs, 0)
    this.#libre = true
    this.#carte.once('idle', () => this.#takeOver(ailleurs))
  }

  /** A window dragged to a screen of another density keeps its size in CSS pixels: no resize tells. */
  #followEcran(): () => void {
    const densite = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    const onchange = () => {
      this.#carte.resize()
      const pixelRatio = computePixelRatio()
      if (pixelRatio !== this.#pixelRatio) {
        this.#pixelRatio = pixelRatio
        this.#redrawImages()
      }
      forget = this.#followEcran()
    }
    densite.addEventListener('change', onchange, { once: true })
    let forget = () => densite.removeEventListener('change', onchange)
    return () => forget()
  }

  paint(peinture: Peinture): void {
    this.#peinture = peinture
    if (this.#stylePret) this.#applyPeinture()
  }

  /** Takes the colours that change with the page's theme from its stylesheet. */
  followTheme(): void {
    if (!this.#stylePret) return
    const frontiere = getComputedStyle(this.#options.conteneur).getPropertyValue('--fne-frontiere').trim()
    this.#carte.setPaintProperty('frontieres', 'line-color', frontiere || COULEURS.frontiere)
  }

  /** How big lines and patterns are drawn. */
  setEchelle(echelle: Echelle): void {
    const { traits, motifs } = this.#echelle
    if (echelle.traits === traits && echelle.motifs === motifs) return
    this.#echelle = echelle
    if (!this.#stylePret) return
    this.#applyEchelle()
    this.#redrawImages()
  }

  #redrawImages(): void {
    if (!this.#stylePret) return
    for (const id of this.#carte.listImages())
      if (id.startsWith(`${PREFIXE_MOTIF}-`)) this.#carte.removeImage(id)
    this.#applyPeinture()
  }

  mark(marques: Marques): void {
    const avant = this.#marques
    this.#marques = marques
    this.#carte.getCanvas().style.cursor = marques.survol ? 'pointer' : ''
    if (this.#stylePret) this.#applyMarques(avant)
  }

  /**
   * Goes to the target; at once where the user wants reduced motion.
   * Being there already, it comes back to it from wherever the user has moved the map.
   */
  frame(cible: Cible): void {
    const duree = computeDuree(this.#visibleBornes(), cible.bornes, this.#options.dureeMax())
    this.#cible = cible
    this.#libre = false
    this.#moveTo(cible.bornes, duree)
  }

  zoomIn(): void {
    this.#libre = true
    this.#carte.zoomIn()
  }

  zoomOut(): void {
    this.#libre = true
    this.#carte.zoomOut()
  }

  /** True: one finger and the plain wheel scroll the page, not the map. */
  setCooperatif(cooperatif: boolean): void {
    if (cooperatif) this.#carte.cooperativeGestures.enable()
    else this.#carte.cooperativeGestures.disable()
  }

  /** The territory at a place of the window, in CSS pixels; null for the sea. */
  codeAt(clientX: number, clientY: number): string | null {
    const { left, top } = this.#options.conteneur.getBoundingClientRect()
    return this.#codeAtPoint([clientX - left, clientY - top])
  }

  /** Where a longitude and latitude are in the window, in CSS pixels. */
  positionOf(point: readonly [number, number]): { x: number; y: number } {
    const { left, top } = this.#options.conteneur.getBoundingClientRect()
    const { x, y } = this.#carte.project([...point])
    return { x: left + x, y: top + y }
  }

  /** The longitude and latitude at a place of the window, in CSS pixels. */
  readAt(clientX: number, clientY: number): readonly [number, number] {
    const { left, top } = this.#options.conteneur.getBoundingClientRect()
    const { lng, lat } = this.#carte.unproject([clientX - left, clientY - top])
    return [lng, lat]
  }

  /**
   * Brings a longitude and latitude into the middle when they are out of sight, at the same zoom.
   * @returns where they are then in the window, in CSS pixels
   */
  reveal(point: readonly [number, number]): { x: number; y: number } {
    const { clientWidth, clientHeight } = this.#options.conteneur
    const { x, y } = this.#carte.project([...point])
    const { top, right, bottom, left } = this.#options.marges()
    if (x >= left && y >= top && x <= clientWidth - right && y <= clientHeight - bottom)
      return this.positionOf(point)
    this.#libre = true
    this.#carte.jumpTo({ center: [...point] })
    return this.positionOf(point)
  }

  /** True once the user has moved the map away from its target. */
  get libre(): boolean {
    return this.#libre
  }

  #enMouvement = false
  /** True while a hand, or a target, moves the map: what takes long to place can wait. */
  get enMouvement(): boolean {
    return this.#enMouvement
  }

  /** What all of the frame shows, in degrees, and how wide that is in CSS pixels. */
  etendue(): { readonly bornes: Bornes; readonly largeur: number } {
    const { clientWidth, clientHeight } = this.#options.conteneur
    const no = this.#carte.unproject([0, 0])
    const se = this.#carte.unproject([clientWidth, clientHeight])
    return { bornes: [no.lng, se.lat, se.lng, no.lat], largeur: clientWidth }
  }

  /** What lies within the margins, in degrees. */
  bornesVues(): Bornes {
    const { clientWidth, clientHeight } = this.#options.conteneur
    const { top, right, bottom, left } = this.#options.marges()
    const so = this.#carte.unproject([left, clientHeight - bottom])
    const ne = this.#carte.unproject([clientWidth - right, top])
    return [so.lng, so.lat, ne.lng, ne.lat]
  }

  remove(): void {
    this.#stylePret = false
    this.#forgetEcran()
    this.#carte.remove()
  }

  #codeAtPoint(point: MapMouseEvent['point'] | [number, number]): string | null {
    if (!this.#stylePret) return null
    const [trouve] = this.#carte.queryRenderedFeatures(point, { layers: [COUCHE_FONDS] })
    return (trouve?.properties['code'] as string | undefined) ?? null
  }

  #visibleBornes(): Bornes {
    const [[ouest, sud], [est, nord]] = this.#carte.getBounds().toArray()
    return [ouest, sud, est, nord]
  }

  #moveTo(bornes: Bornes, duree: number): void {
    this.#carte.fitBounds(
      [...bornes] as [number, number, number, number],
      { padding: { ...this.#options.marges() }, duration: duree, animate: duree > 0 },
      { cadrage: true }
    )
  }

  #applyPeinture(): void {
    const carte = this.#carte
    const pixelRatio = this.#pixelRatio
    for (const motif of listMotifs(this.#peinture.apparences.values())) {
      const id = motifId(PREFIXE_MOTIF, motif)
      if (!carte.hasImage(id))
        carte.addImage(
          id,
          drawMotif(motif, Math.round(this.#coteMotif * pixelRatio * this.#echelle.motifs)),
          {
            pixelRatio
          }
        )
    }
    this.#set(listReglages(this.#peinture))
  }

  #applyEchelle(): void {
    this.#set(listReglagesEchelle(this.#echelle))
  }

  #set(reglages: ReturnType<typeof listReglages>): void {
    const carte = this.#carte
    for (const [genre, couche, propriete, valeur] of reglages) {
      if (genre === 'filter') carte.setFilter(couche, valeur)
      else if (genre === 'paint') carte.setPaintProperty(couche, propriete as 'fill-color', valeur as string)
      else carte.setLayoutProperty(couche, propriete as 'text-offset', valeur as [number, number])
    }
  }

  #applyMarques(avant: Partial<Marques> = {}): void {
    const marques = this.#marques
    for (const nom of Object.keys(marques) as (keyof Marques)[]) {
      const [ancien, nouveau] = [avant[nom] ?? null, marques[nom]]
      if (ancien === nouveau) continue
      const set = (id: string | null, etat: boolean) =>
        id && this.#carte.setFeatureState({ source: SOURCE_TERRITOIRES, id }, { [nom]: etat })
      set(ancien, false)
      set(nouveau, true)
    }
    this.#set(listReglagesMarques(marques))
  }
}
