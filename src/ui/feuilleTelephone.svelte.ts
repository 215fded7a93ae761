import { MediaQuery } from 'svelte/reactivity'

/** Where the sheet of a telephone rests: its first lines, half of the map, all of it. */
const REPOS = ['apercu', 'moitie', 'plein'] as const
export type Repos = (typeof REPOS)[number]

/** True where the map has the whole width and the panel lies over or below it; mise-en-page.css has it too. */
export const etroite = new MediaQuery('(max-width: 47.99em)', false)

/** The rest one higher (1) or lower (-1), as far as there is one. */
export function moveRepos(repos: Repos, sens: 1 | -1): Repos {
  return REPOS[REPOS.indexOf(repos) + sens] ?? repos
}

/** The next rest of a tap: up to the top, then down again. */
export function nextRepos(repos: Repos): Repos {
  return REPOS[(REPOS.indexOf(repos) + 1) % REPOS.length] ?? 'apercu'
}

/**
 * The rest at which a sheet that is let go comes to lie.
 * @param hauteurs height of each rest, in CSS pixels
 * @param lance pixels a millisecond when it was let go, upwards positive: a flick goes on to the next rest
 */
export function settleRepos(
  hauteur: number,
  hauteurs: Readonly<Record<Repos, number>>,
  lance: number
): Repos {
  const LANCE = 0.5
  if (lance > LANCE) return REPOS.find((repos) => hauteurs[repos] > hauteur) ?? 'plein'
  if (lance < -LANCE) return REPOS.findLast((repos) => hauteurs[repos] < hauteur) ?? 'apercu'
  return REPOS.reduce((a, b) => (Math.abs(hauteurs[b] - hauteur) < Math.abs(hauteurs[a] - hauteur) ? b : a))
}

/** The panel of a telephone as a sheet over the map: who changes what the map shows may lower it. */
class Feuille {
  /** In lower windows the page scrolls instead: a sheet would leave nothing of the map. */
  readonly #media = new MediaQuery('(max-width: 47.99em) and (min-height: 30em)', false)
  repos = $state<Repos>('apercu')

  /** True where the panel is a sheet. */
  get active(): boolean {
    return this.#media.current
  }
}

export const feuille = new Feuille()
