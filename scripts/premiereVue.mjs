import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { transform } from 'lightningcss'
import { build } from 'vite'

const DOSSIER = '.cache/prerendu'
/** The style of the frame, and where things stand in it. */
const SOCLE = ['src/ui/theme/socle.css', 'src/ui/theme/mise-en-page.css']

/** Builds the app for the server, and returns the function that draws the default view as HTML. */
async function loadRendu() {
  await build({
    logLevel: 'error',
    publicDir: false,
    build: { ssr: 'src/app/prerendu.ts', outDir: DOSSIER, emptyOutDir: true, copyPublicDir: false }
  })
  const { renderPremiereVue } = await import(pathToFileURL(resolve(DOSSIER, 'prerendu.js')).href)
  return renderPremiereVue
}

/**
 * Draws the default view into a built index.html, with the style of the frame, so that the map is on screen before any
 * script runs.
 * @param {string} html index.html as vite built it
 * @param {string} donnees folder of the data files
 * @returns {Promise<string>}
 */
export async function drawPremiereVue(html, donnees) {
  const renderPremiereVue = await loadRendu()
  const corps = await renderPremiereVue((chemin) => readFile(resolve(donnees, chemin), 'utf8'))
  const code = Buffer.concat(await Promise.all(SOCLE.map((feuille) => readFile(feuille))))
  const socle = transform({ filename: 'socle.css', code, minify: true }).code.toString()
  const complet = html
    .replace('<!--socle-->', () => `<style>${socle}</style>`)
    .replace('<!--premiere-carte-->', () => corps)
  if (complet.length <= html.length + corps.length)
    throw new Error('index.html n’a plus la place de la première carte.')
  return complet
}
