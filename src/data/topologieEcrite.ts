import type { Lecture } from '../domain/texte/probleme'
import { buildProbleme } from './constat'
import { parseJson } from './json'
import type { Contours } from './topologie'

/** What is wrong with a territoires.topo.json that is no JSON, and where: the browser does not say. */
export function explainTopologie(texte: string, fichier: string): Lecture<Contours> {
  const [erreur] = parseJson(texte).erreurs
  const message = `Le fichier des contours ne peut pas être lu.${erreur ? ` ${erreur.message}` : ''}`
  const place = erreur && { ligne: erreur.ligne, colonne: erreur.colonne }
  return { valeur: null, problemes: [buildProbleme(fichier, { ...place, message })] }
}
