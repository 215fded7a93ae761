/** What is wrong in a data file, where, and how bad it is. Lines and columns count from 1. */
export interface Probleme {
  readonly fichier: string
  readonly ligne: number | null
  readonly colonne: number | null
  readonly champ?: string
  /** The offending value, as it stands in the file. */
  readonly valeur?: string
  /** A French sentence: what is wrong and how to mend it. */
  readonly message: string
  readonly gravite: 'erreur' | 'avertissement'
}

/** The result of reading a file: what could be kept (null when nothing could), and every problem found. */
export interface Lecture<T> {
  readonly valeur: T | null
  readonly problemes: readonly Probleme[]
}

/** 'gouvernances.csv, ligne 12, colonne 3 : …' */
export function formatProbleme({ fichier, ligne, colonne, message }: Probleme): string {
  const lieu = [fichier, ligne !== null && `ligne ${ligne}`, colonne !== null && `colonne ${colonne}`]
  return `${lieu.filter(Boolean).join(', ')}\u00A0: ${message}`
}
