import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { TestRunner, vi } from 'vitest'
import { COURANT, MUTANTS, readNotes, RESULTATS } from './fichiers.mjs'

/** Milliseconds of processor: a longer test would be run hundreds of times for one more fault. */
const DUREE_MAX = 400
/** Milliseconds; among tests that are quicker, how many faults they come to decides alone. */
const DUREE_MIN = 10
/** Milliseconds of processor for one fault; one that no test has noticed by then counts as unseen. */
const ESSAI_MAX = 1500
/** Milliseconds; a test that goes on waiting waits for what a fault has taken away. */
const ATTENTE_MAX = 10_000
/** A fault that is come to so many times more often than without it has made a loop without end. */
const TOURS_MAX = 100

/** What the faults ask at each place that they were put in: which of them is there, and whether somebody counts. */
const stryker = (globalThis.__stryker__ ??= {})
stryker.mutantCoverage ??= { static: {}, perTest: {} }

/** Kept from one file of tests to the next: modules are read once, and so is this one. */
const suivi = (globalThis.__mutation__ ??= startSuivi())

function startSuivi() {
  const notes = readNotes() ?? []
  return {
    cibles: new Set(JSON.parse(readFileSync(MUTANTS, 'utf8')).map(({ id }) => id)),
    /** Tried already, before a fault made a loop without end and all was begun anew. */
    finis: new Set(notes.flatMap(({ vu, nonVu }) => vu ?? nonVu ?? [])),
    /** The tests that come to each fault. */
    essais: new Map(),
    fichiers: 0
  }
}

/** Those of Node: the tests have clocks of their own. */
const { setTimeout: startMinuterie, clearTimeout: stopMinuterie } = globalThis

/** What is promised. @throws where it does not come in time */
function waitFor(promesse) {
  let minuterie
  const attente = new Promise((_, reject) => {
    minuterie = startMinuterie(() => reject(new Error('The test waits.')), ATTENTE_MAX)
  })
  return Promise.race([promesse, attente]).finally(() => stopMinuterie(minuterie))
}

const toMs = ({ user, system }) => (user + system) / 1000
const note = (objet) => appendFileSync(RESULTATS, `${JSON.stringify(objet)}\n`)
const nameTest = ({ name, file }) => `${file.name} › ${name}`
const listTests = ({ tasks }) => tasks.flatMap((tache) => (tache.type === 'test' ? tache : listTests(tache)))

/** The suites around a test, the file first. */
function listSuites({ suite, file }) {
  const suites = []
  for (let s = suite; s; s = s.suite) suites.unshift(s)
  return suites[0] === file ? suites : [file, ...suites]
}

/** Calls hooks one after the other. @returns what they gave back to be called at the end, the last one first */
async function callHooks(hooks, args) {
  const fins = []
  for (const hook of hooks ?? []) {
    const fin = await hook(...args)
    if (typeof fin === 'function') fins.unshift(fin)
  }
  return fins
}

/**
 * Runs all tests as Vitest does, noting which faults each of them comes to; then each fault is switched on and its tests
 * are run again, those that are about it first, in the same process and with the same modules, until one of them fails. Reading the
 * modules anew for each fault, as Stryker's own runner does, takes a hundred times longer.
 */
export default class CoureurMutation extends TestRunner {
  async onBeforeRunTask(test) {
    await super.onBeforeRunTask(test)
    stryker.currentTestId = test.id
  }

  onAfterRunTask(test) {
    super.onAfterRunTask(test)
    stryker.currentTestId = undefined
  }

  async onAfterRunFiles(fichiers) {
    super.onAfterRunFiles(fichiers)
    for (const fichier of fichiers) {
      for (const test of listTests(fichier)) this.noteTest(test)
      suivi.fichiers++
    }
    if (suivi.fichiers < this.workerState.ctx.files.length) return
    note({
      atteints: [...suivi.essais.keys()],
      statiques: Object.keys(stryker.mutantCoverage.static).filter((id) => suivi.cibles.has(id))
    })
    await this.tryMutants()
  }

  noteTest(test) {
    if (test.result?.state === 'fail') note({ rouge: nameTest(test) })
    const atteints = stryker.mutantCoverage.perTest[test.id] ?? {}
    if (test.result?.state === 'pass')
      for (const [id, tours] of Object.entries(atteints)) {
        if (!suivi.cibles.has(id)) continue
        const essais = suivi.essais.get(id)
        if (essais) essais.push({ test, tours })
        else suivi.essais.set(id, [{ test, tours }])
      }
    delete stryker.mutantCoverage.perTest[test.id]
  }

  async tryMutants() {
    const utiles = new Map()
    // The tests that come to few faults are about them; a fault that nearly all come to is often noticed by none of those.
    const portees = new Map()
    for (const essais of suivi.essais.values())
      for (const { test } of essais) portees.set(test, (portees.get(test) ?? 0) + 1)
    // A quick one first all the same: there is time for a few slow ones only.
    const rankTest = ({ test }) => portees.get(test) * (DUREE_MIN + test.result.duration)
    for (const [id, essais] of suivi.essais) {
      if (suivi.finis.has(id)) continue
      essais.sort((a, b) => rankTest(a) - rankTest(b))
      const debut = process.cpuUsage()
      let vu = false
      for (const { test, tours } of essais) {
        if (toMs(process.cpuUsage(debut)) > ESSAI_MAX) break
        if (!utiles.has(test)) utiles.set(test, await this.isUtile(test))
        if (!utiles.get(test)) continue
        writeFileSync(COURANT, id)
        Object.assign(stryker, { activeMutant: id, hitCount: 0, hitLimit: 1000 + tours * TOURS_MAX })
        const passe = await this.runAgain(test)
        Object.assign(stryker, { activeMutant: undefined, hitCount: undefined })
        if (passe) continue
        vu = true
        note({ vu: id, par: nameTest(test) })
        // What a fault left behind would have the test fail for all that follow: it is then of no more use.
        if (!(await this.runAgain(test))) utiles.set(test, false)
        break
      }
      suivi.finis.add(id)
      if (!vu) note({ nonVu: id })
    }
  }

  /** True where a test passes a second time, and soon. */
  async isUtile(test) {
    const avant = process.cpuUsage()
    const passe = await this.runAgain(test)
    return passe && toMs(process.cpuUsage(avant)) <= DUREE_MAX
  }

  /** Runs a test once more, with all its hooks. @returns whether it passes */
  async runAgain(test) {
    const suites = listSuites(test)
    const hooksOf = (suite) => TestRunner.getSuiteHooks(suite) ?? {}
    const fins = []
    const erreurs = test.result.errors?.length ?? 0
    try {
      vi.unstubAllGlobals()
      for (const suite of suites)
        fins.unshift(...(await callHooks(hooksOf(suite).beforeAll, [test.context, suite])))
      for (const suite of suites)
        fins.unshift(...(await callHooks(hooksOf(suite).beforeEach, [test.context, suite])))
      await waitFor(TestRunner.getTestFn(test)())
      return (test.result.errors?.length ?? 0) === erreurs
    } catch {
      return false
    } finally {
      const derniers = [...suites].reverse()
      for (const suite of derniers)
        await callHooks(hooksOf(suite).afterEach, [test.context, suite]).catch(() => undefined)
      for (const suite of derniers)
        await callHooks(hooksOf(suite).afterAll, [test.context, suite]).catch(() => undefined)
      for (const fin of fins) await Promise.resolve(fin()).catch(() => undefined)
    }
  }
}
