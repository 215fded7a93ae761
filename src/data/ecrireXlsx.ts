import type { Territoire } from '../domain/territoire/territoire'
import { writeClasseur } from './classeur/lancer'
import { COLONNES_GOUVERNANCES } from './colonnes'
import { listLignesGouvernances } from './lignesGouvernances'

const LARGEURS = [16, 28, 24, 34, 20, 28, 60]

/**
 * A workbook with the columns of gouvernances.csv, every cell a text (codes keep their zero, nothing is a formula), and
 * a second sheet that explains the columns. It is written off the main thread, where that can be.
 * @param mention a sentence on the second sheet: which data these are
 * @returns what readImport reads back to the same territories
 */
export async function buildGouvernancesXlsx(territoires: readonly Territoire[], mention = ''): Promise<Blob> {
  const cellule = (value: string) =>
    value === '' ? null : { value: encodeXml(value), format: '@' as const, wrap: value.includes('\n') }
  const titre = (value: string) => ({ value, fontWeight: 'bold' as const, backgroundColor: '#E3E3FD' })
  return writeClasseur([
    {
      sheet: 'gouvernances',
      data: [
        COLONNES_GOUVERNANCES.map(({ name }) => titre(name)),
        ...listLignesGouvernances(territoires).map((ligne) => ligne.map(cellule))
      ],
      columns: LARGEURS.map((width) => ({ width })),
      stickyRowsCount: 1
    },
    {
      sheet: 'Mode d’emploi',
      data: [
        ...(mention === '' ? [] : [[{ value: mention }], []]),
        ['Colonne', 'Ce qu’il faut y écrire', 'Exemple'].map(titre),
        ...COLONNES_GOUVERNANCES.map(({ name, description, example }) => [
          { value: name },
          { value: description ?? '', wrap: true },
          { value: String(example ?? ''), wrap: true }
        ])
      ],
      columns: [{ width: 24 }, { width: 100 }, { width: 40 }],
      stickyRowsCount: 1
    }
  ])
}

/* eslint-disable no-control-regex -- they are what is looked for */
/** What XML cannot hold or the writer leaves out, and what would be read as already encoded. */
const A_ENCODER =
  /_(?=x[0-9A-Fa-f]{4})|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFD-\uFFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]/g
/* eslint-enable no-control-regex */

/** The encoding of the format itself (ECMA-376, ST_Xstring): '_xHHHH_', one for each UTF-16 unit. */
const encodeUnites = (texte: string) =>
  [...Array(texte.length).keys()]
    .map((i) => `_x${texte.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('')

export function encodeXml(texte: string): string {
  const encode = texte.replace(A_ENCODER, encodeUnites)
  // The writer looks texts up in a plain object, where 'valueOf' and its like are there before anybody wrote them.
  return encode in {} ? encodeUnites(encode.charAt(0)) + encode.slice(1) : encode
}
