import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { LENTS } from './lents.mjs'
import { runEtape, startEtape } from './etapes.mjs'
import { requireDependencies } from './setup.mjs'

/**
 * `npm run test:quick`, for every commit: all types, lint and format of what is not yet committed (or, where all is,
 * of the last commit), and the unit tests but those that read every place of France or start a program.
 */
requireDependencies()
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean)
const enCours = [
  ...git('diff', '--name-only', '--diff-filter=d', 'HEAD'),
  ...git('ls-files', '--others', '--exclude-standard')
]
const changes = (
  enCours.length > 0 ? enCours : git('diff', '--name-only', '--diff-filter=d', 'HEAD~1')
).filter(existsSync)

const debut = performance.now()
const waitForTypes = startEtape('Types', 'npm', ['run', '--silent', 'check:types', '--', '--incremental'])
const statuts = []
if (changes.length > 0) {
  const code = changes.filter((fichier) => /\.(m?[jt]s|svelte)$/.test(fichier))
  if (code.length > 0)
    statuts.push(runEtape('Règles', 'npx', ['eslint', '--max-warnings', '0', '--no-warn-ignored', ...code]))
  statuts.push(runEtape('Format', 'npx', ['oxfmt', '--check', '--no-error-on-unmatched-pattern', ...changes]))
}
statuts.push(
  runEtape('Tests unitaires, sans les lents', 'npx', [
    'vitest',
    'run',
    '--reporter=dot',
    ...LENTS.flatMap((nom) => ['--exclude', `**/${nom}.test.ts`])
  ])
)
statuts.push(await waitForTypes())
const secondes = Math.round((performance.now() - debut) / 1000)
const echecs = statuts.filter((statut) => statut !== 0).length
console.log(
  echecs === 0
    ? `\nTout passe, en ${secondes} s. Les tests dans le navigateur et les lents\u202F: npm test.`
    : `\n${echecs === 1 ? 'Une étape a échoué' : `${echecs} étapes ont échoué`}, en ${secondes} s.`
)
process.exit(echecs === 0 ? 0 : 1)
