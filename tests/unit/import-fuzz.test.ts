import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { parseGouvernances } from '../../src/data/gouvernances'
import { decodeTexte } from '../../src/data/import/encodage'
import { ErreurImport } from '../../src/data/import/erreur'
import { readImport } from '../../src/data/import/lire'
import { findNature } from '../../src/data/import/nature'
import { readXlsx } from '../../src/data/import/xlsx'
import { CARACTERE } from './caractere'
import { buildLignes, buildXlsx, CSV_EXCEL, encodeWindows1252 } from './import-octets'

/** Whatever comes, the reader gives a value or throws its own error with a French sentence. */
function readOrRefuse(octets: Uint8Array): void {
  try {
    if (findNature(octets) === 'xlsx') readXlsx(octets)
    else parseGouvernances(decodeTexte(octets).texte, 'x.csv')
  } catch (erreur) {
    expect(erreur).toBeInstanceOf(ErreurImport)
    expect((erreur as ErreurImport).message).toMatch(/\.$/)
  }
}

/** Bytes changed, left out or doubled here and there in a file that is right. */
const mutate = (octets: Uint8Array) =>
  fc
    .array(
      fc.tuple(
        fc.nat(octets.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.constantFrom('change', 'cut', 'double')
      ),
      {
        minLength: 1,
        maxLength: 8
      }
    )
    .map((coups) => {
      let liste = [...octets]
      for (const [place, octet, coup] of coups) {
        if (coup === 'change') liste[place % liste.length] = octet
        else if (coup === 'cut') liste.splice(place % liste.length, octet)
        else liste = [...liste.slice(0, place), ...liste.slice(Math.max(0, place - octet))]
        if (liste.length === 0) liste = [octet]
      }
      return Uint8Array.from(liste)
    })

const csv = encodeWindows1252(CSV_EXCEL)
const xlsx = buildXlsx(buildLignes())
/** A workbook whose parts are sound XML each, and may say anything of each other. */
const structure = fc
  .record({
    genres: fc.array(
      fc.constantFrom('worksheet', 'chartsheet', 'dialogsheet', 'styles', 'sharedStrings', ''),
      {
        maxLength: 5
      }
    ),
    cibles: fc.array(
      fc.constantFrom(
        'worksheets/sheet1.xml',
        '/xl/worksheets/sheet1.xml',
        '../autre/s.xml',
        'rien.xml',
        '',
        '__proto__'
      ),
      { minLength: 5, maxLength: 5 }
    ),
    etats: fc.array(fc.constantFrom('', ' state="hidden"', ' state="veryHidden"', ' state="?"'), {
      minLength: 5,
      maxLength: 5
    }),
    active: fc.constantFrom('0', '1', '9', '-1', 'x'),
    lignes: fc.constantFrom(
      buildLignes(),
      '',
      '<row/>',
      '<row><c/></row>',
      '<c><v>1</v></c>',
      '<row r="1"><c t="s"><v>99</v></c></row>',
      '<row r="x"/>',
      '<row><row><c t="inlineStr"><is><t>a</t></is></c></row></row>'
    )
  })
  .map(({ genres, cibles, etats, active, lignes }) =>
    buildXlsx(lignes, {
      autres: {
        'xl/autre/s.xml': strToU8('<worksheet><sheetData/></worksheet>'),
        'xl/workbook.xml': strToU8(
          `<workbook><bookViews><workbookView activeTab="${active}"/></bookViews><sheets>${genres
            .map((_, i) => `<sheet name="F${i % 2}"${etats[i]} r:id="r${i}"/>`)
            .join('')}</sheets></workbook>`
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          `<Relationships>${genres
            .map((genre, i) => `<Relationship Id="r${i}" Type="http://x/${genre}" Target="${cibles[i]}"/>`)
            .join('')}</Relationships>`
        )
      }
    })
  )
// Not packed: here the damage reaches the XML and not only the packing.
const xlsxNonCompresse = buildXlsx(buildLignes(), { niveau: 0 })

it.each([
  ['bytes', fc.uint8Array({ maxLength: 400 })],
  [
    'bytes after the start of a workbook',
    fc.uint8Array({ maxLength: 400 }).map((o) => Uint8Array.of(0x50, 0x4b, 3, 4, ...o))
  ],
  ['any text', fc.string({ unit: CARACTERE, maxLength: 400 }).map((t) => new TextEncoder().encode(t))],
  [
    'any text below the right heading',
    fc.string({ unit: CARACTERE }).map((t) => new TextEncoder().encode(CSV_EXCEL.slice(0, 300) + t))
  ],
  ['a damaged CSV', mutate(csv)],
  ['a damaged workbook', mutate(xlsx)],
  ['a workbook with damaged XML', mutate(xlsxNonCompresse)],
  ['a workbook of any structure', structure]
])('%s: read, or refused with its own error', (_, octets) => {
  fc.assert(fc.property(octets, readOrRefuse), { numRuns: 120, endOnFailure: true })
})

it('the whole reader never rejects, and says something about whatever is not right', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          nom: fc.oneof(fc.string(), fc.constant('chiffres.json')),
          octets: fc.oneof(fc.uint8Array(), mutate(csv))
        }),
        {
          maxLength: 3
        }
      ),
      async (fichiers) => {
        const { territoires, problemes, chiffres } = await readImport(fichiers)
        for (const { message } of problemes) expect(message).not.toBe('')
        if (fichiers.length > 0 && territoires === null && chiffres === null)
          expect(problemes).not.toEqual([])
      }
    ),
    { numRuns: 60, endOnFailure: true }
  )
})
