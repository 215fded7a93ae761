import { strFromU8, unzipSync, zipSync, type UnzipFileInfo } from 'fflate'
import { formatNombre } from '../../domain/texte/francais'
import type { EnregistrementCsv } from '../csv'
import { COLONNES_MAX, LIGNES_MAX } from '../gouvernances'
import { ErreurImport } from './erreur'

/** Bytes of XML, unpacked; a workbook of ours has some 100,000. */
const DEPLIE_MAX = 20 * 1024 * 1024
const PARTIES_MAX = 500
/** Sheets far larger than ours are refused before they are read: one cell can stand in row 1,048,576. */
const LIGNE_MAX = LIGNES_MAX * 10

const ABIME =
  'Le classeur est endommagé : l’ouvrir dans un tableur, l’enregistrer à nouveau, puis recommencer.'
const ENORME =
  'Le classeur contient trop de données une fois décompressé : il ne peut pas être celui des gouvernances.'

/**
 * The rows of the sheet that names the column 'code_territoire', else of the first sheet, as text; lines are those that
 * the spreadsheet shows. Formulas are not run: their last result is read, as the spreadsheet left it.
 * @throws {ErreurImport} and nothing else
 */
export async function readXlsx(octets: Uint8Array): Promise<EnregistrementCsv[]> {
  const parties = unpack(octets)
  const noms = Object.keys(parties)
  checkFormat(noms)
  for (const nom of noms) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(nom)) checkFeuille(strFromU8(parties[nom] ?? new Uint8Array()))
  }
  const feuilles = await readFeuilles(parties)
  const feuille =
    feuilles.find(({ data }) =>
      data.some((ligne) =>
        ligne.some((cellule) => toText(cellule).trim().toLowerCase() === 'code_territoire')
      )
    ) ?? feuilles[0]
  return (feuille?.data ?? []).flatMap((ligne, index) => {
    const cellules = ligne.map(toText)
    return cellules.some((cellule) => cellule.trim() !== '') ? [{ ligne: index + 1, cellules }] : []
  })
}

/** The XML of the workbook. Sizes are checked before anything is inflated, into memory of just that size. */
function unpack(octets: Uint8Array): Record<string, Uint8Array> {
  let total = 0
  let nombre = 0
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    if (++nombre > PARTIES_MAX) throw new ErreurImport(ENORME)
    if (!/\.(xml|rels)$/.test(name)) return /(^mimetype|\.bin)$/.test(name) && originalSize < 1000
    total += originalSize
    if (total > DEPLIE_MAX) throw new ErreurImport(ENORME)
    return true
  }
  try {
    return unzipSync(octets, { filter })
  } catch (cause) {
    if (cause instanceof ErreurImport) throw cause
    throw new ErreurImport(ABIME, { cause })
  }
}

function checkFormat(noms: readonly string[]): void {
  if (noms.some((nom) => /^xl\/workbook\.xml$/.test(nom))) return
  const quoi = noms.includes('mimetype')
    ? 'C’est un document OpenDocument'
    : noms.some((nom) => nom.startsWith('word/'))
      ? 'C’est un document Word'
      : noms.some((nom) => nom.startsWith('ppt/'))
        ? 'C’est une présentation'
        : 'Ce n’est pas un classeur Excel (.xlsx)'
  throw new ErreurImport(`${quoi} : l’enregistrer en « Classeur Excel (.xlsx) » ou en « CSV UTF-8 ».`)
}

/** A cell or a row, its attributes quoted as XML wants them. */
const BALISE = /<(?:[\w-]+:)?(?:c|row)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/g
const DEBUT_BALISE = /<(?:[\w-]+:)?(?:c|row)(?=[\s/>])/g
const REFERENCE = /\sr\s*=\s*["']([^"']*)["']/

/**
 * The reader fills the gaps before a cell with empty ones: an address far out would take all memory. So every address
 * is looked at first.
 */
function checkFeuille(xml: string): void {
  const debuts = xml.match(DEBUT_BALISE)?.length ?? 0
  let lues = 0
  for (const [, attributs = ''] of xml.matchAll(BALISE)) {
    lues++
    const reference = REFERENCE.exec(attributs)?.[1]
    if (reference === undefined) continue
    const [, lettres = '', chiffres = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(reference) ?? []
    if (chiffres === '') throw new ErreurImport(ABIME)
    const colonne = [...lettres].reduce((somme, lettre) => somme * 26 + lettre.charCodeAt(0) - 64, 0)
    if (Number(chiffres) > LIGNE_MAX || colonne > COLONNES_MAX * 10) {
      throw new ErreurImport(
        `Le classeur a une cellule bien loin du tableau, ${lettres || 'ligne '}${formatNombre(Number(chiffres))} : ne garder que le tableau des gouvernances, dans une feuille neuve.`
      )
    }
  }
  if (lues !== debuts) throw new ErreurImport(ABIME)
}

type Cellule = string | number | boolean | Date | null | undefined

async function readFeuilles(
  parties: Record<string, Uint8Array>
): Promise<readonly { readonly data: readonly (readonly Cellule[])[] }[]> {
  const { default: readXlsxFile } = await import('read-excel-file/universal')
  // Packed anew, without compression: the reader gets what was checked and nothing else.
  const copie = zipSync(parties, { level: 0 })
  try {
    return (await readXlsxFile(copie.buffer as ArrayBuffer)) as unknown as { data: Cellule[][] }[]
  } catch (cause) {
    const place = /row (\d+), col (\d+)/.exec(cause instanceof Error ? cause.message : '')
    throw new ErreurImport(
      place ? `Le classeur est endommagé à la ligne ${place[1]}, colonne ${place[2]}.` : ABIME,
      { cause }
    )
  }
}

function toText(cellule: Cellule): string {
  if (cellule === null || cellule === undefined) return ''
  if (cellule instanceof Date)
    return Number.isNaN(cellule.getTime()) ? '' : cellule.toISOString().slice(0, 10)
  if (typeof cellule === 'boolean') return cellule ? 'VRAI' : 'FAUX'
  return String(cellule)
}
