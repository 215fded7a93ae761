/** Height of the map itself for a width: about a square, as France is; in CSS pixels. */
const [PART, MIN, MAX] = [0.92, 240, 640]
const idealHauteur = (largeur: number): number => Math.min(MAX, Math.max(MIN, largeur * PART))

/**
 * What the page around the frame is told when the map would like another height: in words of our own, and in those of
 * Datawrapper, which the pages of newspapers listen to already.
 * @param nom the frame's name, so that two on one page are told apart
 * @param hauteur CSS pixels
 */
const createMessages = (nom: string, hauteur: number): readonly object[] => [
  { type: 'carte-fne:hauteur', nom, hauteur },
  { 'datawrapper-height': { [nom]: hauteur } }
]

/**
 * Tells the page around the frame how high all of the content is, now and whenever that changes. It depends on the
 * width alone, so that a page which obeys is not told anew.
 * @param racine all of the page; `scene` in it takes whatever height is left
 * @returns the function that ends it
 */
export function tellHauteur(racine: HTMLElement, scene: HTMLElement): () => void {
  let dite = 0
  const observateur = new ResizeObserver(() => {
    const autres = racine.offsetHeight - scene.offsetHeight
    const hauteur = Math.ceil(autres + idealHauteur(racine.offsetWidth))
    if (hauteur === dite || window.parent === window) return
    dite = hauteur
    // It holds nothing that another site should not know.
    for (const message of createMessages(window.name || 'carte-fne', hauteur))
      window.parent.postMessage(message, '*')
  })
  observateur.observe(racine)
  observateur.observe(scene)
  return () => observateur.disconnect()
}
