import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildGouvernancesXlsx } from '../../src/data/ecrireXlsx'
import { writeDocx } from '../../src/export/compteRendu/document'
import { buildDiapos } from '../../src/export/diapos/diapos'
import { writePptx } from '../../src/export/diapos/pptx'
import { buildXlsx } from '../../src/export/donnees/fichiers'
import { describeExport, listLignes } from '../../src/export/donnees/lignes'
import { DONNEES_DIAPOS } from './donneesDiapos'
import { CHIFFRES, INSTANTANE } from './fichiers'

/** What those who do not see a document have of it: its language, its titles, its headers, and words for what is drawn. */

type Parties = Record<string, string>
const unpack = async (fichier: Uint8Array | Blob): Promise<Parties> => {
  const octets = fichier instanceof Blob ? new Uint8Array(await fichier.arrayBuffer()) : fichier
  return Object.fromEntries(
    Object.entries(unzipSync(octets))
      .filter(([nom]) => /\.(?:xml|rels)$/.test(nom))
      .map(([nom, contenu]) => [nom, strFromU8(contenu)])
  )
}
const all = (xml: string, motif: RegExp) => [...xml.matchAll(motif)].map(([tout, groupe]) => groupe ?? tout)
const langues = (parties: Parties) =>
  new Set(Object.values(parties).flatMap((xml) => all(xml, /\b(?:altLang|lang)="([^"]+)"/g)))

const TERRITOIRES = INSTANTANE.territoires.slice(0, 2)

describe('the slides', () => {
  const diapos = [...buildDiapos(DONNEES_DIAPOS)]
  let parties: Parties = {}
  let pages: string[] = []
  beforeAll(async () => {
    parties = await unpack(await writePptx({ titre: 'Table ronde', diapos }))
    pages = diapos.map((_, i) => parties[`ppt/slides/slide${i + 1}.xml`] ?? '')
  })

  it('have a title each, first in the order in which they are read, and one for all of them', () => {
    expect(parties['docProps/core.xml']).toContain('<dc:title>Table ronde</dc:title>')
    for (const [i, page] of pages.entries()) {
      const [premier = ''] = all(page, /<p:(?:sp|graphicFrame)>.*?<\/p:(?:sp|graphicFrame)>/gs)
      expect(premier).toMatch(/<p:ph[^>]* type="title"/)
      expect(all(premier, /<a:t>([^<]*)<\/a:t>/g).join('')).not.toBe('')
      expect(diapos[i]?.titre).not.toBe('')
    }
  })

  it('are French in all their parts', () => {
    expect([...langues(parties)]).toEqual(['fr-FR'])
  })

  it('say in words what each shape and chart shows, or that it is an ornament', () => {
    let [formes, ornements] = [0, 0]
    for (const page of pages) {
      for (const forme of all(page, /<p:sp>.*?<\/p:sp>/gs)) {
        if (/<a:t>[^<]/.test(forme)) continue
        formes++
        const orne = forme.includes('decorative') && forme.includes('val="1"')
        if (orne) ornements++
        expect(/ descr="[^"]{5,}"/.test(forme) !== orne, forme.slice(0, 300)).toBe(true)
        // What stands for a territory is none.
        if (orne) expect(forme).not.toMatch(/ name="(?:\d\d|2[AB]|9\d\d) /)
      }
      for (const cadre of all(page, /<p:graphicFrame>.*?<\/p:graphicFrame>/gs))
        if (!cadre.includes('<a:tbl>')) {
          expect(cadre).toMatch(/ descr="[^"]{20,}"/)
          // Numbers as they are read out in French, not a row of seven digits.
          expect(/ descr="([^"]*)"/.exec(cadre)?.[1]).not.toMatch(/\d{5}/)
        }
    }
    expect(formes).toBeGreaterThan(300)
    expect(ornements).toBeGreaterThan(0)
  })

  it('say of each table that its first row is its headers', () => {
    const tableaux = pages.flatMap((page) => all(page, /<a:tbl>.*?<\/a:tbl>/gs))
    expect(tableaux.length).toBeGreaterThan(5)
    for (const tableau of tableaux) expect(tableau).toMatch(/^<a:tbl><a:tblPr firstRow="1"\/>/)
  })
})

describe('the minutes', () => {
  it('have a title, headings, a language, and words for their map', async () => {
    const parties = await unpack(
      await writeDocx(
        {
          titre: 'Compte rendu',
          date: '1er mars 2025',
          sections: [{ titre: 'Notes', lignes: [{ tete: 'Loiret', suite: 'Une note' }] }],
          source: 'Source'
        },
        {
          png: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
          largeur: 16,
          hauteur: 9,
          description: 'La carte du jour'
        }
      )
    )
    const document = parties['word/document.xml'] ?? ''
    expect(parties['docProps/core.xml']).toContain('<dc:title>Compte rendu</dc:title>')
    expect(all(document, /<w:pStyle w:val="(\w+)"\/>/g)).toEqual(['Title', 'Heading1'])
    expect(document).toMatch(/<wp:docPr [^>]*descr="La carte du jour"/)
    expect(all(parties['word/styles.xml'] ?? '', /<w:lang w:val="([^"]+)"/g)).toEqual(['fr-FR'])
  })
})

describe.each([
  ['to be filled in', () => buildGouvernancesXlsx(TERRITOIRES, 'Données locales')],
  [
    'of the view',
    () => buildXlsx(listLignes(TERRITOIRES, CHIFFRES), describeExport(INSTANTANE, 2, 'Tous les territoires'))
  ]
])('the workbook %s', (_, make) => {
  it('has a title, a language, sheets with names, headers that stay in sight, and no cell made of several', async () => {
    const parties = await unpack(await make())
    expect(parties['docProps/core.xml']).toMatch(/<dc:title>Carte FNE\u00A0: \w+<\/dc:title>/)
    expect(parties['docProps/core.xml']).toContain('<dc:language>fr-FR</dc:language>')
    const noms = all(parties['xl/workbook.xml'] ?? '', /<sheet [^>]*name="([^"]+)"/g)
    expect(noms).toHaveLength(2)
    for (const nom of noms) expect(nom).not.toMatch(/^(?:Sheet|Feuil)\d/)
    const feuille = parties['xl/worksheets/sheet1.xml'] ?? ''
    expect(feuille).toMatch(/<pane ySplit="1"[^>]* state="frozen"/)
    expect(Object.values(parties).join('')).not.toContain('<mergeCell')
  })
})
