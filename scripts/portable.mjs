import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { DIST, PORTABLE as DOSSIER, STATIQUE as DONNEES } from './dossiers.mjs'
import { LICENCES } from './licences.mjs'
import { addPolitique } from './politique.mjs'
import { drawPremiereVue, RENDU } from './premiereVue.mjs'

/**
 * `npm run build:portable`: the whole app as one file, dist-portable/carte-fne.html, that opens by double click, with
 * no server and no network. Fails above {@link TAILLE_MAX}.
 */
const FICHIER = `${DOSSIER}/carte-fne.html`
/** In bytes: what an e-mail or an old stick still takes. */
export const TAILLE_MAX = 5_000_000

/** Replaces what has to be there exactly once. */
function replaceOnce(texte, avant, apres) {
  if (texte.split(avant).length !== 2) throw new Error(`La page doit contenir une fois ${avant}`)
  return texte.replace(avant, () => apres)
}

/** The page of the app, with the entry that reads the embedded files, and no link to another file. */
function portablePage() {
  return {
    name: 'carte-fne:portable',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const icone = `data:image/svg+xml;base64,${(await readFile(`${DONNEES}/icone.svg`)).toString('base64')}`
        const sansApple = html.replace(/\s*<link rel="apple-touch-icon"[^>]*>/, '')
        return replaceOnce(
          replaceOnce(sansApple, './icone.svg', icone),
          '/src/main.ts',
          '/src/main.portable.ts'
        )
      }
    }
  }
}

/** Every text file that the app may read, by its path: data, outlines, places, schemas, scenes. */
async function listFichiers() {
  const entrees = await readdir(DONNEES, { recursive: true, withFileTypes: true })
  return entrees
    .filter((entree) => entree.isFile() && /\.(json|csv)$/.test(entree.name))
    .map((entree) => join(entree.parentPath ?? entree.path, entree.name))
    .sort()
}

/** What makes slides, and what writes the minutes, by the name that the page carries it under. */
const PROGRAMMES = {
  'diapos.mjs': 'src/export/diapos/travail.portable.ts',
  'document.mjs': 'src/export/compteRendu/travail.portable.ts'
}

/**
 * Such a program as one script: carried packed, it weighs a third of what it does as a part of the page's program, and
 * runs in a worker.
 * @param {string} input
 * @returns {Promise<string>}
 */
async function buildProgramme(input) {
  const { output } = await build({
    mode: 'portable',
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      manifest: false,
      rolldownOptions: {
        input,
        output: { format: 'iife', codeSplitting: false },
        // Vite's own helper asks where it is, for files to load beforehand: there are none.
        checks: { emptyImportMeta: false }
      }
    }
  })
  return output.find(({ type, isEntry }) => type === 'chunk' && isEntry).code
}

/** As src/data/lectureEmbarquee.ts reads it. */
const encode = (octets) => gzipSync(octets, { level: 9 }).toString('base64')

/**
 * @param {string} squelette the page without its code
 * @param {Map<string, string>} programmes by name
 * @param {Buffer} licences of what the file is made of
 */
async function readFichiers(squelette, nomSquelette, programmes, licences) {
  const worker = createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl-worker.mjs')
  const fichiers = new Map([
    ['maplibre-gl-worker.mjs', encode(await readFile(worker))],
    // To make the next such file from this one, with other data in it.
    ['prerendu.mjs', encode(await readFile(RENDU))],
    [LICENCES, encode(licences)],
    [nomSquelette, encode(squelette)],
    ...[...programmes].map(([nom, programme]) => [nom, encode(programme)])
  ])
  for (const fichier of await listFichiers()) {
    const chemin = relative(DONNEES, fichier).split(sep).join('/')
    fichiers.set(chemin, encode(await readFile(fichier)))
  }
  return fichiers
}

/** Builds the single file. @returns {Promise<number>} its size in bytes */
export async function buildPortable() {
  await rm(DOSSIER, { recursive: true, force: true })
  // First: the list of licences is written with the page, of all that was built until then.
  const programmes = new Map()
  for (const [nom, entree] of Object.entries(PROGRAMMES)) programmes.set(nom, await buildProgramme(entree))
  await build({
    mode: 'portable',
    logLevel: 'warn',
    publicDir: false,
    plugins: [portablePage(), viteSingleFile()],
    resolve: {
      alias: [
        { find: /^\.\/adresseWorker$/, replacement: resolve('src/map/gl/adresseWorker.portable.ts') },
        { find: /^\.\/travailleur$/, replacement: resolve('src/data/import/travailleur.portable.ts') },
        {
          find: /^\.\/travailleurClasseur$/,
          replacement: resolve('src/data/classeur/travailleurClasseur.portable.ts')
        },
        {
          find: /^\.\/travailleurSortie$/,
          replacement: resolve('src/panels/donnees/fabrique/travailleurSortie.portable.ts')
        },
        { find: /^\.\/diapos\/atelier$/, replacement: resolve('src/export/diapos/atelier.portable.ts') },
        { find: /^\.\/redaction$/, replacement: resolve('src/export/compteRendu/redaction.portable.ts') }
      ]
    },
    // All of the worker in one text: from inside the page it could load no other file.
    worker: { format: 'iife' },
    build: { outDir: DOSSIER }
  })
  const html = await drawPremiereVue(await readFile(`${DOSSIER}/index.html`, 'utf8'), DONNEES)
  const licences = await readFile(`${DOSSIER}/${LICENCES}`)
  await rm(DOSSIER, { recursive: true, force: true })
  const { embedFichiers, fillPremiere, splitSquelette, SQUELETTE } = await import(
    pathToFileURL(resolve(RENDU)).href
  )
  const { page, squelette } = splitSquelette(addPolitique(html, { portable: true }))
  const complet = embedFichiers(
    page,
    await readFichiers(fillPremiere(squelette, ''), SQUELETTE, programmes, licences)
  )
  const taille = Buffer.byteLength(complet)
  if (taille > TAILLE_MAX) {
    throw new Error(`${FICHIER} ferait ${taille} octets\u202F: le maximum est ${TAILLE_MAX}.`)
  }
  await mkdir(DOSSIER, { recursive: true })
  await writeFile(FICHIER, complet)
  // Beside the hosted app it is what that one fills with other data; it is no part of the offline copy.
  if (existsSync(`${DIST}/index.html`)) {
    await writeFile(`${DIST}/carte-fne.html`, complet)
    await copyFile(RENDU, `${DIST}/prerendu.mjs`)
  }
  return taille
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const taille = await buildPortable()
  console.log(`${FICHIER}\u202F: ${(taille / 1e6).toLocaleString('fr-FR', { maximumFractionDigits: 2 })} Mo`)
}
