import { existsSync, readFileSync } from 'node:fs'
import { runEtape } from './etapes.mjs'
import { quit, requireDependencies } from './setup.mjs'

/** What is measured; of the map what knows neither the DOM nor MapLibre. */
const DOSSIERS = ['src/domain', 'src/state', 'src/data', 'src/search', 'src/map/apparence', 'src/map/cadre']
const RAPPORT = '.cache/mutation/rapport.json'

/** `npm run test:mutation -- [FOLDER or FILE…]`: folder by folder, with the score of each. */
requireDependencies()
const choisis = process.argv.slice(2)
const manque = choisis.find((chemin) => !existsSync(chemin))
if (manque)
  quit(`Ni dossier ni fichier\u202F: ${manque}. Exemple\u202F: npm run test:mutation -- src/domain/temps`)
const scores = []
for (const chemin of choisis.length > 0 ? choisis : DOSSIERS) {
  const motif = /\.ts$/.test(chemin) ? chemin : `${chemin.replace(/\/$/, '')}/**/*.ts`
  const statut = runEtape(`Mutation de ${chemin}`, 'npx', ['stryker', 'run', '--mutate', motif])
  if (statut !== 0) process.exitCode = statut
  else scores.push([chemin, computeScore(JSON.parse(readFileSync(RAPPORT, 'utf8')), chemin)])
}
for (const [chemin, { notees, total }] of scores)
  console.log(
    `${chemin}\u202F: ${total === 0 ? '—' : Math.round((100 * notees) / total)} % (${notees} sur ${total})`
  )

/** Of the faults that a test could notice, those that one did. */
function computeScore({ files }, chemin) {
  const mutants = Object.entries(files)
    .filter(([fichier]) => fichier.startsWith(chemin.replace(/\/$/, '')))
    .flatMap(([, fichier]) => fichier.mutants)
  const count = (...etats) => mutants.filter(({ status }) => etats.includes(status)).length
  const notees = count('Killed', 'Timeout')
  return { notees, total: notees + count('Survived', 'NoCoverage') }
}
