import '../ui/theme/theme'
import { mount } from 'svelte'
import { Depot } from '../data/depot'
import type { LireTexte } from '../data/lecture'
import { createLecteurLocaux } from '../data/locaux'
import { Atlas } from '../state/atlas.svelte'
import Application from './Application.svelte'
import { keepSaisie } from './saisie'

/**
 * Starts the app in place of the first map.
 * @param cible the element that holds the first map
 */
export async function start(cible: HTMLElement, lire: LireTexte): Promise<void> {
  const atlas = new Atlas(lire)
  const depot = new Depot()
  atlas.addLocaux(createLecteurLocaux(depot, lire))
  atlas.navigation.listen()
  await atlas.load()
  const restoreSaisie = keepSaisie(cible)
  cible.replaceChildren()
  delete cible.dataset['premiere']
  mount(Application, { target: cible, props: { atlas, depot, lire } })
  restoreSaisie()
}
