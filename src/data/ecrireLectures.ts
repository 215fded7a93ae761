import type { Lecture } from '../domain/texte/probleme'
import { markTexte, readBrut, type LecturesSures } from './lectureSure'

/**
 * What can be taken for read of files that have been checked: those with nothing to be told about them, with the mark
 * of their text (lectureSure.ts).
 * @param lues texts and what was made of them, by path
 */
export function keepLectures(
  lues: ReadonlyMap<string, { readonly texte: string; readonly lecture: Lecture<unknown> }>
): LecturesSures {
  return Object.fromEntries(
    [...lues].flatMap(
      ([
        chemin,
        {
          texte,
          lecture: { valeur, problemes }
        }
      ]) =>
        valeur === null || problemes.length > 0
          ? []
          : [[chemin, { empreinte: markTexte(texte), ...shorten(texte, valeur) }]]
    )
  )
}

/** Nothing where the value is what the JSON says as it stands, its field where it is one; else the value. */
function shorten(texte: string, valeur: unknown): { readonly champ?: string; readonly valeur?: unknown } {
  const voulu = JSON.stringify(valeur)
  const isVoulu = (brut: unknown) => JSON.stringify(brut) === voulu
  let brut: unknown
  try {
    brut = readBrut(texte)
  } catch {
    return { valeur }
  }
  if (isVoulu(brut)) return {}
  const champ = Object.entries(brut as Record<string, unknown>).find(([, contenu]) => isVoulu(contenu))?.[0]
  return champ === undefined ? { valeur } : { champ }
}
