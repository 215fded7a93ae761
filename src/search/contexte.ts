/** 'saint denis réunion': the last words may name the department or the region where to look. */
import type { IndexLieux } from './indexer'
import { getLieu, toDepartement } from './repertoire'
import type { Tamis } from './texte'

/** A territory of this many letters at least: 'd' or 'la' would stand for half of them. */
const LETTRES_MIN = 3
/** 'La Réunion' is also 'Réunion'. */
const ARTICLE = /^(?:le|la|les|l)(?=.)/

/** Departments of the territories whose name begins so; empty when none does. */
function listDepartements({ territoires }: IndexLieux, lettres: string): Set<string> {
  if (lettres.length < LETTRES_MIN) return new Set()
  return new Set(
    territoires
      .filter(
        (territoire) =>
          territoire.lettres.startsWith(lettres) ||
          territoire.lettres.replace(ARTICLE, '').startsWith(lettres)
      )
      .flatMap(({ lieu }) => lieu.departements)
  )
}

function createTamis({ repertoire, numeros }: IndexLieux, voulus: Set<string>): Tamis {
  const { communes, territoires } = repertoire
  return (rang) => {
    const numero = numeros[rang] ?? 0
    const ligne = numero - territoires.length
    const code = communes.codes[ligne]
    // A part of a commune lies where its commune does, whatever its code says.
    if (code && !communes.rattachements[ligne]) return voulus.has(toDepartement(code))
    return getLieu(repertoire, numero).departements.some((departement) => voulus.has(departement))
  }
}

export interface Contexte {
  /** The words that are left to name the place. */
  readonly mots: readonly string[]
  readonly tamis: Tamis
}

/** Every way to read the last words as a territory, the longest name of a place first. */
export function listContextes(index: IndexLieux, mots: readonly string[]): Contexte[] {
  const contextes: Contexte[] = []
  for (let coupe = mots.length - 1; coupe > 0; coupe--) {
    const departements = listDepartements(index, mots.slice(coupe).join(''))
    if (departements.size > 0)
      contextes.push({ mots: mots.slice(0, coupe), tamis: createTamis(index, departements) })
  }
  return contextes
}
