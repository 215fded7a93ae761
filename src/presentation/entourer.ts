import type { Atlas } from '../state/atlas.svelte'
import type { Diaporama } from './diaporama.svelte'
import type { Main } from './mainOrateur.svelte'

/**
 * Circles the territory in focus: the one under the pointer, else the one whose facts are open, else the scene's. Where
 * there is none, or it is circled already, the circle goes.
 */
export function circle(
  main: Pick<Main, 'toggleCercle'>,
  { question, scene }: Pick<Diaporama, 'question' | 'scene'>,
  { survol }: Pick<Atlas, 'survol'>
): void {
  const ouvert = question?.type === 'territoire' ? question.code : null
  main.toggleCercle(survol ?? ouvert ?? scene?.territoire ?? null)
}
