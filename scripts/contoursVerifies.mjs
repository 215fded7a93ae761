import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/**
 * What the outlines were last built and tested from, kept beside their program: as long as it is the same, their tests
 * (`npm run test:geo`) have nothing new to say, and `npm test` leaves them out.
 */
const EMPREINTE = 'scripts/geo/verifie.sha256'
const SOURCES = ['scripts/geo', 'tests/geo', 'tests/unit/geo-outils.ts', 'static/geo/territoires.topo.json']

const listFichiers = (chemin) =>
  /\.\w+$/.test(chemin)
    ? [chemin]
    : readdirSync(chemin, { withFileTypes: true })
        .filter(({ name }) => name !== 'node_modules' && name !== 'verifie.sha256')
        .flatMap((entree) => {
          // Part of the fingerprint: the same on every system.
          const dedans = `${chemin}/${entree.name}`
          return entree.isDirectory() ? listFichiers(dedans) : [dedans]
        })

/** Of every file that the build or its tests read. */
function computeEmpreinte() {
  const empreinte = createHash('sha256')
  for (const fichier of SOURCES.flatMap(listFichiers).sort())
    empreinte.update(`${fichier}\0`).update(readFileSync(fichier)).update('\0')
  return empreinte.digest('hex')
}

/** True where the tests have passed with the files as they are. */
export const areContoursVerifies = () =>
  existsSync(EMPREINTE) && readFileSync(EMPREINTE, 'utf8').trim() === computeEmpreinte()

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(EMPREINTE, `${computeEmpreinte()}\n`)
