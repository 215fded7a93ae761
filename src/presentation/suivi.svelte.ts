import type { Ecoute, Liaison } from './liaison'
import { createId } from './memoire'
import type { Expose } from './messages'

/** A presentation that goes on in another tab. */
export interface Offre {
  readonly seance: string
  readonly scene: number
}

/** Milliseconds between two questions to the slides: they answer at once, however little the browser lets them do. */
const RYTHME_MS = 2000
/** How long a window that was opened without saying by whom waits for all who present to answer. */
const TOUR_MS = 400

/** What the presenter's window knows of its slides: whether they are there, and if not, who else presents. */
export class Suivi {
  readonly #liaison: Liaison
  #sansReponse = 0
  readonly #recues = new Set<string>()

  /** 'attente': they have not had the time to answer. */
  etat = $state<'attente' | 'present' | 'absent'>('attente')
  /** True once slides were there: being alone then means something else. */
  connu = $state(false)
  offres = $state.raw<readonly Offre[]>([])
  /** When the talk began, and how long it is to be. */
  expose = $state.raw<Expose>({ debut: Date.now(), duree: null })

  /** The presentation that this window belongs to; empty while it belongs to none. */
  seance = $state('')

  constructor(liaison: Liaison) {
    this.#liaison = liaison
    this.seance = liaison.seance
  }

  /** @returns the function that ends it */
  start(ecoute: Pick<Ecoute, 'onpas' | 'ongeste'>): () => void {
    const fin = this.#liaison.start({
      ...ecoute,
      onexpose: (expose) => (this.expose = expose),
      onvoisin: (present) => this.#hear(present),
      onoffre: (seance, scene) => this.#offer({ seance, scene })
    })
    if (this.#liaison.seance !== '') this.#sansReponse = 1
    const tour = setTimeout(() => {
      const [seule, autre] = this.offres
      if (this.#liaison.seance === '' && seule && !autre) this.join(seule.seance)
    }, TOUR_MS)
    const rythme = setInterval(() => this.#ask(), RYTHME_MS)
    return () => {
      clearTimeout(tour)
      clearInterval(rythme)
      fin()
    }
  }

  /** Goes where this presentation is, from now on. */
  join(seance: string): void {
    this.offres = []
    this.#sansReponse = 1
    this.#liaison.join(seance)
    this.seance = seance
  }

  /** Sets the clock, in all windows. */
  setExpose(patch: Partial<Expose>): void {
    this.#liaison.setExpose({ ...this.expose, ...patch })
  }

  #hear(present: boolean): void {
    if (present) {
      this.#sansReponse = 0
      this.etat = 'present'
      this.connu = true
      this.offres = []
      // The slides remember when the talk began, for a window that is opened again.
      if (!this.#liaison.expose) this.setExpose({})
    } else if (this.etat === 'present') {
      // A reload takes its leave, too: it is back before the next question.
      this.#sansReponse = 2
    }
  }

  #offer(offre: Offre): void {
    this.#recues.add(offre.seance)
    const autres = this.offres.filter(({ seance }) => seance !== offre.seance)
    this.offres = [...autres, offre].sort((a, b) => (a.seance < b.seance ? -1 : 1))
  }

  #ask(): void {
    // Those that have not answered the last question are over.
    this.offres = this.offres.filter(({ seance }) => this.#recues.has(seance))
    this.#recues.clear()
    if (this.#liaison.seance === '' && this.offres.length === 0) this.join(createId())
    if (this.#liaison.seance === '' || this.#sansReponse >= (this.etat === 'present' ? 2 : 1)) {
      this.etat = 'absent'
      // Alone, too, the clock goes on over a reload.
      if (this.#liaison.seance !== '' && !this.#liaison.expose) this.setExpose({})
      this.#liaison.askOffres()
    }
    this.#sansReponse++
    if (this.#liaison.seance !== '') this.#liaison.ask()
  }
}
