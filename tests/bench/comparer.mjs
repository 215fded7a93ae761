import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findChromium } from '../../scripts/chromium.mjs'
import { resolveCommande } from '../../scripts/commandes.mjs'
import { compresserDossier } from '../../scripts/compresser.mjs'

/**
 * `npm run bench`: the app beside what a user would pick instead, in one browser, in turn. Prints medians and ratios, and
 * writes tests/bench/results.json. Options: --tours=5, --seul=app,plancher, --modes=lent-sans-gpu,…
 */
const ICI = fileURLToPath(new URL('.', import.meta.url))
const SORTIE = join(ICI, '../../.cache/bench')
const { values } = parseArgs({
  options: { tours: { type: 'string', default: '5' }, seul: { type: 'string' }, modes: { type: 'string' } }
})

if (!existsSync(join(ICI, 'pairs/node_modules'))) {
  const options = ['--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync(...resolveCommande('npm', ['ci', ...options]), {
    cwd: join(ICI, 'pairs'),
    stdio: 'inherit'
  })
  if (status !== 0) throw new Error('L’installation des cartes comparées a échoué.')
}
const { construirePairs, PAIRS } = await import('./pairs/construire.mjs')
const { serveDossier } = await import('./pairs/serveur.mjs')
const { measureClick, measureLoad, median } = await import('./pairs/mesurer.mjs')

const LOIRET = () => {
  const chemin = document.querySelector('.fne-scene [data-code="45"]')
  if (!chemin) return null
  const { x, y, width, height } = chemin.getBoundingClientRect()
  // Off the middle, where the label is.
  return { x: x + width * 0.55, y: y + height * 0.75 }
}
const DSFR = () => {
  const chemin = document.querySelector('.FR-45')
  if (!chemin) return null
  const { x, y, width, height } = chemin.getBoundingClientRect()
  return { x: x + width / 2, y: y + height / 2 }
}
const PAGE = () => {
  const place = window.banc?.placeOf()
  const { x, y } = document.querySelector('#carte').getBoundingClientRect()
  return place ? { x: x + place.x, y: y + place.y } : null
}
/** Where each page has its map, its answer and its switch. */
const REGLAGES = {
  app: {
    carte: '.fne-scene',
    lieu: LOIRET,
    // As with the others: the territory's name and a sentence about it.
    reponse: { selecteur: '.fne-fiche, .fne-premiere-reponse', texte: 'Dans le Loiret' },
    bascule: (fois) => `label[for="vue-${['feuilles-de-route', 'coporteurs'][fois % 2]}"]`
  },
  plancher: { carte: '#carte', lieu: () => null },
  dsfr: { carte: '#carte', lieu: DSFR, reponse: { selecteur: '.map_tooltip, .tooltip', texte: 'Loiret' } }
}
const reglage = (nom) => ({
  nom,
  carte: '#carte',
  lieu: PAGE,
  reponse: { selecteur: '#reponse', texte: 'Loiret' },
  bascule: () => '#bascule',
  ...REGLAGES[nom]
})

const GPU = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run'
]
const MODES = [
  { nom: 'lent-sans-gpu', lent: true, options: [...GPU, '--disable-3d-apis', '--disable-gpu'] },
  { nom: 'sans-gpu', lent: false, options: [...GPU, '--disable-3d-apis', '--disable-gpu'] },
  // As browsers do by themselves on a machine without a graphics card: the processor paints the page, and plays the card for
  // WebGL alone. With '--use-angle=swiftshader' it plays it for the whole page, which no browser chooses: there the floor
  // itself keeps it busy for two seconds.
  {
    nom: 'lent-webgl-logiciel',
    lent: true,
    options: [...GPU, '--use-angle=swiftshader-webgl', '--enable-unsafe-swiftshader']
  },
  {
    nom: 'webgl-logiciel',
    lent: false,
    options: [...GPU, '--use-angle=swiftshader-webgl', '--enable-unsafe-swiftshader']
  }
]
const voulus = values.modes?.split(',') ?? MODES.map(({ nom }) => nom)
const inconnus = voulus.filter((voulu) => !MODES.some(({ nom }) => nom === voulu))
// A bench of nothing would end well, and write its nothing over what was measured.
if (inconnus.length > 0)
  throw new Error(`Mode inconnu : ${inconnus.join(', ')} (il y a ${MODES.map(({ nom }) => nom).join(', ')})`)

