import { findTerritoireRef, nameRegion } from '../domain/territoire/referentiel'
import { answerTerritoire } from '../domain/texte/reponse'
import type { Atlas } from '../state/atlas.svelte'

/** What the first picture says of a territory that is chosen before the program is there: name, region, answer. */
export type PremiereReponse = readonly [nom: string, region: string, reponse: string]

/**
 * The answer about each territory, as data in the page beside its first picture: index.html shows the one that is asked
 * for. In the words of the sheet, from the same rows as the picture's colours.
 * @returns a `<script>` that is no program
 */
export function writePremieresReponses(atlas: Pick<Atlas, 'territoires'>): string {
  const reponses = Object.fromEntries(
    atlas.territoires.map((territoire): [string, PremiereReponse] => {
      const ref = findTerritoireRef(territoire.code)
      const region = nameRegion({ region: ref?.region ?? null })
      return [territoire.code, [ref?.nom ?? territoire.nom, region, answerTerritoire(territoire)]]
    })
  )
  // A name from a data file must not end the element.
  const json = JSON.stringify(reponses).replaceAll('<', '\\u003c')
  return `<script type="application/json" id="fne-reponses">${json}</script>`
}
