import { untrack } from 'svelte'
import { cubicInOut } from 'svelte/easing'
import { prefersReducedMotion, Tween } from 'svelte/motion'
import type { Contours } from '../../data/topologie'
import { CADRE_METROPOLE, ENCARTS, isOutreMer, type Cadre } from '../cadre/cadres'
import { CLE_ENSEMBLE, computeCible, DUREE_PROCHE, type Cible } from '../cadre/camera'
import { meshRegions } from '../cadre/frontieres'
import { computeBoite, computeTraces, type Boite, type Traces } from './traces'

/** What the camera of the SVG follows. */
export interface SujetCamera {
  readonly contours: Contours
  /** What the address bar asks to frame. */
  readonly territoire: string | null
  readonly region: string | null
  /** The territory that the arrow keys are on: it has to be in the frame. */
  readonly curseur: string | null
  /** True where the SVG is all that there will be: it then zooms, and moves as the WebGL map would. */
  readonly seule: boolean
  /** Milliseconds that a move takes at most. */
  readonly dureeMax: number
}

/** Widths of the viewBox: coarse enough to be written into the page, or fine enough to be zoomed into. */
const GROSSIER = 1000
const FIN = 6000
/** How far the zoom goes, in widths of metropolitan France. */
const [LARGEUR_MIN, LARGEUR_MAX] = [1 / 40, 2]

const whole = ({ largeur, hauteur }: Traces): Boite => [0, 0, largeur, hauteur]

/**
 * Which part of which frame the SVG shows: what the address bar asks for, until the user zooms or goes back to the
 * whole; the frame is an inset's where only an inset has the territory.
 */
export class CameraSvg {
  readonly #sujet: () => SujetCamera
  /** Where the user has gone, as long as the target is the one of that key. */
  #libre = $state.raw<{ readonly cle: string; readonly boite: Boite | null } | null>(null)
  readonly #anime: Tween<Boite>
  #precedentes: Traces | null = null

  /** Must be made while a component is: it follows `sujet` for the component's life. */
  constructor(sujet: () => SujetCamera) {
    this.#sujet = sujet
    this.#anime = new Tween<Boite>(
      untrack(() => this.#voulue),
      {
        easing: cubicInOut,
        interpolate: (a, b) => (t) => a.map((n, i) => n + ((b[i] ?? n) - n) * t) as unknown as Boite
      }
    )
    $effect.pre(() => {
      const voulue = this.#voulue
      const meme = this.#precedentes === this.traces
      this.#precedentes = this.traces
      const duration =
        meme && sujet().seule && !prefersReducedMotion.current ? Math.min(DUREE_PROCHE, sujet().dureeMax) : 0
      void this.#anime.set(voulue, { duration })
    })
  }

  readonly #regions = $derived.by(() => meshRegions(this.#sujet().contours.topologie))
  /** All of metropolitan France, as the page is drawn with at first. */
  readonly ensemble = $derived.by(() =>
    computeTraces(this.#sujet().contours.territoires, CADRE_METROPOLE, GROSSIER, this.#regions)
  )
  /** What the address bar asks to frame. */
  readonly cible: Cible = $derived.by(() =>
    computeCible(this.#sujet(), this.#sujet().contours.territoires, this.ensemble.bornes)
  )
  readonly #deplacement = $derived.by(() => (this.#libre?.cle === this.cible.cle ? this.#libre : null))

  readonly cadre: Cadre = $derived.by(() => {
    const { territoire, curseur } = this.#sujet()
    const montre = curseur && !isOutreMer(curseur) ? null : territoire
    if (!montre || !isOutreMer(montre) || this.#deplacement?.boite === null) return CADRE_METROPOLE
    return ENCARTS.find(({ codes }) => codes?.includes(montre)) ?? CADRE_METROPOLE
  })
  readonly traces: Traces = $derived.by(() =>
    this.cadre === CADRE_METROPOLE && !this.#sujet().seule
      ? this.ensemble
      : computeTraces(this.#sujet().contours.territoires, this.cadre, FIN, this.#regions)
  )
  readonly #voulue: Boite = $derived.by(() => {
    const { territoire } = this.#sujet()
    if (this.#deplacement) return this.#deplacement.boite ?? whole(this.traces)
    const ailleurs = territoire !== null && isOutreMer(territoire) && this.cadre === CADRE_METROPOLE
    return this.cible.cle === CLE_ENSEMBLE || ailleurs
      ? whole(this.traces)
      : computeBoite(this.traces, this.cible.bornes)
  })

  /** The part of the viewBox to show now. */
  get boite(): Boite {
    return this.#anime.current
  }

  zoom(sens: 1 | -1): void {
    const [x, y, l, h] = this.#voulue
    const facteur = sens > 0 ? 0.5 : 2
    const part = (l * facteur) / this.traces.largeur
    if (part < LARGEUR_MIN || part > LARGEUR_MAX) return
    const boite: Boite = [x + (l * (1 - facteur)) / 2, y + (h * (1 - facteur)) / 2, l * facteur, h * facteur]
    this.#libre = { cle: this.cible.cle, boite }
  }

  showEnsemble(): void {
    this.#libre = { cle: this.cible.cle, boite: null }
  }

  /** Back to what the address bar asks for. */
  recadrer(): void {
    this.#libre = null
  }
}