await construirePairs(SORTIE)
if (!existsSync('dist/index.html')) throw new Error('Construire d’abord l’application : npm run build')
await rm(join(SORTIE, 'app'), { recursive: true, force: true })
await mkdir(SORTIE, { recursive: true })
await cp('dist', join(SORTIE, 'app'), { recursive: true })
await compresserDossier(join(SORTIE, 'app'))

const noms = ['app', ...PAIRS].filter((nom) => !values.seul || values.seul.split(',').includes(nom))
const serveurs = await Promise.all(noms.map((nom) => serveDossier(join(SORTIE, nom))))
const pairs = noms.map((nom, i) => ({ ...reglage(nom), adresse: serveurs[i].adresse }))

const MESURES = [
  'premiere',
  'colore',
  'octets',
  'requetes',
  'clic',
  'changement',
  'scripting',
  'longest',
  'heap',
  'cls'
]
const resultats = {}
for (const mode of MODES.filter(({ nom }) => voulus.includes(nom))) {
  const navigateur = await chromium.launch({ executablePath: findChromium(), args: mode.options })
  // The first page of a browser pays for the browser's own start.
  await measureLoad(navigateur, pairs[0], false)
  const tours = Object.fromEntries(noms.map((nom) => [nom, []]))
  for (let tour = 0; tour < Number(values.tours); tour++) {
    for (const pair of pairs) {
      const { lieu, mesures } = await measureLoad(navigateur, pair, mode.lent)
      const clic = await measureClick(navigateur, pair, mode.lent, { colore: mesures.colore, lieu })
      tours[pair.nom].push({ ...mesures, clic })
    }
    console.error(`${mode.nom} : tour ${tour + 1}/${values.tours}`)
  }
  await navigateur.close()
  resultats[mode.nom] = Object.fromEntries(
    noms.map((nom) => [
      nom,
      Object.fromEntries(MESURES.map((mesure) => [mesure, median(tours[nom].map((t) => t[mesure] ?? null))]))
    ])
  )
}
for (const { close } of serveurs) close()

const round = (valeur, mesure) =>
  valeur === null ? '-' : mesure === 'cls' ? valeur.toFixed(3) : Math.round(valeur)
const ratios = {}
for (const [mode, parNom] of Object.entries(resultats)) {
  console.log(`\n${mode}`)
  console.table(
    Object.fromEntries(
      Object.entries(parNom).map(([nom, m]) => [
        nom,
        Object.fromEntries(MESURES.map((mesure) => [mesure, round(m[mesure], mesure)]))
      ])
    )
  )
  if (!parNom.app) continue
  const rivaux = Object.entries(parNom).filter(([nom]) => !['app', 'plancher'].includes(nom))
  const best = (mesure) => Math.min(...rivaux.flatMap(([, m]) => (m[mesure] === null ? [] : [m[mesure]])))
  const { app, plancher } = parNom
  ratios[mode] = {
    'première peinture / plancher (≤ 1,15)': plancher && app.premiere / plancher.premiere,
    'carte colorée / plancher (≤ 1,15)': plancher && app.colore / plancher.colore,
    'carte colorée / plus rapide (≤ 0,6)': app.colore / best('colore'),
    'premier clic répondu / plus rapide (≤ 1)': app.clic / best('clic'),
    'changement de vue / plus rapide (≤ 1)': app.changement / best('changement')
  }
  console.table(
    Object.fromEntries(Object.entries(ratios[mode]).map(([cle, r]) => [cle, Number(r?.toFixed(2) ?? NaN)]))
  )
}
await writeFile(
  join(ICI, 'results.json'),
  `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), tours: Number(values.tours), resultats, ratios }, null, 2)}\n`
)
