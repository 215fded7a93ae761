import Papa from 'papaparse'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { MultiPolygon, Polygon } from 'geojson'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { buildCsv, buildGeoJson, buildJson, buildXlsx } from '../../src/export/donnees/fichiers'
import { COLONNES_EXPORT, describeExport, listLignes } from '../../src/export/donnees/lignes'
import { nameFichier } from '../../src/export/nomFichier'
import { buildCourriel } from '../../src/export/partage'
import { CHIFFRES, CONTOURS, INSTANTANE } from './fichiers'

const LIGNES = listLignes(INSTANTANE.territoires, CHIFFRES)
const PROVENANCE = describeExport(INSTANTANE, LIGNES.length, 'Tous les territoires')

/** A ring's area, the plain way: positive where it goes round counter-clockwise. */
const aire = (anneau: number[][]) =>
  anneau.slice(1).reduce((somme, [x = 0, y = 0], i) => {
    const [x0 = 0, y0 = 0] = anneau[i] ?? []
    return somme + (x0 * y - x * y0)
  }, 0)

describe('the data that leave the app', () => {
  it('has a row for each territory, with the origin of each fact, the date, the source and the licence', () => {
    expect(LIGNES.map(({ code }) => code).sort()).toEqual(TERRITOIRES.map(({ code }) => code).sort())
    const csv = buildCsv(LIGNES, PROVENANCE)
    expect(csv.startsWith('\uFEFFCode;Nom;')).toBe(true)
    const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true })
    expect(data).toHaveLength(TERRITOIRES.length)
    for (const ligne of data) {
      expect(ligne['Date des données']).toBe(INSTANTANE.date)
      expect(ligne['Licence']).toContain('Natural Earth')
      expect(ligne['Ce que dit la source']).not.toBe('')
    }
    const of = (code: string) => data.find((ligne) => ligne['Code'] === code)?.['Origine du coporteur']
    for (const { code, gouvernance } of INSTANTANE.territoires)
      if (gouvernance.origine === 'deduit') expect(of(code)).toBe('Déduit par élimination')
    expect(data.map((ligne) => ligne['Origine du coporteur'])).toContain('La source se contredit')
    expect(data[0]?.['Code']).toBe('01')
  })

  it('lets no cell become a formula', () => {
    const [ligne] = LIGNES
    const csv = buildCsv([{ ...(ligne as (typeof LIGNES)[number]), note: '=1+1' }], PROVENANCE)
    expect(csv).not.toMatch(/[;"]=1\+1/)
  })

  it('is the same in a workbook, and says where it comes from on a second sheet', async () => {
    const classeur = Buffer.from(await (await buildXlsx(LIGNES, PROVENANCE)).arrayBuffer())
    const feuilles = await readXlsxFile(classeur)
    const lignes = (feuilles as unknown as { sheet: string; data: unknown[][] }[])[0]?.data ?? []
    expect(lignes[0]).toEqual([...COLONNES_EXPORT])
    expect(lignes).toHaveLength(TERRITOIRES.length + 1)
    expect(JSON.stringify(feuilles)).toContain(PROVENANCE.licence)
  })

  it('is JSON with its provenance; local data say so', () => {
    const lu = JSON.parse(buildJson(LIGNES, PROVENANCE))
    expect(lu.provenance).toMatchObject({ date: INSTANTANE.date, donneesLocales: null })
    expect(lu.territoires).toHaveLength(TERRITOIRES.length)
    expect(lu.territoires[0].origines.length).toBeGreaterThan(0)
    const local = describeExport({ date: '2025-06-01', local: 'Point de juin' }, 1, 'Bretagne')
    expect(local.donneesLocales).toBe('Point de juin')
    expect(local.source).toContain('ni publiées')
    expect(nameFichier('Île-de-France : été', { date: '2025-06-01', local: 'x' })).toBe(
      'ile-de-france-ete-2025-06-01-donnees-locales'
    )
  })

  it('winds the rings of its outlines as RFC 7946 says, and drops none', async () => {
    const { features } = JSON.parse(await buildGeoJson(LIGNES, PROVENANCE, CONTOURS.territoires)) as {
      features: { id: string; geometry: Polygon | MultiPolygon; properties: { nom: string } }[]
    }
    expect(features).toHaveLength(TERRITOIRES.length)
    for (const { id, geometry } of features) {
      const polygones = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
      for (const [dehors = [], ...trous] of polygones) {
        expect(aire(dehors), id).toBeGreaterThan(0)
        for (const trou of trous) expect(aire(trou), id).toBeLessThan(0)
        expect(dehors[0]).toEqual(dehors.at(-1))
      }
      const avant = CONTOURS.territoires.features
        .find((f) => f.id === id)
        ?.geometry.coordinates.flat(3).length
      expect(geometry.coordinates.flat(3).length).toBe(avant)
    }
  })
})

describe('a link handed on', () => {
  it('is a mail with a subject and the sentence, which any program reads back', () => {
    const adresse = new URL(
      buildCourriel({ titre: 'Loiret (45) : été & co', texte: 'Une phrase.', lien: 'https://a.fr/?b=1&c=2' })
    )
    expect(adresse.protocol).toBe('mailto:')
    expect(adresse.searchParams.get('subject')).toBe('Loiret (45) : été & co')
    expect(adresse.searchParams.get('body')).toBe('Une phrase.\r\n\r\nhttps://a.fr/?b=1&c=2')
  })
})
