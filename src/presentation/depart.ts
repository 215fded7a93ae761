import { parseVue, serializeVue, type Vue } from '../state/vue'
import { readGarde, writeGarde } from '../ui/stockage'

const CLE = 'fne-depart-presentation'
let depart: string | null = null

const isRecharge = () =>
  performance
    .getEntriesByType('navigation')
    .some((entree) => (entree as PerformanceNavigationTiming).type === 'reload')

/** Keeps where one stood when a presentation began, also over a reload of the page. */
export function keepDepart(vue: Vue): void {
  depart = serializeVue(vue)
  writeGarde('sessionStorage', CLE, depart)
}

/** Where one stood, once; null where the page was opened in the middle of a presentation. */
export function takeDepart(): Vue | null {
  // A link pasted into the tab of an earlier presentation does not come from where that one began.
  if (isRecharge()) depart ??= readGarde('sessionStorage', CLE)
  writeGarde('sessionStorage', CLE, null)
  const vue = depart === null ? null : parseVue(depart).vue
  depart = null
  return vue
}
