/** The rule that ends every stylesheet of the build (scripts/feuilles.mjs). */
const FIN = '.fne-fin'

/** True where a stylesheet came to its end; one that may not be looked at is taken for it. */
function isEntiere(feuille: CSSStyleSheet | null): boolean {
  try {
    const regles = feuille?.cssRules
    const derniere = regles?.[regles.length - 1]
    return derniere instanceof CSSStyleRule && derniere.selectorText === FIN
  } catch {
    return true
  }
}

/**
 * Watches the stylesheets that come with programs: one cut short, or empty, is a stylesheet all the same for the browser.
 * Here it fails as a missing one does, and so does the program that needs it. What failed is taken away: whoever asks for it
 * again has it loaded anew.
 * @param racine address that they lie under
 */
export function watchFeuilles(racine: string): void {
  const look = (event: Event) => {
    const lien = event.target
    if (!(lien instanceof HTMLLinkElement) || lien.rel !== 'stylesheet' || !lien.href.startsWith(racine))
      return
    if (event.type === 'error') return lien.remove()
    if (isEntiere(lien.sheet)) return
    event.stopImmediatePropagation()
    lien.dispatchEvent(new Event('error'))
  }
  document.addEventListener('load', look, true)
  document.addEventListener('error', look, true)
}
