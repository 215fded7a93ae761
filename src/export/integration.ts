import { findRegion, findTerritoireRef } from '../domain/territoire/referentiel'
import { serializeVue, VUE_PAR_DEFAUT, type ThemeIntegre, type Vue } from '../state/vue'
import { echapper } from './scene/balises'

/** What somebody chooses for the map in their page. */
export interface ChoixIntegration {
  /** 'vue' is the map as it is shown, 'france' all of it, else the code of a region ('r24') or of a territory ('t41'). */
  readonly cadrage: string
  readonly theme: ThemeIntegre
  /** CSS pixels. */
  readonly hauteur: number
  /** The snapshot that the map stays at; null follows the data. */
  readonly instantane: string | null
}

/** The view that an embedded map has. What belongs to the screen, or to this device alone, is left out. */
export function buildVueIntegree(vue: Vue, { cadrage, theme, instantane }: ChoixIntegration): Vue {
  const isLocal = (cle: string | null) => cle?.includes('~') ?? false
  const comparer = isLocal(vue.comparer) || instantane === null ? null : vue.comparer
  const { territoire, region, filtre, epingles } = vue
  return {
    ...VUE_PAR_DEFAUT,
    vue: vue.vue,
    ...(cadrage === 'vue'
      ? {
          territoire,
          region,
          filtre: filtre.filter((f) => comparer !== null || !f.startsWith('evolution:')),
          epingles,
          comparer
        }
      : {}),
    ...(cadrage.startsWith('r') ? { region: cadrage.slice(1) } : {}),
    ...(cadrage.startsWith('t') ? { territoire: cadrage.slice(1) } : {}),
    instantane: isLocal(instantane) ? null : instantane,
    mode: 'integration',
    theme
  }
}

const nameCadrage = ({ territoire, region }: Vue) =>
  (territoire && findTerritoireRef(territoire)?.nom) || (region && findRegion(region)?.nom) || 'France'

/**
 * The HTML to paste. No script and no style in it, so that it works in a page that forbids both; the name tells the
 * page which frame asks for another height, and the identifier is the one that Datawrapper's script looks for.
 * @param adresse the app's own address
 * @returns null where no other page could show it: the app is a file
 */
export function buildCodeIntegration(vue: Vue, choix: ChoixIntegration, adresse: string): string | null {
  const { protocol, origin, pathname } = new URL(adresse)
  if (protocol === 'file:') return null
  const integree = buildVueIntegree(vue, choix)
  const nom = `carte-fne-${integree.territoire ?? integree.region ?? 'france'}`.toLowerCase()
  const attributs = {
    src: `${origin}${pathname}${serializeVue(integree)}`,
    title: `Carte\u00A0: qui porte l’inclusion numérique, ${nameCadrage(integree)}`,
    name: nom,
    id: `datawrapper-chart-${nom}`,
    width: '100%',
    height: String(choix.hauteur),
    frameborder: '0',
    loading: 'lazy'
  }
  const ecrits = Object.entries(attributs).map(([cle, valeur]) => `${cle}="${echapper(valeur)}"`)
  return `<iframe ${ecrits.join(' ')}></iframe>`
}
