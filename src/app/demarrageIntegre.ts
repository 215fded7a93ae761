import '../ui/theme/theme'
import { flushSync, mount } from 'svelte'
import type { LireTexte } from '../data/lecture'
import { Atlas } from '../state/atlas.svelte'
import { endPremiere, takeAttente } from './attente'
import Integration from './Integration.svelte'

/**
 * Starts the bare map in somebody else's page, in place of the first map. The snapshots of this device are not that
 * page's business, and nobody there has asked for the app to be kept.
 * @param cible the element that holds the first map
 */
export async function startIntegree(cible: HTMLElement, lire: LireTexte): Promise<void> {
  const atlas = new Atlas(lire)
  atlas.navigation.listen()
  await atlas.load()
  const replay = takeAttente()
  const image = [...cible.childNodes]
  cible.replaceChildren()
  delete cible.dataset['premiere']
  try {
    mount(Integration, { target: cible, props: { atlas } })
    flushSync()
  } catch (erreur) {
    // The picture says it (index.html): it is back for that.
    cible.replaceChildren(...image)
    cible.dataset['premiere'] = ''
    throw erreur
  }
  endPremiere(cible)
  replay()
}
