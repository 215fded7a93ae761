import { render } from 'svelte/server'
import * as analyseurs from '../data/analyseurs'
import { keepLectures } from '../data/ecrireLectures'
import type { LireTexte } from '../data/lecture'
import { provideAnalyseurs, watchLectures, type LecturesSures } from '../data/lectureSure'
import { moveStyles } from '../data/stylesDePage'
import { Atlas } from '../state/atlas.svelte'
import { PREFIXE_IMAGE } from '../ui/ilots/ilots'
import Application from './Application.svelte'
import { writePremieresReponses } from './premieresReponses'

export { embedFichiers, fillPremiere, splitSquelette, SQUELETTE } from '../data/page'

/**
 * The default view as HTML, and the rules that its elements need, for whoever makes a page: the build, and the app itself with other data (data/page.ts).
 * @returns also what was read of the files that it is made of, for the page not to check it again
 * @throws Error when the shipped data have a problem: a broken first page is not to be shipped
 */
export async function renderPremiereVue(
  lire: LireTexte
): Promise<{ html: string; css: string; lectures: LecturesSures }> {
  provideAnalyseurs(analyseurs)
  const lues = watchLectures()
  const atlas = new Atlas(lire)
  await atlas.load()
  const [premier] = atlas.problemes
  if (premier) throw new Error(`${premier.fichier}, ligne ${premier.ligne ?? '?'} : ${premier.message}`)
  const { body } = render(Application, { props: { atlas, lire }, idPrefix: PREFIXE_IMAGE })
  // Its comments tell hydration what is where.
  const { html, css } = moveStyles(body)
  return { html: html + writePremieresReponses(atlas), css, lectures: keepLectures(lues) }
}
