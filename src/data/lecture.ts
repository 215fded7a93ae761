import { buildProbleme } from './constat'
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
    this.probleme = buildProbleme(fichier, { message })
  }
}

/** True when what was thrown says that there is no such file: no harm where the file is optional. */
export const isAbsent = (erreur: unknown): boolean => erreur instanceof ErreurDeLecture && erreur.absent

/** The problem behind anything thrown while a file was read. */
export function toProbleme(fichier: string, erreur: unknown): Probleme {
  if (erreur instanceof ErreurDeLecture) return erreur.probleme
  const detail = erreur instanceof Error ? erreur.message : String(erreur)
  return buildProbleme(fichier, { message: `Lecture impossible (${detail}).` })
}

/** Reads a file and makes something of its text. Never rejects: a file that cannot be had is a problem like another. */
export async function read<T>(
  lire: LireTexte,
  chemin: string,
  parse: (texte: string, fichier: string) => Lecture<T> | Promise<Lecture<T>>
): Promise<Lecture<T>> {
  try {
    return await parse(await lire(chemin), chemin.split('/').pop() ?? chemin)
  } catch (erreur) {
    return { valeur: null, problemes: [toProbleme(chemin, erreur)] }
  }
}

/** How long a server or a network may stay silent, before the answer or within it. Milliseconds. */
export const SILENCE_MAX_MS = 20_000

/**
 * A reader over HTTP, relative to the page. A file of which nothing comes any more is a file that could not be had: a
 * slow network is waited for, a silent one is not.
 * @param racine address that the paths are relative to, ending with '/'
 */
export function createLecteurHttp(racine: string): LireTexte {
  return async (chemin) => {
    const arret = new AbortController()
    let minuterie: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      clearTimeout(minuterie)
      minuterie = setTimeout(() => arret.abort(), SILENCE_MAX_MS)
    }
    const fail = (message: string, cause: unknown) => {
      const delai = `Le fichier n’a pas pu être chargé : aucune réponse depuis ${SILENCE_MAX_MS / 1000} secondes.`
      return new ErreurDeLecture(chemin, arret.signal.aborted ? delai : message, { cause })
    }
    try {
      wait()
      let reponse: Response
      try {
        reponse = await fetch(new URL(chemin, racine), { headers: { accept: '*/*' }, signal: arret.signal })
      } catch (cause) {
        throw fail('Le fichier n’a pas pu être chargé : le réseau ne répond pas.', cause)
      }
      if (!reponse.ok) {
        throw new ErreurDeLecture(
          chemin,
          `Le fichier n’a pas pu être chargé (réponse ${reponse.status} du serveur).`,
          { absent: reponse.status === 404 || reponse.status === 410 }
        )
      }
      try {
        return await readCorps(reponse, wait)
      } catch (cause) {
        throw fail('Le chargement du fichier a été interrompu.', cause)
      }
    } finally {
      clearTimeout(minuterie)
    }
  }
}

/** The text of an answer. `onmorceau` is called with each part that comes. */
async function readCorps(reponse: Response, onmorceau: () => void): Promise<string> {
  if (!reponse.body) return reponse.text()
  const decodeur = new TextDecoder()
  const lecteur = reponse.body.getReader()
  let texte = ''
  for (;;) {
    const { done, value } = await lecteur.read()
    if (done) return texte + decodeur.decode()
    onmorceau()
    texte += decodeur.decode(value, { stream: true })
  }
}
