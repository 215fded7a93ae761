/**
 * `npm run lieux`: builds all that comes from INSEE's Code officiel géographique.
 * The source package is large and of no use to the app: it is a dependency of this folder only, installed on demand.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const ici = new URL('.', import.meta.url)
const SOURCE = '@etalab/decoupage-administratif'

function isSourceInstalled() {
  const manifeste = new URL(`node_modules/${SOURCE}/package.json`, ici)
  if (!existsSync(manifeste)) return false
  const voulue = JSON.parse(readFileSync(new URL('package.json', ici), 'utf8')).dependencies[SOURCE]
  return JSON.parse(readFileSync(manifeste, 'utf8')).version === voulue
}

if (!isSourceInstalled()) {
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: ici, stdio: 'inherit' })
  if (npm.status !== 0) process.exit(npm.status ?? 1)
}

const { writeReferentiel } = await import('./referentiel.mjs')
const { writeLieux } = await import('./lieux.mjs')
console.log(writeReferentiel())
console.log(writeLieux())
