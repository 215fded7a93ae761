import { findColouredInstant } from './images.mjs'

const LENT = { latency: 150, downloadThroughput: (1.6e6 / 8) | 0, uploadThroughput: (0.75e6 / 8) | 0 }
const FENETRE = { width: 1366, height: 768 }
const CHANGEMENTS = 6
/** A map that has not come by then does not come. */
const ATTENTE = 45_000

/** What runs in each page before it: layout shifts, long tasks, the moment of the answer. */
function observe(reponse) {
  const banc = { cls: 0, longest: 0, repondu: null }
  new PerformanceObserver((liste) => {
    for (const e of liste.getEntries()) if (!e.hadRecentInput) banc.cls += e.value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((liste) => {
    for (const e of liste.getEntries()) banc.longest = Math.max(banc.longest, e.duration)
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    if (banc.repondu !== null) return
    const cible = document.querySelector(reponse.selecteur)
    if (cible?.textContent?.includes(reponse.texte)) banc.repondu = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  window.mesures = banc
}

/** The median of some numbers; null where there is none. */
export const median = (valeurs) => {
  const triees = valeurs.filter((v) => v !== null).sort((a, b) => a - b)
  if (triees.length === 0) return null
  const milieu = triees.length >> 1
  return triees.length % 2 ? triees[milieu] : (triees[milieu - 1] + triees[milieu]) / 2
}

async function openPage(navigateur, pair, lent) {
  const contexte = await navigateur.newContext({
    viewport: FENETRE,
    locale: 'fr-FR',
    serviceWorkers: 'block'
  })
  const page = await contexte.newPage()
  const cdp = await contexte.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Performance.enable')
  if (lent) {
    await cdp.send('Network.emulateNetworkConditions', { offline: false, ...LENT })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  await page.addInitScript(observe, pair.reponse)
  return { contexte, page, cdp }
}

/** Nothing is read any more, and the main thread has been free for a while. */
async function waitForRest(page) {
  await page.waitForLoadState('networkidle', { timeout: ATTENTE }).catch(() => null)
  await page
    .evaluate(
      (limite) =>
        new Promise((resolve) => {
          const fin = setTimeout(resolve, limite)
          let libres = 0
          const look = (echeance) => {
            libres = echeance.timeRemaining() > 10 ? libres + 1 : 0
            if (libres > 20) resolve(clearTimeout(fin))
            else requestIdleCallback(look)
          }
          requestIdleCallback(look)
        }),
      15_000
    )
    .catch(() => null)
}

const readScripting = async (cdp) => {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (nom) => metrics.find(({ name }) => name === nom)?.value ?? 0
  return { scripting: of('ScriptDuration') * 1000, heap: of('JSHeapUsedSize') }
}

/** Event to paint of one change of view, in ms, and what of it is program. */
async function changeView(page, cdp, pair, fois) {
  const cible = pair.bascule(fois)
  const { x, y } = await page.locator(cible).evaluate((e) => {
    const b = e.getBoundingClientRect()
    return { x: b.x + b.width / 2, y: b.y + b.height / 2 }
  })
  await page.evaluate(() => {
    window.mesures.change = new Promise((resolve) => {
      addEventListener(
        'click',
        async (e) => {
          const painted = window.banc?.painted?.()
          if (painted) await Promise.race([painted, new Promise((r) => setTimeout(r, 5000))])
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port2.onmessage = () => resolve(performance.now() - e.timeStamp)
            port1.postMessage(0)
          })
        },
        { capture: true, once: true }
      )
    })
  })
  const avant = await readScripting(cdp)
  for (const type of ['mousePressed', 'mouseReleased'])
    await cdp.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 })
  const duree = await page.evaluate(() => window.mesures.change)
  return { duree, scripting: (await readScripting(cdp)).scripting - avant.scripting }
}

/** One load from nothing: what is on screen when, what it cost, and what a change of view costs afterwards. */
export async function measureLoad(navigateur, pair, lent) {
  const { contexte, page, cdp } = await openPage(navigateur, pair, lent)
  const images = []
  const recus = []
  const debuts = new Map()
  cdp.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    images.push({ instant: metadata.timestamp * 1000, png: Buffer.from(data, 'base64') })
    cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => null)
  })
  cdp.on('Network.requestWillBeSent', ({ requestId, timestamp, wallTime }) =>
    debuts.set(requestId, wallTime - timestamp)
  )
  cdp.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    if (debuts.has(requestId))
      recus.push({ instant: (timestamp + debuts.get(requestId)) * 1000, octets: encodedDataLength })
  })
  await cdp.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 })
  await page.goto(pair.adresse, { waitUntil: 'load', timeout: ATTENTE })
  await page.locator(pair.carte).first().waitFor({ timeout: ATTENTE })
  await waitForRest(page)
  await cdp.send('Page.stopScreencast')
  const { origine, premiere, boite } = await page.evaluate((selecteur) => {
    const { x, y, width, height } = document.querySelector(selecteur).getBoundingClientRect()
    return {
      origine: performance.timeOrigin,
      premiere: performance.getEntriesByName('first-paint')[0]?.startTime ?? null,
      boite: { x, y, width, height }
    }
  }, pair.carte)
  const instant = findColouredInstant(images, boite)
  const colore = instant === null ? null : instant - origine
  const avant = recus.filter((r) => instant !== null && r.instant <= instant)
  const lieu = await page.evaluate(pair.lieu)
  const { cls, longest } = await page.evaluate(() => window.mesures)
  const changements = []
  if (colore !== null)
    for (let i = 0; i < CHANGEMENTS; i++) changements.push(await changeView(page, cdp, pair, i))
  await cdp.send('HeapProfiler.collectGarbage')
  const { heap } = await readScripting(cdp)
  await contexte.close()
  return {
    lieu,
    mesures: {
      premiere,
      colore,
      octets: colore === null ? null : avant.reduce((somme, { octets }) => somme + octets, 0),
      requetes: colore === null ? null : avant.length,
      cls,
      longest,
      changement: median(changements.map(({ duree }) => duree)),
      scripting: median(changements.map(({ scripting }) => scripting)),
      heap
    }
  }
}

/**
 * One load in which a department is clicked as soon as the map is seen, and again twice a second while nothing answers.
 * @returns {Promise<number | null>} when the answer was there, in ms from the start of the navigation
 */
export async function measureClick(navigateur, pair, lent, { colore, lieu }) {
  if (colore === null || !lieu) return null
  const { contexte, page, cdp } = await openPage(navigateur, pair, lent)
  const debut = Date.now()
  const arrivee = page.goto(pair.adresse, { waitUntil: 'load', timeout: ATTENTE }).catch(() => null)
  await new Promise((resolve) => setTimeout(resolve, colore))
  const click = async () => {
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'])
      await cdp.send('Input.dispatchMouseEvent', { type, ...lieu, button: 'left', clickCount: 1 })
  }
  const repete = setInterval(() => click().catch(() => null), 500)
  await click().catch(() => null)
  await arrivee
  const repondu = await page
    .waitForFunction(() => window.mesures?.repondu ?? null, null, {
      timeout: Math.max(1, ATTENTE - (Date.now() - debut))
    })
    .then((valeur) => valeur.jsonValue())
    .catch(() => null)
  clearInterval(repete)
  await contexte.close()
  return repondu
}
