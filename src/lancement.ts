import type { LireTexte } from './data/lecture'

/**
 * The first map is already in the page (the build writes it there). What follows is loaded in parallel with it and
 * takes its place when all is there. If the program itself does not arrive, the first map stays, and says so.
 * @param lire reader of the app's files
 * @param options.horsLigne true: the app is kept on the device once it runs
 */
export async function launch(lire: LireTexte, options: { horsLigne: boolean }): Promise<void> {
  try {
    const { start, keepHorsLigne } = await import('./app/demarrage')
    await start(document.getElementById('app') as HTMLElement, lire)
    if (options.horsLigne) keepHorsLigne()
  } catch (erreur) {
    showEchec()
    throw erreur
  }
}

/** Plain DOM: whatever else failed to load, this works. */
function showEchec(): void {
  const bandeau = document.createElement('div')
  bandeau.setAttribute('role', 'alert')
  bandeau.className = 'fne-echec'
  const texte = document.createElement('p')
  texte.textContent =
    'L’application n’a pas pu être chargée entièrement : la carte affichée est lisible, mais ne répond pas. Vérifier la connexion, puis réessayer.'
  const bouton = document.createElement('button')
  bouton.type = 'button'
  bouton.textContent = 'Réessayer'
  // A failed module import is remembered by the browser: only a new page asks for it again.
  bouton.addEventListener('click', () => window.location.reload())
  bandeau.append(texte, bouton)
  document.body.prepend(bandeau)
}
