import { ENV_ESSAI, prepareStatique } from './donneesEssai.mjs'
import { runEtape } from './etapes.mjs'
import { ensureChromium, ensureServeursWeb } from './setup.mjs'

/** `npm run test:e2e -- [options of Playwright]`: builds the app with the tests' own data, and runs the browser tests on it. */
ensureChromium()
ensureServeursWeb()
prepareStatique()
process.exitCode =
  runEtape('Construction', 'npm', ['run', '--silent', 'build'], ENV_ESSAI) ||
  runEtape('Fichier unique', 'npm', ['run', '--silent', 'build:portable'], ENV_ESSAI) ||
  runEtape('Tests dans le navigateur', 'npx', ['playwright', 'test', ...process.argv.slice(2)], ENV_ESSAI)
