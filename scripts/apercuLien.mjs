import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import subsetFont from 'subset-font'
import { build } from 'vite'
import { FACES, SIGNES } from './policesExport.mjs'

/** The picture beside index.html; what keeps the app offline leaves it out. */
export const APERCU = 'apercu.png'
/** What services that show links ask for, in pixels. */
export const TAILLE = { largeur: 1200, hauteur: 630 }
const DOSSIER = '.cache/apercu'

/**
 * Where the app will be, from the variable CARTE_ADRESSE: services that show links follow absolute addresses alone.
 * @param {string | undefined} ecrite
 * @returns {string | null} with a '/' at its end; null where nothing is said
 * @throws {Error} where it is no address
 */
export function readAdresse(ecrite = process.env.CARTE_ADRESSE) {
  if (!ecrite) return null
  const adresse = URL.canParse(ecrite) ? new URL(ecrite) : null
  if (!adresse || !/^https?:$/.test(adresse.protocol))
    throw new Error(
      `CARTE_ADRESSE doit être l’adresse complète de la carte (https://…), et non « ${ecrite} ».`
    )
  return `${adresse.origin}${adresse.pathname.replace(/\/?$/, '/')}`
}

const echapper = (texte) => texte.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/**
 * Says in the head of the page what a link to it shows: Open Graph's title, description and picture, from the page's own.
 * @param {string} html
 * @param {string} adresse with a '/' at its end
 * @returns {string}
 */
export function addApercu(html, adresse) {
  const [, titre] = /<title>([^<]*)<\/title>/.exec(html) ?? []
  const [, description] = /<meta\s+name="description"\s+content="([^"]*)"/.exec(html) ?? []
  if (!titre || !description) throw new Error('index.html n’a plus de titre ou de description.')
  const balises = {
    'og:type': 'website',
    'og:locale': 'fr_FR',
    'og:site_name': 'France Numérique Ensemble',
    'og:title': titre,
    'og:description': description,
    'og:url': adresse,
    'og:image': `${adresse}${APERCU}`,
    'og:image:type': 'image/png',
    'og:image:width': String(TAILLE.largeur),
    'og:image:height': String(TAILLE.hauteur),
    'og:image:alt': 'La carte des coporteurs, territoire par territoire, avec sa légende.'
  }
  const ecrites = Object.entries(balises).map(
    // The page's own words are escaped already.
    ([nom, valeur]) =>
      `<meta property="${nom}" content="${valeur === titre || valeur === description ? valeur : echapper(valeur)}" />`
  )
  ecrites.push('<meta name="twitter:card" content="summary_large_image" />')
  return html.replace('</head>', () => `${ecrites.join('\n')}\n</head>`)
}

/**
 * An SVG as pixels, in the faces of the app and in no other: the same on every machine.
 * @param {string} svg
 * @returns {Promise<Buffer>} PNG
 */
export async function drawPng(svg) {
  await mkdir(DOSSIER, { recursive: true })
  const fontFiles = await Promise.all(
    Object.entries(FACES).map(async ([graisse, source]) => {
      const fichier = resolve(DOSSIER, `marianne-${graisse}.ttf`)
      await writeFile(fichier, await subsetFont(await readFile(source), SIGNES, { targetFormat: 'truetype' }))
      return fichier
    })
  )
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Marianne' }
  return new Resvg(svg, { font }).render().asPng()
}

/**
 * The picture of the default view.
 * @param {string} donnees folder of the data files
 */
export async function drawApercu(donnees) {
  const outDir = `${DOSSIER}/rendu`
  await build({
    logLevel: 'error',
    publicDir: false,
    build: { ssr: 'src/app/apercu.ts', outDir, emptyOutDir: true, copyPublicDir: false }
  })
  const { renderApercu } = await import(pathToFileURL(resolve(outDir, 'apercu.js')).href)
  return drawPng(await renderApercu((chemin) => readFile(resolve(donnees, chemin), 'utf8'), TAILLE))
}
