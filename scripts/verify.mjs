import { fileURLToPath } from 'node:url'
import { requireDependencies } from './setup.mjs'

/** `npm run verify -- [FOLDER] [--json]`: the program itself is TypeScript, shared with the app. It installs nothing. */
requireDependencies()
const { runnerImport } = await import('vite')
const { module } = await runnerImport(fileURLToPath(new URL('./verifier.ts', import.meta.url)), {
  logLevel: 'error'
})
process.exitCode = await module.verify(process.argv.slice(2))
