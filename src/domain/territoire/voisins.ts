import { neighbors } from 'topojson-client'
import frontieres from './frontieres.json' with { type: 'json' }
import type { TopologieTerritoires } from './topologie'

/**
 * Borders that are shorter than the accuracy of Natural Earth's outlines, and so are none there.
 * Source: IGN, ADMIN EXPRESS, whose outlines have both (`npm run geo -- --source …`); with them the list adds nothing.
 */
export const FRONTIERES_COURTES: readonly {
  /** Two territories. */
  readonly codes: readonly string[]
  readonly ou: string
}[] = frontieres

/**
 * The neighbours of each territory: those that share at least one arc of border with it, a common point not being one,
 * or one of {@link FRONTIERES_COURTES}. Every territory has an entry, empty for an island; codes within an entry are
 * sorted, each once.
 */
export function computeVoisins(topologie: TopologieTerritoires): Map<string, string[]> {
  const { geometries } = topologie.objects.territoires
  const codes = geometries.map(({ id }) => String(id))
  const parArc = neighbors(geometries)
  return new Map(
    codes.map((code, i) => {
      const siens = new Set(parArc[i]?.flatMap((rang) => codes[rang] ?? []))
      for (const { codes: paire } of FRONTIERES_COURTES) {
        const autre = paire.find((autre) => autre !== code)
        if (paire.includes(code) && autre !== undefined && codes.includes(autre)) siens.add(autre)
      }
      return [code, [...siens].sort()]
    })
  )
}
