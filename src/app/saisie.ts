import { flushSync } from 'svelte'
import { ID_RECHERCHE } from '../ui/focus'

const findChamp = (racine: ParentNode) => racine.querySelector<HTMLInputElement>(`#${ID_RECHERCHE}`)

/**
 * The field of the search is in the first picture of the page, and may be in use when the app takes its place.
 * @returns the function that gives the app's own field what was typed, the focus and the caret
 */
export function keepSaisie(racine: ParentNode): () => void {
  const avant = findChamp(racine)
  if (!avant) return () => undefined
  const { value, selectionStart, selectionEnd } = avant
  const isActif = document.activeElement === avant
  return () => {
    const champ = findChamp(racine)
    if (!champ) return
    flushSync()
    if (isActif) champ.focus({ preventScroll: true })
    if (value === '') return
    champ.value = value
    champ.dispatchEvent(new InputEvent('input', { bubbles: true }))
    champ.setSelectionRange(selectionStart, selectionEnd)
  }
}
