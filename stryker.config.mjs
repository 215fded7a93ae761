/**
 * Mutation testing (`npm run test:mutation -- FOLDER…`, docs/tests.md): faults put in on purpose, one at a time, each
 * of which a unit test should notice. Heavy, and no part of `npm test`.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: true },
  // Only the tests that reach a fault run against it.
  coverageAnalysis: 'perTest',
  // One process: on two cores a second one only makes tests time out, which would count as noticed.
  concurrency: 1,
  timeoutMS: 20_000,
  // The first run, of all tests, on a machine that does other things as well.
  dryRunTimeoutMinutes: 30,
  ignoreStatic: true,
  incremental: true,
  incrementalFile: '.cache/mutation/incremental.json',
  tempDirName: '.cache/mutation/bac',
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: '.cache/mutation/rapport.json' },
  clearTextReporter: { allowColor: false, logTests: false },
  // Types, prose and what needs a browser are not what is measured.
  ignorePatterns: ['dist', 'dist-portable', '.cache', 'docs/images', 'scripts/geo/node_modules']
}
