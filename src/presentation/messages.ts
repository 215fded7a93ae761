import { findRegion, findTerritoireRef } from '../domain/territoire/referentiel'
import { readGeste, type Geste } from './gestes'
import type { Marque, Marquee } from './ordre'

/** Where a presentation stands, in every window of it. */
export interface Pas {
  /** From 1. */
  readonly scene: number
  readonly noir: boolean
  /** Code of the territory, or else of the region, that the room has asked about. */
  readonly territoire: string | null
  readonly region: string | null
}

/** The talk on the clock. */
export interface Expose {
  /** When it began, in milliseconds since 1970. */
  readonly debut: number
  /** The time set for it, in minutes; null where none is. */
  readonly duree: number | null
}

/** All that the windows of a presentation hold in common; each part with the step that it comes from. */
export interface Etat {
  readonly pas: Marquee<Pas> | null
  readonly expose: Marquee<Expose> | null
}

export type Message =
  /** How the sender stands; `demande`: it asks how the others do. */
  | { readonly type: 'etat'; readonly etat: Etat; readonly demande: boolean }
  /** The window is closed, or left. */
  | { readonly type: 'adieu' }
  /** A presenter's window that belongs to nobody asks who presents. */
  | { readonly type: 'qui' }
  /** These slides do; at this scene. */
  | { readonly type: 'ici'; readonly scene: number }
  /** What the presenter's hand does; over as soon as it is seen. */
  | { readonly type: 'geste'; readonly geste: Geste }

/** The slides, or the presenter's window. */
export type Role = 'diapos' | 'orateur'

/** A message and who sends it. */
export interface Lettre {
  /** The presentation that it belongs to; empty: to whoever presents. */
  readonly seance: string
  /** The window that sends it. */
  readonly de: string
  readonly role: Role
  readonly message: Message
}

const NOM = 'carte-fne-presentation'
const ID = /^[a-z0-9][a-z0-9-]{0,39}$/
/** No presentation has more scenes. */
const SCENE_MAX = 999
/** No two windows ever take so many steps; a number beyond could not be counted on from. */
const RANG_MAX = 2 ** 40
/** A talk of a day, in minutes. */
export const DUREE_MAX = 1440

type Objet = Readonly<Record<string, unknown>>
const isObjet = (valeur: unknown): valeur is Objet =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
const isEntier = (valeur: unknown, min: number, max: number): valeur is number =>
  Number.isSafeInteger(valeur) && (valeur as number) >= min && (valeur as number) <= max

/** True for what can name a window or a presentation. */
export const isId = (valeur: unknown): valeur is string => typeof valeur === 'string' && ID.test(valeur)

function readCode(valeur: unknown, find: (code: string) => unknown): string | null | undefined {
  if (valeur === null) return null
  return typeof valeur === 'string' && find(valeur) ? valeur : undefined
}

function readPas(recu: unknown): Pas | null {
  if (!isObjet(recu)) return null
  const { scene, noir } = recu
  const territoire = readCode(recu['territoire'], findTerritoireRef)
  const region = readCode(recu['region'], findRegion)
  if (!isEntier(scene, 1, SCENE_MAX) || typeof noir !== 'boolean') return null
  return territoire === undefined || region === undefined ? null : { scene, noir, territoire, region }
}

function readExpose(recu: unknown): Expose | null {
  if (!isObjet(recu)) return null
  const { debut, duree } = recu
  // The largest instant that a date can hold.
  if (!isEntier(debut, 0, 8.64e15)) return null
  return duree === null || isEntier(duree, 1, DUREE_MAX) ? { debut, duree } : null
}

function readMarquee<T>(recu: unknown, read: (valeur: unknown) => T | null): Marquee<T> | null | undefined {
  if (recu === null) return null
  if (!isObjet(recu) || !isObjet(recu['marque'])) return undefined
  const { rang, de } = recu['marque']
  const valeur = read(recu['valeur'])
  if (valeur === null || !isEntier(rang, 1, RANG_MAX) || !isId(de)) return undefined
  return { valeur, marque: { rang, de } satisfies Marque }
}

/** The state in whatever was kept or sent, or null where any part of it is not one. */
export function readEtat(recu: unknown): Etat | null {
  if (!isObjet(recu)) return null
  const pas = readMarquee(recu['pas'], readPas)
  const expose = readMarquee(recu['expose'], readExpose)
  return pas === undefined || expose === undefined ? null : { pas, expose }
}

function readMessage(recu: unknown): Message | null {
  if (!isObjet(recu)) return null
  const { type, demande, scene } = recu
  switch (type) {
    case 'etat': {
      const etat = readEtat(recu['etat'])
      return etat && typeof demande === 'boolean' ? { type, etat, demande } : null
    }
    case 'adieu':
    case 'qui':
      return { type }
    case 'ici':
      return isEntier(scene, 1, SCENE_MAX) ? { type, scene } : null
    case 'geste': {
      const geste = readGeste(recu['geste'])
      return geste && { type, geste }
    }
    default:
      return null
  }
}

/** As it goes through a channel. */
export const wrap = (lettre: Lettre) => ({ carte: NOM, ...lettre })

/**
 * The letter in whatever came through a channel, or null: other pages of the site may speak there too, and other
 * versions of this one. Nothing of it is believed that is not checked here.
 */
export function readLettre(recu: unknown): Lettre | null {
  if (!isObjet(recu) || recu['carte'] !== NOM) return null
  const { seance, de, role } = recu
  const message = readMessage(recu['message'])
  if (!message || !isId(de) || (role !== 'diapos' && role !== 'orateur')) return null
  return isId(seance) || (seance === '' && message.type === 'qui') ? { seance, de, role, message } : null
}
