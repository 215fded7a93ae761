import type { Contenu, Scene } from '../domain/vue/scene'
import { keepsLieux, VUE_PAR_DEFAUT, type Panneau, type Vue } from '../state/vue'

/** What a scene shows on the map; all that a scene decides, so that nothing of another one stays but the places named. */
export function vueOf(scene: Scene): Partial<Vue> {
  return {
    vue: scene.vue ?? VUE_PAR_DEFAUT.vue,
    filtre: scene.filtre ?? [],
    region: scene.region ?? null,
    territoire: scene.territoire ?? null,
    texte: '',
    tri: VUE_PAR_DEFAUT.tri
  }
}

/** True where the map shows another view, or other filters, than the scene asks for. */
export function isEcartee(vue: Vue, scene: Scene): boolean {
  const voulue = vueOf(scene)
  const cle = ({ filtre = [] }: Partial<Vue>) => [...filtre].sort().join(' ')
  return vue.vue !== voulue.vue || cle(vue) !== cle(voulue)
}

/** What a link to a scene leaves to the scene: where the link itself says something, that stays. */
export function completeVue(vue: Vue, scene: Scene): Partial<Vue> {
  const voulue = vueOf(scene)
  return {
    ...(vue.vue === VUE_PAR_DEFAUT.vue ? { vue: voulue.vue } : {}),
    ...(vue.filtre.length === 0 ? { filtre: voulue.filtre } : {}),
    ...(vue.territoire === null && vue.region === null
      ? { region: voulue.region, territoire: voulue.territoire }
      : {})
  } as Partial<Vue>
}

const PANNEAUX: Readonly<Record<Contenu, Panneau>> = {
  evenement: 'objectifs',
  plan: 'objectifs',
  signataires: 'objectifs',
  engagements: 'engagements',
  calendrier: 'calendrier',
  coporteurs: 'synthese',
  'gouvernances-manquantes': 'manquants',
  'feuilles-de-route': 'synthese',
  'feuilles-manquantes': 'manquants',
  financements: 'financements',
  indicateur: 'chiffres',
  postes: 'chiffres',
  lien: 'synthese'
}

/** The panel of the app that says what the scene says: where one arrives who leaves a presentation opened by a link. */
export function panneauOf({ panneau, contenu }: Scene): Panneau {
  return panneau ?? (contenu ? PANNEAUX[contenu] : VUE_PAR_DEFAUT.panneau)
}

/**
 * Where one stood when the presentation began, with what the round table has since brought: the places that were named
 * in the room and are kept are still there when the slides are over, and those that were cleared are not.
 */
export function resumeDepart(depart: Vue, { lieu, animation }: Vue): Vue {
  const garde = keepsLieux({ lieu, animation })
  return { ...depart, animation, lieu: garde ? lieu : keepsLieux(depart) ? [] : depart.lieu }
}
