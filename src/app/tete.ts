import type { FicheLieu } from '../domain/territoire/lieu'
import type { Lieux } from '../search/lieux.svelte'
import type { Vue } from '../state/vue'

/**
 * The place that heads the sheet in view: the last one that the link names in the chosen territory; where none is
 * chosen, the last one if it lies in no territory, for then it stands alone.
 * @returns undefined where there is none, and until the places are there
 */
export function findTete(
  { lieu, territoire }: Pick<Vue, 'lieu' | 'territoire'>,
  lieux: Pick<Lieux, 'resolve'>
): FicheLieu | undefined {
  // A department is the territory itself: it needs no other head.
  const fiches = lieu
    .flatMap((cle) => lieux.resolve(cle) ?? [])
    .filter((fiche) => fiche.lieu.type !== 'departement')
  if (territoire === null) return fiches.at(-1)?.territoires.length === 0 ? fiches.at(-1) : undefined
  return fiches.findLast(({ territoires }) => territoires.includes(territoire))
}
