import type { Territoire } from '../../domain/territoire/territoire'
import type { VueCarte } from '../../domain/vue/vocabulaire'
import type { ClasseLegende } from './classes'
import type { Apparence, Palette } from './palette'
import { computeApparences, DEFINITIONS_VUES, listClasses, listNotes } from './vues'

/** What a view of the map shows: the look of each territory, its legend, and the key to its signs. */
export interface AspectVue {
  readonly apparences: ReadonlyMap<string, Apparence>
  /** What the classes are about, where it is not the view. */
  readonly titre: string | null
  readonly classes: readonly ClasseLegende[]
  readonly notes: readonly string[]
}

interface Sujet {
  /** The territories that have an outline. */
  readonly contours: readonly { readonly id: string }[]
  readonly territoires: readonly Territoire[]
  readonly parCode: ReadonlyMap<string, Territoire>
  readonly palette: Palette
}

/** Reads the same data in any view, in each of them once: whoever goes back and forth between two waits for neither. */
export function createAspects({
  contours,
  territoires,
  parCode,
  palette
}: Sujet): (vue: VueCarte) => AspectVue {
  const aspects = new Map<VueCarte, AspectVue>()
  return (vue) => {
    const connue = aspects.get(vue)
    if (connue) return connue
    const apparences = computeApparences(contours, parCode, vue, palette)
    const aspect = {
      apparences,
      titre: DEFINITIONS_VUES[vue].titreLegende,
      classes: listClasses(vue, territoires, palette),
      notes: listNotes(vue, apparences.values())
    }
    aspects.set(vue, aspect)
    return aspect
  }
}
