import { ENV_ESSAI, prepareStatique } from './donneesEssai.mjs'
import { runEtape } from './etapes.mjs'
import { findFirefox } from './firefox.mjs'
import { quit, requireDependencies } from './setup.mjs'

/** `npm run test:firefox`: builds the app with the tests' own data, and does the main tasks in the system's Firefox. */
requireDependencies()
if (!findFirefox())
  quit(
    'Il faut Firefox\u202F: l’installer (sous Debian\u202F: apt-get install firefox-esr), ou donner son chemin dans FIREFOX_PATH.'
  )
prepareStatique()
process.exitCode =
  runEtape('Construction', 'npm', ['run', '--silent', 'build'], ENV_ESSAI) ||
  runEtape('Firefox', 'npx', ['vitest', 'run', '--config', 'vitest.firefox.config.ts'], ENV_ESSAI)
