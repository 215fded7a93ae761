import { touchesSeules } from './toucheSeule.svelte'

/** Fields in which a letter is text. */
const SANS_TEXTE = new Set([
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'range',
  'color',
  'file',
  'image'
])

/** True where a key is typed as text, or where a dialog keeps the keys: a one-letter shortcut stays silent there. */
export function isSaisie(cible: EventTarget | null): boolean {
  if (!(cible instanceof HTMLElement)) return false
  if (cible.isContentEditable || cible.closest('textarea, select, dialog')) return true
  return cible instanceof HTMLInputElement && !SANS_TEXTE.has(cible.type)
}

/**
 * True when a key is pressed alone and as a shortcut: not where it is typed, nor where something else has used it, nor
 * where such keys are switched off. Of a letter, the capital is the same key.
 */
export function isRaccourci(event: KeyboardEvent, touche: string): boolean {
  if (touchesSeules.ignores(event.key)) return false
  if (event.key.toLowerCase() !== touche || event.ctrlKey || event.metaKey || event.altKey) return false
  return !event.defaultPrevented && !isSaisie(event.target)
}
