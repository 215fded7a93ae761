import '../ui/theme/theme'
import { flushSync, hydrate, mount } from 'svelte'
import { Depot } from '../data/depot'
import type { LireTexte } from '../data/lecture'
import { createLecteurLocaux } from '../data/locaux'
import { Atlas } from '../state/atlas.svelte'
import { horsLigne } from '../state/horsLigne.svelte'
import { prefetchPanneaux } from '../panels/cadre/registre'
import { CADRE_METROPOLE } from '../map/cadre/cadres'
import { getPalette } from '../map/apparence/paletteDuTheme'
import { computeApparence } from '../map/apparence/vues'
import { BOITE_CONNUE, stepPremiereVue } from '../map/svg/preparation'
import { FIN, stepCadre } from '../map/svg/tracesGardes'
import { pause, runParTranches, whenIdle } from '../ui/inactivite'
import { awakenIlots } from '../ui/ilots/ilots'
import Application from './Application.svelte'
import { endPremiere, takeAttente } from './attente'
import { keepSaisie } from './saisie'

/** How the picture comes to life, once the page around its parts lives: as long a task each (ui/ilots). */
const TOURS = ['.fne-image', '.fne-carte *', '*']

/**
 * Starts the app around the first map, which stays on the screen: what a link shows otherwise is changed in it.
 * @param cible the element that holds the first map
 */
export async function start(cible: HTMLElement, lire: LireTexte): Promise<void> {
  const atlas = new Atlas(lire)
  const depot = new Depot()
  atlas.addLocaux(createLecteurLocaux(depot, lire))
  depot.listen(() => void atlas.listLocaux())
  atlas.navigation.listen()
  await atlas.load()
  await pause()
  const boite = cible.querySelector('.fne-fond-carte')?.getBoundingClientRect()
  if (atlas.contours) await runParTranches(stepPremiereVue(atlas.contours, readPremiereVue(atlas, boite)))
  await pause()
  const restoreSaisie = keepSaisie(cible)
  const props = { atlas, depot, lire }
  const replay = takeAttente()
  const context = new Map([[BOITE_CONNUE, boite]])
  if (cible.firstElementChild) hydrate(Application, { target: cible, props, context })
  else mount(Application, { target: cible, props })
  flushSync()
  restoreSaisie()
  const eveil = awakenIlots(TOURS)
  // The picture is that of the default view: what a link shows otherwise is not to be seen coming by parts.
  if (window.location.search.length > 1) await eveil
  endPremiere(cible)
  replay()
  prefetchPanneaux()
  const { contours } = atlas
  // Sooner or later somebody looks at one territory.
  if (contours) whenIdle(() => void runParTranches(stepCadre(contours, CADRE_METROPOLE, FIN)))
}

/** What the map is going to show, and how big: its labels are placed by that. */
function readPremiereVue(atlas: Atlas, boite?: DOMRect): Parameters<typeof stepPremiereVue>[1] {
  const { vue, territoire, region } = atlas.vue
  const palette = getPalette()
  return {
    isMarque: (code) => computeApparence(atlas.parCode.get(code), vue, palette).contradiction,
    // Elsewhere on the map, labels have another size.
    boite: (territoire === null && region === null && boite) || null
  }
}

/** Keeps the app on this device for when the network goes, once the page has nothing better to do. */
export function keepHorsLigne(): void {
  const idle = () => void whenIdle(() => void horsLigne.start())
  if (document.readyState === 'complete') idle()
  else window.addEventListener('load', idle, { once: true })
}
