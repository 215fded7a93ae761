import type { ChiffresLus } from '../../domain/chiffres/chiffres'
import { quote } from '../../domain/texte/francais'
import type { Lecture, Probleme } from '../../domain/texte/probleme'
import type { Territoire } from '../../domain/territoire/territoire'
import { takeExport } from '../charger'
import { parseChiffres } from '../chiffres'
import { buildProbleme } from '../constat'
import { parseGouvernances, parseTableGouvernances } from '../gouvernances'
import { decodeTexte, ENCODAGE_INCONNU } from './encodage'
import { ErreurImport } from './erreur'
import { checkFichier, findNature } from './nature'
import type { ClasseurLu } from './xlsx'

/** One file as it was handed over. */
export interface FichierRecu {
  readonly nom: string
  readonly octets: Uint8Array
}

/** What was read, and every problem of all files, in their order. Errors and a value can stand together. */
export interface LectureImport {
  /** The territories of all sound rows; null when no file of governances could be read. */
  readonly territoires: readonly Territoire[] | null
  /** Name of the file and how it was read: 'UTF-8', 'Excel'… */
  readonly fichier: string | null
  readonly format: string | null
  /** The sheets of a workbook that could be meant, and the one that was read; null where somebody has to say which. */
  readonly feuilles: { readonly lue: string | null; readonly possibles: readonly string[] } | null
  /** chiffres.json as text, when one was handed over and can be read. */
  readonly chiffres: { readonly texte: string; readonly valeur: ChiffresLus } | null
  readonly problemes: readonly Probleme[]
}

/** What is known of an import of which nothing could be read, for the given reasons. */
export const readNothing = (problemes: readonly Probleme[]): LectureImport => ({
  territoires: null,
  fichier: null,
  format: null,
  feuilles: null,
  chiffres: null,
  problemes
})

/** Where reading is; French, to be shown. */
export type Etape = (etape: string) => void

/**
 * Reads the files of an import: gouvernances as CSV or XLSX, and chiffres.json if there is one. Never rejects: what is
 * wrong with a file is among the problems.
 * @param feuille name of the sheet to be read in a workbook; null for the one that is meant
 */
export async function readImport(
  fichiers: readonly FichierRecu[],
  etape: Etape = () => undefined,
  feuille: string | null = null
): Promise<LectureImport> {
  let lecture = readNothing([])
  for (const { nom, octets } of fichiers) {
    etape(`Lecture de ${nom}`)
    try {
      checkFichier(nom, octets.length)
      lecture = merge(lecture, nom, await readFichier(nom, octets, etape, feuille))
    } catch (erreur) {
      lecture = { ...lecture, problemes: [...lecture.problemes, tell(nom, erreur)] }
    }
  }
  return lecture
}

type FichierLu =
  | {
      genre: 'gouvernances'
      format: string
      feuilles: LectureImport['feuilles']
      lecture: Lecture<readonly Territoire[]>
    }
  | { genre: 'chiffres'; texte: string; lecture: Lecture<ChiffresLus> }

/** @throws {ErreurImport} when the file is of no kind that can be read */
async function readFichier(
  nom: string,
  octets: Uint8Array,
  etape: Etape,
  voulue: string | null
): Promise<FichierLu> {
  if (findNature(octets) === 'xlsx') {
    const readXlsx = await takeExport(import('./xlsx'), 'readXlsx')
    const { feuille, possibles } = readXlsx(octets, voulue)
    etape(`Vérification de ${nom}`)
    return {
      genre: 'gouvernances',
      format: 'classeur Excel',
      feuilles: { lue: feuille?.nom ?? null, possibles },
      lecture: feuille ? parseFeuille(feuille, nom) : { valeur: null, problemes: [] }
    }
  }
  const { texte, encodage, doute } = decodeTexte(octets)
  etape(`Vérification de ${nom}`)
  if (/\.json$/i.test(nom) || /^\s*\{/.test(texte.slice(0, 1000))) {
    return { genre: 'chiffres', texte, lecture: parseChiffres(texte, { fichier: nom, max: Infinity }) }
  }
  const { valeur, problemes } = parseGouvernances(texte, nom)
  const sure = encodage === 'UTF-8' || problemes.filter(isNomAbime).length < NOMS_ABIMES
  const reserve = sure ? doute : ENCODAGE_INCONNU
  const doutes = reserve === null ? [] : [buildProbleme(nom, reserve)]
  return {
    genre: 'gouvernances',
    format: `texte ${encodage}`,
    feuilles: null,
    lecture: { valeur, problemes: [...doutes, ...problemes] }
  }
}

function parseFeuille(
  { nom, masquee, enregistrements, arret }: NonNullable<ClasseurLu['feuille']>,
  fichier: string
): Lecture<readonly Territoire[]> {
  const { valeur, problemes } = parseTableGouvernances(enregistrements, fichier, arret)
  const message = `La feuille ${quote(nom)}, qui est lue, est masquée dans le classeur.`
  return {
    valeur,
    problemes: [
      ...(masquee ? [buildProbleme(fichier, { message, gravite: 'avertissement' })] : []),
      ...problemes
    ]
  }
}

/** So many names that lost their accents are no spelling mistakes. */
const NOMS_ABIMES = 3
const isNomAbime = ({ champ, valeur }: Probleme) => champ === 'nom' && /[\u0080-\uFFFF]/.test(valeur ?? '')

function merge(avant: LectureImport, nom: string, lu: FichierLu): LectureImport {
  const double = lu.genre === 'gouvernances' ? avant.fichier !== null : avant.chiffres !== null
  if (double) {
    const message = `Un autre fichier de ${lu.genre} a déjà été donné : n’en choisir qu’un.`
    return { ...avant, problemes: [...avant.problemes, buildProbleme(nom, { message })] }
  }
  const problemes = [...avant.problemes, ...lu.lecture.problemes]
  if (lu.genre === 'gouvernances')
    return {
      ...avant,
      problemes,
      territoires: lu.lecture.valeur,
      fichier: nom,
      format: lu.format,
      feuilles: lu.feuilles
    }
  const { valeur } = lu.lecture
  return { ...avant, problemes, chiffres: valeur && { texte: lu.texte, valeur } }
}

/** The problem behind anything thrown: an error that is not ours is told without its inner words. */
export function tell(fichier: string, erreur: unknown): Probleme {
  return buildProbleme(fichier, {
    message:
      erreur instanceof ErreurImport
        ? erreur.message
        : 'Le fichier n’a pas pu être lu : l’enregistrer à nouveau en « CSV UTF-8 », puis recommencer.'
  })
}
