/**
 * `npm run lieux`: builds all that comes from INSEE's Code officiel géographique; with `-- --verifier`, checks it.
 * The source package is large and of no use to the app: it is a dependency of this folder only, installed on demand.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { resolveCommande } from '../commandes.mjs'

const ICI = fileURLToPath(new URL('.', import.meta.url))
const SOURCE = '@etalab/decoupage-administratif'

function isSourceInstalled() {
  const manifeste = `${ICI}node_modules/${SOURCE}/package.json`
  if (!existsSync(manifeste)) return false
  const voulue = JSON.parse(readFileSync(`${ICI}package.json`, 'utf8')).dependencies[SOURCE]
  return JSON.parse(readFileSync(manifeste, 'utf8')).version === voulue
}

if (!isSourceInstalled()) {
  const options = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund']
  const npm = spawnSync(...resolveCommande('npm', ['ci', ...options]), {
    cwd: ICI,
    stdio: 'inherit'
  })
  if (npm.status !== 0) process.exit(npm.status ?? 1)
}

if (process.argv.includes('--verifier')) {
  const { verifyLieux } = await import('./verifier.mjs')
  const ecarts = await verifyLieux()
  for (const ecart of ecarts) console.error(ecart)
  if (ecarts.length > 0) process.exit(1)
  console.log('lieux.json : conforme à la source')
} else {
  const { writeReferentiel } = await import('./referentiel.mjs')
  const { writeLieux } = await import('./lieux.mjs')
  console.log(writeReferentiel())
  console.log(writeLieux())
}
