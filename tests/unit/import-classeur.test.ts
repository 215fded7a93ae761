import { strToU8 } from 'fflate'
import { readFileSync } from 'node:fs'
import { readSheet } from 'read-excel-file/universal'
import { describe, expect, it } from 'vitest'
import { LIGNES_MAX } from '../../src/data/gouvernances'
import { formatNombre } from '../../src/domain/texte/francais'
import { readImport } from '../../src/data/import/lire'
import { readXlsx } from '../../src/data/import/xlsx'
import { INSTANTANE } from './fichiers'
import { buildLignes, buildXlsx, cellule } from './import-octets'

/** Workbooks as other programs write them; what each is stands in its name. */
const load = (nom: string) => new Uint8Array(readFileSync(`tests/fixtures/${nom}.xlsx`))
const read = (octets: Uint8Array, feuille: string | null = null) =>
  readImport([{ nom: 'gouvernances.xlsx', octets }], undefined, feuille)
const errors = ({ problemes }: Awaited<ReturnType<typeof read>>) =>
  problemes.filter(({ gravite }) => gravite === 'erreur').map(({ message }) => message)

interface Feuille {
  readonly nom: string
  readonly etat?: string
  readonly note: string
  readonly genre?: string
  readonly cible?: string
}

/** A workbook of several sheets: the shipped rows, the first of them with a note that tells whose they are. */
function buildClasseur(feuilles: readonly Feuille[], { active = 0 } = {}): Uint8Array {
  const cible = (i: number) => feuilles[i]?.cible ?? `worksheets/f${i}.xml`
  return buildXlsx('', {
    autres: {
      'xl/workbook.xml': strToU8(
        `<workbook><bookViews><workbookView activeTab="${active}"/></bookViews><sheets>${feuilles
          .map(({ nom, etat }, i) => `<sheet name="${nom}"${etat ? ` state="${etat}"` : ''} r:id="r${i}"/>`)
          .join('')}</sheets></workbook>`
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships>${feuilles
          .map(
            ({ genre = 'worksheet' }, i) =>
              `<Relationship Id="r${i}" Type="http://x/${genre}" Target="${cible(i)}"/>`
          )
          .join('')}</Relationships>`
      ),
      ...Object.fromEntries(
        feuilles.map(({ note }, i) => [
          `xl/${cible(i)}`,
          strToU8(
            `<worksheet><sheetData>${buildLignes((ligne, colonne) =>
              ligne === 1 && colonne === 6 ? cellule('G2', note) : null
            )}</sheetData></worksheet>`
          )
        ])
      )
    }
  })
}
const noteLue = async (octets: Uint8Array, feuille?: string) =>
  (await read(octets, feuille)).territoires?.[0]?.note

it('reads the same cells as another reader', async () => {
  for (const octets of [
    buildXlsx(buildLignes()),
    load('x46-export-reordonne'),
    load('x16-chartsheet-first')
  ]) {
    const feuille = readXlsx(octets).feuille
    if (!feuille) throw new Error('no sheet')
    // That one breaks on chart sheets unless it is told which sheet to read.
    const autre = (await readSheet(octets.slice().buffer, feuille.nom)) as unknown[][]
    const remplies = autre.filter((ligne) => ligne.some((valeur) => valeur !== null))
    expect(
      feuille.enregistrements.map(({ cellules }) => [...cellules, ...Array(7).fill('')].slice(0, 7))
    ).toEqual(
      remplies.map((ligne) =>
        [...ligne.map((valeur) => String(valeur ?? '')), ...Array(7).fill('')].slice(0, 7)
      )
    )
  }
})

describe('which sheet is read', () => {
  it.each([
    ['an old hidden copy before it', 'x04-hidden-old-first', 'gouvernances'],
    ['the sheet that explains the columns before it', 'x46-export-reordonne', 'gouvernances'],
    ['a chart before it', 'x16-chartsheet-first', 'gouvernances']
  ])('the right one, named, with %s', async (_, nom, feuille) => {
    const lu = await read(load(nom))
    expect(errors(lu)).toEqual([])
    expect(lu.territoires).toHaveLength(INSTANTANE.territoires.length)
    expect(lu.feuilles).toEqual({ lue: feuille, possibles: [feuille] })
  })

  it('the one on screen among several, which are named', async () => {
    const copies = [
      { nom: 'copie', note: 'COPIE' },
      { nom: 'juin', note: 'JUIN' }
    ]
    for (const [active, note] of ['COPIE', 'JUIN'].entries()) {
      const octets = buildClasseur(copies, { active })
      expect(await noteLue(octets)).toBe(note)
      expect((await read(octets)).feuilles?.possibles).toEqual(['copie', 'juin'])
    }
    expect(await noteLue(buildClasseur(copies), 'juin')).toBe('JUIN')
  })

  it('none before somebody says which, where none of them is on screen', async () => {
    const octets = buildClasseur(
      [
        { nom: 'graphique', note: '', genre: 'chartsheet' },
        { nom: 'mai', note: 'MAI' },
        { nom: 'juin', note: 'JUIN' }
      ],
      { active: 0 }
    )
    const lu = await read(octets)
    expect([lu.territoires, lu.problemes]).toEqual([null, []])
    expect(lu.feuilles).toEqual({ lue: null, possibles: ['mai', 'juin'] })
    expect(await noteLue(octets, 'mai')).toBe('MAI')
  })

  it('the second one where it is the active one, chart sheets counted as sheets', async () => {
    const feuilles = [
      { nom: 'graphique', note: '', genre: 'chartsheet' },
      { nom: 'mai', note: 'MAI' },
      { nom: 'juin', note: 'JUIN' }
    ]
    expect(await noteLue(buildClasseur(feuilles, { active: 2 }))).toBe('JUIN')
  })

  it('a hidden one only where no other has the columns, with a warning', async () => {
    const lu = await read(buildClasseur([{ nom: 'cachée', note: 'X', etat: 'veryHidden' }]))
    expect(lu.territoires).not.toBeNull()
    expect(lu.problemes.map(({ gravite, message }) => [gravite, message])).toEqual([
      ['avertissement', expect.stringMatching(/cachée.*masquée/)]
    ])
  })
})

describe('cells', () => {
  it('without addresses follow each other', async () => {
    const sans = (valeur: string) => cellule('', valeur).replace(' r=""', '')
    const lignes = buildLignes((_, __, valeur) => (valeur === '' ? '<c/>' : sans(valeur)))
    const lu = await read(buildXlsx(lignes.replaceAll(/<row r="\d+">/g, '<row>')))
    expect(lu.problemes).toEqual([])
    expect(lu.territoires).toEqual(INSTANTANE.territoires)
  })

  it('that a program left out with its addresses are told by their lines, and the others read', async () => {
    const { territoires, problemes } = await read(load('x21-no-refs'))
    const incompletes = problemes.filter(({ message }) => message.startsWith('La ligne est incomplète'))
    expect(incompletes).toEqual(problemes)
    expect(territoires).toHaveLength(INSTANTANE.territoires.length - incompletes.length)
  })

  it('are read as they are displayed: percentages, dates, times, decimals', async () => {
    const { territoires } = await read(load('x14-note-types'))
    expect(territoires?.slice(0, 11).map(({ note }) => note)).toEqual([
      '06/12/2024',
      'mars-25',
      '45 %',
      '1\u202F234,50',
      'VRAI',
      '06/12/2024',
      '14:30',
      '6 décembre 2024',
      '06/12/2024',
      '0,3',
      '1,23457E+19'
    ])
  })

  it('that show a date count from 1904 where the workbook says so', () => {
    const octets = buildXlsx('<row r="1"><c r="A1" s="1"><v>0</v></c></row>', {
      autres: {
        'xl/workbook.xml': strToU8(
          '<workbook><workbookPr date1904="1"/><sheets><sheet name="F" r:id="rId1"/></sheets></workbook>'
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>'
        ),
        'xl/styles.xml': strToU8(
          '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
        )
      }
    })
    expect(readXlsx(octets).feuille?.enregistrements[0]?.cellules).toEqual(['01/01/1904'])
  })
})

describe('no more rows are read than are examined', () => {
  const beaucoup = (balise: (i: number) => string) =>
    buildLignes() +
    Array.from({ length: 40_000 }, (_, i) => `${balise(i + 105)}<c><v>1</v></c></row>`).join('')

  it.each([
    ['in their order', beaucoup((i) => `<row r="${i}">`), 1],
    ['without addresses', beaucoup(() => '<row>'), 1],
    ['with an address inside another attribute', beaucoup((i) => `<row x=" r='1' " r="${i}">`), 1],
    ['with addresses far apart', beaucoup((i) => `<row r="${i * 100}">`), 100]
  ])('%s', async (_, lignes, pas) => {
    const octets = buildXlsx(lignes)
    const { enregistrements = [], arret = null } = readXlsx(octets).feuille ?? {}
    expect(enregistrements).toHaveLength(LIGNES_MAX + 1)
    // The heading, the rows that are examined, and the first that is not: the line where the spreadsheet shows it.
    expect(arret).toBe((LIGNES_MAX + 2) * pas)
    expect(errors(await read(octets)).join()).toMatch(
      new RegExp(
        `plus de ${formatNombre(LIGNES_MAX)} lignes .* ligne ${formatNombre((LIGNES_MAX + 2) * pas)},`
      )
    )
  })

  it('from a sheet that lies elsewhere', () => {
    const octets = buildClasseur([{ nom: 'F', note: '', cible: 'ailleurs/f.xml' }])
    expect(readXlsx(octets).feuille?.enregistrements).toHaveLength(INSTANTANE.territoires.length + 1)
    const gros = buildXlsx('', {
      autres: {
        'xl/ailleurs.xml': strToU8(
          `<worksheet><sheetData>${beaucoup(() => '<row>')}</sheetData></worksheet>`
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="ailleurs.xml"/></Relationships>'
        )
      }
    })
    expect(readXlsx(gros).feuille?.enregistrements).toHaveLength(LIGNES_MAX + 1)
  })

  it('and a row keeps its own number, however far it is', () => {
    const octets = buildXlsx(`${buildLignes()}<row x=" r='1' " r="900000"><c r="A900000"><v>1</v></c></row>`)
    const { enregistrements } = readXlsx(octets).feuille ?? { enregistrements: [] }
    expect(enregistrements).toHaveLength(INSTANTANE.territoires.length + 2)
    expect(enregistrements.at(-1)?.ligne).toBe(900_000)
  })
})
