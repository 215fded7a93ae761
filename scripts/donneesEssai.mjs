import { cpSync, rmSync } from 'node:fs'
import { resolve, sep } from 'node:path'

/** The frozen copy of a snapshot that the tests stand on, whatever is shipped (tests/fixtures/LISEZMOI.md). */
const FIXTURES = 'tests/fixtures/donnees'
const ESSAI = '.cache/essai'

/** Where the app of the browser tests is built, for the environment of the builds and of Playwright. */
export const ENV_ESSAI = {
  CARTE_STATIQUE: `${ESSAI}/static`,
  CARTE_DIST: `${ESSAI}/dist`,
  CARTE_PORTABLE: `${ESSAI}/dist-portable`
}

/** Shipped files, but for the snapshots, their list and the scenes: those are the tests' own. */
export function prepareStatique() {
  const { CARTE_STATIQUE } = ENV_ESSAI
  rmSync(CARTE_STATIQUE, { recursive: true, force: true })
  cpSync('static', CARTE_STATIQUE, {
    recursive: true,
    filter: (source) =>
      !/^static\/donnees\/(\d{4}-|index\.json|scenes\.json)/.test(source.split(sep).join('/'))
  })
  cpSync(FIXTURES, resolve(CARTE_STATIQUE, 'donnees'), { recursive: true })
}
