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
  const { default: writeXlsxFile } = await import('write-excel-file/universal')
  return writeXlsxFile(
    feuilles.map(({ data, columns, ...reste }) => ({
      ...reste,
      data: data.map((ligne) => ligne.map((cellule) => cellule && { ...cellule, type: String })),
      columns: [...columns]
    }))
  ).toBlob()
}
