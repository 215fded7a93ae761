import { tick } from 'svelte'
import { feuille } from './feuilleTelephone.svelte'

/** The heading of the territory's sheet: whatever opens a sheet from a list gives it the focus. */
export const ID_TITRE_FICHE = 'fne-fiche-titre'
/** The heading of the region's sheet. */
export const ID_TITRE_REGION = 'fne-region-titre'
/** What heads a slide. */
export const ID_TITRE_DIAPO = 'fne-diapo-titre'
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
  if (!isInSight(element)) scrollDansLaPage(element, 'start')
}

/** Gives the focus to an element, and brings it into sight where it is not. */
export function giveFocus(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: true })
  if (element) scrollDansLaPage(element, 'nearest')
}

/**
 * `Element.scrollIntoView`, but for the page that this one may be embedded in: that one would be scrolled, too, to a map
 * which its readers have not come to yet.
 */
export function scrollDansLaPage(element: Element, block: 'start' | 'nearest'): void {
  const marge = parseFloat(getComputedStyle(element).scrollMarginTop) || 0
  /** How far the element is from where it is to be, in a frame from `haut` to `bas`. */
  const ecart = (haut: number, bas: number) => {
    const { top, bottom } = element.getBoundingClientRect()
    if (block === 'start' || top - marge < haut) return top - marge - haut
    return bottom > bas ? Math.min(bottom - bas, top - marge - haut) : 0
  }
  for (let boite = element.parentElement; boite; boite = boite.parentElement) {
    if (boite === document.documentElement || boite === document.body) break
    if (!/auto|scroll/.test(getComputedStyle(boite).overflowY)) continue
    const haut = boite.getBoundingClientRect().top + boite.clientTop
    boite.scrollTop += ecart(haut, haut + boite.clientHeight)
  }
  window.scrollBy({ top: ecart(0, window.innerHeight), behavior: 'instant' })
}

/**
 * Brings the map back to the top where the page has scrolled past it: on a phone, where the panel lies below it. To be
 * called after a change of view; a sheet that opened with it gives way.
 */
export async function showCarte(): Promise<void> {
  // What the link shows is under the sheet of a telephone.
  feuille.repos = 'apercu'
  await tick()
  requestAnimationFrame(() => {
    const carte = document.querySelector('.fne-carte')
    if (carte && carte.getBoundingClientRect().top < 0) scrollDansLaPage(carte, 'start')
  })
}

/** True when the element's top lies in the upper part of what is seen of its panel. */
function isInSight(element: HTMLElement): boolean {
  const { top } = element.getBoundingClientRect()
  const haut = Math.max(0, element.closest('aside')?.getBoundingClientRect().top ?? 0)
  return top >= haut && top <= haut + (window.innerHeight - haut) * 0.6
}
