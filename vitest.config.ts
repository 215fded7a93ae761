import { defineConfig } from 'vitest/config'
import { svelte } from '@sveltejs/vite-plugin-svelte'

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['tests/unit/**/*.test.ts'],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
    environment: 'node',
    maxWorkers: 2,
    // Property tests and the geography command are slow on a busy machine; a limit is there against hanging only.
    testTimeout: 120_000
  }
})
