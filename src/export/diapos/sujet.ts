import { announceTerritoire } from '../../domain/texte/description'
import { TERRITOIRES } from '../../domain/territoire/referentiel'
import { matchFiltres } from '../../domain/vue/filtres'
import type { Scene } from '../../domain/vue/scene'
import { keepClasses } from '../../map/apparence/classesDeScene'
import { computeApparences, listClasses, listNotes } from '../../map/apparence/vues'
import { CLE_ENSEMBLE, computeCible } from '../../map/cadre/camera'
import { CADRE_METROPOLE, isOutreMer } from '../../map/cadre/cadres'
import { meshRegions } from '../../map/cadre/frontieres'
import { computeTraces } from '../../map/svg/traces'
import { VUE_PAR_DEFAUT } from '../../state/vue'
import type { SujetScene } from '../scene/scene'
import type { Matiere } from './donnees'

/** What the map of a scene shows; the same colours, filters and legend as on the screen. */
export type CarteDeScene = Pick<
  SujetScene,
  | 'territoires'
  | 'regions'
  | 'apparences'
  | 'phrases'
  | 'classes'
  | 'notes'
  | 'estompes'
  | 'selection'
  | 'bornes'
>

export function readCarte(scene: Scene, { instantane, contours, palette }: Matiere): CarteDeScene {
  const { territoires } = instantane
  const vue = scene.vue ?? VUE_PAR_DEFAUT.vue
  const filtre = scene.filtre ?? []
  const parCode = new Map(territoires.map((territoire) => [territoire.code, territoire]))
  const apparences = computeApparences(contours.territoires.features, parCode, vue, palette)
  const cible = computeCible(
    { territoire: scene.territoire ?? null, region: scene.region ?? null },
    contours.territoires,
    computeTraces(contours.territoires, CADRE_METROPOLE, 100).bornes
  )
  const loin = scene.territoire !== undefined && isOutreMer(scene.territoire)
  const estompes = new Set(
    TERRITOIRES.filter(
      ({ code, region }) =>
        (scene.region !== undefined && region !== scene.region) ||
        (filtre.length > 0 && !matchFiltres(parCode.get(code) ?? { code }, filtre))
    ).map(({ code }) => code)
  )
  return {
    territoires: contours.territoires,
    regions: meshRegions(contours.topologie),
    apparences,
    phrases: new Map(TERRITOIRES.map((ref) => [ref.code, announceTerritoire(ref, parCode.get(ref.code))])),
    classes: keepClasses(listClasses(vue, territoires, palette), scene, territoires),
    // Of what is left in colour: the others' patterns are hardly seen.
    notes: listNotes(
      vue,
      [...apparences].flatMap(([code, apparence]) => (estompes.has(code) ? [] : [apparence]))
    ),
    estompes,
    selection: scene.territoire ?? null,
    bornes: cible.cle === CLE_ENSEMBLE || loin ? null : cible.bornes
  }
}
