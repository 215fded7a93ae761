import { strToU8, zipSync } from 'fflate'
import { TEXTE_CSV } from './fichiers'

/** Files as other programs write them, made from the shipped one. */

/** What Windows-1252 has where Latin-1 has control characters. */
const WINDOWS: Record<string, number> = {
  '€': 0x80,
  '‚': 0x82,
  '…': 0x85,
  Š: 0x8a,
  Œ: 0x8c,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  œ: 0x9c
}

/** What French Excel writes as 'CSV (séparateur : point-virgule)'. */
export const encodeWindows1252 = (texte: string): Uint8Array =>
  Uint8Array.from([...texte].map((lettre) => WINDOWS[lettre] ?? lettre.charCodeAt(0)))

/** What Excel writes as CSV on a Mac. */
export function encodeMac(texte: string): Uint8Array {
  const decodeur = new TextDecoder('macintosh')
  const table = new Map([...Array(256).keys()].map((n) => [decodeur.decode(Uint8Array.of(n)), n]))
  return Uint8Array.from([...texte].map((lettre) => table.get(lettre) ?? 0x3f))
}

export function encodeUtf16(texte: string, { mark = true } = {}): Uint8Array {
  const unites = (mark ? '\uFEFF' : '') + texte
  return Uint8Array.from(
    [...Array(unites.length).keys()].flatMap((i) => [unites.charCodeAt(i) & 255, unites.charCodeAt(i) >> 8])
  )
}

/** The shipped rows, cell by cell; the cells before the note hold neither comma nor quote. */
export const CELLULES: readonly (readonly string[])[] = TEXTE_CSV.trimEnd()
  .split('\n')
  .map((ligne) => {
    const avant = ligne.split(',').slice(0, 6)
    const note = ligne.slice(avant.join(',').length + 1)
    return [...avant, note.replace(/^"|"$/g, '').replaceAll('""', '"')]
  })

/** The shipped rows as French Excel would write them. */
export const CSV_EXCEL = `${CELLULES.map((ligne) => ligne.map((c) => (/[;"\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(';')).join('\r\n')}\r\n`

/** A workbook from the XML of its only sheet's rows, as Excel lays it out, without shared strings. */
export function buildXlsx(
  lignes: string,
  { niveau = 6 as 0 | 6, autres = {} as Record<string, Uint8Array> } = {}
) {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return zipSync(
    {
      'xl/workbook.xml': strToU8(
        `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${type}"><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${lignes}</sheetData></worksheet>`
      ),
      ...autres
    },
    { level: niveau }
  )
}

/** One cell; a number where `n` is set, else a text. */
export const cellule = (adresse: string, valeur: string, { n = false, formule = '' } = {}) =>
  n
    ? `<c r="${adresse}"><v>${valeur}</v></c>`
    : formule
      ? `<c r="${adresse}" t="str"><f>${formule}</f><v>${valeur}</v></c>`
      : `<c r="${adresse}" t="inlineStr"><is><t>${valeur.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`

/** The shipped rows as the rows of a sheet; `change` may give the XML of a cell itself. */
export const buildLignes = (
  change: (ligne: number, colonne: number, valeur: string) => string | null = () => null
) =>
  CELLULES.map((cellules, i) => {
    const cs = cellules.map((valeur, j) => {
      const adresse = `${'ABCDEFG'[j]}${i + 1}`
      return change(i, j, valeur) ?? (valeur === '' ? '' : cellule(adresse, valeur))
    })
    return `<row r="${i + 1}">${cs.join('')}</row>`
  }).join('')
