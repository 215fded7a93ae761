import type { Lieux } from '../search/lieux.svelte'
import type { Vue } from '../state/vue'

/** What is missing of a view whose link names places only: the territory of the last one. */
export function completeVue({ lieu, territoire, region }: Vue, lieux: Pick<Lieux, 'resolve'>): Partial<Vue> {
  const cle = lieu.at(-1)
  const sien = cle === undefined ? undefined : lieux.resolve(cle)?.territoires[0]
  return territoire === null && region === null && sien ? { territoire: sien, lieu } : {}
}
