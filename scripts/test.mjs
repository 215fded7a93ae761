import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { buildBilan } from './bilan.mjs'
import { areContoursVerifies } from './contoursVerifies.mjs'
import { ENV_ESSAI, prepareStatique } from './donneesEssai.mjs'
import { runEtape, startEtape } from './etapes.mjs'
import { findFirefox } from './firefox.mjs'
import { ensureChromium, ensureDependencies, ensureServeursWeb } from './setup.mjs'

/**
 * `npm test`: installs what is missing, verifies the data that ship, checks types, lint and format, builds once with the
 * tests' own data, runs the unit and the browser tests, and ends with the total that the runners' own reports give.
 */
const RAPPORTS = '.cache/rapports'
const VITEST = `${RAPPORTS}/unit.json`
const CONTOURS = `${RAPPORTS}/geo.json`
const FIREFOX = `${RAPPORTS}/firefox.json`
const PLAYWRIGHT = `${RAPPORTS}/e2e.json`

ensureDependencies()
ensureChromium()
ensureServeursWeb()
const debut = performance.now()
rmSync(RAPPORTS, { recursive: true, force: true })
mkdirSync(RAPPORTS, { recursive: true })

/** Verifies every snapshot that the app offers. @returns the steps, each waited for and told as {@link startEtape} says */
function startVerify() {
  const { instantanes } = JSON.parse(readFileSync('static/donnees/index.json', 'utf8'))
  const dossiers = instantanes.map(({ date }) => `static/donnees/${date}`)
  return dossiers.map((dossier) =>
    startEtape(`Données livrées (${dossier})`, 'node', ['scripts/verify.mjs', dossier])
  )
}
const readReport = (fichier) => (existsSync(fichier) ? JSON.parse(readFileSync(fichier, 'utf8')) : null)

// The data that ship are judged by themselves; the tests have their own.
const verifies = startVerify()
prepareStatique()
// A browser waits for its page now and then, and so do tests that start a program: the check has what they leave, from the
// first build to the last browser test, and none of them is slower for it.
const waitForCheck = startEtape('Types, règles, format', 'npm', ['run', '--silent', 'check'], {
  effacee: true
})
const waitForBuild = startEtape('Construction', 'npm', ['run', '--silent', 'build'], { env: ENV_ESSAI })
let donnees = 0
for (const waitForVerify of verifies) donnees = Math.max(donnees, await waitForVerify())
const construit = await waitForBuild()
const statuts = [construit, donnees]
const waitForUnit = startEtape('Tests unitaires', 'npx', [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${VITEST}`
])
if (construit === 0)
  for (const [titre, commande, args] of [
    ['Fichier unique', 'npm', ['run', '--silent', 'build:portable']],
    ['Poids de la première vue', 'node', ['scripts/octets.mjs']],
    ['Navigateurs visés', 'node', ['scripts/navigateurs.mjs']]
  ])
    statuts.push(await startEtape(titre, commande, args, { env: ENV_ESSAI })())
// One browser, which waits more than it computes: beside the unit tests it costs next to nothing. Like all browser tests it
// reads the built app: without that it would fail for the one reason already shown.
const waitForFirefox =
  construit === 0 && findFirefox()
    ? startEtape(
        'Grandes tâches dans Firefox',
        'npx',
        ['vitest', 'run', '--config', 'vitest.firefox.config.ts'],
        { env: ENV_ESSAI }
      )
    : null
statuts.push(await waitForUnit())
if (areContoursVerifies()) {
  console.log(
    '\nLes contours n’ont pas changé depuis leur dernière vérification (npm run test:geo la refait).'
  )
} else statuts.push(runEtape('Construction des contours', 'npm', ['run', '--silent', 'test:geo']))
if (waitForFirefox) statuts.push(await waitForFirefox())
else if (construit === 0)
  console.log(
    '\nFirefox n’est pas installé\u00A0: les grandes tâches n’y sont pas essayées (npm run test:firefox).'
  )
if (construit === 0)
  statuts.push(runEtape('Tests dans le navigateur', 'npx', ['playwright', 'test'], ENV_ESSAI))
statuts.push(await waitForCheck())

const unit = readReport(VITEST)
const contours = readReport(CONTOURS)
const firefox = readReport(FIREFOX)
const e2e = readReport(PLAYWRIGHT)?.stats
const { lignes, code } = buildBilan({ unit, contours, firefox, e2e, statuts, donnees })
const secondes = Math.round((performance.now() - debut) / 1000)
console.log(`\nEn ${Math.floor(secondes / 60)} min ${secondes % 60} s, sans ce qu’il a fallu installer.`)
for (const ligne of lignes) console.log(ligne)
process.exit(code)
