import type { Scene } from '../domain/vue/scene'
import { serializeVue, VUE_PAR_DEFAUT, type Vue } from '../state/vue'

export interface LienCarte {
  readonly adresse: string
  /** As one reads it out: without what any browser adds by itself. */
  readonly texte: string
}

/**
 * The link that a closing scene gives: what the scene names, else the page's own address without the presentation; the
 * snapshot goes with it, unless it is on this device only.
 * @returns null where nobody else could open it: the page was opened from a disk
 */
export function buildLienCarte({ lien }: Scene, vue: Vue, page: string): LienCarte | null {
  const { protocol, origin, pathname } = new URL(page)
  if (lien === undefined && protocol === 'file:') return null
  const instantane = vue.instantane?.includes('~') ? null : vue.instantane
  const adresse =
    lien ??
    `${origin}${pathname.replace(/index\.html$/, '')}${serializeVue({ ...VUE_PAR_DEFAUT, instantane })}`
  return { adresse, texte: adresse.replace(/^https?:\/\//, '').replace(/\/$/, '') }
}
