import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { resolveCommande } from '../commandes.mjs'
import { ErreurGeo } from './erreur.mjs'

const HERE = new URL('.', import.meta.url)

/**
 * Installs what this folder's package-lock.json names, unless it is there already.
 * @throws {ErreurGeo} when npm fails
 */
export function installDependencies() {
  if (modifiedAt('node_modules/.package-lock.json') >= modifiedAt('package-lock.json')) return
  // On stderr, so that stdout carries the result only.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync(...resolveCommande('npm', ['ci', ...options]), {
    cwd: fileURLToPath(HERE),
    stdio: ['ignore', 2, 2]
  })
  if (status !== 0) {
    throw new ErreurGeo('npm ci a échoué dans scripts/geo\u202F; vérifiez l’accès au registre npm.')
  }
}

/** @returns {number} milliseconds since 1970, 0 when there is no such file */
function modifiedAt(path) {
  return statSync(new URL(path, HERE), { throwIfNoEntry: false })?.mtimeMs ?? 0
}
