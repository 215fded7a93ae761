import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { build } from 'vite'

/**
 * Builds the app into dist/, then draws the default view into index.html, so that the map is on screen before any
 * script runs.
 */
export async function buildAll() {
  await build({ logLevel: 'warn' })
  await build({
    logLevel: 'error',
    publicDir: false,
    build: { ssr: 'src/app/prerendu.ts', outDir: '.cache/prerendu', emptyOutDir: true, copyPublicDir: false }
  })
  const { renderPremiereVue } = await import(pathToFileURL(resolve('.cache/prerendu/prerendu.js')).href)
  const lire = (chemin) => readFile(resolve('dist', chemin), 'utf8')
  const corps = await renderPremiereVue(lire)
  const socle = (await readFile('src/ui/theme/socle.css', 'utf8'))
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, ' ')
  const html = await readFile('dist/index.html', 'utf8')
  const complet = html
    .replace('<!--socle-->', () => `<style>${socle}</style>`)
    .replace('<!--premiere-carte-->', () => corps)
  if (complet.length <= html.length + corps.length)
    throw new Error('index.html n’a plus la place de la première carte.')
  await writeFile('dist/index.html', complet)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildAll()
