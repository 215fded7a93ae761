import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { VitePWA } from 'vite-plugin-pwa'
import { DIST, STATIQUE } from './dossiers.mjs'
import { addPolitique } from './politique.mjs'
import { deferProgramme, drawPremiereVue } from './premiereVue.mjs'

const MANIFESTE = 'manifest.webmanifest'
/** What the files of the default view say, read and checked (src/data/lectureSure.ts). */
const LECTURES = 'donnees/lectures.json'

/**
 * How workbox-build keeps a built folder for offline use: all its files, one version as a whole.
 * @param {string} dossier the built folder
 */
export function optionsWorkbox(dossier) {
  return {
    globDirectory: dossier,
    globPatterns: ['**/*'],
    // The build adds the manifest by itself; the picture is for those who are shown a link.
    // The single file is fetched by whoever fills it with other data.
    globIgnores: ['sw.js', MANIFESTE, 'prerendu.mjs', 'apercu.png', 'carte-fne.html'],
    maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
    // Named after their content: the browser's own copy of them will do.
    dontCacheBustURLsMatching: /^assets\//,
    // One file: a service worker whose second half is missing could not start.
    inlineWorkboxRuntime: true,
    sourcemap: false,
    mode: 'production',
    cleanupOutdatedCaches: true,
    // The page of the first visit, too, must find what it has not yet read when the network goes.
    clientsClaim: true,
    skipWaiting: false,
    // Every view is a link of the one page; an address of another path is no view.
    ignoreURLParametersMatching: [/./],
    navigateFallback: null,
    manifestTransforms: [addIntegrite(dossier)]
  }
}

/**
 * Has the browser check every file that it stores against the one that was built. While files are being deployed, or
 * behind a Wi-Fi portal that answers in place of the server, the new version is refused and the old one stays.
 */
function addIntegrite(dossier) {
  return async (entrees) => ({
    manifest: await Promise.all(
      entrees.map(async (entree) => {
        const octets = await readFile(resolve(dossier, entree.url))
        return { ...entree, integrity: `sha256-${createHash('sha256').update(octets).digest('base64')}` }
      })
    )
  })
}

/** The files that the start of the app is made of, as vite's manifest of the build tells them. */
async function listModules() {
  const chemin = resolve(DIST, '.vite/manifest.json')
  const manifeste = JSON.parse(await readFile(chemin, 'utf8'))
  // Of use to the build alone.
  await rm(resolve(DIST, '.vite'), { recursive: true })
  const fichiers = new Set()
  const visit = (cle) => {
    const { file, css = [], imports = [] } = manifeste[cle]
    if (fichiers.has(`./${file}`)) return
    fichiers.add(`./${file}`)
    for (const feuille of css) fichiers.add(`./${feuille}`)
    imports.forEach(visit)
  }
  visit('src/app/demarrage.ts')
  return [...fichiers]
}

/**
 * The page as it is published: its policy, and where its address is told (CARTE_ADRESSE) what a link to it shows, with the
 * picture written beside it. What draws that is loaded only then.
 * @param {string} html the page with its first view
 * @param {string} [dossier] where it is built
 * @returns {Promise<string>}
 */
export async function finishPage(html, dossier = DIST) {
  if (!process.env.CARTE_ADRESSE) return addPolitique(html)
  const { addApercu, APERCU, drawApercu, readAdresse } = await import('./apercuLien.mjs')
  const adresse = readAdresse()
  await writeFile(resolve(dossier, APERCU), await drawApercu(STATIQUE))
  return addPolitique(addApercu(html, adresse))
}

/**
 * What stands first in the service worker. The page that another site shows in a frame comes from the server as long as that
 * answers: the headers that the kept page came with allow no frame but this site's own (hebergement/).
 */
