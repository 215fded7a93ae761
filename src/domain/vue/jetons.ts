import { indexElements, type ChiffresLus } from '../chiffres/chiffres'
import { formatNombre, typographier } from '../texte/francais'
import { computeComptes } from '../territoire/requetes'
import type { Scene } from './scene'
import type { Territoire } from '../territoire/territoire'

/** What the words of a scene are filled from: the data in view. */
export interface Faits {
  readonly territoires: readonly Territoire[]
  readonly chiffres: ChiffresLus
}

const JETON = /\{([^{}]*)\}/g

/** Stands where the data do not say. */
export const INCONNU = '…'

/**
 * What a place in the words of a scene stands for: a count of the territories, or an element of chiffres.json by its
 * `id` (its figure, else its title, as the source has it).
 * @returns undefined where the data say nothing of that name
 */
export type Repondre = (nom: string) => string | undefined

export function createReponses({ territoires, chiffres }: Faits): Repondre {
  const comptes = computeComptes(territoires)
  const elements = indexElements(chiffres)
  const nombres: ReadonlyMap<string, number> = new Map(
    Object.entries({
      territoires: comptes.total,
      gouvernances: comptes.gouvernances,
      'gouvernances-manquantes': comptes.sansGouvernance,
      'feuilles-de-route': comptes.feuillesDeRoute,
      'feuilles-manquantes': comptes.sansFeuilleDeRoute,
      'feuilles-manquantes-avec-gouvernance': comptes.sansFeuilleAvecGouvernance
    })
  )
  return (nom) => {
    const nombre = nombres.get(nom)
    if (nombre !== undefined) return territoires.length > 0 ? formatNombre(nombre) : undefined
    const element = elements.get(nom) as Readonly<Record<string, unknown>> | undefined
    const dit = [element?.['texte'], element?.['titre'], element?.['nom']].find(
      (valeur) => typeof valeur === 'string'
    )
    return dit === undefined ? undefined : typographier(dit)
  }
}

/** The words of a scene with their figures; what the data do not say is {@link INCONNU}. */
export function fill(texte: string, repondre: Repondre): string {
  return typographier(texte.replace(JETON, (_, nom: string) => repondre(nom) ?? INCONNU))
}

/** The names in the words of a scene, and among its elements, that the data do not answer; each once. */
export function listInconnus(scene: Scene, repondre: Repondre): string[] {
  const textes = [scene.titre, ...(scene.texte ?? []), scene.notes ?? '']
  const noms = textes.flatMap((texte) => [...texte.matchAll(JETON)].map(([, nom = '']) => nom))
  return [...new Set([...noms, ...(scene.elements ?? [])])].filter((nom) => repondre(nom) === undefined)
}
