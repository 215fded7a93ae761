import type { Schema } from '@cfworker/json-schema'
import type { Node } from 'jsonc-parser'
import schema from '../../static/donnees/schema-scenes.json'
import { quote } from '../domain/texte/francais'
import type { Lecture, Probleme } from '../domain/texte/probleme'
import { findRegion, findTerritoireRef } from '../domain/territoire/referentiel'
import type { Scene } from '../domain/vue/scene'
import { buildProbleme } from './constat'
import { findEnfant, isEntier, parseJson, parseNode, type DocumentJson } from './json'
import { createControle, type EcartSchema } from './jsonSchema'
import { read, type LireTexte } from './lecture'

/** One file for all snapshots: what is told does not change with the figures, which come from the snapshot in view. */
const CHEMIN_SCENES = 'donnees/scenes.json'

const SCHEMA = schema as unknown as Schema
const { scene: SCHEMA_SCENE, ...AUTRES } = SCHEMA.$defs as Record<string, Schema>
const checkScene = createControle({ ...SCHEMA_SCENE, $defs: AUTRES })

/** The scenes of the app's file. Never rejects: what is wrong is in `problemes`. */
export function loadScenes(lire: LireTexte): Promise<Lecture<readonly Scene[]>> {
  return read(lire, CHEMIN_SCENES, parseScenes)
}

/**
 * Reads scenes.json.
 * @returns the scenes that are right, in the order of the file, hidden ones included; the others are left out, each with
 * what is wrong with it, its line and column. `valeur` is null where there is no scene to be played. Never throws.
 */
export function parseScenes(texte: string, fichier: string): Lecture<readonly Scene[]> {
  const document = parseJson(texte)
  const problemes: Probleme[] = document.erreurs.map((erreur) => buildProbleme(fichier, erreur))
  const liste = findEnfant(document.racine, 'scenes')?.valeur
  if (liste?.type !== 'array') {
    if (document.racine)
      problemes.push(
        buildProbleme(fichier, {
          ...document.locate(document.racine.offset),
          message: 'Ce n’est pas un fichier de scènes : il y faut une liste « scenes » entre crochets [ ].'
        })
      )
    return { valeur: null, problemes }
  }
  const scenes = new Map<string, Scene>()
  for (const [rang, node] of (liste.children ?? []).entries()) {
    const lue = readScene(node, document)
    const nom = `Scène ${rang + 1}${'id' in lue && lue.id ? ` (${lue.id})` : ''}`
    const double = 'scene' in lue && scenes.has(lue.scene.id)
    const ecarts = double
      ? [{ offset: node.offset, message: `L’identifiant ${quote(lue.scene.id)} est déjà pris plus haut.` }]
      : lue.ecarts
    if (ecarts.length === 0 && 'scene' in lue) scenes.set(lue.scene.id, lue.scene)
    for (const { offset, message } of ecarts)
      problemes.push(
        buildProbleme(fichier, {
          ...document.locate(offset),
          message: `${nom} laissée de côté : ${message}`
        })
      )
  }
  const valeur = [...scenes.values()]
  if (valeur.every(({ masquee }) => masquee)) {
    problemes.push(buildProbleme(fichier, { message: 'Aucune scène ne peut être jouée.' }))
    return { valeur: null, problemes }
  }
  return { valeur, problemes }
}

type Constat = Pick<EcartSchema, 'offset' | 'message'>
type SceneLue =
  | { readonly id: string; readonly scene: Scene; readonly ecarts: readonly Constat[] }
  | { readonly id: string; readonly ecarts: readonly Constat[] }

function readScene(node: Node, document: DocumentJson): SceneLue {
  const valeurId: unknown = findEnfant(node, 'id')?.valeur?.value
  const id = typeof valeurId === 'string' ? valeurId : ''
  // Where the text itself is broken, what is left of the scene would look whole.
  if (!isEntier(node, document))
    return { id, ecarts: [{ offset: node.offset, message: 'son texte n’est pas du JSON correct.' }] }
  const scene = parseNode(document.texte, node) as Scene
  const ecarts: Constat[] = checkScene(scene, node, document.texte)
  if (ecarts.length > 0) return { id, ecarts }
  return { id, scene, ecarts: listReferences(scene, node) }
}

/** What a schema cannot check: codes, and fields that exclude or need each other. */
function listReferences(scene: Scene, node: Node): Constat[] {
  const ecarts: Constat[] = []
  const report = (champ: string, message: string) => {
    const offset = findEnfant(node, champ)?.valeur?.offset ?? node.offset
    ecarts.push({ offset, message })
  }
  const { region, territoire } = scene
  if (region !== undefined && !findRegion(region))
    report('region', `${quote(region)} n’est pas le code d’une région.`)
  if (territoire !== undefined && !findTerritoireRef(territoire))
    report('territoire', `${quote(territoire)} n’est pas le code d’un territoire.`)
  if (scene.panneau !== undefined && scene.contenu !== undefined)
    report('panneau', 'Une scène a un panneau ou un contenu, pas les deux : supprimer l’un des deux.')
  const seul = scene.contenu === 'indicateur' || scene.contenu === 'engagements'
  if (seul && scene.elements === undefined)
    report('contenu', `Le contenu ${quote(scene.contenu ?? '')} a besoin du champ ${quote('elements')}.`)
  return ecarts
}
