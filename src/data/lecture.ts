import type { Lecture, Probleme } from '../domain/texte/probleme'

/** Reads one file as text. Rejects with {@link ErreurDeLecture}, and with nothing else. */
export type LireTexte = (chemin: string) => Promise<string>

/** A file that could not be had at all: no network, no such file, no right to read it. */
export class ErreurDeLecture extends Error {
  readonly probleme: Probleme
  /** True where it is sure that there is no such file; false where it just could not be had. */
  readonly absent: boolean
  constructor(fichier: string, message: string, options: ErrorOptions & { absent?: boolean } = {}) {
    super(message, options)
    this.name = 'ErreurDeLecture'
    this.absent = options.absent ?? false
    this.probleme = { fichier, ligne: null, colonne: null, message, gravite: 'erreur' }
  }
}

/** True when what was thrown says that there is no such file: no harm where the file is optional. */
export const isAbsent = (erreur: unknown): boolean => erreur instanceof ErreurDeLecture && erreur.absent

/** The problem behind anything thrown while a file was read. */
export function toProbleme(fichier: string, erreur: unknown): Probleme {
  if (erreur instanceof ErreurDeLecture) return erreur.probleme
  const detail = erreur instanceof Error ? erreur.message : String(erreur)
  return {
    fichier,
    ligne: null,
    colonne: null,
    message: `Lecture impossible (${detail}).`,
    gravite: 'erreur'
  }
}

/** Reads a file and makes something of its text. Never rejects: a file that cannot be had is a problem like another. */
export async function read<T>(
  lire: LireTexte,
  chemin: string,
  parse: (texte: string, fichier: string) => Lecture<T>
): Promise<Lecture<T>> {
  try {
    return parse(await lire(chemin), chemin.split('/').pop() ?? chemin)
  } catch (erreur) {
    return { valeur: null, problemes: [toProbleme(chemin, erreur)] }
  }
}

/**
 * A reader over HTTP, relative to the page.
 * @param racine address that the paths are relative to, ending with '/'
 */
export function createLecteurHttp(racine: string): LireTexte {
  return async (chemin) => {
    let reponse: Response
    try {
      reponse = await fetch(new URL(chemin, racine), { headers: { accept: '*/*' } })
    } catch (cause) {
      throw new ErreurDeLecture(chemin, 'Le fichier n’a pas pu être chargé : le réseau ne répond pas.', {
        cause
      })
    }
    if (!reponse.ok) {
      throw new ErreurDeLecture(
        chemin,
        `Le fichier n’a pas pu être chargé (réponse ${reponse.status} du serveur).`,
        { absent: reponse.status === 404 || reponse.status === 410 }
      )
    }
    try {
      return await reponse.text()
    } catch (cause) {
      throw new ErreurDeLecture(chemin, 'Le chargement du fichier a été interrompu.', { cause })
    }
  }
}
