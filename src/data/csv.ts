import Papa from 'papaparse'

/** One record of a CSV file or of a sheet, with the line on which it starts (from 1). */
export interface EnregistrementCsv {
  readonly ligne: number
  readonly cellules: readonly string[]
}

export interface LectureCsv {
  readonly separateur: string
  readonly enregistrements: readonly EnregistrementCsv[]
  /** Line on which a quoted cell was opened and never closed; null when all are closed. */
  readonly guillemetOuvert: number | null
  /** Lines with something between a closing quote and the next separator. */
  readonly guillemetsMalPlaces: readonly number[]
  /** Line at which reading stopped because there are too many; null when all were read. */
  readonly arret: number | null
}

const SEPARATEURS = [';', ',', '\t'] as const

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
 * The separator is what the heading uses: names of columns hold none, while the texts below may hold many of another.
 * Papa Parse would guess from those too.
 */
function findSeparateur(premiere: string): string {
  const [trouve] = SEPARATEURS.map((separateur) => ({
    separateur,
    nombre: premiere.split(separateur).length
  })).sort((a, b) => b.nombre - a.nombre)
  return trouve && trouve.nombre > 1 ? trouve.separateur : ','
}

/**
 * Splits CSV text into records: comma, semicolon or tab, quoted cells, LF, CRLF or CR, with or without BOM and Excel's
 * own first line 'sep=;'. Blank lines are left out. Never throws.
 * @param options.max reads no more records than that, and says at which line it stopped
 */
export function parseCsv(texte: string, { max = Infinity }: { max?: number } = {}): LectureCsv {
  const entier = texte.replace(/^\uFEFF/, '')
  const annonce = /^sep=([;,\t])(?:\r\n|\r|\n|$)/i.exec(entier)
  const text = annonce ? entier.slice(annonce[0].length) : entier
  const enregistrements: EnregistrementCsv[] = []
  const guillemetsMalPlaces: number[] = []
  let ligne = annonce ? 2 : 1
  let start = 0
  let guillemetOuvert: number | null = null
  let arret: number | null = null
  // A limit: the first line of a file that is none could be all of it.
  const debut = text.slice(0, 100_000)
  const premiere = /\S[^\r\n]*/.exec(debut)?.[0] ?? ''
  const separateur = annonce?.[1] ?? findSeparateur(premiere)
  Papa.parse<string[]>(text, {
    delimiter: separateur,
    // CR before LF is trimmed with the cell. Guessing would join the lines of a file that mixes both. A file whose
    // heading ends with CR alone is of an old Mac: an LF in it is a line break inside a cell.
    newline: /^[^\r\n]*\r(?!\n)/.test(text.trimStart()) ? '\r' : '\n',
    step: ({ data, errors, meta }, parser) => {
      if (errors.some(({ code }) => code === 'MissingQuotes')) guillemetOuvert ??= ligne
      else if (errors.length > 0) guillemetsMalPlaces.push(ligne)
      if (data.some((cell) => cell.trim() !== '')) {
        if (enregistrements.length >= max) {
          arret = ligne
          parser.abort()
          return
        }
        enregistrements.push({ ligne, cellules: data })
      }
      ligne += countLines(text, start, meta.cursor)
      start = meta.cursor
    }
  })
  return { separateur, enregistrements, guillemetOuvert, guillemetsMalPlaces, arret }
}
