/**
 * A cell that begins like this is run as a formula when a spreadsheet opens the file (CSV injection); an apostrophe in
 * front keeps it text. One that already has apostrophes gets one more, so that reading can take exactly one away:
 * '=1' and "'=1" stay two different texts.
 */
const FORMULE = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const ECHAPPEE = /^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** The text as it can be put into a cell without ever being run. */
export function escapeFormule(texte: string): string {
  return FORMULE.test(texte) ? `'${texte}` : texte
}

/** The inverse of {@link escapeFormule}; a text that was never escaped stays, unless it looks just like one that was. */
export function unescapeFormule(texte: string): string {
  return ECHAPPEE.test(texte) ? texte.slice(1) : texte
}
