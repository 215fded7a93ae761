import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import browserslist from 'browserslist'
import { browserslistToTargets, transform } from 'lightningcss'
import { build } from 'vite'

const DOSSIER = '.cache/prerendu'
/** The style of the frame, and where things stand in it. */
const SOCLE = ['src/ui/theme/socle.css', 'src/ui/theme/mise-en-page.css']
/** What draws the default view, as one module that imports nothing: the single file carries it. */
export const RENDU = `${DOSSIER}/prerendu.js`

/** What is loaded when it is used is never used to draw the default view. */
const sansChargements = {
  name: 'carte-fne:sans-chargements',
  resolveDynamicImport: (nom) => ({ id: String(nom), external: true })
}

/** Builds the app for the server. @returns what src/app/prerendu.ts exports */
export async function loadRendu() {
  await build({
    logLevel: 'error',
    publicDir: false,
    plugins: [sansChargements],
    ssr: { noExternal: true },
    build: {
      ssr: 'src/app/prerendu.ts',
      outDir: DOSSIER,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: true,
      rolldownOptions: { platform: 'browser' }
    }
  })
  return import(pathToFileURL(resolve(RENDU)).href)
}

/** The program as vite writes it into the page: its styles and modules, in the head. */
const PROGRAMME =
  /\s*<(?:script type="module"[^>]*src="([^"]+)"[^>]*><\/script>|link rel="(?:modulepreload|stylesheet)"[^>]*>)/g

/**
 * Asks for the program once the picture is on the screen, so that it takes neither the network nor the machine before: a
 * frame that is told to be painted is not yet, and what paints it would share the processor with what reads the program. What
 * it then reads is asked for at the same time.
 * @param {string} html
 * @param {readonly string[]} modules files that the entry loads
 * @param {readonly string[]} lus files that the default view reads
 */
export function deferProgramme(html, modules, lus) {
  const [, entree] = [...html.matchAll(PROGRAMME)].find(([, src]) => src) ?? []
  if (!entree) throw new Error('index.html n’a pas de programme.')
  const suite = `<script data-lus="${lus.join(' ')}">;(() => {
    let fait = false
    const lus = document.currentScript.dataset.lus.split(' ')
    const add = (nom, attributs) => document.head.append(Object.assign(document.createElement(nom), attributs))
    const commence = () => {
      if (fait) return
      fait = true
      add('script', { type: 'module', crossOrigin: '', src: ${JSON.stringify(entree)} })
      for (const href of ${JSON.stringify(modules)})
        add('link', href.endsWith('.css') ? { rel: 'preload', as: 'style', crossOrigin: '', href } : { rel: 'modulepreload', crossOrigin: '', href })
      for (const href of lus) add('link', { rel: 'preload', as: 'fetch', crossOrigin: '', href })
    }
    // A page in the background paints nothing.
    if (document.hidden) commence()
    new PerformanceObserver(commence).observe({ type: 'paint', buffered: true })
    // Nor does a browser that tells nobody when it has painted.
    setTimeout(commence, 3000)
  })()</script>`
  const fin = html.lastIndexOf('</body>')
  return `${html.slice(0, fin).replace(PROGRAMME, '')}${suite.replace(/\n\s*/g, '\n')}\n${html.slice(fin)}`
}

/**
 * Draws the default view into a built index.html, with the style of the frame, so that the map is on screen before any
 * script runs.
 * @param {string} html index.html as vite built it
 * @param {string} donnees folder of the data files
 * @param {{ lus: string[], lectures: object }} suivi takes the files that were read, and what they say
 * @returns {Promise<string>}
 */
export async function drawPremiereVue(html, donnees, suivi = { lus: [], lectures: {} }) {
  const { fillPremiere, renderPremiereVue } = await loadRendu()
  const {
    html: corps,
    css,
    lectures
  } = await renderPremiereVue((chemin) => {
    suivi.lus.push(`./${chemin}`)
    return readFile(resolve(donnees, chemin), 'utf8')
  })
  suivi.lectures = lectures
  const code = Buffer.concat([
    ...(await Promise.all(SOCLE.map((feuille) => readFile(feuille)))),
    Buffer.from(css)
  ])
  const targets = browserslistToTargets(browserslist())
  const socle = transform({ filename: 'socle.css', code, minify: true, targets }).code.toString()
  return fillPremiere(
    html.replace('<!--socle-->', () => `<style data-socle>${socle}</style>`),
    corps
  )
}
