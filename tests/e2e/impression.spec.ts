import { expect, test, type Locator, type Page } from './banc'
import jsQR from 'jsqr'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { LIBELLES_FIABILITE } from '../../src/domain/texte/fiabilite'
import {
  LIBELLES_COPORTEUR,
  LIBELLES_ETAT_GOUVERNANCE,
  LIBELLES_FEUILLE_DE_ROUTE
} from '../../src/domain/texte/libelles'
import { TEINTES } from '../../src/export/teintes'
import { decodePng, followLien } from './outils'
import { LIGNES, open, panneau, PANNEAUX, type Ligne } from './panneaux-donnees'
import { readFige } from '../fixtures/figes'
import { DATE_LIVREE, readLivre } from './livre'
import { listManquants, readPages, squash } from './papier'
import type { Scene } from '../../src/domain/vue/scene'
import { formatDate } from '../../src/domain/texte/francais'
import { serializeVue, VUE_PAR_DEFAUT } from '../../src/state/vue'

const CHIFFRES = JSON.parse(readLivre('chiffres.json'))
/** The day of the printing: past the deadline of the credits. */
const JOUR = '2026-03-01'

interface Imprime {
  readonly pages: number
  /** Without spaces. */
  readonly texte: string
  /** How many outlines are drawn as paths, in which colours, and the largest picture made of pixels. */
  readonly chemins: number
  readonly couleurs: ReadonlySet<string>
  readonly image: number
  /** What those who do not see the PDF have of it: its title, its language, and the kinds of its tags. */
  readonly titre: string
  readonly langue: string
  readonly balises: ReadonlySet<string>
}

interface Balise {
  readonly role?: string
  readonly children?: readonly Balise[]
}
const listRoles = ({ role, children = [] }: Balise): string[] => [role ?? '', ...children.flatMap(listRoles)]

/** Prints the page as the browser's own command does, and reads what is on the paper. */
async function print(page: Page): Promise<Imprime> {
  const data = new Uint8Array(
    await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
  )
  const document = await getDocument({ data, verbosity: 0 }).promise
  let texte = ''
  let [chemins, image] = [0, 0]
  const couleurs = new Set<string>()
  const balises = new Set<string>()
  for (let n = 1; n <= document.numPages; n++) {
    const feuille = await document.getPage(n)
    const { items } = await feuille.getTextContent()
    texte += items.map((item) => ('str' in item ? item.str : '')).join('')
    for (const role of listRoles((await feuille.getStructTree()) as Balise)) balises.add(role)
    const { fnArray, argsArray } = await feuille.getOperatorList()
    for (const [i, fn] of fnArray.entries()) {
      if (fn === OPS.constructPath) chemins++
      if (fn === OPS.setFillRGBColor) couleurs.add(String(argsArray[i]?.[0]))
      if (fn === OPS.paintImageXObject) image = Math.max(image, argsArray[i][1] * argsArray[i][2])
      if (fn === OPS.paintInlineImageXObject)
        image = Math.max(image, argsArray[i][0].width * argsArray[i][0].height)
    }
  }
  const pages = document.numPages
  const { Title: titre = '', Language: langue = '' } = (await document.getMetadata()).info as {
    Title?: string
    Language?: string
  }
  await document.destroy()
  return { pages, texte: squash(texte), chemins, couleurs, image, titre, langue, balises }
}

const fiabiliteOf = ({ coporteurs, origine, etat }: Ligne) => {
  if (coporteurs.length === 0) return LIBELLES_FIABILITE.inconnu
  if (etat !== 'remontee' || coporteurs.length > 1) return LIBELLES_FIABILITE.contradictoire
  return LIBELLES_FIABILITE[origine === 'deduit' ? 'deduit' : 'cite']
}

