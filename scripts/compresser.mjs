import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** What gets smaller: pictures and fonts are compressed already. */
const EXTENSIONS = new Set([
  '.html',
  '.css',
  '.js',
  '.mjs',
  '.json',
  '.webmanifest',
  '.csv',
  '.svg',
  '.txt',
  '.wasm'
])
/** Below this many bytes a file fits one packet anyway. */
const SEUIL = 1024

/**
 * Writes NAME.br and NAME.gz beside each file that gets smaller by it, for servers that hand out files and compress
 * nothing themselves (docs/publier.md).
 * @param {string} dossier the built folder
 * @param {number} [qualite] of brotli: the best, which takes half a minute, unless how small it gets does not matter
 * @returns {Promise<{ fichiers: number, avant: number, apres: number }>} how many files, and their bytes before and in brotli
 */
export async function compresserDossier(dossier, qualite = constants.BROTLI_MAX_QUALITY) {
  const bilan = { fichiers: 0, avant: 0, apres: 0 }
  for (const entree of await readdir(dossier, { recursive: true, withFileTypes: true })) {
    if (!entree.isFile() || !EXTENSIONS.has(extname(entree.name))) continue
    const chemin = join(entree.parentPath, entree.name)
    const octets = await readFile(chemin)
    if (octets.length < SEUIL) continue
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(octets, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: qualite,
          [constants.BROTLI_PARAM_SIZE_HINT]: octets.length
        }
      }),
      promisify(gzip)(octets, { level: 9 })
    ])
    if (br.length >= octets.length) continue
    await Promise.all([writeFile(`${chemin}.br`, br), writeFile(`${chemin}.gz`, gz)])
    bilan.fichiers++
    bilan.avant += octets.length
    bilan.apres += br.length
  }
  return bilan
}
