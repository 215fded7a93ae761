import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import css from '@eslint/css'
import { runChecks } from 'es-check'
import { ESLint } from 'eslint'
import { DIST } from './dossiers.mjs'
import { listTextes } from './politique.mjs'

const TRAVAIL = '.cache/navigateurs'

/** package.json says which browsers, once, for the build, the linter and what is checked here. */
const { browserslist: NAVIGATEURS } = JSON.parse(readFileSync('package.json', 'utf8'))
const ANNEE = Number(/^baseline (\d{4})$/.exec(NAVIGATEURS[0])?.[1])

/** What some of these browsers do without, each with what is seen then. */
const TOLERES = {
  allowProperties: [
    // Nothing: all of them know it, Safari with a prefix that stands beside it.
    'print-color-adjust',
    'user-select',
    // Nothing: all of them have it. What is told apart is Safari's way with `stroke` of HTML text, which nothing here uses.
    'paint-order',
    // Nothing: the older spelling of `clip-path` in what is read out only, which stands beside it.
    'clip',
    // High contrast is Windows', where Safari is not.
    'forced-color-adjust',
    // Firefox before 126 shows the presenter's next scene at full size.
    'zoom',
    // Lines of a title that are less even.
    'text-wrap',
    // Controls in the browser's own colour.
    'accent-color',
    // A sheet scrolled to its end moves the page in its stead.
    'overscroll-behavior',
    // A field that keeps its height.
    'resize',
    // With the selector details-content, see there.
    'content-visibility'
  ],
  // Bullets, a field that the browser filled, a map on the whole screen: the browser's own look. What is folded on the
  // screen is folded on paper.
  allowSelectors: ['marker', 'autofill', 'fullscreen', 'details-content'],
  // Safari before 18.2 prints on the size and with the margins that its dialog says.
  allowAtRules: ['page'],
  // A heading at the foot of a sheet; the next family of the list.
  allowPropertyValues: { 'break-after': ['avoid'], 'font-family': ['ui-monospace'] }
}

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: {
    files: ['**/*.css'],
    plugins: { css },
    language: 'css/css',
    languageOptions: { tolerant: true },
    rules: { 'css/use-baseline': ['error', { available: ANNEE, ...TOLERES }] }
  }
})

/** @returns {Promise<string[]>} what of a style sheet the browsers of that year have not, but for what is tolerated */
export async function listFautesCss(nom, feuille) {
  const [{ messages }] = await eslint.lintText(feuille, { filePath: nom })
  return messages.map(({ message }) => `${nom}: ${message}`)
}

/**
 * @param {readonly string[]} fichiers paths
 * @param {boolean} tout their functions, too, and not their syntax alone: four times as long
 * @returns {Promise<string[]>} what of these programs the browsers cannot read, or have not
 */
export async function listFautesJs(fichiers, tout) {
  const cible = { ecmaVersion: 'checkBrowser', checkBrowser: true, browserslistQuery: NAVIGATEURS.join(', ') }
  const { errors } = await runChecks([{ ...cible, files: fichiers, module: true, checkFeatures: tout }])
  return errors.map(({ file, err }) => `${file}: ${err.message}`)
}

/** `npm run navigateurs [-- --tout]`: after a build, whether all that ships is read by the browsers that it is meant for. */
async function verify(dossier, tout) {
  const noms = readdirSync(resolve(dossier, 'assets'))
  const page = readFileSync(resolve(dossier, 'index.html'), 'utf8')
  const styles = listTextes(page, 'style').map((texte) => ['index.html.css', texte])
  for (const nom of noms.filter((nom) => nom.endsWith('.css')))
    styles.push([nom, readFileSync(resolve(dossier, 'assets', nom), 'utf8')])
  rmSync(TRAVAIL, { recursive: true, force: true })
  mkdirSync(TRAVAIL, { recursive: true })
  const scripts = listTextes(page, 'script').map((texte, i) => {
    const chemin = `${TRAVAIL}/index-${i}.js`
    writeFileSync(chemin, texte)
    return chemin
  })
  const programmes = noms.filter((nom) => /\.m?js$/.test(nom)).map((nom) => `${dossier}/assets/${nom}`)
  const fautes = [
    ...(await listFautesJs([...scripts, `${dossier}/sw.js`, ...programmes], tout)),
    ...(await Promise.all(styles.map(([nom, texte]) => listFautesCss(nom, texte)))).flat()
  ]
  console.log(
    `${programmes.length + scripts.length + 1} programmes et ${styles.length} feuilles de style, pour ${NAVIGATEURS.join(' et ')}`
  )
  for (const faute of fautes) console.error(faute)
  return fautes.length
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = (await verify(DIST, process.argv.includes('--tout'))) > 0 ? 1 : 0
