import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { feature } from 'topojson-client'
import { geoMercator, geoPath } from 'd3-geo'
import { build } from 'vite'
import { compresserDossier } from '../../../scripts/compresser.mjs'

const ICI = fileURLToPath(new URL('.', import.meta.url))
const RACINE = join(ICI, '../../..')
/** What somebody would pick instead of the app; 'plancher' is the picture alone, drawn into the page. */
export const PAIRS = ['plancher', 'leaflet', 'echarts', 'dsfr', 'maplibre']

const COULEURS = {
  region: '#2d0f57',
  departement: '#d3e4f5',
  syndicat_mixte: '#087f6c',
  collectivite_statut_particulier: '#f2cf51',
  epci: '#de7335',
  prefecture: '#92263c',
  '': '#ffffff'
}

/** Each territory's colour in the two views, from the newest snapshot that is shipped. */
async function readTerritoires() {
  const { instantanes } = JSON.parse(await readFile(join(RACINE, 'static/donnees/index.json'), 'utf8'))
  const dossier = instantanes
    .map(({ date }) => date)
    .sort()
    .at(-1)
  const csv = await readFile(join(RACINE, 'static/donnees', dossier, 'gouvernances.csv'), 'utf8')
  const lignes = csv.trimEnd().split('\n').slice(1)
  return Object.fromEntries(
    lignes.map((ligne) => {
      const [code, nom, , coporteurs, , feuille] = ligne.split(',')
      const type = coporteurs.split('|')[0]
      const avec = feuille === 'remontee'
      return [
        code,
        {
          nom,
          reponse: type || 'non remontée',
          coporteurs: COULEURS[type],
          feuilles: avec ? '#0b6e8c' : '#f8d2ad',
          rangs: { coporteurs: Object.keys(COULEURS).indexOf(type), feuilles: avec ? 1 : 0 }
        }
      ]
    })
  )
}

const page = (titre, corps, script) => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${titre}</title>
    <link rel="icon" href="data:," />
    <style>
      body { margin: 0; font-family: sans-serif }
      #carte { height: 88vh; width: 100% }
      #carte > svg { height: 100%; width: 100% }
    </style>
  </head>
  <body>
    <button id="bascule">Changer de vue</button>
    <output id="reponse"></output>
    <div id="carte">${corps}</div>
    ${script}
  </body>
</html>`

/** The picture alone: the outlines as paths of one SVG in the page, no program. */
function drawPlancher(topologie, territoires) {
  const { features } = feature(topologie, topologie.objects.territoires)
  const cadre = {
    type: 'MultiPoint',
    coordinates: [
      [-5.2, 41.3],
      [9.6, 51.1]
    ]
  }
  const trace = geoPath(geoMercator().fitSize([1000, 1000], cadre)).digits(1)
  const chemins = features.map((f) => `<path d="${trace(f)}" fill="${territoires[f.id].coporteurs}"/>`)
  return `<svg viewBox="0 0 1000 1000" stroke="#3f4254" stroke-width=".6">${chemins.join('')}</svg>`
}

/**
 * Builds each page into `${sortie}/NAME/`, with its files compressed beside it.
 * @param {string} sortie an absolute path
 */
export async function construirePairs(sortie) {
  await rm(sortie, { recursive: true, force: true })
  const territoires = await readTerritoires()
  const topologie = JSON.parse(await readFile(join(RACINE, 'static/geo/territoires.topo.json'), 'utf8'))
  for (const nom of PAIRS) {
    const source = join(sortie, 'source', nom)
    const fichiers = join(source, 'public')
    await mkdir(fichiers, { recursive: true })
    const plancher = nom === 'plancher'
    await writeFile(
      join(source, 'index.html'),
      page(
        nom,
        plancher ? drawPlancher(topologie, territoires) : '',
        plancher ? '' : `<script type="module" src="${join(ICI, 'pages', `${nom}.js`)}"></script>`
      )
    )
    if (!plancher) {
      await writeFile(join(fichiers, 'territoires.json'), JSON.stringify(territoires))
      await cp(join(RACINE, 'static/geo/territoires.topo.json'), join(fichiers, 'territoires.topo.json'))
    }
    await build({
      root: source,
      base: './',
      configFile: false,
      publicDir: 'public',
      logLevel: 'error',
      worker: { format: 'es' },
      server: { fs: { strict: false } },
      build: { target: 'es2022', outDir: join(sortie, nom), emptyOutDir: true, chunkSizeWarningLimit: 4000 }
    })
    await compresserDossier(join(sortie, nom))
  }
}
