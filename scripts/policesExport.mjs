import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

const MODULE = 'virtual:fne-polices'
const DOSSIER = 'node_modules/@gouvfr/dsfr/dist/fonts'
/** Their files, by weight. */
export const FACES = { 400: `${DOSSIER}/Marianne-Regular.woff2`, 700: `${DOSSIER}/Marianne-Bold.woff2` }
/** What French text is written with; a sign beyond these is drawn in the reader's own face. */
export const SIGNES =
  Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i)).join('') +
  'ÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸàâäæçéèêëîïôöœùûüÿñÑ«»“”‘’–—…·•°²³€§×✓↑↓\u00A0\u202F'

/**
 * The faces of a picture that leaves the app, with the signs of French alone: `{ 400: base64, 700: base64 }`.
 * @returns {Promise<Record<string, string>>} WOFF2 in base64, by weight
 */
export async function readPolices() {
  const faces = Object.entries(FACES).map(async ([graisse, fichier]) => {
    const police = await subsetFont(await readFile(fichier), SIGNES, {
      targetFormat: 'woff2'
    })
    return [graisse, police.toString('base64')]
  })
  return Object.fromEntries(await Promise.all(faces))
}

/** A vite plugin: the module `virtual:fne-polices` holds those faces, subset when the app is built. */
export function policesExport() {
  return {
    name: 'fne-polices',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    async load(id) {
      return id === `\0${MODULE}` ? `export default ${JSON.stringify(await readPolices())}` : null
    }
  }
}
