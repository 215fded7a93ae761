import { defineConfig } from 'vitest/config'

/** The main tasks in Firefox (`npm run test:firefox`), where it is installed; the built app is served as anywhere. */
export default defineConfig({
  test: {
    include: ['tests/firefox/**/*.test.ts'],
    environment: 'node',
    reporters: ['default', ['json', { outputFile: '.cache/rapports/firefox.json' }]],
    // A limit against hanging only.
    testTimeout: 180_000,
    hookTimeout: 180_000
  }
})
