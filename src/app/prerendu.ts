import { render } from 'svelte/server'
import type { LireTexte } from '../data/lecture'
import { moveStyles } from '../data/stylesDePage'
import { Atlas } from '../state/atlas.svelte'
import Application from './Application.svelte'

export { embedFichiers, fillPremiere, splitSquelette, SQUELETTE } from '../data/page'

/**
 * The default view as HTML, and the rules that its elements need, for whoever makes a page: the build, and the app itself with other data (data/page.ts).
 * @throws Error when the shipped data have a problem: a broken first page is not to be shipped
 */
export async function renderPremiereVue(lire: LireTexte): Promise<{ html: string; css: string }> {
  const atlas = new Atlas(lire)
  await atlas.load()
  const [premier] = atlas.problemes
  if (premier) throw new Error(`${premier.fichier}, ligne ${premier.ligne ?? '?'} : ${premier.message}`)
  const { body } = render(Application, { props: { atlas, lire } })
  // Its comments tell hydration what is where.
  return moveStyles(body)
}
