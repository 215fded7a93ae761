import '../ui/theme/theme'
import { mount } from 'svelte'
import { Depot } from '../data/depot'
import type { LireTexte } from '../data/lecture'
import { createLecteurLocaux } from '../data/locaux'
import { Atlas } from '../state/atlas.svelte'
import { whenIdle } from '../ui/inactivite'
import Application from './Application.svelte'
import { horsLigne } from './horsLigne.svelte'
import { keepSaisie } from './saisie'

/**
 * Starts the app in place of the first map.
 * @param cible the element that holds the first map
 */
export async function start(cible: HTMLElement, lire: LireTexte): Promise<void> {
  const atlas = new Atlas(lire)
  const depot = new Depot()
  atlas.addLocaux(createLecteurLocaux(depot, lire))
  depot.listen(() => void atlas.listLocaux())
  atlas.navigation.listen()
  await atlas.load()
  const restoreSaisie = keepSaisie(cible)
  cible.replaceChildren()
  delete cible.dataset['premiere']
  mount(Application, { target: cible, props: { atlas, depot, lire } })
  restoreSaisie()
}

/**
 * Keeps the app on this device for when the network goes, once the page has nothing better to do. Not in another
 * site's frame: nobody there has asked for it.
 */
export function keepHorsLigne(): void {
  if (new URLSearchParams(window.location.search).get('mode') === 'integration') return
  const idle = () => void whenIdle(() => void horsLigne.start())
  if (document.readyState === 'complete') idle()
  else window.addEventListener('load', idle, { once: true })
}
