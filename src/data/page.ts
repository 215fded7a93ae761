/**
 * A page of the app as text: the first picture drawn into it, the files that it carries. Used by the build and by the
 * page itself, which both make a page from another one.
 */
const DEBUT = '<!--premiere-carte-->'
const FIN = '<!--/premiere-carte-->'

/** The page with another first picture. @throws Error where the page has no place for it */
export function fillPremiere(page: string, corps: string): string {
  // The last ones: the code of the app, which comes first in a single file, holds both as texts.
  const debut = page.lastIndexOf(DEBUT)
  const fin = page.lastIndexOf(FIN)
  if (debut < 0 || fin < debut) throw new Error('La page n’a plus la place de la première carte.')
  return page.slice(0, debut + DEBUT.length) + corps + page.slice(fin)
}

const LUS = / data-lus="[^"]*"/

/**
 * The page that asks for these files in place of others, as soon as it is painted: those that its first view reads. Their
 * list is an attribute: the page's policy knows its programs by their text.
 */
export const fillLus = (page: string, chemins: readonly string[]): string =>
  page.replace(LUS, () => ` data-lus="${chemins.map((chemin) => `./${chemin}`).join(' ')}"`)

/** `chemin` to the file, gzip in base64: as {@link createLecteurEmbarque} reads it. */
export type FichiersEmbarques = ReadonlyMap<string, string>

const FICHIER = /<script type="text\/plain" data-fichier="([^"]*)">([^<]*)<\/script>\n?/g

/** The files that a page carries. */
export const listFichiers = (page: string): FichiersEmbarques =>
  new Map([...page.matchAll(FICHIER)].map(([, chemin = '', base64 = '']) => [chemin, base64]))

/** The page with these files and no others. They come last in it: the first map is drawn before any of them is read. */
export function embedFichiers(page: string, fichiers: FichiersEmbarques): string {
  const nue = page.replace(FICHIER, '')
  const fin = nue.lastIndexOf('</body>')
  // Base64 cannot close its element, and paths are ours: dates and names in letters and digits.
  const elements = [...fichiers].map(
    ([chemin, base64]) => `<script type="text/plain" data-fichier="${chemin}">${base64}</script>\n`
  )
  return nue.slice(0, fin) + elements.join('') + nue.slice(fin)
}

/** Name of the file, carried by the page, that holds the page without its code, its styles and its files. */
export const SQUELETTE = 'squelette.html'
const REPERE = /<!--element-(\d+)-->/g

/**
 * Parts a page from its heavy elements: each script and style is numbered in the page, and named by its number in the
 * skeleton, so that the page can be put together again from its own elements once it has become something else.
 */
export function splitSquelette(page: string): { page: string; squelette: string } {
  let n = 0
  const elements: string[] = []
  const squelette = page.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, (element, nom: string) => {
    elements.push(`<${nom} data-element="${n}"${element.slice(nom.length + 1)}`)
    return `<!--element-${n++}-->`
  })
  return { page: joinSquelette(squelette, (i) => elements[i] ?? ''), squelette }
}

/** The page again. @param element the numbered element as HTML */
export const joinSquelette = (squelette: string, element: (n: number) => string): string =>
  squelette.replace(REPERE, (_, n: string) => element(Number(n)))
