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
import { COURANT, MUTANTS, RESULTATS } from './fichiers.mjs'

/** A copy of the project in which all faults are, each of them switched off. */
const BAC = '.cache/mutation/rapide'
const AILLEURS = new Set(['node_modules', '.git', '.cache', 'dist', 'dist-portable', 'test-results'])
/** Milliseconds without a word after which the fault that is tried is one that never ends. */
const SILENCE_MAX = 60_000
const SURVIVANTS = '.cache/mutation/survivants.txt'

const dansBac = (nom) => join(BAC, nom)

/**
 * All faults of some folders or files, in minutes: the faults are Stryker's, the tests are run again within one process.
 * @param {readonly string[]} chemins folders or files
 * @returns {Promise<{ chemin: string, notees: number, total: number }[]>} of the faults that a test could notice, those
 * that one did; the others are in SURVIVANTS
 */
export async function measureRapide(chemins) {
  const mutants = await buildBac(chemins)
  for (;;) {
    const muet = await runTests()
    if (muet === null) break
    appendFileSync(dansBac(RESULTATS), `${JSON.stringify({ vu: muet, par: 'sans fin' })}\n`)
  }
  const { vus, atteints, statiques, rouges } = readResultats()
  for (const rouge of rouges) console.log(`Échoue sans faute\u202F: ${rouge}`)
  const jugees = mutants.filter(({ id }) => vus.has(id) || atteints.has(id) || !statiques.has(id))
  console.log(
    `${mutants.length} fautes, dont ${mutants.length - jugees.length} atteintes au seul chargement, qui ne sont pas comptées.`
  )
  writeFileSync(
    SURVIVANTS,
    jugees
      .filter(({ id }) => !vus.has(id))
      .map(
        ({ id, fichier, ligne, avant, apres }) =>
          `${fichier}:${ligne}${atteints.has(id) ? '' : ' (jamais atteint)'}\t${avant}\t→\t${apres}\n`
      )
      .join('')
  )
  console.log(`Ce qui n’a pas été vu\u202F: ${SURVIVANTS}`)
  return chemins.map((chemin) => {
    const siennes = jugees.filter(({ fichier }) => fichier === chemin || fichier.startsWith(`${chemin}/`))
    return { chemin, notees: siennes.filter(({ id }) => vus.has(id)).length, total: siennes.length }
  })
}

/** Copies the project and puts the faults in. @returns all faults, with what they replace */
async function buildBac(chemins) {
  rmSync(BAC, { recursive: true, force: true })
  mkdirSync(BAC, { recursive: true })
  for (const nom of readdirSync('.')) if (!AILLEURS.has(nom)) cpSync(nom, dansBac(nom), { recursive: true })
  symlinkSync(resolve('node_modules'), dansBac('node_modules'), 'junction')
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
    [...textes].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [] }
  )
  for (const { name, content } of files) writeFileSync(dansBac(relative('.', name)), content)
  const essayes = mutants.filter(({ status }) => status !== 'Ignored')
  writeFileSync(dansBac(MUTANTS), JSON.stringify(essayes.map(({ id }) => ({ id }))))
  return essayes.map(({ id, fileName, location, replacement }) => ({
    id,
    fichier: fileName,
    ligne: location.start.line + 1,
    avant: extract(textes.get(fileName), location),
    apres: onOneLine(replacement)
  }))
}

const onOneLine = (texte) => texte.replace(/\s+/g, ' ').slice(0, 100)

function extract(texte, { start, end }) {
  const lignes = texte.split('\n').slice(start.line, end.line + 1)
  lignes[lignes.length - 1] = lignes.at(-1).slice(0, end.column)
  lignes[0] = lignes[0].slice(start.column)
  return onOneLine(lignes.join('\n'))
}

/** Runs the tests over the copy. @returns the fault that never ended, or null when all were tried */
function runTests() {
  rmSync(dansBac(COURANT), { force: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.mutation.config.ts', '--silent']
  const processus = spawn(process.execPath, args, {
    cwd: BAC,
    stdio: 'ignore',
    env: { ...process.env, MUTATION_RAPIDE: '1' }
  })
  return new Promise((finish) => {
    const ronde = setInterval(() => {
      if (!existsSync(dansBac(COURANT))) return
      const dernier = Math.max(...[COURANT, RESULTATS].map((nom) => statSync(dansBac(nom)).mtimeMs))
      if (Date.now() - dernier > SILENCE_MAX) processus.kill('SIGKILL')
    }, 1000)
    processus.on('close', (_, signal) => {
      clearInterval(ronde)
      finish(signal === 'SIGKILL' ? readFileSync(dansBac(COURANT), 'utf8') : null)
    })
  })
}

function readResultats() {
  const notes = readFileSync(dansBac(RESULTATS), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((ligne) => JSON.parse(ligne))
  const gather = (nom) => new Set(notes.flatMap((note) => note[nom] ?? []))
  return {
    vus: gather('vu'),
    atteints: gather('atteints'),
    statiques: gather('statiques'),
    rouges: gather('rouge')
  }
}
