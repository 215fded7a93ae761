import { defineConfig } from 'vitest/config'

/**
 * The tests of the outlines' build (`npm run test:geo`): a minute and a half, and nothing that they read changes but
 * with scripts/geo. `npm test` runs them when something there has changed (scripts/contoursVerifies.mjs).
 */
export default defineConfig({
  test: {
    include: ['tests/geo/**/*.test.ts'],
    environment: 'node',
    reporters: ['default', ['json', { outputFile: '.cache/rapports/geo.json' }]],
    // A limit against hanging only.
    testTimeout: 120_000
  }
})
