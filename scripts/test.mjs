import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureChromium, ensureDependencies } from './setup.mjs'

/**
 * `npm test`: installs what is missing, checks types, lint and format, builds once, runs the unit and the browser
 * tests, and ends with the total that the runners' own reports give.
 */
const RAPPORTS = '.cache/rapports'
const VITEST = `${RAPPORTS}/unit.json`
const PLAYWRIGHT = `${RAPPORTS}/e2e.json`

ensureDependencies()
ensureChromium()
rmSync(RAPPORTS, { recursive: true, force: true })
mkdirSync(RAPPORTS, { recursive: true })

const run = (titre, commande, args) => {
  console.log(`\n── ${titre}`)
  return spawnSync(commande, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1
}
/** The same beside something else: what it prints is shown when it is waited for, not in between. */
const start = (titre, commande, args) => {
  const processus = spawn(commande, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const morceaux = []
  processus.stdout.on('data', (morceau) => morceaux.push(morceau))
  processus.stderr.on('data', (morceau) => morceaux.push(morceau))
  const fin = new Promise((resolve) => {
    processus.on('error', () => resolve(1))
    processus.on('close', (statut) => resolve(statut ?? 1))
  })
  return async () => {
    const statut = await fin
    console.log(`\n── ${titre}`)
    process.stdout.write(Buffer.concat(morceaux))
    return statut
  }
}
const readReport = (fichier) => (existsSync(fichier) ? JSON.parse(readFileSync(fichier, 'utf8')) : null)

// Neither uses a second core, and neither needs the other.
const waitForCheck = start('Types, règles, format', 'npm', ['run', '--silent', 'check'])
const waitForBuild = start('Construction', 'npm', ['run', '--silent', 'build'])
const construit = await waitForBuild()
const statuts = [construit]
if (construit === 0)
  statuts.push(await start('Fichier unique', 'npm', ['run', '--silent', 'build:portable'])())
statuts.push(await waitForCheck())
statuts.push(
  run('Tests unitaires', 'npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${VITEST}`
  ])
)
// Browser tests read the built app: without it they would all fail for the one reason already shown.
if (construit === 0) statuts.push(run('Tests dans le navigateur', 'npx', ['playwright', 'test']))

const unit = readReport(VITEST)
const e2e = readReport(PLAYWRIGHT)?.stats
const passed = (unit?.numPassedTests ?? 0) + (e2e?.expected ?? 0)
const skipped = (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0) + (e2e?.skipped ?? 0)
let failed = (unit?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0) + (e2e?.flaky ?? 0)
const echec = statuts.some((statut) => statut !== 0) || !unit || !e2e
// A step that fails without a failed test (types, build, a file that does not load) is a failure all the same.
if (echec && failed === 0) failed = 1
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(echec || failed > 0 ? 1 : 0)
