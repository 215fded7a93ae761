import { createHash } from 'node:crypto'

const hash = (texte) => `'sha256-${createHash('sha256').update(texte).digest('base64')}'`

/** The texts of the page's own elements of one name; data that are carried as text are no program. */
export function listTextes(html, nom) {
  return [...html.matchAll(new RegExp(`<${nom}(\\s[^>]*)?>([\\s\\S]*?)</${nom}>`, 'g'))]
    .filter(([, attributs = '']) => !/\ssrc=|type="(?:text\/plain|application\/json)"/.test(attributs))
    .map(([, , texte]) => texte)
}

/**
 * The Content-Security-Policy of a page, as it is: its own scripts and styles by their hashes, files of its own address,
 * nothing else. What a server has to say besides is in docs/publier.md.
 * @param {string} html the page as it is at last
 * @param {{ portable?: boolean }} [options] portable: one file, with neither an address nor other files
 */
export function buildPolitique(html, { portable = false } = {}) {
  const soi = portable ? [] : ["'self'"]
  const directives = {
    'default-src': ["'none'"],
    // The single file draws the picture of the next one with a program that it carries as a text (panels/donnees/fabrique).
    'script-src': [...(portable ? ['blob:'] : soi), ...new Set(listTextes(html, 'script').map(hash))],
    'style-src': [...soi, ...new Set(listTextes(html, 'style').map(hash))],
    'img-src': [...soi, 'blob:', 'data:'],
    'font-src': [...soi, 'data:'],
    'connect-src': portable ? ['blob:', 'data:'] : ["'self'"],
    // From a disk, MapLibre starts its worker from data: a page without an origin may not start one from a blob everywhere.
    'worker-src': portable ? ['blob:', 'data:'] : ["'self'"],
    'manifest-src': portable ? ["'none'"] : ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    // Svelte's own, for its templates; the page's, for addresses of programs (index.html); the map's, for its outlines.
    'trusted-types': ['default', 'svelte-trusted-html', 'fne-contours']
  }
  return Object.entries(directives)
    .map(([nom, sources]) => `${nom} ${sources.join(' ')}`)
    .join('; ')
}

/** The page with its policy, before anything that the policy is about. */
export function addPolitique(html, options) {
  const charset = '<meta charset="utf-8" />'
  if (!html.includes(charset)) throw new Error('La page doit commencer par son jeu de caractères.')
  const meta = `<meta http-equiv="Content-Security-Policy" content="${buildPolitique(html, options)}" />`
  return html.replace(charset, () => `${charset}\n    ${meta}`)
}
