import type { Lecture } from '../domain/texte/probleme'
import type * as analyseursDuModule from './analyseurs'
import { checkExport } from './charger'
import { nameOf } from './empreinte'
import { ErreurDeLecture, read, type LireTexte } from './lecture'

/**
 * What the build has read of the files that it ships, all of it without a word to say (src/app/prerendu.ts). A file
 * that is still that file, letter for letter, needs no second check, nor the program that does it; one that somebody has
 * replaced on the server is checked as an imported one is.
 */
export const CHEMIN_LECTURES = 'donnees/lectures.json'

/**
 * By path: the mark of the text, and what was made of it; without `valeur`, that is what stands in it as JSON, or one
 * field of that.
 */
export type LecturesSures = Readonly<
  Record<string, { readonly empreinte: string; readonly valeur?: unknown; readonly champ?: string }>
>

type Analyseurs = typeof analyseursDuModule

let analyseurs: Promise<Analyseurs> | null = null

/** For whoever cannot load a part of the program later: the build, and what runs outside of a browser. */
export function provideAnalyseurs(fournis: Analyseurs): void {
  analyseurs = Promise.resolve(fournis)
}

/**
 * What reads a file that was not checked before. Rejects with an {@link ErreurDeLecture} where it cannot be loaded, or
 * comes cut short; is then asked for again.
 * @param fichier what it is to read, as whoever is told of the failure knows it
 */
export function loadAnalyseurs(fichier: string): Promise<Analyseurs> {
  analyseurs ??= checkExport(import('./analyseurs'), 'parseGouvernances').catch((cause: unknown) => {
    analyseurs = null
    throw new ErreurDeLecture(
      fichier,
      'Ce qui vérifie ce fichier n’a pas pu être chargé : vérifier la connexion, puis recharger la page.',
      { cause }
    )
  })
  return analyseurs
}

let lectures: Promise<LecturesSures> = Promise.resolve({})

/** Takes what the build has read; where that cannot be had, all is checked here. */
export function readLecturesSures(lire: LireTexte): void {
  lectures = lire(CHEMIN_LECTURES)
    .then((texte) => (JSON.parse(texte) ?? {}) as LecturesSures)
    .catch(() => ({}))
}

/** The mark of a text, as the build writes it beside what it has read. */
export const markTexte = (texte: string) => `${texte.length} ${nameOf(texte)}`

/** What was read and checked in full, for the build to keep. */
let temoin: Map<string, { readonly texte: string; readonly lecture: Lecture<unknown> }> | null = null

/** Watches what {@link readSur} checks from now on. @returns the texts and what was made of them, by path */
export function watchLectures(): ReadonlyMap<string, { texte: string; lecture: Lecture<unknown> }> {
  return (temoin = new Map())
}

/** A JSON text as it stands, or one field of it; where its schema lies is of no use here. */
export function readBrut(texte: string, champ?: string): unknown {
  const { $schema, ...contenu } = JSON.parse(texte) as Record<string, unknown>
  void $schema
  return champ === undefined ? contenu : contenu[champ]
}

/** As {@link read}; what the build has read of the same text is taken for it. */
export function readSur<T>(
  lire: LireTexte,
  chemin: string,
  parse: (texte: string, fichier: string) => Promise<Lecture<T>>
): Promise<Lecture<T>> {
  return read(lire, chemin, async (texte, fichier) => {
    const sure = (await lectures)[chemin]
    if (sure?.empreinte !== markTexte(texte)) {
      const lecture = await parse(texte, fichier)
      temoin?.set(chemin, { texte, lecture })
      return lecture
    }
    return { valeur: (sure.valeur ?? readBrut(texte, sure.champ)) as T, problemes: [] }
  })
}
