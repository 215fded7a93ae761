import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import license from 'rollup-plugin-license'

/** Where a build leaves the list, in its folder. */
export const LICENCES = 'licences.json'

/**
 * Packages of which something ships that is no module of a build of ours, with what their licence files say: styles, and
 * what the service worker is written from.
 */
const AUTREMENT_LIVRES = new Map([
  ['@gouvfr/dsfr', 'MIT'],
  ...['core', 'precaching', 'routing', 'strategies'].map((nom) => [`workbox-${nom}`, 'MIT'])
])
/** What ships and is no package. */
const AUTRES = [
  { nom: 'Natural Earth', version: 'contours', licence: 'domaine public', auteur: null, texte: null },
  {
    nom: 'Marianne',
    version: 'police de caractères',
    licence: 'réservée aux sites de l’État, aux conditions du Système de design de l’État',
    auteur: 'République française',
    texte: null
  }
]

const ADMISES = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Zlib'
])

/**
 * True for a licence under which a part may ship; of several that are offered, one has to be.
 * @param {string | null} licence an SPDX expression
 */
export const isAdmise = (licence) =>
  (licence ?? '')
    .replace(/[()]/g, '')
    .split(/ OR /i)
    .some((offerte) => offerte.split(/ AND /i).every((partie) => ADMISES.has(partie.trim())))

const readLivre = ([nom, licence]) => {
  const dossier = join('node_modules', nom)
  const { version, author } = JSON.parse(readFileSync(join(dossier, 'package.json'), 'utf8'))
  const texte = ['LICENSE.md', 'LICENSE'].map((fichier) => join(dossier, fichier)).find(existsSync)
  return {
    nom,
    version,
    licence,
    auteur: String(author?.name ?? author).replace(/\s*<.*/, ''),
    texte: texte ? readFileSync(texte, 'utf8').trim() : null
  }
}

/** By name and version: of the program and of the workers, each of which is a build of its own. */
const parts = new Map()

/** Notes the packages that a build is made of: of what is in it, not of what is installed. */
export const noteLicences = () =>
  license({
    thirdParty: (paquets) => {
      for (const { name, version, license: licence, author, licenseText } of paquets)
        parts.set(`${name}@${version}`, {
          nom: name,
          version,
          licence,
          auteur: author?.name ?? null,
          texte: licenseText?.trim() ?? null
        })
    }
  })

/**
 * Writes the licences of all that ships beside the program.
 * @throws Error with the part that ships under a licence nobody has looked at
 */
export function writeLicences() {
  return {
    name: 'carte-fne:licences',
    // What draws the first picture at the build is a part of the same program.
    apply: (_, { isSsrBuild }) => !isSsrBuild,
    generateBundle: {
      // After the plugin that notes them.
      order: 'post',
      handler() {
        // Some builds have a file of theirs as a module, too.
        for (const livre of [...AUTREMENT_LIVRES].map(readLivre))
          parts.set(`${livre.nom}@${livre.version}`, livre)
        const liste = [...parts.values()]
        const douteuse = liste.find(({ licence }) => !isAdmise(licence))
        if (douteuse)
          throw new Error(
            `${douteuse.nom} ${douteuse.version} est sous une licence qui n’a pas été examinée : ${douteuse.licence ?? 'aucune'} (scripts/licences.mjs).`
          )
        const toutes = [...liste, ...AUTRES].sort((a, b) => a.nom.localeCompare(b.nom, 'fr'))
        const source = `${JSON.stringify({ parts: toutes }, null, 1)}\n`
        this.emitFile({ type: 'asset', fileName: LICENCES, source })
      }
    }
  }
}
