/** What a key, a clicker or a swipe asks of a presentation. */
export type Commande =
  | {
      readonly type: 'suivante' | 'precedente' | 'premiere' | 'derniere' | 'noir' | 'plein-ecran' | 'quitter'
    }
  | { readonly type: 'aller'; readonly scene: number }

export interface Frappe {
  readonly commande: Commande | null
  /** The digits typed so far of the number of a scene. */
  readonly saisie: string
  /** False: the key is nobody's here, and does what it does elsewhere. */
  readonly prise: boolean
}

const COMMANDES: Readonly<Record<string, Exclude<Commande, { type: 'aller' }>['type']>> = {
  PageDown: 'suivante',
  ArrowRight: 'suivante',
  ' ': 'suivante',
  PageUp: 'precedente',
  ArrowLeft: 'precedente',
  Home: 'premiere',
  End: 'derniere',
  b: 'noir',
  B: 'noir',
  // What the second button of some clickers sends; ':' is what a French keyboard makes of it.
  '.': 'noir',
  ':': 'noir',
  f: 'plein-ecran',
  F: 'plein-ecran',
  Escape: 'quitter'
}
/** No presentation has more scenes. */
const CHIFFRES_MAX = 3

/** A key by its place on the keyboard, as KeyboardEvent has it. */
export type Place = Pick<KeyboardEvent, 'code' | 'shiftKey'>

/** Keys of the app that some keyboards write with the row of digits. */
const NON_CHIFFRES = new Set(['/', '?'])

/** The digit that a key types, or that stands on it where the keyboard types digits with Shift only, as the French one does. */
function readChiffre(touche: string, { code, shiftKey }: Place): string | null {
  if (/^\d$/.test(touche)) return touche
  if (shiftKey || NON_CHIFFRES.has(touche)) return null
  return /^Digit(\d)$/.exec(code)?.[1] ?? null
}

/**
 * Reads one key.
 * @param touche what it types, as `KeyboardEvent.key`
 * @param saisie the digits typed before
 */
export function readTouche(
  touche: string,
  saisie: string,
  place: Place = { code: '', shiftKey: false }
): Frappe {
  const chiffre = readChiffre(touche, place)
  if (chiffre !== null)
    return { commande: null, saisie: `${saisie}${chiffre}`.slice(-CHIFFRES_MAX), prise: true }
  if (saisie !== '') {
    if (touche === 'Enter') {
      const scene = Number(saisie)
      return { commande: scene > 0 ? { type: 'aller', scene } : null, saisie: '', prise: true }
    }
    if (touche === 'Backspace') return { commande: null, saisie: saisie.slice(0, -1), prise: true }
    if (touche === 'Escape') return { commande: null, saisie: '', prise: true }
  }
  const type = Object.hasOwn(COMMANDES, touche) ? COMMANDES[touche] : undefined
  return type ? { commande: { type }, saisie: '', prise: true } : { commande: null, saisie, prise: false }
}

/** Pixels that a finger goes before it means something, and not up or down. */
const DISTANCE_MIN = 60

/** What a swipe asks for: to the left is forward, as one turns a page. */
export function readGlisser(dx: number, dy: number): Commande | null {
  if (Math.abs(dx) < DISTANCE_MIN || Math.abs(dx) < Math.abs(dy) * 1.5) return null
  return { type: dx < 0 ? 'suivante' : 'precedente' }
}
