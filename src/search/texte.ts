/** Finds names by what is typed of them, letter for letter: no library is needed, and none is as quick. */
import { DANS_UN_MOT, DEBUT_DE_MOT, DEBUT_DE_NOM, type IndexLieux } from './indexer'

/** Which ranks may be answered. */
export type Tamis = (rang: number) => boolean

export interface Trouvailles {
  /** The whole name is typed. */
  readonly exacts: readonly number[]
  /** The whole name but for 'Le', 'La', 'CA de'… */
  readonly exactsSansTete: readonly number[]
  /** The name begins so, with or without its head. */
  readonly debuts: readonly number[]
  /** A further word of the name begins so. */
  readonly mots: readonly number[]
}

/** Rank of the place whose name holds this position. */
export function findRang(positions: Int32Array, position: number): number {
  let debut = 0
  let fin = positions.length - 1
  while (debut < fin) {
    const milieu = (debut + fin + 1) >> 1
    if ((positions[milieu] ?? Infinity) <= position) debut = milieu
    else fin = milieu - 1
  }
  return debut
}

/**
 * Ranks whose name holds the letters at the beginning of a word, best weight first, each once.
 * @param lettres normalised, without spaces, not empty
 * @param limite at most so many of each kind
 */
export function scanNoms(index: IndexLieux, lettres: string, accepte: Tamis, limite: number): Trouvailles {
  const { texte, marques, positions } = index
  const exacts: number[] = []
  const exactsSansTete: number[] = []
  const debuts: number[] = []
  const mots: number[] = []
  let rang = 0
  let dernier = -1
  for (let p = texte.indexOf(lettres, 1); p >= 0; p = texte.indexOf(lettres, p + 1)) {
    const marque = marques[p]
    if (marque === DANS_UN_MOT) continue
    while ((positions[rang + 1] ?? Infinity) <= p) rang++
    const isEntier = texte[p + lettres.length] === '\n'
    // A name can match at several of its words; the first is the best, unless a later one ends it ('Le Pin-au-Pin').
    if (rang === dernier && !(isEntier && marque === DEBUT_DE_NOM)) continue
    const sorte =
      marque === DEBUT_DE_MOT ? mots : !isEntier ? debuts : p === positions[rang] ? exacts : exactsSansTete
    if (sorte.length >= limite || !accepte(rang)) continue
    sorte.push(rang)
    dernier = rang
  }
  return { exacts, exactsSansTete, debuts, mots }
}

/** Words that thousands of names share. */
const FREQUENTS = new Set(['saint', 'sainte', 'communaute', 'grand', 'pays'])

/**
 * Ranks of which every typed word begins a word, in any order: 'bourg bresse' finds Bourg-en-Bresse.
 * @param typed normalised words, at least two
 */
export function scanMots(
  index: IndexLieux,
  typed: readonly string[],
  accepte: Tamis,
  limite: number
): number[] {
  const { texte, marques, positions, noms } = index
  const longueur = (mot: string) => (FREQUENTS.has(mot) ? 1 : mot.length)
  const rare = typed.reduce((a, b) => (longueur(b) > longueur(a) ? b : a))
  const autres = typed.filter((mot) => mot !== rare)
  const hasMot = (nom: string, mot: string) => nom.startsWith(mot) || nom.includes(` ${mot}`)
  const trouves: number[] = []
  let rang = 0
  for (let p = texte.indexOf(rare, 1); p >= 0 && trouves.length < limite; p = texte.indexOf(rare, p + 1)) {
    if (marques[p] === DANS_UN_MOT) continue
    while ((positions[rang + 1] ?? Infinity) <= p) rang++
    const nom = noms[rang] ?? ''
    if (trouves.at(-1) !== rang && autres.every((mot) => hasMot(nom, mot)) && accepte(rang))
      trouves.push(rang)
  }
  return trouves
}
