import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { svelte } from '@sveltejs/vite-plugin-svelte'

const UNITAIRES = 'tests/unit'
/**
 * What asks for a window without drawing a component, in its first line. A worker has one environment: between two files
 * of the other project each would have had a worker of its own, and the file after it another, which read all modules again.
 */
const AVEC_FENETRE = readdirSync(UNITAIRES)
  .filter((nom) => nom.endsWith('.test.ts'))
  .map((nom) => `${UNITAIRES}/${nom}`)
  .filter((fichier) => readFileSync(fichier, 'utf8').startsWith('// @vitest-environment jsdom'))

export default defineConfig({
  plugins: [svelte()],
  test: {
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
    maxWorkers: 2,
    // Modules are handed to a thread as they are, to a process written and read again.
    pool: 'threads',
    // Property tests and the geography command are slow on a busy machine; a limit is there against hanging only.
    testTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ['tests/unit/**/*.dom.test.ts', ...AVEC_FENETRE],
          environment: 'node',
          // Modules are read once a worker and not once a file: reading them took longer than the tests. What a test
          // changes outside itself it puts back (unstubGlobals; its own afterEach for clocks).
          isolate: false,
          unstubGlobals: true
        }
      },
      {
        // Components as a browser has them: Svelte's own code for the client, which checks what is drawn.
        extends: true,
        resolve: { conditions: ['browser'] },
        test: {
          name: 'dom',
          include: ['tests/unit/**/*.dom.test.ts', ...AVEC_FENETRE],
          environment: 'jsdom',
          // As above. A module that another file reads too is spied on and not mocked (vi.mock): it would go on being
          // read as it was first, here or there. fenetre-dom.ts refuses what a file leaves in the page.
          isolate: false,
          unstubGlobals: true,
          setupFiles: ['tests/unit/fenetre-dom.ts']
        }
      }
    ]
  }
})
