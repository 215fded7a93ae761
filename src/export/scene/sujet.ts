import { citeSource, describeProvenance } from '../../domain/texte/provenance'
import { announceTerritoire } from '../../domain/texte/description'
import { formatDate, quote } from '../../domain/texte/francais'
import { describeFiltre } from '../../domain/vue/filtres'
import { findRegion, findTerritoireRef, nameRegion, TERRITOIRES } from '../../domain/territoire/referentiel'
import { DEFINITIONS_VUES, computeApparences, listClasses, listNotes } from '../../map/apparence/vues'
import { PALETTE, type Palette } from '../../map/apparence/palette'
import {
  computeApparencesEvolution,
  listClassesEvolution,
  listNotesEvolution
} from '../../map/apparence/paletteEvolution'
import { listReperes } from '../../map/marques/repere'
import { isOutreMer } from '../../map/cadre/cadres'
import { CLE_ENSEMBLE, computeCible, type Bornes } from '../../map/cadre/camera'
import { meshRegions } from '../../map/cadre/frontieres'
import type { Atlas } from '../../state/atlas.svelte'
import { computeReperage } from '../reperage'
import type { SujetScene } from './scene'

/** The whole has no frame of its own in a picture. */
const PARTOUT: Bornes = [-180, -90, 180, 90]

/** What a picture of the view is called before somebody names it otherwise. */
export function nameVue({ vue, evolution }: Atlas): string {
  const lieu = vue.territoire
    ? findTerritoireRef(vue.territoire)?.nom
    : vue.region
      ? findRegion(vue.region)?.nom
      : undefined
  const quoi = evolution
    ? `Ce qui change du ${formatDate(evolution.avant)} au ${formatDate(evolution.apres)}`
    : DEFINITIONS_VUES[vue.vue].titre
  if (!lieu) return quoi
  // One territory is not to be told from others.
  const sien = vue.territoire
    ? quoi.replace(/ dans chaque département|, territoire par territoire/, '')
    : quoi
  return `${lieu}\u00A0: ${sien.charAt(0).toLocaleLowerCase('fr')}${sien.slice(1)}`
}

/** The view that the app shows, as a picture is composed of it; null until the outlines are there. */
export function readSujet(atlas: Atlas, palette: Palette, titre = nameVue(atlas)): SujetScene | null {
  const { contours, evolution, vue } = atlas
  if (!contours) return null
  const { territoires, topologie } = contours
  const apparences = evolution
    ? computeApparencesEvolution(evolution, palette)
    : computeApparences(territoires.features, atlas.parCode, vue.vue, palette)
  const cible = computeCible(vue, territoires, PARTOUT)
  const loin = vue.territoire !== null && isOutreMer(vue.territoire)
  const filtres = [
    ...(vue.region ? [findRegion(vue.region)?.nom ?? vue.region] : []),
    ...vue.filtre.map((filtre) => describeFiltre(filtre).libelle)
  ]
  const provenance = describeProvenance(atlas.instantane)
  const territoire = vue.territoire ? findTerritoireRef(vue.territoire) : undefined
  return {
    titre,
    sousTitre: [
      ...(territoire ? [`${announceTerritoire(territoire, atlas.parCode.get(territoire.code))}.`] : []),
      ...(filtres.length > 0 ? [`Filtre\u00A0: ${filtres.join(', ')}.`] : [])
    ],
    mentions: [atlas.entree, atlas.entreeComparee].flatMap((entree) =>
      entree?.local ? [`Données locales ${quote(entree.titre)}, ni publiées ni vérifiées.`] : []
    ),
    territoires,
    regions: meshRegions(topologie),
    apparences,
    phrases: new Map(
      TERRITOIRES.map((ref) => [ref.code, announceTerritoire(ref, atlas.parCode.get(ref.code))])
    ),
    classes: evolution
      ? listClassesEvolution(evolution, palette)
      : listClasses(vue.vue, atlas.territoires, palette),
    notes: [
      ...(evolution ? listNotesEvolution(evolution) : listNotes(vue.vue, apparences.values())),
      ...(vue.epingles.length > 0 ? ['Ronds numérotés\u00A0: territoires épinglés'] : []),
      ...(atlas.lieuxCites.length > 0
        ? ['Noms encadrés\u00A0: lieux cités, marqués sur leur département']
        : [])
    ],
    reperes: listReperes(vue.epingles, atlas.lieuxCites),
    estompes: atlas.estompes,
    selection: vue.territoire,
    bornes: cible.cle === CLE_ENSEMBLE || loin ? null : cible.bornes,
    sources: [
      `${provenance} ${citeSource(atlas.instantane)} Contours\u00A0: Natural Earth. Image du ${formatDate(atlas.aujourdhui)}.`
    ]
  }
}

/** The locator of a territory: where it is in France, its region around it; null where it has no outline. */
export function readSituation(atlas: Atlas, code: string, titre?: string): SujetScene | null {
  const ref = findTerritoireRef(code)
  const reperage = atlas.contours && computeReperage(atlas.contours, code)
  const vue = ref && reperage && readSujet(atlas, PALETTE, titre ?? nameSituation(code))
  if (!vue) return null
  return {
    ...vue,
    sousTitre: [nameRegion(ref)],
    apparences: reperage.apparences,
    classes: [],
    notes: [],
    reperes: [],
    estompes: new Set(),
    selection: code,
    bornes: null
  }
}

export const nameSituation = (code: string) => `${findTerritoireRef(code)?.nom ?? code} (${code})`