/** What the files say of a territory: its sheet must say it too. */
const listFaits = (ligne: Ligne): string[] => [
  ligne.nom,
  `(${ligne.code})`,
  LIBELLES_ETAT_GOUVERNANCE[ligne.etat as keyof typeof LIBELLES_ETAT_GOUVERNANCE],
  LIBELLES_FEUILLE_DE_ROUTE[ligne.feuille as keyof typeof LIBELLES_FEUILLE_DE_ROUTE],
  ...ligne.coporteurs.map((type) => LIBELLES_COPORTEUR[type as keyof typeof LIBELLES_COPORTEUR]),
  fiabiliteOf(ligne),
  ...(ligne.feuille === 'remontee' ? [] : ['La feuille de route n’est pas remontée.']),
  ...CHIFFRES.financements.liste.flatMap(({ nom, montant }: { nom: string; montant: { texte: string } }) => [
    nom,
    montant ? montant.texte : 'Non précisé'
  ]),
  CHIFFRES.financements.echeance.texte,
  'fin 2025',
  'Échéance dépassée depuis le 31 décembre 2025',
  `Données au ${formatDate(DATE_LIVREE)}`,
  'Fiche imprimée le 1er mars 2026'
]

/** Of all that differs from sheet to sheet, the territory with the longest name; and those that are far away. */
const LONGUES = [
  ...new Map(
    [...LIGNES]
      .sort((a, b) => a.nom.length - b.nom.length)
      .map((l) => [[l.etat, l.coporteurs, l.origine, l.feuille].join(), l.code] as const)
  ).values(),
  '988'
]

