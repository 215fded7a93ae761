import { typographier } from '../domain/texte/francais'
import type { Probleme } from '../domain/texte/probleme'

/** What a reader has found, before it is told of which file. */
export interface Constat {
  readonly ligne?: number
  readonly colonne?: number
  /** Names and indices that lead to the place: ['objectifs', 'liste', '2', 'valeur']. */
  readonly chemin?: readonly string[]
  /** Name of a column, as it is written; for a table, in place of `chemin`. */
  readonly champ?: string
  readonly valeur?: string
  readonly message: string
  /** An error where left out. */
  readonly gravite?: Probleme['gravite']
}

/** The problem of a file, with French typography, and the place as its author would name it: 'objectifs.liste[2].valeur'. */
export function buildProbleme(
  fichier: string,
  { ligne, colonne, chemin, champ, valeur, message, gravite }: Constat
): Probleme {
  return {
    fichier,
    ligne: ligne ?? null,
    colonne: colonne ?? null,
    ...(chemin?.length ? { champ: chemin.join('.').replace(/\.(\d+)(?=\.|$)/g, '[$1]') } : {}),
    ...(champ === undefined ? {} : { champ }),
    ...(valeur === undefined ? {} : { valeur }),
    message: typographier(message),
    gravite: gravite ?? 'erreur'
  }
}
