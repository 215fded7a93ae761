import { readFileSync, statSync } from 'node:fs'
import { decode } from 'fast-png'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import Papa from 'papaparse'
import readXlsxFile from 'read-excel-file/node'
import { expect, test } from './banc'
import { announceTerritoire } from '../../src/domain/texte/description'
import {
  LIBELLES_COPORTEUR,
  LIBELLES_ETAT_GOUVERNANCE,
  LIBELLES_FEUILLE_DE_ROUTE
} from '../../src/domain/texte/libelles'
import { findTerritoireRef, nameRegion, type TerritoireRef } from '../../src/domain/territoire/referentiel'
import { readFonds } from '../fixtures/fondsImage'
import { DATE_LIVREE, DATES_LIVREES } from './livre'
import { decodePng, followLien, fondOf, territoireOf } from './outils'
import { codesOf, LIGNES, open, sansFeuille } from './panneaux-donnees'

const parCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)
const CODE = '41'
const territoire = findTerritoireRef(CODE) as TerritoireRef
/** A ring's area, the plain way: positive where it goes round counter-clockwise. */
const aire = (anneau: number[][]) =>
  anneau.slice(1).reduce((somme, [x = 0, y = 0], i) => {
    const [x0 = 0, y0 = 0] = anneau[i] ?? []
    return somme + (x0 * y - x * y0)
  }, 0)

/**
 * How much of the edges of a picture is in between two colours over more than a pixel, as in one that was enlarged: the
 * part of the edges, along one line in the middle, that need a third step from one colour to the next.
 */
function countFlous({ width, height, channels, data }: ReturnType<typeof decode>): number {
  const at = (x: number) => data[((height >> 1) * width + x) * channels] ?? 0
  let [bords, flous] = [0, 0]
  for (let x = 2; x < width - 2; x++) {
    if (Math.abs(at(x) - at(x + 1)) < 24) continue
    const debut = x
    while (x < width - 2 && at(x) !== at(x + 1)) x++
    bords++
    if (x - debut > 2) flous++
  }
  return flous / bords
}

/** In the page: the right edge of a picture's title in its pixels, that of the page's own face, and of another's. */
async function measureTitre({ svg, titre }: { svg: string; titre: string }) {
  const [, attributs = ''] = new RegExp(`<text ([^>]*)>${titre}<`).exec(svg) ?? []
  const read = (nom: string) => Number(new RegExp(`${nom}="([\\d.]+)"`).exec(attributs)?.[1])
  const [x, y, taille] = [read('x'), read('y'), read('font-size')]
  const toile = document.createElement('canvas')
  const [largeur, hauteur] = [1280, 720]
  toile.width = largeur
  toile.height = hauteur
  const contexte = toile.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
  const findBord = async (texte: string) => {
    const image = new Image()
    image.src = URL.createObjectURL(new Blob([texte], { type: 'image/svg+xml' }))
    await image.decode()
    contexte.drawImage(image, 0, 0)
    const haut = Math.floor(y - taille)
    const { data } = contexte.getImageData(0, haut, largeur, Math.ceil(taille * 1.3))
    let bord = 0
    for (let i = 0; i < data.length; i += 4)
      if ((data[i] ?? 255) < 128) bord = Math.max(bord, (i / 4) % largeur)
    return bord + 1
  }
  contexte.font = `700 ${taille}px Marianne`
  await document.fonts.load(contexte.font, titre)
  const attendue = x + contexte.measureText(titre).actualBoundingBoxRight
  return {
    sienne: await findBord(svg),
    attendue,
    sansElle: await findBord(svg.replace(/@font-face\{[^}]*\}/g, ''))
  }
}

