/** Longer notes are refused: they are read on a sheet a few centimetres wide, and a cell of Excel holds 32,767 characters. */
export const NOTE_MAX = 5000

/* eslint-disable no-control-regex -- they are what is looked for */
const INVISIBLES =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
/* eslint-enable no-control-regex */

/**
 * A note as the app keeps it: line feeds as the only line ends, accents composed, no control character, no half of a
 * character, no blank at either end.
 * @returns the text, and how many characters had to be left out
 */
export function cleanNote(brut: string): { texte: string; invisibles: number } {
  const unifie = brut.normalize('NFC').replace(/\r\n?/g, '\n')
  const texte = unifie.replace(INVISIBLES, '')
  return { texte: texte.trim(), invisibles: unifie.length - texte.length }
}
