import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { takeExport } from '../charger'

/** A cell as plain data: it goes to a worker. Its text has been through encodeXml; null is an empty cell. */
interface Cellule {
  readonly value: string
  /** '@': a text, whatever it looks like. */
  readonly format?: '@'
  readonly wrap?: boolean
  readonly fontWeight?: 'bold'
  readonly backgroundColor?: string
}

export interface FeuilleEcrite {
  readonly sheet: string
  readonly data: readonly (readonly (Cellule | null)[])[]
  readonly columns: readonly { readonly width: number }[]
  /** Rows that stay in sight. */
  readonly stickyRowsCount?: number
}

/** Writes a workbook in whatever thread this runs; the writer is loaded now. @throws where that cannot be had */
export async function makeClasseur(feuilles: readonly FeuilleEcrite[]): Promise<Blob> {
  const writeXlsxFile = await takeExport(import('write-excel-file/universal'), 'default')
  const classeur = await writeXlsxFile(
    feuilles.map(({ data, columns, ...reste }) => ({
      ...reste,
      data: data.map((ligne) => ligne.map((cellule) => cellule && { ...cellule, type: String })),
      columns: [...columns]
    }))
  ).toBlob()
  const parties = unzipSync(new Uint8Array(await classeur.arrayBuffer()))
  const styles = parties[STYLES]
  if (styles) parties[STYLES] = strToU8(orderPolices(strFromU8(styles)))
  describeClasseur(parties, `Carte FNE\u00A0: ${feuilles[0]?.sheet ?? 'données'}`)
  return new Blob([zipSync(parties, { level: 6 }) as Uint8Array<ArrayBuffer>], { type: classeur.type })
}

const STYLES = 'xl/styles.xml'
const PROPRIETES = 'docProps/core.xml'

/**
 * Gives a workbook its title and its language, which are read out and which the writer leaves out (ECMA-376, core properties).
 * @param titre for XML
 */
function describeClasseur(parties: Record<string, Uint8Array>, titre: string): void {
  const insert = (partie: string, fin: string, element: string) => {
    const octets = parties[partie]
    if (octets) parties[partie] = strToU8(strFromU8(octets).replace(fin, () => element + fin))
  }
  insert(
    '[Content_Types].xml',
    '</Types>',
    `<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/${PROPRIETES}"/>`
  )
  insert(
    '_rels/.rels',
    '</Relationships>',
    `<Relationship Id="rId-proprietes" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="${PROPRIETES}"/>`
  )
  parties[PROPRIETES] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${titre}</dc:title><dc:creator>Carte FNE</dc:creator><dc:language>fr-FR</dc:language></cp:coreProperties>`
  )
}

/** What a face is made of, in the order in which the Open XML SDK, which reads as Excel does, asks for it. */
const ORDRE =
  'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ')

/** The writer says a face's family before its colour: the Open XML SDK refuses that. */
const orderPolices = (xml: string) =>
  xml.replace(/<font>(.*?)<\/font>/gs, (_, dedans: string) => {
    const rang = (element: string) => ORDRE.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '')
    const elements = dedans.match(/<[^>]+\/>/g) ?? []
    return `<font>${elements.sort((a, b) => rang(a) - rang(b)).join('')}</font>`
  })
