import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { findChromium, hasChromiumSansFenetre, PAQUETS_CHROMIUM } from './chromium.mjs'
import { resolveCommande } from './commandes.mjs'
import { findSurPath } from './programmes.mjs'
import { hasServeurWeb, SERVEURS_WEB } from './serveursWeb.mjs'

const NODE_MINIMUM = [20, 19]

/** Ends the program with one French sentence: what is missing and how to have it. */
export function quit(message) {
  console.error(`\n${message}`)
  process.exit(1)
}

function run(commande, args) {
  const { status, error } = spawnSync(...resolveCommande(commande, args), {
    stdio: ['ignore', process.stderr, process.stderr]
  })
  return !error && status === 0
}

/** What npm itself notes of an installation, whoever asked for it: `npm ci`, `npm install`, these scripts. */
const INSTALLE = 'node_modules/.package-lock.json'

const readPaquets = (fichier) => JSON.parse(readFileSync(fichier, 'utf8')).packages

/** True where every package of the lock file is there in its version; those of another platform may be missing. */
export function isInstalled() {
  if (!existsSync(INSTALLE)) return false
  const [voulus, installes] = [readPaquets('package-lock.json'), readPaquets(INSTALLE)]
  return Object.entries(voulus).every(
    ([chemin, { version, optional }]) =>
      chemin === '' || (installes[chemin] ? installes[chemin].version === version : optional)
  )
}

function checkNode() {
  const [majeure = 0, mineure = 0] = process.versions.node.split('.').map(Number)
  if (majeure < NODE_MINIMUM[0] || (majeure === NODE_MINIMUM[0] && mineure < NODE_MINIMUM[1])) {
    quit(
      `Il faut Node ${NODE_MINIMUM.join('.')} ou plus récent\u202F; cette machine a Node ${process.versions.node}.`
    )
  }
}

/** Installs the packages of the lock file when they are missing or of another lock file. */
export function ensureDependencies() {
  checkNode()
  if (isInstalled()) return
  console.error('Installation des dépendances (npm ci)…')
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    quit('L’installation des dépendances a échoué\u202F: vérifier l’accès au registre npm, puis recommencer.')
  }
}

/** For a command that only reads: without its packages it says how to have them, and installs nothing. */
export function requireDependencies() {
  checkNode()
  // Others than those of the lock file do for reading; what is missing cannot be replaced.
  if (!existsSync('node_modules/vite'))
    quit('Les dépendances ne sont pas installées\u202F: lancer d’abord «\u00A0npm ci\u00A0».')
}

/** Installs Debian packages where apt and the rights are there. */
function aptInstall(paquets) {
  if (!findSurPath(['apt-get']) || process.getuid?.() !== 0) return false
  console.error(`Installation de ${paquets.join(', ')} (apt-get)…`)
  return (
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...paquets])
  )
}

/** What the pages are measured with where the design system's font is not there yet. */
const POLICES = ['fonts-liberation', 'fonts-dejavu-core']

/** Finds a Chromium, or installs Debian's; ends the program with one sentence where neither can be. */
export function ensureChromium() {
  if (process.env.CHROMIUM_PATH && !findChromium()) {
    quit(`CHROMIUM_PATH désigne un fichier qui n’existe pas\u202F: ${process.env.CHROMIUM_PATH}.`)
  }
  if (!hasChromiumSansFenetre()) aptInstall([PAQUETS_CHROMIUM[0], ...POLICES])
  if (!findChromium()) aptInstall([PAQUETS_CHROMIUM[1], ...POLICES])
  const chromium = findChromium()
  if (!chromium) {
    quit(
      'Les tests ont besoin d’un navigateur Chromium\u202F: l’installer (sous Debian, en administrateur\u202F: apt-get install chromium), ou donner son chemin dans CHROMIUM_PATH.'
    )
  }
  // On Windows the browser opens a window instead of saying it.
  const version =
    process.platform === 'win32'
      ? ''
      : ` (${execFileSync(chromium, ['--version'], { encoding: 'utf8' }).trim()})`
  console.error(`Navigateur\u202F: ${chromium}${version}`)
  return chromium
}

/**
 * Has the web servers that docs/publier sets up, so that tests read their real answers: installs them where apt is there,
 * and says in one sentence where it is not that the tests go on without.
 */
export function ensureServeursWeb() {
  const manquants = SERVEURS_WEB.filter((serveur) => !hasServeurWeb(serveur))
  if (manquants.length === 0) return
  aptInstall(manquants.flatMap(({ paquets }) => paquets))
  const absents = SERVEURS_WEB.filter((serveur) => !hasServeurWeb(serveur)).map(({ nom }) => nom)
  if (absents.length > 0)
    console.error(
      `Cette machine n’a pas ${absents.join(' ni ')} comme Debian les installe\u202F: les tests de l’hébergement s’en passent.`
    )
}
