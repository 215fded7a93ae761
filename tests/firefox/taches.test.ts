import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { DIST } from '../../scripts/dossiers.mjs'
import { findFirefox } from '../../scripts/firefox.mjs'
import { LIGNES } from '../e2e/panneaux-donnees'
import { readLivre } from '../e2e/livre'
import { serve, type ServeurStatique } from '../e2e/serveurStatique'

let serveur: ServeurStatique
let navigateur: Browser
let page: Page
const erreurs: string[] = []

beforeAll(async () => {
  serveur = await serve(DIST)
  navigateur = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox() ?? '',
    headless: true,
    args: ['--width=1366', '--height=768'],
    extraPrefsFirefox: {
      'intl.accept_languages': 'fr-FR',
      // The map that the tasks click on is the SVG one; drawing MapLibre's without a graphics card took most of the time.
      'webgl.disabled': true,
      // Nobody watches.
      'layout.frame_rate': 30,
      'ui.prefersReducedMotion': 1
    }
  })
  page = await navigateur.newPage()
  page.setDefaultTimeout(120_000)
  await page.setViewport({ width: 1366, height: 768 })
  page.on('pageerror', (erreur) => erreurs.push(String(erreur)))
  page.on('console', (message) => {
    if (/Content.Security.Policy|TrustedHTML|TrustedScript/i.test(message.text()))
      erreurs.push(message.text())
  })
  await page.goto(serveur.adresse)
  await ready()
})
afterAll(async () => {
  await navigateur.close()
  await serveur.close()
})
afterEach(() => {
  expect(erreurs.splice(0)).toEqual([])
})

/** Follows a link inside the one page: opening a page takes this browser longer than all that is done in it. */
const open = (requete = './') =>
  page.evaluate((lien) => {
    window.history.pushState(null, '', lien)
    window.dispatchEvent(new PopStateEvent('popstate'))
  }, requete)
/** Waits until the app answers in place of the first picture. */
const ready = () => page.waitForSelector('#app:not([data-premiere]) .fne-panneau')
/** What an element says, once it says it. */
async function waitForTexte(selecteur: string, texte: string): Promise<void> {
  await page.waitForFunction(
    (s, t) =>
      [...document.querySelectorAll(s)].some((element) =>
        (element.textContent ?? '').replace(/\s/g, ' ').toLowerCase().includes(t.toLowerCase())
      ),
    {},
    selecteur,
    texte
  )
}

async function clickBouton(nom: string): Promise<void> {
  await waitForTexte('button', nom)
  await page.evaluate((texte) => {
    const boutons = [...document.querySelectorAll('button')]
    boutons.find(({ textContent }) => textContent?.trim().startsWith(texte))?.click()
  }, nom)
}

it('finds a commune by the keyboard alone, reads its answer, and goes back', async () => {
  await open()
  await ready()
  await page.keyboard.press('/')
  await page.keyboard.type('Blois')
  await page.keyboard.press('Enter')
  await waitForTexte('#fne-lieu-titre', 'Blois')
  await waitForTexte('.fne-fiche', 'Loir-et-Cher')
  expect(page.url()).toMatch(/territoire=41&lieu=41018$/)
  await page.goBack()
  await page.waitForFunction(() => !document.querySelector('.fne-fiche'))
})

it('shows the map in its colours, answers a click on it, and changes the view', async () => {
  await open()
  await ready()
  const fondDe = (code: string) =>
    page.$eval(`.fne-scene [data-code="${code}"]`, (path) => getComputedStyle(path).fill)
  const avant = await fondDe('45')
  expect(avant).toMatch(/^rgb/)
  await page.click('.fne-scene [data-code="45"]')
  await waitForTexte('#fne-fiche-titre', 'Loiret')
  await page.evaluate(() => {
    const radio = [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].find(
      ({ labels }) => labels?.[0]?.textContent?.trim() === 'Feuilles de route'
    )
    radio?.click()
  })
  await page.waitForFunction(
    (couleur) => {
      const path = document.querySelector('.fne-scene [data-code="45"]')
      return path !== null && getComputedStyle(path).fill !== couleur
    },
    {},
    avant
  )
  expect(page.url()).toContain('vue=feuilles-de-route')
})

it('compares three territories from a link, and lists all of them in the table', async () => {
  await open('?panneau=comparaison&epingles=45,41,18')
  await ready()
  for (const nom of ['Loiret', 'Loir-et-Cher', 'Cher']) await waitForTexte('.fne-panneau-contenu th', nom)
  await open('?panneau=tableau')
  await ready()
  await page.waitForFunction(
    (n) => document.querySelectorAll('.fne-panneau-contenu tbody tr').length === n,
    {},
    LIGNES.length
  )
})

it('presents: the scenes by the keys, a question from the floor, and back to the map', async () => {
  await open('?mode=presentation&scene=6')
  await waitForTexte('.rang', '6 /')
  await page.keyboard.press('PageDown')
  await waitForTexte('.rang', '7 /')
  await page.keyboard.press('/')
  await page.keyboard.type('Beauvais')
  await page.keyboard.press('Enter')
  await waitForTexte('.fne-faits[data-territoire="60"]', 'Oise')
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => !document.querySelector('.fne-faits'))
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => !window.location.search.includes('mode=presentation'))
  await ready()
})

it('imports a file, marks it as local, and takes it back', async () => {
  const csv = readLivre('gouvernances.csv').replace(
    /^(45,[^,]*,[^,]*),[^,]*,[^,]*,/m,
    '$1,prefecture,source,'
  )
  await open('?panneau=donnees&territoire=45')
  await ready()
  await page.waitForSelector('input[type="file"]')
  await page.$eval(
    'input[type="file"]',
    (input, texte) => {
      const transfert = new DataTransfer()
      transfert.items.add(new File([texte], 'juin.csv'))
      ;(input as HTMLInputElement).files = transfert.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    },
    csv
  )
  await waitForTexte('.fne-import', 'Ce que l’import changerait')
  await page.locator('#fne-import-date').fill('2025-06-01')
  await page.locator('#fne-import-titre').fill('Point de juin')
  await clickBouton('Importer et afficher')
  await waitForTexte('.fne-bandeau-local', 'données locales')
  await waitForTexte('.fne-fiche', 'Préfecture')
  await clickBouton('Annuler l’import')
  await page.waitForFunction(() => !document.querySelector('.fne-bandeau-local'))
})
