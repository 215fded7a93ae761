import { chromium } from '@playwright/test'
import { CHROMIUM_ARGS, CHROMIUM_ARGS_WEBGL, findChromium } from './chromium.mjs'
import { findPort } from './ports.mjs'
import { serveDist } from './serveDist.mjs'
import { quit, requireDependencies } from './setup.mjs'

/**
 * `npm run test:duree`, after a build: an hour of use in one page, pressed into rounds of the same walk through views, panels,
 * territories, comparisons and the presentation. After the first rounds, memory, elements and listeners must not grow. With
 * `--webgl` the same on the WebGL map, in a smaller window and half the rounds: the processor draws each of its pixels.
 */
const webgl = process.argv.includes('--webgl')
const [CHAUFFE, TOURS] = webgl ? [3, 5] : [3, 10]
/** How much they may grow over all rounds after those: parts of what they were. */
const CROISSANCE_MAX = 0.1

const PANNEAUX =
  'manquants tableau comparaison financements chiffres calendrier engagements objectifs reconciliation donnees'
const TOUR = [
  ...PANNEAUX.split(' ').flatMap((panneau) => [`?panneau=${panneau}`, `?panneau=${panneau}&territoire=45`]),
  ...['feuilles-de-route', 'croisee'].flatMap((vue) => [`?vue=${vue}`, `?vue=${vue}&region=24`]),
  ...['41', '974', '75', '2A'].map((code) => `?territoire=${code}`),
  ...[
    '?epingles=45,41,18&panneau=comparaison',
    '?lieu=41018,45234&animation=lieux,lumiere',
    '?filtre=deduit'
  ],
  ...[1, 6, 12].map((scene) => `?mode=presentation&scene=${scene}`),
  '?'
]

requireDependencies()
const executablePath = findChromium()
if (!executablePath) quit('Il faut Chromium\u202F: voir npm test.')
const port = await findPort()
const serveur = serveDist()
await new Promise((resolve) => serveur.listen(port, 'localhost', resolve))
const navigateur = await chromium.launch({
  executablePath,
  args: webgl ? CHROMIUM_ARGS_WEBGL : CHROMIUM_ARGS
})
const contexte = await navigateur.newContext({
  serviceWorkers: 'block',
  viewport: webgl ? { width: 800, height: 500 } : { width: 1366, height: 768 },
  reducedMotion: webgl ? 'reduce' : 'no-preference'
})
if (webgl)
  await contexte.addInitScript(() => {
    // The empty page that comes first keeps nothing.
    if (location.href !== 'about:blank') localStorage.setItem('fne-moteur', 'webgl')
  })
const page = await contexte.newPage()
const cdp = await contexte.newCDPSession(page)
await cdp.send('Performance.enable')

/** What is left once all that nobody holds is let go: bytes, and numbers. */
async function measure() {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (nom) => metrics.find(({ name }) => name === nom)?.value ?? NaN
  return { memoire: of('JSHeapUsedSize'), elements: of('Nodes'), ecouteurs: of('JSEventListeners') }
}

/** Once around, as a hand does it: each link is followed once the one before is drawn, and the pointer goes over the map. */
async function walk() {
  for (const lien of TOUR) {
    await page.evaluate(async (requete) => {
      history.pushState(null, '', new URL(requete, document.baseURI))
      dispatchEvent(new PopStateEvent('popstate'))
      for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve))
    }, lien)
    if (!lien.includes('presentation')) {
      await page.mouse.move(500 + (lien.length % 7) * 20, 300)
      await page.locator('#app').waitFor()
    } else await page.locator('.rang').waitFor()
  }
  // Fifty fast clicks, on whatever is there.
  await page.evaluate(() => {
    const contours = [...document.querySelectorAll('.fne-scene [data-code]')]
    for (let i = 0; i < 50; i++)
      contours[(i * 7) % contours.length]?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  })
}

const erreurs = []
page.on('pageerror', ({ message }) => erreurs.push(message))
await page.goto(`http://localhost:${port}/`)
await page.locator(`#app:not([data-premiere]) .fne-scene[data-moteur="${webgl ? 'gl' : 'svg'}"]`).waitFor()
const mesures = []
for (let tour = 1; tour <= CHAUFFE + TOURS; tour++) {
  await walk()
  if (tour < CHAUFFE) continue
  mesures.push(await measure())
  const { memoire, elements, ecouteurs } = mesures.at(-1)
  console.log(
    `tour ${tour}\u202F: ${(memoire / 1e6).toFixed(2)} Mo, ${elements} éléments, ${ecouteurs} écouteurs`
  )
}
await navigateur.close()
serveur.close()
const fautes = Object.keys(mesures[0]).filter(
  (nom) => mesures.at(-1)[nom] > mesures[0][nom] * (1 + CROISSANCE_MAX)
)
for (const faute of [...fautes.map((nom) => `Croît de plus de 10\u00A0%\u202F: ${nom}.`), ...erreurs])
  console.error(faute)
process.exitCode = fautes.length + erreurs.length > 0 ? 1 : 0
