import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findSurPath } from './programmes.mjs'

const RACINE = fileURLToPath(new URL('..', import.meta.url))

/** The packages whose tools do not bear their name. */
const PAQUETS = { playwright: '@playwright/test', stryker: '@stryker-mutator/core' }

/**
 * npm's own program: the one that runs these scripts, else the one beside this Node (Windows, then the rest), else the
 * one that PATH's `npm` is a link to.
 * @returns {string} its path
 */
function findNpm() {
  const dossier = dirname(process.execPath)
  const surPath = findSurPath(['npm'])
  const chemins = [
    process.env.npm_execpath,
    join(dossier, 'node_modules/npm/bin/npm-cli.js'),
    join(dossier, '../lib/node_modules/npm/bin/npm-cli.js'),
    surPath && realpathSync(surPath)
  ]
  const npm = chemins.find((chemin) => chemin && /npm-cli\.c?js$/.test(chemin) && existsSync(chemin))
  if (!npm) throw new Error('npm est introuvable\u202F: il est installé avec Node (https://nodejs.org).')
  return npm
}

/** The program of an installed tool, as its package names it. @returns {string} its path */
function findOutil(nom) {
  const paquet = PAQUETS[nom] ?? nom
  const dossier = join(RACINE, 'node_modules', paquet)
  const { bin } = JSON.parse(readFileSync(join(dossier, 'package.json'), 'utf8'))
  return join(dossier, typeof bin === 'string' ? bin : bin[nom])
}

/**
 * What a system starts for `node …`, `npm …` or `npx …`: Node itself with the program's file. On Windows npm and npx are
 * scripts of its shell, which cannot be started without one, and a shell reads the arguments in its own way.
 * @param {string} commande
 * @param {readonly string[]} args
 * @returns {[string, string[]]} program and arguments, for `spawn`
 */
export function resolveCommande(commande, args) {
  if (commande === 'node') return [process.execPath, [...args]]
  if (commande === 'npm') return [process.execPath, [findNpm(), ...args]]
  if (commande !== 'npx') return [commande, [...args]]
  const [outil = '', ...suite] = args
  return [process.execPath, [findOutil(outil), ...suite]]
}