test('the view leaves as a picture of the size asked for, with its faces, on the clipboard too; the data whole or as filtered; the link as the device shares', async ({
  page,
  context,
  baseURL
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: async (partage: ShareData) => Object.assign(window, { partage })
    })
  })
  const demandes: string[] = []
  page.on('request', (requete) => demandes.push(requete.url()))
  await open(page, '?vue=coporteurs')
  const loads = () => demandes.some((adresse) => /DialogueExport|polices/.test(adresse))
  expect(loads()).toBe(false)
  await page.getByRole('banner').getByRole('button', { name: 'Exporter' }).click()
  const dialogue = page.getByRole('dialog', { name: 'Exporter et partager' })
  await dialogue.getByRole('img').waitFor()
  expect(loads()).toBe(true)

  let nomme = ''
  const save = async (nom: string) => {
    const fichier = page.waitForEvent('download')
    await dialogue.getByRole('button', { name: nom, exact: true }).click()
    nomme = (await fichier).suggestedFilename()
    return (await fichier).path()
  }
  await dialogue.getByLabel('Titre').fill('Un titre à nous')
  // One, two and four pixels to each of the format's; the largest first, and sharp: it is drawn at that size.
  for (const [format, largeur, hauteur, theme, opaque] of [
    ['16:9, diapositive', 5120, 2880, 'Clair', 255],
    ['A4 en hauteur', 1588, 2246, 'Fond transparent', 0],
    ['16:9, diapositive', 1280, 720, 'Clair', 255]
  ] as const) {
    await dialogue.getByLabel('Format').selectOption({ label: format })
    await dialogue.getByLabel('Taille du PNG').selectOption({ label: `${largeur} × ${hauteur} pixels` })
    await dialogue
      .getByRole('region', { name: 'Une image' })
      .getByLabel('Couleurs')
      .selectOption({ label: theme })
    const png = decode(readFileSync(await save('Télécharger en PNG')))
    expect([png.width, png.height, png.channels, png.data[3]]).toEqual([largeur, hauteur, 4, opaque])
    if (largeur === 5120) expect(countFlous(png)).toBeLessThan(0.5)
  }
  const chemin = await save('Télécharger en SVG')
  expect(statSync(chemin).size).toBeLessThan(300_000)
  const svg = readFileSync(chemin, 'utf8')
  expect(svg).toContain('>Un titre à nous<')
  expect(svg).toContain('@font-face{font-family:Marianne')
  // Its letters are drawn with the face that it carries: as wide as the page's own Marianne, and not as what a program
  // without that face would take.
  const { sienne, attendue, sansElle } = await page.evaluate(measureTitre, { svg, titre: 'Un titre à nous' })
  expect(Math.abs(sienne - attendue)).toBeLessThan(2)
  expect(Math.abs(sansElle - attendue)).toBeGreaterThan(4)

  // What is pasted elsewhere: the same picture, each territory in the colour of its fact.
  await dialogue.getByRole('button', { name: 'Copier l’image' }).click()
  await expect(dialogue.getByText('L’image est dans le presse-papiers.')).toBeVisible()
  const colle = await page.evaluate(async () => {
    const [element] = await navigator.clipboard.read()
    const octets = new Uint8Array(await ((await element?.getType('image/png')) as Blob).arrayBuffer())
    return btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''))
  })
  const image = decodePng(Buffer.from(colle, 'base64'))
  expect([image.largeur, image.hauteur]).toEqual([1280, 720])
  const fonds = readFonds(svg, { ...image, fois: 1 })
  expect(fonds.size).toBeGreaterThan(90)
  for (const [code, fond] of fonds)
    if (territoireOf(code)?.gouvernance.coporteurs.length === 1) expect(fond, code).toBe(fondOf(code))

  await dialogue.getByRole('button', { name: 'Fermer' }).click()
  await followLien(page, `?territoire=${CODE}`)
  await page.getByRole('banner').getByRole('button', { name: 'Exporter' }).click()
  await dialogue.getByRole('img').waitFor()
  // Where the territory of the sheet is: its map without the facts, and a picture of its own.
  const montre = dialogue.getByLabel('Ce qu’elle montre')
  await montre.selectOption('situation')
  const situation = readFileSync(await save('Télécharger en SVG'), 'utf8')
  expect(situation).toContain(`>${nameRegion(territoire)}<`)
  expect(situation).not.toContain('data-classe=')
  const fondSitue = new RegExp(`data-code="${CODE}" fill="([^"]+)"`).exec(situation)?.[1]
  expect(situation.split(`fill="${fondSitue}"`)).toHaveLength(2)

  const share = dialogue.getByRole('region', { name: 'Un lien' })
  const phrase = announceTerritoire(territoire, territoireOf(CODE))
  await share.getByRole('button', { name: 'Partager…' }).click()
  const donne = await page.evaluate(() => (window as unknown as { partage: ShareData }).partage)
  expect(donne).toEqual({
    title: expect.stringContaining(`(${CODE})`),
    text: expect.stringContaining(phrase),
    url: `${baseURL}?territoire=${CODE}`
  })
  const courriel = new URL(
    (await share.getByRole('link', { name: 'Envoyer par courriel' }).getAttribute('href')) ?? ''
  )
  expect(courriel.protocol).toBe('mailto:')
  expect(courriel.searchParams.get('subject')).toBe(donne.title)
  expect(courriel.searchParams.get('body')).toBe(`${donne.text}\r\n\r\n${donne.url}`)

  await followLien(page, '?filtre=sans-feuille')
  const listCodes = async () => {
    const csv = readFileSync(await save('CSV'), 'utf8')
    return Papa.parse<{ Code: string }>(csv.slice(1), { header: true, skipEmptyLines: true })
      .data.map(({ Code }) => Code)
      .sort()
  }
  const filtres = dialogue.getByLabel(`(${sansFeuille.length} sur ${LIGNES.length})`)
  await expect(filtres).toBeChecked()
  expect(await listCodes()).toEqual(codesOf(sansFeuille))
  expect(nomme).toBe(`gouvernances-filtrees-${DATE_LIVREE}.csv`)
  type Contour = Feature<Polygon | MultiPolygon, { origines: { fait: string; source: string }[] }>
  const { features } = JSON.parse(readFileSync(await save('GeoJSON, avec les contours'), 'utf8')) as {
    features: Contour[]
  }
  expect(features.map(({ id }) => id).sort()).toEqual(codesOf(sansFeuille))
  for (const { id, geometry, properties } of features) {
    for (const [dehors = [], ...trous] of geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.coordinates) {
      expect(aire(dehors), String(id)).toBeGreaterThan(0)
      for (const trou of trous) expect(aire(trou), String(id)).toBeLessThan(0)
    }
    expect(properties.origines.length, String(id)).toBeGreaterThan(0)
    for (const { fait, source } of properties.origines)
      expect(Math.min(fait.length, source.length)).toBeGreaterThan(3)
  }
  await filtres.uncheck()
  expect(await listCodes()).toEqual(codesOf(LIGNES))
  expect(nomme).toBe(`gouvernances-${DATE_LIVREE}.csv`)
  // The whole as a workbook, written by a worker, and as JSON: what the files say, label by label.
  const attendues = LIGNES.map(({ code, nom, coporteurs, etat, feuille }) => ({
    code,
    nom,
    coporteurs: coporteurs.map((type) => LIBELLES_COPORTEUR[type as keyof typeof LIBELLES_COPORTEUR]),
    gouvernance: LIBELLES_ETAT_GOUVERNANCE[etat as keyof typeof LIBELLES_ETAT_GOUVERNANCE],
    feuille: LIBELLES_FEUILLE_DE_ROUTE[feuille as keyof typeof LIBELLES_FEUILLE_DE_ROUTE]
  })).sort(parCode)
  const [classeur, travail] = await Promise.all([save('Excel'), page.waitForEvent('worker')])
  expect(travail.url()).toContain('travail')
  const [[tetes = [], ...lignes] = []] = (await readXlsxFile(readFileSync(classeur))).map(({ data }) => data)
  const at = (ligne: readonly unknown[], tete: string) => String(ligne[tetes.indexOf(tete)] ?? '')
  expect(
    lignes
      .map((ligne) => ({
        code: at(ligne, 'Code'),
        nom: at(ligne, 'Nom'),
        coporteurs: at(ligne, 'Coporteur(s)').split(' ; ').filter(Boolean),
        gouvernance: at(ligne, 'Gouvernance'),
        feuille: at(ligne, 'Feuille de route')
      }))
      .sort(parCode)
  ).toEqual(attendues)
  const json = JSON.parse(readFileSync(await save('JSON'), 'utf8'))
  expect(json.provenance).toMatchObject({ date: DATE_LIVREE, territoires: LIGNES.length })
  expect(
    json.territoires
      .map(({ code, nom, coporteurs, gouvernance, feuillesDeRoute }: Record<string, string[]>) => ({
        code,
        nom,
        coporteurs,
        gouvernance,
        feuille: feuillesDeRoute?.join()
      }))
      .sort(parCode)
  ).toEqual(attendues)

  // The code of an embed: what is chosen there, in one element that is pasted as it is.
  const integrer = dialogue.getByRole('region', { name: 'La carte dans une autre page' })
  const code = integrer.getByRole('textbox', { name: 'Code à coller dans la page' })
  expect(await code.inputValue()).not.toContain('instantane=')
  await integrer.getByLabel('Cadrage').selectOption({ label: 'Bretagne' })
  await integrer.getByLabel('Thème').selectOption({ label: 'Sombre' })
  await integrer.getByLabel('Hauteur, en pixels').fill('500')
  await integrer.getByLabel('Données').selectOption({ index: 1 })
  await integrer.getByRole('button', { name: 'Copier le code' }).click()
  await expect(integrer.getByRole('status')).toHaveText('Le code est dans le presse-papiers.')
  const copie = await page.evaluate(() => navigator.clipboard.readText())
  expect(copie).toBe(await code.inputValue())
  for (const attendu of ['region=53', 'theme=sombre', 'height="500"', `instantane=${DATES_LIVREES.at(-1)}`])
    expect(copie).toContain(attendu)
})
