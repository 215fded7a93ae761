import { serializeVue, VUE_PAR_DEFAUT, type Vue } from '../state/vue'

export interface LienImprime {
  /** What a reader types. */
  readonly texte: string
  /** What a phone opens; null where no other device could open it. */
  readonly qr: string | null
}

/**
 * The link to the sheet that is being printed: the territory and the place searched, without what belongs to the
 * screen (filters, panel, presentation). Without a date: whoever opens it later is to see what is known then, and the
 * paper says of when it is.
 * @param adresse the page's own address
 */
export function buildLien(vue: Vue, adresse: string): LienImprime {
  return build(
    {
      ...VUE_PAR_DEFAUT,
      vue: vue.vue,
      territoire: vue.territoire,
      lieu: vue.lieu,
      instantane: vue.instantane
    },
    adresse
  )
}

/** The link to the whole view that is being printed. Data of this device alone are left out of it. */
export const buildLienVue = build

function build(vue: Vue, adresse: string): LienImprime {
  const isLocal = (instantane: string | null) => instantane?.includes('~') ?? false
  const query = serializeVue({
    ...vue,
    instantane: isLocal(vue.instantane) ? null : vue.instantane,
    comparer: isLocal(vue.comparer) ? null : vue.comparer
  })
  const { protocol, origin, pathname } = new URL(adresse)
  if (protocol === 'file:') {
    const fichier = decodeURIComponent(pathname.split('/').at(-1) ?? '')
    return { texte: `${fichier}${query}`, qr: null }
  }
  const texte = `${origin}${pathname}${query}`
  return { texte, qr: texte }
}
