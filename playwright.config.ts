import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS, CHROMIUM_ARGS_WEBGL, findChromium } from './scripts/chromium.mjs'
import { findPort } from './scripts/ports.mjs'

const executablePath = findChromium()
// The workers read this file again, with the environment of the run: the port is chosen once.
const PORT = await findPort()
process.env['PORT'] = String(PORT)

const launch = (args: string[]) => ({ args, ...(executablePath ? { executablePath } : {}) })

/**
 * Browser tests run on the built app (`npm run build` first, or `npm run test:e2e`, which builds it with the tests’ own data): one build, one server, two workers. WebGL is switched off,
 * but for the tests that are about it, about the hand-over, or about both renderers: these bear the tag {@link WEBGL}.
 */
const WEBGL = /@webgl/

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  // Software WebGL on two cores: a map can take many seconds to be drawn while another test draws its own.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/rapports/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // What a service worker asks for is not seen by page.route(); the tests of the offline copy allow it.
    serviceWorkers: 'block'
  },
  projects: [
    { name: 'svg', grepInvert: WEBGL, use: { launchOptions: launch(CHROMIUM_ARGS) } },
    // The processor draws each pixel of WebGL several times a second: a smaller window halves these tests, and a camera
    // that jumps spares a fifth; that it also flies is for the tests which ask for it.
    {
      name: 'webgl',
      grep: WEBGL,
      use: {
        viewport: { width: 1024, height: 640 },
        contextOptions: { reducedMotion: 'reduce' },
        // MapLibre's program is made fast anew in each page, for the second that a test needs it: a tenth of its start.
        launchOptions: launch([...CHROMIUM_ARGS_WEBGL, '--js-flags=--no-turbofan'])
      }
    }
  ],
  webServer: {
    command: 'node scripts/serveurEssai.mjs',
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
    timeout: 60_000
  }
})
