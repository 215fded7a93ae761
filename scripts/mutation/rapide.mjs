import { spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { quit } from '../setup.mjs'
import { COURANT, MUTANTS, readNotes, RESULTATS } from './fichiers.mjs'

const AILLEURS = new Set(['node_modules', '.git', '.cache', 'dist', 'dist-portable', 'test-results'])
/** Milliseconds without a word after which the fault that is tried is one that never ends. */
const SILENCE_MAX = 60_000

/**
 * All faults of some folders or files, in minutes: the faults are Stryker's, the tests are run again within one process.
 * @param {object} quoi
 * @param {readonly string[]} quoi.chemins folders or files
 * @param {readonly string[]} quoi.tests names of the files of tests, without their end; all quick ones where there is none
 * @param {readonly string[] | null} quoi.lignes lines drawn ('file:3-3'), where only their faults are tried
 * @returns {Promise<{ chemin: string, notees: number, total: number }[]>} of the faults that a test could notice, those
 * that one did; the others are listed in a file beside
 */
export async function measureRapide({ chemins, tests, lignes }) {
  // A copy of the project in which all faults are, each of them switched off.
  const bac = join('.cache/mutation', `${lignes ? 'tirage-' : ''}${chemins.join('+').replaceAll('/', '-')}`)
  const mutants = await buildBac(bac, chemins, lignes)
  for (;;) {
    const muet = await runTests(bac, tests)
    if (muet === null) break
    appendFileSync(join(bac, RESULTATS), `${JSON.stringify({ vu: muet, par: 'sans fin' })}\n`)
  }
  const { vus, atteints, statiques, rouges } = readResultats(bac)
  for (const rouge of rouges) console.log(`Échoue sans faute\u202F: ${rouge}`)
  const jugees = mutants.filter(({ id }) => vus.has(id) || atteints.has(id) || !statiques.has(id))
  console.log(
    `${mutants.length} fautes, dont ${mutants.length - jugees.length} atteintes au seul chargement, qui ne sont pas comptées.`
  )
  const survivants = `${bac}.txt`
  writeFileSync(
    survivants,
    jugees
      .filter(({ id }) => !vus.has(id))
      .map(
        ({ id, fichier, ligne, avant, apres }) =>
          `${fichier}:${ligne}${atteints.has(id) ? '' : ' (jamais atteint)'}\t${avant}\t→\t${apres}\n`
      )
      .join('')
  )
  console.log(`Ce qui n’a pas été vu\u202F: ${survivants}`)
  return chemins.map((chemin) => {
    const siennes = jugees.filter(({ fichier }) => fichier === chemin || fichier.startsWith(`${chemin}/`))
    return { chemin, notees: siennes.filter(({ id }) => vus.has(id)).length, total: siennes.length }
  })
}

/** Copies the project and puts the faults in. @returns all faults, with what they replace */
async function buildBac(bac, chemins, lignes) {
  rmSync(bac, { recursive: true, force: true })
  mkdirSync(bac, { recursive: true })
  for (const nom of readdirSync('.')) if (!AILLEURS.has(nom)) cpSync(nom, join(bac, nom), { recursive: true })
  symlinkSync(resolve('node_modules'), join(bac, 'node_modules'), 'junction')
  const fichiers = chemins.flatMap((chemin) =>
    /\.ts$/.test(chemin)
      ? [chemin]
      : readdirSync(chemin, { recursive: true, encoding: 'utf8' })
          .filter((nom) => /\.ts$/.test(nom) && !/\.d\.ts$/.test(nom))
          .map((nom) => join(chemin, nom).replaceAll('\\', '/'))
  )
  const textes = new Map(fichiers.map((nom) => [nom, readFileSync(nom, 'utf8')]))
  const muet = () => undefined
  const instrumenter = new Instrumenter({
    debug: muet,
    info: muet,
    warn: console.warn,
    isDebugEnabled: () => false
  })
  const { files, mutants } = await instrumenter.instrument(
    [...textes].map(([name, content]) => ({
      name,
      content,
      mutate: lignes ? listPlaces(lignes, name) : true
    })),
    { plugins: null, excludedMutations: [], ignorers: [] }
  )
  for (const { name, content } of files) writeFileSync(join(bac, relative('.', name)), content)
  const essayes = mutants.filter(({ status }) => status !== 'Ignored')
  writeFileSync(join(bac, MUTANTS), JSON.stringify(essayes.map(({ id }) => ({ id }))))
  return essayes.map(({ id, fileName, location, replacement }) => ({
    id,
    fichier: fileName,
    ligne: location.start.line + 1,
    avant: extract(textes.get(fileName), location),
    apres: onOneLine(replacement)
  }))
}

/** The lines drawn of a file, counted from 0 as the instrumenter does. */
const listPlaces = (lignes, fichier) =>
  lignes
    .filter((place) => place.startsWith(`${fichier}:`))
    .map((place) => Number(place.split('-').at(-1)) - 1)
    .map((line) => ({ start: { line, column: 0 }, end: { line, column: Number.MAX_SAFE_INTEGER } }))

const onOneLine = (texte) => texte.replace(/\s+/g, ' ').slice(0, 100)

function extract(texte, { start, end }) {
  const lignes = texte.split('\n').slice(start.line, end.line + 1)
  lignes[lignes.length - 1] = lignes.at(-1).slice(0, end.column)
  lignes[0] = lignes[0].slice(start.column)
  return onOneLine(lignes.join('\n'))
}

/** Runs the tests over the copy. @returns the fault that never ended, or null when all were tried */
function runTests(bac, tests) {
  rmSync(join(bac, COURANT), { force: true })
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'vitest.mutation.config.ts',
    '--silent=true',
    // A fault may well leave a promise that nobody waits for.
    '--dangerouslyIgnoreUnhandledErrors',
    ...tests.map((nom) => `unit/${nom}.test.ts`)
  ]
  const processus = spawn(process.execPath, args, {
    cwd: bac,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, MUTATION_RAPIDE: '1', NODE_NO_WARNINGS: '1' }
  })
  return new Promise((finish) => {
    const ronde = setInterval(() => {
      if (!existsSync(join(bac, COURANT))) return
      const dernier = Math.max(...[COURANT, RESULTATS].map((nom) => statSync(join(bac, nom)).mtimeMs))
      if (Date.now() - dernier > SILENCE_MAX) processus.kill('SIGKILL')
    }, 1000)
    processus.on('close', (_, signal) => {
      clearInterval(ronde)
      finish(signal === 'SIGKILL' ? readFileSync(join(bac, COURANT), 'utf8') : null)
    })
  })
}

function readResultats(bac) {
  const notes = readNotes(join(bac, RESULTATS))
  if (!notes)
    quit(
      'Aucun test n’a pu être lancé\u202F: voir les noms donnés à --tests, et si «\u00A0npm run test:unit\u00A0» passe.'
    )
  const gather = (nom) => new Set(notes.flatMap((note) => note[nom] ?? []))
  return {
    vus: gather('vu'),
    atteints: gather('atteints'),
    statiques: gather('statiques'),
    rouges: gather('rouge')
  }
}
