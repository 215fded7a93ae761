import { tick } from 'svelte'

/** The heading of the territory's sheet: whatever opens a sheet from a list gives it the focus. */
export const ID_TITRE_FICHE = 'fne-fiche-titre'
/** The heading of the region's sheet. */
export const ID_TITRE_REGION = 'fne-region-titre'
/** The place searched, at the head of the sheet. */
export const ID_TITRE_LIEU = 'fne-lieu-titre'
/** The field of the search. */
export const ID_RECHERCHE = 'fne-recherche'
/** The heading of the panel in view. */
export const ID_TITRE_PANNEAU = 'fne-panneau-titre'

/**
 * Once the view is redrawn, gives the focus to an element, and brings it to the top where it is out of sight.
 * Does nothing where it is missing.
 */
export async function focusAfterUpdate(id: string): Promise<void> {
  await tick()
  const element = document.getElementById(id)
  if (!element) return
  element.focus({ preventScroll: true })
  if (!isInSight(element)) element.scrollIntoView({ block: 'start' })
}

/**
 * Brings the map back to the top where the page has scrolled past it: on a phone, where the panel lies below it. To be
 * called after a change of view; a sheet that opened with it gives way.
 */
export async function showCarte(): Promise<void> {
  await tick()
  requestAnimationFrame(() => {
    const carte = document.querySelector('.fne-carte')
    if (carte && carte.getBoundingClientRect().top < 0) carte.scrollIntoView({ block: 'start' })
  })
}

/** True when the element's top lies in the upper part of what is seen of its panel. */
function isInSight(element: HTMLElement): boolean {
  const { top } = element.getBoundingClientRect()
  const haut = Math.max(0, element.closest('aside')?.getBoundingClientRect().top ?? 0)
  return top >= haut && top <= haut + (window.innerHeight - haut) * 0.6
}
