import { matchFiltres } from '../../domain/vue/filtres'
import type { Contenu, Scene } from '../../domain/vue/scene'
import type { Territoire } from '../../domain/territoire/territoire'
import type { ClasseLegende } from './classes'

/** Contents whose list says what the colours of the map are: no legend repeats it. */
const LISTES: ReadonlySet<Contenu> = new Set(['coporteurs', 'feuilles-de-route'])

/** True where the list of a scene is the legend of its map. */
export const isLegende = ({ contenu }: Scene) => contenu !== undefined && LISTES.has(contenu)

/** Of the classes of the map, those that are still in colour where the scene filters it. */
export function keepClasses(
  classes: readonly ClasseLegende[],
  { filtre = [] }: Scene,
  territoires: readonly Territoire[]
): readonly ClasseLegende[] {
  if (filtre.length === 0) return classes
  const restes = territoires.filter((territoire) => matchFiltres(territoire, filtre))
  return classes.filter((classe) => restes.some((territoire) => matchFiltres(territoire, classe.filtres)))
}
