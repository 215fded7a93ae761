import type { Lecture } from '../domain/texte/probleme'
import { buildProbleme } from './constat'
import { parseJson } from './json'
import { buildContours, type Contours } from './topologie'

/**
 * Reads territoires.topo.json.
 * @returns as {@link buildContours}; where the text is no JSON, what is wrong with it; never throws
 */
export function parseTopologie(texte: string, fichier: string): Lecture<Contours> {
  let contenu: unknown
  try {
    contenu = JSON.parse(texte)
  } catch {
    const [erreur] = parseJson(texte).erreurs
    const message = `Le fichier des contours ne peut pas être lu.${erreur ? ` ${erreur.message}` : ''}`
    const place = erreur && { ligne: erreur.ligne, colonne: erreur.colonne }
    return { valeur: null, problemes: [buildProbleme(fichier, { ...place, message })] }
  }
  return buildContours(contenu, fichier)
}
