import { untrack } from 'svelte'
import { cubicInOut } from 'svelte/easing'
import { prefersReducedMotion, Tween } from 'svelte/motion'
import type { Contours } from '../../data/topologie'
import { runParTranches } from '../../ui/inactivite'
import { CADRE_METROPOLE, ENCARTS, isOutreMer, type Cadre } from '../cadre/cadres'
import { CLE_ENSEMBLE, computeCible, DUREE_PROCHE, type Bornes, type Cible } from '../cadre/camera'
import { toBornes } from './fenetre'
import { computeBoite, type Boite, type Traces } from './traces'
import { drawCadre, FIN, isDessine, LARGEUR_CADRE, stepCadre } from './tracesGardes'

/** What the camera of the SVG follows; each field is followed by itself. */
export interface SujetCamera {
  readonly contours: Contours
  /** What the address bar asks to frame. */
  readonly territoire: string | null
  readonly region: string | null
  /** The territory that the arrow keys are on: it has to be in the frame. */
  readonly curseur: string | null
  /** True where the SVG is what is seen: it then moves as the WebGL map would. */
  readonly vue: boolean
  /** Milliseconds that a move takes at most. */
  readonly dureeMax: number
}

/** From that part of the frame's width on, whole units are seen as steps. */
const LARGEUR_FINE = 0.6
/** How far the zoom goes, in widths of the frame: least and most. */
export const LIMITES_ZOOM = [1 / 40, 2] as const
/** A step of the buttons, in milliseconds. */
const DUREE_ZOOM = 300

const whole = ({ largeur, hauteur }: Traces): Boite => [0, 0, largeur, hauteur]

/**
 * Which part of which frame the SVG shows: what the address bar asks for, until the user zooms or goes back to the
 * whole; the frame is an inset's where only an inset has the territory.
 */
export class CameraSvg {
  readonly #sujet: SujetCamera
  /** Where the user has gone, as long as the target is the one of that key. */
  #libre = $state.raw<{ readonly cle: string; readonly boite: Boite | null } | null>(null)
  readonly #anime: Tween<Boite>
  #precedent: Cadre | null = null
  /** A hand is on the map: what it does is done at once. */
  #geste = $state(false)
  #duree = DUREE_PROCHE
  /** The fine outlines are wanted; they are shown once they are drawn and the map rests. */
  #finVoulu = $state(false)
  #finDessine = $state(false)
  #fin = $state(false)

  /** Must be made while a component is: it follows its subject for the component's life. */
  constructor(sujet: SujetCamera) {
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
      const meme = this.#precedent === this.cadre
      this.#precedent = this.cadre
      const duration = untrack(() => {
        const anime = meme && sujet.vue && !this.#geste && !prefersReducedMotion.current
        return anime ? Math.min(this.#duree, sujet.dureeMax) : 0
      })
      void this.#anime.set(voulue, { duration })
      this.#duree = DUREE_PROCHE
      if (voulue[2] < LARGEUR_CADRE * LARGEUR_FINE) this.#finVoulu = true
    })
    $effect.pre(() => {
      if (this.#finVoulu) void this.#drawFin(sujet.contours)
    })
    $effect.pre(() => {
      if (this.#finDessine && !this.enMouvement) this.#fin = true
    })
  }

  /** A choice is answered with the outlines that are there: all of the fine ones at once would hold it for five frames. */
  async #drawFin(contours: Contours): Promise<void> {
    if (!isDessine(contours, CADRE_METROPOLE, FIN))
      await runParTranches(stepCadre(contours, CADRE_METROPOLE, FIN))
    this.#finDessine = true
  }

  /** All of metropolitan France, as the page is drawn with at first. */
  readonly ensemble = $derived.by(() => drawCadre(this.#sujet.contours, CADRE_METROPOLE))
  /** What the address bar asks to frame. */
  readonly cible: Cible = $derived.by(() =>
    computeCible(
      { territoire: this.#sujet.territoire, region: this.#sujet.region },
      this.#sujet.contours.territoires,
      this.ensemble.bornes
    )
  )
  readonly #deplacement = $derived.by(() => (this.#libre?.cle === this.cible.cle ? this.#libre : null))

  readonly cadre: Cadre = $derived.by(() => {
    const { territoire, curseur } = this.#sujet
    const montre = curseur && !isOutreMer(curseur) ? null : territoire
    if (!montre || !isOutreMer(montre) || this.#deplacement?.boite === null) return CADRE_METROPOLE
    return ENCARTS.find(({ codes }) => codes?.includes(montre)) ?? CADRE_METROPOLE
  })
  readonly #ensembleFin = $derived.by(() => drawCadre(this.#sujet.contours, CADRE_METROPOLE, FIN))
  /** The same place has the same coordinates in all of them: finer outlines move nothing. */
  readonly traces: Traces = $derived.by(() => {
    if (this.cadre === CADRE_METROPOLE) return this.#fin ? this.#ensembleFin : this.ensemble
    return drawCadre(this.#sujet.contours, this.cadre, FIN)
  })
  readonly #voulue: Boite = $derived.by(() => {
    const { territoire } = this.#sujet
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

  /** True while a hand, or a target, moves the map: what takes long to place can wait. */
  get enMouvement(): boolean {
    return this.#geste || this.#anime.current !== this.#anime.target
  }

  /** What is shown, where the user has gone there; null where the address bar has sent the map. */
  get bornesLibres(): Bornes | null {
    return this.#deplacement?.boite ? toBornes(this.traces, this.#deplacement.boite) : null
  }

  /** Shows the given bounds, as if the user had gone there. */
  showBornes(bornes: Bornes): void {
    this.move(computeBoite(this.traces, bornes))
  }

  startGeste(): void {
    this.#geste = true
  }

  endGeste(): void {
    this.#geste = false
  }

  /** Shows a part of the viewBox; at once in a gesture. */
  move(boite: Boite): void {
    this.#libre = { cle: this.cible.cle, boite }
  }

  zoom(sens: 1 | -1): void {
    const [x, y, l, h] = this.#voulue
    const facteur = sens > 0 ? 0.5 : 2
    const part = (l * facteur) / this.traces.largeur
    if (part < LIMITES_ZOOM[0] || part > LIMITES_ZOOM[1]) return
    this.#duree = DUREE_ZOOM
    this.move([x + (l * (1 - facteur)) / 2, y + (h * (1 - facteur)) / 2, l * facteur, h * facteur])
  }

  showEnsemble(): void {
    this.#libre = { cle: this.cible.cle, boite: null }
  }

  /** Back to what the address bar asks for. */
  recadrer(): void {
    this.#libre = null
  }
}
