import type { Lieux } from '../search/lieux.svelte'
import type { Vue } from '../state/vue'

/**
 * What a link that names places leaves to be found: the territory of the last one where it names none, and the commune
 * that a postal code is of. Where places are kept as marks, a closed sheet is part of the view.
 */
export function completeTerritoire(
  { lieu: cles, territoire, region, animation }: Pick<Vue, 'lieu' | 'territoire' | 'region' | 'animation'>,
  lieux: Pick<Lieux, 'resolve'>
): Partial<Vue> {
  const lieu = [...new Set(cles.map((cle) => lieux.resolve(cle)?.lieu.cle ?? cle))]
  const trouves = lieu.join() === cles.join() ? {} : { lieu }
  const dernier = lieu.at(-1)
  const sien = dernier === undefined ? undefined : lieux.resolve(dernier)?.territoires[0]
  if (animation.includes('lieux')) return trouves
  return territoire === null && region === null && sien ? { territoire: sien, lieu } : trouves
}
