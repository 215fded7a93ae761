import type { Canal } from './canaux'
import type { Geste } from './gestes'
import { createId, type Memoire } from './memoire'
import type { Etat, Expose, Lettre, Message, Pas, Role } from './messages'
import { compareMarques, DEBUT, pickDerniere, type Marquee } from './ordre'

/** What a window does with what it hears. */
export interface Ecoute {
  /** The presentation has gone there. */
  readonly onpas: (pas: Pas) => void
  readonly onexpose?: (expose: Expose) => void
  /** A presentation goes on in another tab, at this scene: it could be joined. */
  readonly onoffre?: (seance: string, scene: number) => void
  /** The other kind of window was heard, after what it said was taken in; or it has taken its leave. */
  readonly onvoisin?: (present: boolean) => void
  /** The presenter's hand has done this in another window. */
  readonly ongeste?: (geste: Geste) => void
}

export interface OptionsLiaison {
  readonly role: Role
  /** The presentation to belong to; null: the slides begin one of their own, a presenter's window asks. */
  readonly seance: string | null
  readonly canaux: readonly (Canal | null)[]
  readonly memoire: Memoire
}

const isSameQuestion = (a: Pas, b: Pas) =>
  a.scene === b.scene && a.territoire === b.territoire && a.region === b.region
const isSame = (a: Pas, b: Pas) => isSameQuestion(a, b) && a.noir === b.noir
const VIDE: Etat = { pas: null, expose: null }

/**
 * Keeps the windows of one presentation in step. All of them hold the same state and tell it whole with each step; of
 * two steps the later one in the order of `ordre.ts` stays, so that they agree in the end, whatever was said at the
 * same time and in whatever order it arrives. A presentation has a name: others on the same computer are not heard.
 */
export class Liaison {
  readonly #role: Role
  readonly #canaux: readonly Canal[]
  readonly #memoire: Memoire
  readonly #moi = createId()
  #seance: string
  #rang = DEBUT
  #etat: Etat = VIDE
  #ecoute: Ecoute | null = null
  /** Where this window said that it was; null until it has scenes, and with them a place of its own. */
  #position: Pas | null = null
  /** True: what there is comes from before the page was loaded, and nobody has confirmed it. */
  #retrouve = false

  constructor({ role, seance, canaux, memoire }: OptionsLiaison) {
    this.#role = role
    this.#canaux = canaux.filter((canal) => canal !== null)
    this.#memoire = memoire
    const souvenir = memoire.read()
    const sien = souvenir && (role === 'diapos' || souvenir.seance === seance) ? souvenir : null
    this.#seance = seance ?? (role === 'diapos' ? (sien?.seance ?? createId()) : '')
    if (!sien) return
    this.#rang = sien.rang
    this.#etat = sien.etat
    this.#retrouve = sien.etat.pas !== null
  }

  /** The presentation's name; empty while a presenter's window belongs to none. */
  get seance(): string {
    return this.#seance
  }

  get expose(): Expose | null {
    return this.#etat.expose?.valeur ?? null
  }

  /** @returns the function that ends it: whoever leaves a presentation says so */
  start(ecoute: Ecoute): () => void {
    this.#ecoute = ecoute
    const fins = this.#canaux.flatMap((canal) => {
      try {
        return [canal.listen((lettre) => this.#hear(lettre))]
      } catch {
        return []
      }
    })
    if (this.#etat.expose) ecoute.onexpose?.(this.#etat.expose.valeur)
    this.ask()
    return () => {
      this.leave()
      this.#ecoute = null
      fins.forEach((fin) => fin())
    }
  }

  /** Asks the other windows how they stand, and tells how this one does. */
  ask(): void {
    this.#send(
      this.#seance === '' ? { type: 'qui' } : { type: 'etat', etat: this.#etat, demande: true },
      this.#seance
    )
  }

  /** Asks which presentations go on. */
  askOffres(): void {
    this.#send({ type: 'qui' }, '')
  }

  /** Takes a presenter's window to a presentation. */
  join(seance: string): void {
    this.#seance = seance
    this.#etat = VIDE
    this.#keep()
    this.ask()
  }

  /** Says that this window is gone. */
  leave(): void {
    this.#send({ type: 'adieu' })
  }

  /** Forgets where the presentation was: the next one in this tab begins anew. */
  forget(): void {
    this.#etat = VIDE
    this.#keep()
  }

