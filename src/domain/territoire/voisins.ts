import { neighbors } from 'topojson-client'
import type { TopologieTerritoires } from './topologie'

/**
 * The neighbours of each territory: those that share at least one arc of border with it, a common point not being one.
 * Every territory has an entry, empty for an island; codes within an entry are sorted.
 * Source: the outlines themselves, so a border shorter than their accuracy (a few hundred metres) can be missing.
 */
export function computeVoisins(topologie: TopologieTerritoires): Map<string, string[]> {
  const { geometries } = topologie.objects.territoires
  const codes = geometries.map(({ id }) => String(id))
  const voisins = neighbors(geometries).map((indices) => indices.flatMap((i) => codes[i] ?? []).sort())
  return new Map(codes.map((code, i) => [code, voisins[i] ?? []]))
}
