import { defineConfig } from 'vitest/config'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { LENTS } from './scripts/lents.mjs'

/**
 * The unit tests that answer at once, for mutation testing: each runs hundreds of times. Without those that read every
 * place of France, start a program or draw components; a fault that only these see counts as unseen.
 */
export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['tests/unit/**/*.test.ts'],
    exclude: ['tests/unit/**/*.dom.test.ts', ...LENTS.map((nom) => `tests/unit/**/${nom}.test.ts`)],
    environment: 'node',
    // Modules are read once and not for each file of tests: reading them takes longer than the tests.
    isolate: false,
    unstubGlobals: true,
    // All faults within one process (scripts/mutation/rapide.mjs); Stryker brings a runner of its own.
    ...(process.env['MUTATION_RAPIDE']
      ? { runner: './scripts/mutation/coureur.mjs', pool: 'threads' as const, maxWorkers: 1 }
      : {}),
    testTimeout: 120_000
  }
})
