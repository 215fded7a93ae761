import { describe, expect, it } from 'vitest'
import { readImport } from '../../src/data/import/lire'
import { INSTANTANE } from './fichiers'
import { CSV_EXCEL, encodeMac } from './import-octets'

const utf8 = (texte: string) => new TextEncoder().encode(texte)
const read = (octets: Uint8Array) => readImport([{ nom: 'gouvernances.csv', octets }])
/** The first field of each row but the heading. */
const eachCode = (change: (code: string) => string) =>
  CSV_EXCEL.replace(/^([^;"\r\n]{2,3});/gm, (_, code: string) => `${change(code)};`)

/** Read to the shipped territories, and told in one warning that says how many cells it is about. */
async function expectTold(texte: string, message: RegExp) {
  const { territoires, problemes } = await read(utf8(texte))
  expect(territoires).toEqual(INSTANTANE.territoires)
  expect(problemes.map(({ gravite }) => gravite)).toEqual(['avertissement'])
  expect(problemes[0]?.message).toMatch(message)
}
const NOMBRE = INSTANTANE.territoires.length

describe('what people write is read, and told once', () => {
  it('codes as ="01", as they keep the zero', () =>
    expectTold(
      eachCode((code) => `="${code}"`),
      new RegExp(`^${NOMBRE}.cellules de .*formules.*="01"`)
    ))

  it('the same, as a spreadsheet writes it into CSV', () =>
    expectTold(
      eachCode((code) => `"=""${code}"""`),
      new RegExp(`^${NOMBRE}.cellules`)
    ))

  it('a character that nobody sees before a code', () =>
    expectTold(
      eachCode((code) => `\u200B${code}`),
      new RegExp(`^${NOMBRE}.cellules .*invisibles.*«\u00A001\u00A0»`)
    ))

  it('accents and capitals in a value that is known', () => {
    const nombre = CSV_EXCEL.match(/;remontee;(?=[a-z|_]*;(?:source|deduit|);)/g)?.length ?? 0
    return expectTold(
      CSV_EXCEL.replace(/;remontee;(?=[a-z|_]*;(?:source|deduit|);)/g, ';Remontée;'),
      new RegExp(`«\u00A0Remontée\u00A0» est lu «\u00A0remontee\u00A0», dans ${nombre}.cellules`)
    )
  })

  it('and a heading with a character that nobody sees', async () => {
    const { territoires, problemes } = await read(utf8(`\u200B${CSV_EXCEL}`))
    expect(territoires).toEqual(INSTANTANE.territoires)
    expect(problemes).toEqual([])
  })
})

it('decomposed accents, as macOS writes them, are no change', async () => {
  const { territoires, problemes } = await read(utf8(CSV_EXCEL.normalize('NFD')))
  expect(CSV_EXCEL.normalize('NFD')).not.toBe(CSV_EXCEL)
  expect(territoires).toEqual(INSTANTANE.territoires)
  expect(problemes).toEqual([])
})

it('a line break inside a note of a file of an old Mac is part of the note', async () => {
  const texte = CSV_EXCEL.replaceAll('\r\n', '\r').replace(
    /(\r02;[^\r]*;)[^\r;]*(?=\r)/,
    '$1Première ligne\nDeuxième ligne'
  )
  const { territoires, problemes } = await read(encodeMac(texte))
  expect(problemes).toEqual([])
  expect(territoires?.[1]?.note).toBe('Première ligne\nDeuxième ligne')
})

it('ISO-8859-15 is told from Windows-1252 by its œ', async () => {
  const latin9 = new Map([
    ['œ', 0xbd],
    ['Œ', 0xbc],
    ['€', 0xa4],
    ['’', 0x27]
  ])
  const note = 'Cœur d’été, Œuvre à 5 €'
  const texte = CSV_EXCEL.replace(/^(01;.*)$/m, `$1${note}`)
  const octets = Uint8Array.from([...texte].map((lettre) => latin9.get(lettre) ?? lettre.charCodeAt(0)))
  const { territoires, problemes, format } = await read(octets)
  expect(problemes).toEqual([])
  expect(format).toContain('ISO-8859-15')
  expect(territoires?.[0]?.note).toBe(note.replace('’', "'"))
})

describe('codes sorted without their rows', () => {
  const lignes = CSV_EXCEL.trimEnd().split('\r\n')
  const code = (i: number) => (lignes[i] ?? '').split(';')[0] ?? ''
  /** The code of another row in front of each of the first rows. */
  const shift = (nombre: number) =>
    lignes
      .map((ligne, i) => (i === 0 || i > nombre ? ligne : ligne.replace(/^[^;]*/, code((i % nombre) + 1))))
      .join('\r\n')

  it('are one error, and not a hundred warnings', async () => {
    const { problemes } = await read(utf8(shift(NOMBRE)))
    const graves = problemes.filter(({ gravite }) => gravite === 'erreur')
    expect(graves).toHaveLength(1)
    expect(graves[0]?.message).toMatch(new RegExp(`Dans ${NOMBRE}.lignes.*triés`))
    expect(problemes.filter(({ champ }) => champ === 'nom')).toEqual(graves)
  })

  it('two rows that changed their codes are a warning each', async () => {
    const { problemes } = await read(utf8(shift(2)))
    expect(problemes.map(({ gravite, champ }) => [gravite, champ])).toEqual([
      ['avertissement', 'nom'],
      ['avertissement', 'nom']
    ])
  })
})
