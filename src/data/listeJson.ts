import type { Schema } from '@cfworker/json-schema'
import type { Lecture, Probleme } from '../domain/texte/probleme'
import { buildProbleme } from './constat'
import { findEnfant, parseJson } from './json'
import { createControle, type EcartSchema } from './jsonSchema'

/** Reads the text of a file; never throws. */
export type LectureListe<T> = (texte: string, fichier: string) => Lecture<readonly T[]>

/**
 * A reader of the small files that hold one list: `{ "nom": [ … ] }`. Items that break their schema are left out and
 * told with line and column; a text that is no JSON, or holds no such list, gives no list at all.
 * @param nom name of the list in the document; what else stands there is for people
 * @param element JSON Schema of one item; its descriptions end the sentences about what breaks it
 */
export function createLecteurListe<T>(nom: string, element: Schema): LectureListe<T> {
  const check = createControle({
    type: 'object',
    required: [nom],
    properties: { [nom]: { type: 'array', items: element } }
  })
  return (texte, fichier) => {
    const document = parseJson(texte)
    const { racine, erreurs, locate } = document
    const build = (constat: Pick<EcartSchema, 'offset' | 'message'>): Probleme =>
      buildProbleme(fichier, { ...locate(constat.offset), ...constat })
    // After an error of syntax, what follows may be in the wrong place: a shorter list must not pass for the list.
    if (erreurs.length > 0 || !racine) return { valeur: null, problemes: erreurs.map(build) }
    const contenu = JSON.parse(document.texte) as Record<string, T[]>
    const ecarts = [...check(contenu, racine, document.texte)].sort((a, b) => a.offset - b.offset)
    const problemes = ecarts.map(build)
    if (findEnfant(racine, nom)?.valeur?.type !== 'array') return { valeur: null, problemes }
    const fautifs = new Set(ecarts.map(({ chemin }) => Number(chemin[1])))
    return { valeur: (contenu[nom] ?? []).filter((_, index) => !fautifs.has(index)), problemes }
  }
}
