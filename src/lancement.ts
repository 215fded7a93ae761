import { checkExport, takeExport } from './data/charger'
import type { LireTexte } from './data/lecture'
import { isIntegree } from './ui/integree'

/**
 * The first map is already in the page (the build writes it there). What follows is loaded once it is painted, and
 * brings it to life when all is there. If the program itself does not arrive, the first map stays, and says so (index.html).
 * @param lire reader of the app's files
 * @param options.horsLigne true: the app is kept on the device once it runs
 */
export async function launch(lire: LireTexte, options: { horsLigne: boolean }): Promise<void> {
  const cible = document.getElementById('app') as HTMLElement
  window.fneLance = true
  try {
    if (isIntegree(window.location.search)) {
      const startIntegree = await takeExport(import('./app/demarrageIntegre'), 'startIntegree')
      await startIntegree(cible, lire)
      return
    }
    const { start, keepHorsLigne } = await checkExport(import('./app/demarrage'), 'start')
    await start(cible, lire)
    if (options.horsLigne) keepHorsLigne()
  } catch (erreur) {
    window.fneEchec?.()
    throw erreur
  }
}
