import type { Scene } from '../domain/vue/scene'
import { serializeVue, VUE_PAR_DEFAUT, type Vue } from './vue'

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

/** Names of the machine itself: nobody else finds the page there. */
const ICI = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/

/**
 * What the presenter is to know of the scene's link; null where others can open it.
 * @param page the address of the page
 */
export function warnLien(scene: Scene, page: string): string | null {
  if (scene.contenu !== 'lien') return null
  const { protocol, hostname } = new URL(scene.lien ?? page, page)
  if (protocol !== 'file:' && !ICI.test(hostname)) return null
  const constat =
    protocol === 'file:'
      ? 'la carte est ouverte depuis un fichier, et la scène n’a pas d’adresse à donner'
      : `le QR code mène à ${hostname}, que personne d’autre ne peut ouvrir`
  return `Scène ${scene.id}\u00A0: ${constat}. Pour y mettre l’adresse publique de la carte, ajouter à cette scène, dans donnees/scenes.json\u00A0: "lien": "https://…".`
}
