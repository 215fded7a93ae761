import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DIST } from '../../scripts/dossiers.mjs'
import { expect, test, type Page } from './banc'

// As on a first visit: nothing of the app is in the browser yet.
test.use({ neuve: true })

/** A part of the page that moved by itself: by how much, as the browser scores it, and what it is. */
interface Deplacement {
  readonly valeur: number
  readonly quoi: string
}
declare global {
  interface Window {
    fneDeplacements?: Deplacement[]
  }
}

/** Watches from before the first paint on. */
const watchDeplacements = (page: Page) =>
  page.addInitScript(() => {
    const deplacements: Deplacement[] = []
    window.fneDeplacements = deplacements
    new PerformanceObserver((liste) => {
      for (const entree of liste.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
      })[]) {
        const quoi = entree.sources.map(({ node, previousRect: de, currentRect: a }) => {
          const nom = node instanceof Element ? node.outerHTML.slice(0, 60) : node?.nodeName
          return `${nom} ${[de.x, de.y, de.width, de.height].join()} → ${[a.x, a.y, a.width, a.height].join()}`
        })
        if (!entree.hadRecentInput) deplacements.push({ valeur: entree.value, quoi: quoi.join(' | ') })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })

/** Once all has come, and what came has been drawn. */
const waitForRepos = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestIdleCallback(resolve))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })

const ADRESSES = ['./', './?territoire=45', './?vue=feuilles-de-route'] as const

for (const [width, height] of [
  [1366, 768],
  [390, 844]
] as const)
  test(`nothing moves from the first paint on: ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await watchDeplacements(page)
    for (const adresse of ADRESSES) {
      await page.goto(adresse)
      await page.locator('#app:not([data-premiere]) .fne-zoom').waitFor()
      await page.locator(adresse.includes('territoire') ? '.fne-fiche' : '#fne-panneau-titre').waitFor({
        state: 'attached'
      })
      await waitForRepos(page)
      const deplacements = await page.evaluate(() => window.fneDeplacements ?? [])
      const somme = deplacements.reduce((total, { valeur }) => total + valeur, 0)
      expect(somme, `${adresse}\n${deplacements.map(({ quoi }) => quoi).join('\n')}`).toBeLessThan(0.001)
    }
  })

/** Places in the page at which its reading may pause: nothing after them is there yet. */
const COUPURES = [
  '<aside class="fne-panneau"',
  '<footer class="fne-pied"',
  '<span class="fne-liens-legaux"',
  '<label class="fne-choix-theme"'
]
const PARTIES = ['.fne-scene', '.fne-encarts', '.fne-pied > p']

for (const [adresse, width, height] of [
  ['./', 1366, 768],
  ['./', 390, 844],
  ['./?territoire=45', 390, 844]
] as const)
  test(`what is painted before the rest of the page has come stays where it is: ${width} × ${height} ${adresse}`, async ({
    page
  }) => {
    await page.setViewportSize({ width, height })
    // The program is on its way.
    await page.route('**/assets/index-*.js', () => undefined)
    const entiere = readFileSync(join(DIST, 'index.html'), 'utf8')
    let html = entiere
    await page.route(
      (url) => url.pathname === '/',
      (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
    )
    const listPlaces = async () => {
      await page.goto(adresse, { waitUntil: 'domcontentloaded' })
      return page.evaluate(
        (parties) =>
          parties.flatMap((partie) => {
            const element = document.querySelector(partie)
            // What is not shown yet may stand elsewhere.
            const place =
              element?.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect()
            return place && place.width > 0
              ? [[partie, place.x, place.y, place.width, place.height] as const]
              : []
          }),
        PARTIES
      )
    }
    const enfin = await listPlaces()
    expect(enfin.length).toBeGreaterThan(1)
    for (const coupure of COUPURES) {
      expect(entiere).toContain(coupure)
      html = entiere.slice(0, entiere.indexOf(coupure))
      for (const [partie, ...place] of await listPlaces()) {
        const [, ...attendue] = enfin.find(([nom]) => nom === partie) ?? []
        // Less than three pixels are no move to the browser, nor to the eye.
        const ecarts = place.map((cote, i) => Math.abs(cote - (attendue[i] ?? NaN)))
        expect(Math.max(...ecarts), `${partie} before ${coupure}`).toBeLessThan(3)
      }
    }
  })