  /**
   * Tells the others where this window now is, unless they know. The first time, a window that joins a presentation is
   * told where that one is; slides that were reloaded go on as they were, unless their link leads elsewhere.
   */
  tell(pas: Pas): void {
    const connu = this.#etat.pas?.valeur ?? null
    const avant = this.#position
    this.#position = pas
    if (!avant) {
      const ailleurs = this.#role === 'diapos' && this.#retrouve && connu && !isSameQuestion(connu, pas)
      if (connu && !ailleurs) {
        if (!isSame(connu, pas)) this.#ecoute?.onpas(connu)
        return
      }
      if (this.#role === 'orateur') return
    }
    // What has not moved has nothing to tell.
    if ((avant && isSame(avant, pas)) || (connu && isSame(connu, pas))) return
    // Where slides begin is no step: a presenter who is somewhere already stays there, whoever is heard first.
    const rang = avant || connu ? undefined : DEBUT
    this.#write({ ...this.#etat, pas: this.#mark(pas, rang) })
  }

  /** Sets the clock of the talk, in all windows. */
  setExpose(expose: Expose): void {
    this.#write({ ...this.#etat, expose: this.#mark(expose) })
    this.#ecoute?.onexpose?.(expose)
  }

  /** Shows the others what the presenter's hand does here. */
  show(geste: Geste): void {
    this.#send({ type: 'geste', geste })
  }

  #mark<T>(valeur: T, rang = ++this.#rang): Marquee<T> {
    return { valeur, marque: { rang, de: this.#moi } }
  }

  #write(etat: Etat): void {
    this.#etat = etat
    this.#retrouve = false
    this.#keep()
    this.#send({ type: 'etat', etat, demande: false })
  }

  #keep(): void {
    if (this.#seance !== '') this.#memoire.keep({ seance: this.#seance, rang: this.#rang, etat: this.#etat })
  }

  #hear({ seance, de, role, message }: Lettre): void {
    if (de === this.#moi) return
    if (message.type === 'qui') {
      if (this.#role === 'diapos' && role === 'orateur')
        this.#send({ type: 'ici', scene: this.#etat.pas?.valeur.scene ?? 1 })
      return
    }
    if (message.type === 'ici') {
      if (this.#role === 'orateur' && role === 'diapos') this.#ecoute?.onoffre?.(seance, message.scene)
      return
    }
    if (seance !== this.#seance) return
    if (role === 'diapos' && this.#role === 'diapos') this.#part(de, message)
    else {
      if (message.type === 'etat') this.#merge(message.etat, message.demande)
      else if (message.type === 'geste') this.#ecoute?.ongeste?.(message.geste)
      if (role !== this.#role) this.#ecoute?.onvoisin?.(message.type !== 'adieu')
    }
  }

  /** A tab that was duplicated has the presentation's name, too: the one that presents longer keeps it. */
  #part(de: string, message: Message): void {
    if (message.type !== 'etat') return
    if (de > this.#moi) {
      if (message.demande) this.#send({ type: 'etat', etat: this.#etat, demande: false })
      return
    }
    this.#seance = createId()
    this.#keep()
  }

  #merge(recu: Etat, demande: boolean): void {
    const avant = this.#etat
    const etat: Etat = {
      pas: pickDerniere(avant.pas, recu.pas),
      expose: pickDerniere(avant.expose, recu.expose)
    }
    this.#etat = etat
    this.#rang = Math.max(this.#rang, etat.pas?.marque.rang ?? 0, etat.expose?.marque.rang ?? 0)
    if (etat.pas !== avant.pas || etat.expose !== avant.expose) this.#keep()
    if (etat.expose && etat.expose !== avant.expose) this.#ecoute?.onexpose?.(etat.expose.valeur)
    if (etat.pas && etat.pas !== avant.pas) {
      this.#retrouve = false
      const connu = avant.pas?.valeur
      if (this.#position && !(connu && isSame(connu, etat.pas.valeur))) this.#ecoute?.onpas(etat.pas.valeur)
    }
    // Whoever is behind is told, whether it has asked or missed something.
    const enRetard =
      compareMarques(etat.pas?.marque, recu.pas?.marque) > 0 ||
      compareMarques(etat.expose?.marque, recu.expose?.marque) > 0
    if (demande || enRetard) this.#send({ type: 'etat', etat, demande: false })
  }

  #send(message: Message, seance = this.#seance): void {
    if (seance === '' && message.type !== 'qui') return
    const lettre: Lettre = { seance, de: this.#moi, role: this.#role, message }
    for (const canal of this.#canaux) {
      try {
        canal.post(lettre)
      } catch {
        // Closed, or refused by the browser: the others may still carry it.
      }
    }
  }
}