test('the sheet of a territory is one page that says what the files say, with a link that a phone reads', async ({
  page,
  baseURL
}) => {
  await page.clock.setFixedTime(`${JOUR}T10:00:00Z`)
  await open(page, '?territoire=41&panneau=manquants&filtre=sans-feuille')
  await page.getByRole('button', { name: 'Imprimer la fiche' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  const fiche = page.locator('.fne-imprimee')
  await fiche.waitFor()

  const lien = `${baseURL}?territoire=41`
  const png = decodePng(await fiche.locator('.fne-qr').screenshot())
  const pixels = new Uint8ClampedArray(png.largeur * png.hauteur * 4).fill(255)
  for (let y = 0; y < png.hauteur; y++)
    for (let x = 0; x < png.largeur; x++)
      pixels.set([...Buffer.from(png.at(x, y).slice(1), 'hex')], (y * png.largeur + x) * 4)
  expect(jsQR(pixels, png.largeur, png.hauteur)?.data).toBe(lien)

  // No sheet is taller than its page: A4 less the margins, at 96 pixels an inch.
  await page.setViewportSize({ width: 703, height: 1032 })
  // Among them an EPCI with a long name, which spans departments: what a place adds has to fit too.
  for (const [code, lieu] of [
    ...LONGUES.map((code) => [code, null] as const),
    ['04', '200034700'] as const
  ]) {
    await followLien(page, `?territoire=${code}${lieu ? `&lieu=${lieu}` : ''}`)
    await expect(page.locator(`[data-imprimee="${code}"]`)).toBeVisible()
    if (lieu) await expect(fiche.locator('[data-fait="avertissement"]')).toBeVisible()
    const reste = await fiche.evaluate((article) => {
      const { bottom } = article.getBoundingClientRect()
      const bas = article.querySelector('footer')?.getBoundingClientRect().bottom ?? Infinity
      const trop = [...article.querySelectorAll('*')].some((e) => e.getBoundingClientRect().right > 704)
      return trop ? -1 : bottom - bas
    })
    expect(reste, code).toBeGreaterThanOrEqual(0)
  }
  await page.emulateMedia({ media: null })

  for (const code of ['41', '70', '2A', '978', '75']) {
    await followLien(page, `?territoire=${code}`)
    await page.locator(`.fne-fiche[data-territoire="${code}"]`).waitFor()
    const { pages, texte, chemins, couleurs, image, titre, langue, balises } = await print(page)
    expect(pages, code).toBe(1)
    expect(titre, code).toBe(await page.title())
    expect(langue, code).toBe('fr')
    for (const balise of ['H1', 'H2', 'P', 'Figure', 'Table', 'TH'])
      expect([...balises], code).toContain(balise)
    const ligne = LIGNES.find((l) => l.code === code) as Ligne
    expect(listManquants(texte, [...listFaits(ligne), `${baseURL}?territoire=${code}`]), code).toEqual([])
    // Nothing of the page itself.
    expect(texte, code).not.toContain(squash('Territoires voisins'))
    // The maps are drawn, not pictures: at least one path for each outline of metropolitan France.
    expect(chemins, code).toBeGreaterThan(96)
    expect([...couleurs], code).toContain(TEINTES.choisi)
    expect(image, code).toBeLessThan(64 * 64)
  }

  // Headed by the place searched, as the sheet on the screen is; the link carries it.
  await followLien(page, '?territoire=41&lieu=41018')
  await page.locator('#fne-lieu-titre').waitFor()
  const blois = await print(page)
  expect(blois.pages).toBe(1)
  expect(blois.texte).toContain(
    squash('Blois · CA de Blois « Agglopolys » · Loir-et-Cher · Centre-Val de Loire')
  )
  expect(blois.texte).toContain(squash('Fiche du territoire : Loir-et-Cher (41)'))
  expect(blois.texte).toContain(squash(`${baseURL}?territoire=41&lieu=41018`))
  // The EPCI with the longest name of those that span departments: still one page, with what the source says of EPCI.
  await followLien(page, '?territoire=71&lieu=200070308')
  await expect(page.locator('#fne-lieu-titre')).toContainText('Mâconnais Beaujolais')
  const macon = await print(page)
  expect(macon.pages).toBe(1)
  expect(macon.texte).toContain(squash('s’étend sur 2 départements'))
  expect(macon.texte).toContain(squash('il s’applique à cet EPCI'))
  expect(macon.texte).toContain(squash('lieu=200070308'))

  await followLien(page, '?panneau=manquants')
  await page.getByRole('heading', { level: 2, name: 'Territoires manquants' }).waitFor()
  const sans = await print(page)
  expect(sans.texte).toContain(squash('Territoires manquants'))
  expect(sans.texte).toContain(squash(`Données au ${formatDate(DATE_LIVREE)}`))
  expect(sans.texte).not.toContain(squash('Copier le lien'))
  expect(sans.chemins).toBeGreaterThan(96)
  expect(sans.image).toBeLessThan(64 * 64)
})

/** The texts in the elements found, but for what is pressed and what is not for paper. */
const listTextes = (elements: Locator) =>
  elements.evaluateAll((liste) =>
    liste.flatMap((element) => {
      const noeuds = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const textes = []
      while (noeuds.nextNode())
        if (
          !noeuds.currentNode.parentElement?.closest(
            'button:not(.fne-ligne-classe), label, a, form, .fne-zone, .fne-a-l-ecran, .fne-sur-papier, .fne-hors-vue, caption, title'
          )
        )
          textes.push(noeuds.currentNode.nodeValue ?? '')
      return textes
    })
  )

/** Leaves a part of the page out. The page's policy refuses style elements, not sheets that a program makes. */
const hide = (page: Page, selecteur: string) =>
  page.evaluate((regle) => {
    const feuille = new CSSStyleSheet()
    feuille.replaceSync(regle)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, feuille]
  }, `${selecteur} { display: none !important }`)

/** What of the page that goes to paper is cut off, beyond the sheet, or there to be pressed. */
const listFautes = (page: Page) =>
  page.locator('.fne').evaluate((racine) => {
    const decrit = (e: Element) => `${e.tagName} ${e.className}: ${e.textContent?.trim().slice(0, 60)}`
    const elements = [...racine.querySelectorAll<HTMLElement>('.fne-panneau, .fne-panneau *, .fne-pied, p')]
    const vus = elements.filter(
      (e) => e.checkVisibility() && !e.closest('.fne-hors-vue, svg') && getComputedStyle(e).clip === 'auto'
    )
    return {
      coupes: vus
        .filter((e) => {
          const { overflowX, overflowY, display, clipPath } = getComputedStyle(e)
          const cache = overflowX !== 'visible' || overflowY !== 'visible'
          const deborde = e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1
          return cache && deborde && display !== 'inline' && clipPath === 'none'
        })
        .map(decrit),
      dehors: vus.filter((e) => e.getBoundingClientRect().right > window.innerWidth + 1).map(decrit),
      commandes: [...racine.querySelectorAll('button, input, select, textarea, nav a')]
        // What filters the map in the legend, or lights it from a line, is the legend or the line itself.
        .filter((e) => e.checkVisibility() && !e.matches('.fne-legende-classe'))
        .map(decrit)
    }
  })

test('every panel goes to paper whole, with its heading, date, source and link, and without what is pressed', async ({
  page,
  baseURL
}) => {
  await open(page, '?epingles=41,2A')
  // A sheet of A4 less its margins, at 96 pixels an inch. The map above each panel is another test's, and dear.
  await page.setViewportSize({ width: 703, height: 1032 })
  await page.emulateMedia({ media: 'print' })
  await hide(page, '.fne-carte')
  for (const [cle, titre] of PANNEAUX) {
    const requete = serializeVue({ ...VUE_PAR_DEFAUT, panneau: cle, epingles: ['41', '2A'] })
    await followLien(page, requete)
    await expect(page.getByRole('heading', { level: 2, name: titre, exact: true })).toBeVisible()
    await expect(panneau(page).locator('[aria-busy="true"]')).toHaveCount(0)
    expect(await listFautes(page), titre).toEqual({ coupes: [], dehors: [], commandes: [] })
    const dits = await listTextes(panneau(page))
    const imprime = (await readPages(page)).texte.toLowerCase()
    expect(dits.length, titre).toBeGreaterThan(10)
    expect(
      dits.filter((dit) => !imprime.includes(squash(dit).toLowerCase())),
      titre
    ).toEqual([])
    for (const dit of [
      titre,
      `Données au ${formatDate(DATE_LIVREE)}`,
      'Source : présentation de la table ronde',
      `${baseURL}${requete}`
    ])
      expect(imprime, titre).toContain(squash(dit).toLowerCase())
  }
})

test('the table is printed with all its rows, under its headers on each page; each label of the map once', async ({
  page
}) => {
  await open(page, '?panneau=tableau')
  await page.locator('tr[data-territoire]').first().waitFor()
  // A sheet is as wide as a narrow table: region and origin stand under name and co-bearer.
  const entetes = ['Code ↑', 'Nom', 'Coporteur(s)', 'Gouvernance', 'Feuille de route']
  const { pages, texte } = await readPages(page)
  expect(
    listManquants(
      texte,
      LIGNES.map(({ nom }) => nom)
    )
  ).toEqual([])
  for (const dessous of ['Auvergne-Rhône-Alpes', 'Déduit'])
    expect(texte.toLowerCase()).toContain(squash(dessous).toLowerCase())
  expect(pages.length).toBeGreaterThan(2)
  for (const { texte } of pages) expect(texte).toContain(entetes.map(squash).join(''))
  await hide(page, '.fne :is(.fne-panneau, .fne-pied, .fne-bas-de-page)')
  // Paper has a size of its own, where other labels may fit than on the screen: those drawn while it is printed, before
  // the page itself hears that it is.
  await page.evaluate(() => {
    const read = () => {
      const textes = [
        ...document.querySelectorAll('.fne-scene .fne-svg-etiquettes :is(tspan, text:not(:has(tspan)))')
      ]
      document.documentElement.dataset['libelles'] = textes.map((texte) => texte.textContent).join(' ')
    }
    addEventListener('afterprint', read, { capture: true, once: true })
  })
  const [carte] = (await readPages(page)).pages
  const libelles = (await page.locator('html').getAttribute('data-libelles')) ?? ''
  expect(libelles.split(' ').length).toBeGreaterThan(40)
  // In the order in which they are drawn, nothing between them, and nowhere else.
  expect(carte?.texte.split(squash(libelles))).toHaveLength(2)
})

test('a comparison of six is printed whole, across the sheet', async ({ page }) => {
  const codes = ['41', '75', '2A', '971', '988', '13']
  await open(page, `?panneau=comparaison&epingles=${codes.join()}`)
  const cellules = await listTextes(page.locator('.fne-panneau table :is(td, tbody th)'))
  const { pages, texte } = await readPages(page)
  expect(cellules.length).toBeGreaterThan(50)
  const noms = codes.map((code) => LIGNES.find((l) => l.code === code)?.nom ?? '?')
  expect(listManquants(texte, [...cellules, ...noms])).toEqual([])
  for (const { width, textes } of pages) {
    expect(Math.round(width)).toBe(842)
    expect(textes.filter(({ droite }) => droite > width - 28)).toEqual([])
  }
})

test('the presentation prints the scene that it shows, on one sheet, with its source and link', async ({
  page
}) => {
  await page.goto('?mode=presentation&scene=1')
  const { scenes } = JSON.parse(readFige('donnees/scenes.json')) as { scenes: Scene[] }
  // Those with lists that are the map's legend, and the longest of those beside which the map only says where.
  const longues = ['engagements', 'calendrier']
  const genres = new Map(
    scenes.flatMap(({ disposition, contenu = '' }, i) =>
      disposition !== 'texte' || longues.includes(contenu) ? [[contenu, i + 1] as const] : []
    )
  )
  for (const scene of genres.values()) {
    await followLien(page, `?mode=presentation&scene=${scene}`)
    await expect(page.locator('.rang')).toHaveText(new RegExp(`^${scene}\\s`))
    const titre = (await page.locator('.fne-diapo-titre').textContent()) ?? ''
    const dits = await listTextes(page.locator('.fne-diapo'))
    const { pages, texte } = await readPages(page)
    expect(pages.length, `scene ${scene}`).toBe(1)
    const bas = texte.toLowerCase()
    expect(
      dits.filter((dit) => !bas.includes(squash(dit).toLowerCase())),
      `scene ${scene}`
    ).toEqual([])
    const attendus = [
      titre,
      `Données au ${formatDate(DATE_LIVREE)}`,
      'Source : présentation de la table ronde',
      `scene=${scene}`
    ]
    expect(listManquants(texte, attendus), `scene ${scene}`).toEqual([])
    expect(texte).not.toContain('Quitter')
  }
})

test('a note of any length is printed to its end, with all that follows it', async ({ page, baseURL }) => {
  const notes = new Map(
    [300, 600, 900, 1500, 5000].map((signes, i) => [
      ['41', '18', '36', '37', '28'][i] ?? '',
      `Alpha\nBeta ${'mot '.repeat(signes)}`.slice(0, signes - 8) + ' fin.'
    ])
  )
  await page.route('**/gouvernances.csv', (route) =>
    route.fulfill({
      body: readLivre('gouvernances.csv').replace(
        /^((\d\d),(?:[^,]*,){5}).*$/gm,
        (ligne: string, debut: string, code: string) =>
          notes.has(code) ? `${debut}"${notes.get(code)}"` : ligne
      )
    })
  )
  await open(page, '')
  for (const [code, note] of notes) {
    const signes = note.length
    await followLien(page, `?territoire=${code}`)
    const affichee = page.locator('.fne-fiche [data-fait="note"] p')
    await expect(affichee).toHaveText(note.replaceAll(/\s+/g, ' '))
    expect(await affichee.evaluate((p) => (p as HTMLElement).innerText.split('\n')[0])).toBe('Alpha')
    await page.getByRole('button', { name: 'Imprimer la fiche' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.locator('.fne-imprimee').waitFor()
    await page.emulateMedia({ media: null })
    const { pages, texte } = await readPages(page)
    // What is painted last on a page stands between its two parts: it is counted, word by word, to its end.
    const count = (t: string) => t.match(/mot/g)?.length ?? 0
    expect(count(texte)).toBeGreaterThanOrEqual(count(note))
    const faits = listFaits(LIGNES.find((ligne) => ligne.code === code) as Ligne).filter(
      (f) => !/Fiche imprimée|dépassée/.test(f)
    )
    const attendus = [note.slice(-20), ...faits, `${baseURL}?territoire=${code}`]
    expect(listManquants(texte, attendus), `${signes}`).toEqual([])
    expect(pages.length).toBeLessThanOrEqual(2)
    // The line break of the note: its first word is alone on its line.
    const lignes = pages.flatMap(({ textes }) => {
      const parHauteur = new Map<number, string>()
      for (const { haut, texte } of textes)
        parHauteur.set(Math.round(haut), (parHauteur.get(Math.round(haut)) ?? '') + texte)
      return [...parHauteur.values()]
    })
    if (signes > 400) expect(lignes).toContain('Alpha')
  }
})
