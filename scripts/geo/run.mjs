import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ErreurGeo } from './erreur.mjs'
import { installDependencies } from './installation.mjs'
import { AIDE, parseOptions } from './options.mjs'

const CIBLE = fileURLToPath(new URL('../../static/geo/territoires.topo.json', import.meta.url))

async function run(args) {
  const options = parseOptions(args)
  if (options.help) return AIDE
  installDependencies()
  const { build } = await import('./construction.mjs')
  const construction = await build(options)
  const path = options.sortie ?? CIBLE
  if (options.check) checkSame(path, construction.text)
  else write(path, construction.text)
  return describe(path, construction, options)
}

function checkSame(path, text) {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    throw new ErreurGeo(
      `${path}\u202F: ce n’est pas le fichier que la commande produit. Relancez npm run geo.`
    )
  }
}

function write(path, text) {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  } catch (error) {
    throw new ErreurGeo(`${path}\u202F: écriture impossible (${error.code}).`)
  }
}

function describe(path, { poids, tolerance, completes }, { check }) {
  const kilo = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }).format(poids / 1000)
  return [
    `${relative('', path)}\u202F: ${check ? 'à jour' : 'écrit'}, ${kilo} ko compressés.`,
    tolerance > 0 ? `Contours simplifiés à ${tolerance} m.` : 'Contours non simplifiés.',
    ...(completes.length > 0 ? [`Complété par Natural Earth\u202F: ${completes.join(', ')}.`] : [])
  ].join('\n')
}

try {
  console.log(await run(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof ErreurGeo)) throw error
  console.error(error.message)
  process.exitCode = 1
}
