import { formatNombre } from '../../domain/texte/francais'
import { ErreurImport } from './erreur'

/** Bytes; a full file of governances has some 10,000, as a workbook 20,000. */
export const TAILLE_MAX = 20 * 1024 * 1024

/** Anything larger is read off the main thread. */
export const TAILLE_FIL_PRINCIPAL = 1024 * 1024

const ANCIEN_EXCEL =
  'C’est un classeur de l’ancien format Excel (.xls) : l’enregistrer en « Classeur Excel (.xlsx) » ou en « CSV UTF-8 ».'
/** By the end of the name; a map, as a file can be named 'a.constructor'. */
const REFUS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    xls: ANCIEN_EXCEL,
    xlsb: 'C’est un classeur Excel binaire (.xlsb) : l’enregistrer en « Classeur Excel (.xlsx) » ou en « CSV UTF-8 ».',
    ods: 'C’est un classeur OpenDocument (.ods) : l’enregistrer en « Classeur Excel (.xlsx) » ou en CSV.'
  })
)

/**
 * What can be said of a file before a byte of it is read.
 * @throws {ErreurImport} when it is empty, too large, or of a kind that cannot be read
 */
export function checkFichier(nom: string, taille: number): void {
  if (taille === 0) throw new ErreurImport('Le fichier est vide.')
  const extension = /\.([^.]+)$/.exec(nom)?.[1]?.toLowerCase() ?? ''
  const refus = REFUS.get(extension)
  if (refus) throw new ErreurImport(refus)
  if (taille > TAILLE_MAX) {
    throw new ErreurImport(
      `Le fichier est trop gros : ${formatNombre(Math.ceil(taille / 1024 / 1024))} Mo, pour ${formatNombre(TAILLE_MAX / 1024 / 1024)} Mo au plus. Un fichier complet en fait moins de 1.`
    )
  }
}

export type NatureDeFichier = 'texte' | 'xlsx'

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'C’est un document PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'C’est une image'],
  [[0xff, 0xd8, 0xff], 'C’est une image'],
  [[0x47, 0x49, 0x46, 0x38], 'C’est une image'],
  [[0x1f, 0x8b], 'C’est une archive compressée'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'C’est une archive compressée'],
  [[0x52, 0x61, 0x72, 0x21], 'C’est une archive compressée'],
  [[0x7f, 0x45, 0x4c, 0x46], 'C’est un programme'],
  [[0x4d, 0x5a, 0x90, 0x00], 'C’est un programme']
]
const ATTENDU = 'choisir un fichier .csv, .xlsx ou .json.'

const startsWith = (octets: Uint8Array, debut: readonly number[]) =>
  debut.every((octet, index) => octets[index] === octet)

/** True when the bytes hold the text in UTF-16, little end first, as the directory of a compound file does. */
function holdsUtf16(octets: Uint8Array, texte: string): boolean {
  const motif = [...texte].flatMap((lettre) => [lettre.charCodeAt(0), 0])
  for (let i = octets.indexOf(motif[0] ?? 0); i >= 0; i = octets.indexOf(motif[0] ?? 0, i + 1)) {
    if (motif.every((octet, j) => octets[i + j] === octet)) return true
  }
  return false
}

/**
 * What a file is, by its first bytes: its name can say anything.
 * @throws {ErreurImport} when it is of a kind that cannot be read
 */
export function findNature(octets: Uint8Array): NatureDeFichier {
  if (startsWith(octets, [0x50, 0x4b])) return 'xlsx'
  if (startsWith(octets, [0xd0, 0xcf, 0x11, 0xe0])) {
    // A protected workbook is put whole, encrypted, into a file of the old kind.
    throw new ErreurImport(
      holdsUtf16(octets, 'EncryptedPackage')
        ? 'Le classeur est protégé par un mot de passe : l’enregistrer sans mot de passe, puis recommencer.'
        : ANCIEN_EXCEL
    )
  }
  const signature = SIGNATURES.find(([debut]) => startsWith(octets, debut))
  if (signature) throw new ErreurImport(`${signature[1]} : ${ATTENDU}`)
  return 'texte'
}
