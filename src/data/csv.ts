import Papa from 'papaparse'

/** One record of a CSV file, with the line of the file on which it starts (from 1). */
export interface EnregistrementCsv {
  readonly ligne: number
  readonly cellules: readonly string[]
}

export interface LectureCsv {
  readonly separateur: string
  readonly enregistrements: readonly EnregistrementCsv[]
  /** Line on which a quoted cell was opened and never closed; null when all are closed. */
  readonly guillemetOuvert: number | null
}

const countLines = (text: string, from: number, to: number) => {
  let lines = 0
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i)
    // CR alone ends a line too (old Mac files); CRLF counts once.
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) lines++
  }
  return lines
}

/**
 * Splits CSV text into records: comma, semicolon or tab, quoted cells, LF, CRLF or CR, with or without BOM.
 * Blank lines are left out. Never throws.
 */
export function parseCsv(texte: string): LectureCsv {
  const text = texte.replace(/^\uFEFF/, '')
  const enregistrements: EnregistrementCsv[] = []
  let ligne = 1
  let start = 0
  let guillemetOuvert: number | null = null
  let separateur = ','
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t'],
    step: ({ data, errors, meta }) => {
      separateur = meta.delimiter
      if (errors.some((error) => error.code === 'MissingQuotes')) guillemetOuvert ??= ligne
      if (data.some((cell) => cell.trim() !== '')) enregistrements.push({ ligne, cellules: data })
      ligne += countLines(text, start, meta.cursor)
      start = meta.cursor
    }
  })
  return { separateur, enregistrements, guillemetOuvert }
}
