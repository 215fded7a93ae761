import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runEtape } from './etapes.mjs'
import { quit, requireDependencies } from './setup.mjs'

/** What is measured; of the map what knows neither the DOM nor MapLibre. */
const DOSSIERS = ['src/domain', 'src/state', 'src/data', 'src/search', 'src/map/apparence', 'src/map/cadre']
const RAPPORT = '.cache/mutation/rapport.json'

/**
 * `npm run test:mutation -- [--lignes N] [--rapide [--tests NAME,NAME…]] [FOLDER or FILE…]`: the score of each folder. By Stryker all of its
 * faults take an hour or more; with `--lignes`, those on N lines of each folder, drawn by chance but always the same, in
 * one run; with `--rapide` all of them within one process, in minutes; with `--tests` by these files of tests only.
 */
requireDependencies()
const { values, positionals } = parseArgs({
  options: { lignes: { type: 'string' }, rapide: { type: 'boolean' }, tests: { type: 'string' } },
  allowPositionals: true
})
const tirage = values.lignes === undefined ? null : Number(values.lignes)
if (tirage !== null && !(tirage > 0))
  quit('--lignes attend un nombre de lignes par dossier. Exemple\u202F: npm run test:mutation -- --lignes 60')
const manque = positionals.find((chemin) => !existsSync(chemin))
if (manque)
  quit(`Ni dossier ni fichier\u202F: ${manque}. Exemple\u202F: npm run test:mutation -- src/domain/temps`)
const chemins = (positionals.length > 0 ? positionals : DOSSIERS).map((chemin) => chemin.replace(/\/$/, ''))

const scores = []
if (values.rapide) {
  const { measureRapide } = await import('./mutation/rapide.mjs')
  scores.push(
    ...(await measureRapide({
      chemins,
      tests: values.tests?.split(',') ?? [],
      lignes: tirage && chemins.flatMap((chemin) => drawLignes(chemin, tirage))
    }))
  )
} else if (tirage === null)
  for (const chemin of chemins) {
    const motif = /\.ts$/.test(chemin) ? chemin : `${chemin}/**/*.ts`
    if (mutate(chemin, motif)) scores.push(readScore(chemin))
  }
else if (
  mutate(`${tirage} lignes par dossier`, chemins.flatMap((chemin) => drawLignes(chemin, tirage)).join(','))
)
  scores.push(...chemins.map(readScore))
for (const { chemin, notees, total } of scores)
  console.log(
    `${chemin}\u202F: ${total === 0 ? '—' : Math.round((100 * notees) / total)} % (${notees} sur ${total})`
  )

/** Runs Stryker on what is named as its `mutate` wants it. */
function mutate(quoi, motif) {
  const statut = runEtape(`Mutation de ${quoi}`, 'npx', ['stryker', 'run', '--mutate', motif])
  if (statut !== 0) process.exitCode = statut
  return statut === 0
}

/** Lines that say something, of the files under a path: `file:line-line`, by the order of their fingerprints. */
function drawLignes(chemin, nombre) {
  const fichiers = /\.ts$/.test(chemin)
    ? [chemin]
    : readdirSync(chemin, { recursive: true, encoding: 'utf8' })
        .filter((nom) => /\.ts$/.test(nom) && !/\.d\.ts$/.test(nom))
        .map((nom) => join(chemin, nom).replaceAll('\\', '/'))
  return fichiers
    .flatMap((fichier) =>
      readFileSync(fichier, 'utf8')
        .split('\n')
        .flatMap((ligne, i) =>
          /^\s*(?:\/?\*|\/\/|import\b|export (?:type|interface)\b|readonly\b|[{}()[\];,]*\s*$)/.test(ligne)
            ? []
            : [
                {
                  place: `${fichier}:${i + 1}-${i + 1}`,
                  rang: createHash('sha1').update(`${fichier} ${i} ${ligne}`).digest('hex')
                }
              ]
        )
    )
    .sort((a, b) => (a.rang < b.rang ? -1 : 1))
    .slice(0, nombre)
    .map(({ place }) => place)
}

/** Of the faults that a test could notice, those that one did. */
function readScore(chemin) {
  const { files } = JSON.parse(readFileSync(RAPPORT, 'utf8'))
  const mutants = Object.entries(files)
    .filter(([fichier]) => fichier === chemin || fichier.startsWith(`${chemin}/`))
    .flatMap(([, fichier]) => fichier.mutants)
  const count = (...etats) => mutants.filter(({ status }) => etats.includes(status)).length
  const notees = count('Killed', 'Timeout')
  return { chemin, notees, total: notees + count('Survived', 'NoCoverage') }
}