export function passIntegration() {
  globalThis.addEventListener('fetch', (event) => {
    const { mode, url } = event.request
    const racine = globalThis.registration.scope
    if (mode !== 'navigate' || new URL(url).searchParams.get('mode') !== 'integration') return
    if (![racine, `${racine}index.html`].includes(url.split(/[?#]/)[0])) return
    event.stopImmediatePropagation()
    event.respondWith(
      globalThis.fetch(event.request).catch(async () => {
        const gardee = await globalThis.caches.match(`${racine}index.html`, { ignoreSearch: true })
        return gardee ?? Response.error()
      })
    )
  })
}

/**
 * What stands second: looks at the page that is kept before it is shown. One that is gone, emptied or another's comes from the
 * server, whatever version that has; where that does not answer either, the browser's own page would not be in French.
 */
export function mendPage() {
  const texte =
    '<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    '<title>Carte FNE</title><h1>Carte FNE</h1><p>La copie de la carte gardée sur cet appareil est abîmée, et le réseau ne ' +
    'répond pas\u00A0: vérifier la connexion, puis réessayer. Les notes et les données importées ne sont pas perdues.</p>' +
    '<p><a href="">Réessayer</a></p></html>'
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'"
  }
  const check = async (gardee) => {
    if (/<div id="app"[^]*<\/html>\s*$/.test(await gardee.clone().text())) return gardee
    throw new Error('This is not the page.')
  }
  globalThis.addEventListener('fetch', (event) => {
    const { mode, url } = event.request
    const racine = globalThis.registration.scope
    if (mode !== 'navigate' || ![racine, `${racine}index.html`].includes(url.split(/[?#]/)[0])) return
    const answer = event.respondWith.bind(event)
    event.respondWith = (reponse) =>
      answer(
        Promise.resolve(reponse)
          .then(check)
          .catch(() => globalThis.fetch(event.request))
          .catch(() => new Response(texte, { headers }))
      )
  })
}

/** Puts both there, once the service worker is written. */
const writePassage = () => ({
  name: 'carte-fne:integration-hors-ligne',
  apply: (_, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  closeBundle: {
    order: 'post',
    sequential: true,
    async handler() {
      const chemin = resolve(DIST, 'sw.js')
      await writeFile(chemin, `(${passIntegration})();\n(${mendPage})();\n${await readFile(chemin, 'utf8')}`)
    }
  }
})

/** The vite plugins: manifest, first view, then the service worker, which has to know index.html as it is at last. */
export function horsLigne() {
  const gardee = VitePWA({
    registerType: 'prompt',
    // The app registers it itself, once it has nothing better to do (src/state/horsLigne.svelte.ts).
    injectRegister: false,
    includeManifestIcons: false,
    manifestFilename: MANIFESTE,
    manifest: {
      name: 'Carte France Numérique Ensemble',
      short_name: 'Carte FNE',
      description:
        'Qui porte l’inclusion numérique dans chaque département\u202F: gouvernances, coporteurs, feuilles de route et financements.',
      lang: 'fr',
      dir: 'ltr',
      id: './',
      start_url: './',
      scope: './',
      display: 'standalone',
      theme_color: '#000091',
      background_color: '#ffffff',
      categories: ['government', 'education'],
      icons: [
        { src: 'icones/icone-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icones/icone-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icones/icone-masquable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        { src: 'icone.svg', sizes: 'any', type: 'image/svg+xml' }
      ]
    },
    workbox: optionsWorkbox(DIST),
    integration: {
      beforeBuildServiceWorker: async () => {
        const page = resolve(DIST, 'index.html')
        const suivi = { lus: [], lectures: {} }
        const complet = await drawPremiereVue(await readFile(page, 'utf8'), STATIQUE, suivi)
        // As src/data/lectureSure.ts reads it.
        await writeFile(resolve(DIST, LECTURES), JSON.stringify(suivi.lectures))
        const lus = [...suivi.lus, `./${LECTURES}`]
        await writeFile(page, await finishPage(deferProgramme(complet, await listModules(), lus)))
      }
    }
  })
  return [gardee, writePassage()]
}
