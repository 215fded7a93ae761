/** What the two windows of a presentation tell each other. */
export interface Pas {
  /** From 1. */
  readonly scene: number
  readonly noir: boolean
  /** Code of the territory, or else of the region, that the room has asked about. */
  readonly territoire: string | null
  readonly region: string | null
}
export interface Envoi {
  readonly de: string
  /** From 1, one more each time. */
  readonly numero: number
}
export type Message =
  /** `envoi`: whose step it is, and which one of that window's: the same one comes through each channel. */
  | { readonly type: 'pas'; readonly pas: Pas; readonly envoi?: Envoi }
  /** A window has come, and asks where the other one is. */
  | { readonly type: 'bonjour' }
  | { readonly type: 'present' }

/** What can carry messages between windows. */
export interface Canal {
  post(message: Message): void
  /** @returns the function that ends it */
  listen(recevoir: (message: Message) => void): () => void
}

const NOM = 'carte-fne-presentation'

const isObjet = (valeur: unknown): valeur is Record<string, unknown> =>
  typeof valeur === 'object' && valeur !== null

const isCode = (valeur: unknown): valeur is string | null => valeur === null || typeof valeur === 'string'

const isEnvoi = (valeur: unknown): valeur is Envoi =>
  isObjet(valeur) && typeof valeur['de'] === 'string' && Number.isInteger(valeur['numero'])

/** The message in whatever came through a channel, or null: other pages of the site may speak there, too. */
export function readMessage(recu: unknown): Message | null {
  if (!isObjet(recu) || recu['carte'] !== NOM || !isObjet(recu['message'])) return null
  const { type, pas, envoi } = recu['message']
  if (type === 'bonjour' || type === 'present') return { type }
  if (type !== 'pas' || !isObjet(pas)) return null
  const { scene, noir, territoire, region } = pas
  if (!Number.isInteger(scene) || (scene as number) < 1 || typeof noir !== 'boolean') return null
  if (!isCode(territoire) || !isCode(region)) return null
  const lu = { type, pas: { scene: scene as number, noir, territoire, region } } as const
  return isEnvoi(envoi) ? { ...lu, envoi: { de: envoi.de, numero: envoi.numero } } : lu
}

const cleOf = ({ scene, noir, territoire, region }: Pas) => JSON.stringify([scene, noir, territoire, region])
const wrap = (message: Message) => ({ carte: NOM, message })

/**
 * Between all windows of this folder: of this folder only, other apps may share the origin.
 * @returns null where the browser has no such channel
 */
export function createCanalDiffusion(adresse: string): Canal | null {
  if (typeof BroadcastChannel === 'undefined') return null
  const canal = new BroadcastChannel(`${NOM}:${new URL('./', adresse).href}`)
  return {
    post: (message) => canal.postMessage(wrap(message)),
    listen: (recevoir) => {
      canal.onmessage = ({ data }) => {
        const message = readMessage(data)
        if (message) recevoir(message)
      }
      return () => canal.close()
    }
  }
}

/**
 * Between a window and the one that it opened, or that opened it. Opened from a disk, pages share no channel in some
 * browsers, but they still know each other.
 * @param autre the other window, as far as there is one
 */
export function createCanalFenetre(autre: () => Window | null): Canal {
  return {
    // A page from a disk has no origin that could be named; nothing that is sent is a secret.
    post: (message) => autre()?.postMessage(wrap(message), '*'),
    listen: (recevoir) => {
      const onmessage = ({ data, source }: MessageEvent) => {
        const message = source !== null && source === autre() ? readMessage(data) : null
        if (message) recevoir(message)
      }
      window.addEventListener('message', onmessage)
      return () => window.removeEventListener('message', onmessage)
    }
  }
}

/**
 * Keeps one window in step with the others: tells what changes here, once, and hands on what changes there. What came
 * from there is not told again, so that two windows never chase each other.
 */
export class Liaison {
  readonly #canaux: readonly Canal[]
  #connu = ''
  readonly #moi = Math.random().toString(36).slice(2)
  #envoye = 0
  /** The last step heard of each window: one that comes late by the other channel is over. */
  readonly #entendus = new Map<string, number>()
  #pas: Pas | null = null
  #suit = false
  /** Called when another window has said anything: it is there. */
  onpresent: () => void = () => {}

  constructor(canaux: readonly (Canal | null)[]) {
    this.#canaux = canaux.filter((canal) => canal !== null)
  }

  /**
   * @param suivre true: this window asks where the others are, and goes there
   * @returns the function that ends it
   */
  start(onpas: (pas: Pas) => void, { suivre }: { suivre: boolean }): () => void {
    this.#suit = suivre
    const fins = this.#canaux.map((canal) =>
      canal.listen((message) => {
        this.onpresent()
        if (message.type === 'pas') this.#hear(message, onpas)
        else if (message.type === 'bonjour') this.#send(this.#pas ? { type: 'pas', pas: this.#pas } : null)
      })
    )
    this.#send(suivre ? { type: 'bonjour' } : { type: 'present' })
    return () => fins.forEach((fin) => fin())
  }

  /** Tells the others where this window now is, unless they know. One that has come to follow first listens. */
  tell(pas: Pas): void {
    const cle = cleOf(pas)
    const arrive = this.#suit && this.#pas === null
    this.#pas = pas
    if (cle === this.#connu) return
    this.#connu = cle
    if (!arrive) this.#send({ type: 'pas', pas })
  }

  #hear({ pas, envoi }: Extract<Message, { type: 'pas' }>, onpas: (pas: Pas) => void): void {
    if (envoi) {
      if (envoi.numero <= (this.#entendus.get(envoi.de) ?? 0)) return
      this.#entendus.set(envoi.de, envoi.numero)
    }
    this.#receive(pas, onpas)
  }

  #receive(pas: Pas, onpas: (pas: Pas) => void): void {
    const cle = cleOf(pas)
    if (cle === this.#connu) return
    this.#connu = cle
    this.#pas = pas
    onpas(pas)
  }

  #send(message: Message | null): void {
    if (!message) return
    const envoi = { de: this.#moi, numero: ++this.#envoye }
    for (const canal of this.#canaux) canal.post(message.type === 'pas' ? { ...message, envoi } : message)
  }
}
