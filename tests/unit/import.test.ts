import { describe, expect, it } from 'vitest'
import { readImport } from '../../src/data/import/lire'
import { checkFichier, TAILLE_MAX } from '../../src/data/import/nature'
import { INSTANTANE, TEXTE_CHIFFRES, TEXTE_CSV } from './fichiers'
import {
  buildLignes,
  buildXlsx,
  cellule,
  CELLULES,
  CSV_EXCEL,
  encodeMac,
  encodeUtf16,
  encodeWindows1252
} from './import-octets'

const utf8 = (texte: string) => new TextEncoder().encode(texte)
const read = (octets: Uint8Array, nom = 'gouvernances.csv') => readImport([{ nom, octets }])
const readXlsx = (octets: Uint8Array) => read(octets, 'gouvernances.xlsx')
/** What was told, in one text, and nothing that changes data. */
const refusal = async (octets: Uint8Array, nom?: string) => {
  const { problemes } = await read(octets, nom)
  expect(problemes.some(({ gravite }) => gravite === 'erreur')).toBe(true)
  return problemes.map(({ message }) => message).join('\n')
}
const CODES_A_ZERO = CELLULES.filter(([code]) => /^0\d$/.test(code ?? ''))

describe('the shipped rows come out the same', () => {
  it.each([
    ['as Excel writes CSV on Windows', encodeWindows1252(CSV_EXCEL), 'Windows-1252'],
    ['in UTF-8 with its mark', utf8(`\uFEFF${CSV_EXCEL}`), 'UTF-8'],
    ['in UTF-8 without', utf8(CSV_EXCEL), 'UTF-8'],
    ['as Excel writes Unicode text', encodeUtf16(CSV_EXCEL.replaceAll(';', '\t')), 'UTF-16'],
    ['in UTF-16 without its mark', encodeUtf16(CSV_EXCEL, { mark: false }), 'UTF-16'],
    ['as Excel writes CSV on a Mac', encodeMac(CSV_EXCEL.replaceAll('\r\n', '\r')), 'Mac OS Roman'],
    ['with Excel’s own first line', utf8(`sep=;\r\n${CSV_EXCEL}`), 'UTF-8'],
    ['with blank lines at the end', utf8(`${CSV_EXCEL}\r\n;;;;;;\r\n \r\n`), 'UTF-8'],
    ['with both kinds of line ends', utf8(CSV_EXCEL.replace(/\r\n(?=[5-9])/g, '\n')), 'UTF-8']
  ])('%s', async (_, octets, encodage) => {
    const { territoires, problemes, format } = await read(octets)
    expect(problemes).toEqual([])
    expect(territoires).toEqual(INSTANTANE.territoires)
    expect(format).toContain(encodage)
  })

  it('as a workbook of texts', async () => {
    const { territoires, problemes } = await readXlsx(buildXlsx(buildLignes()))
    expect(problemes).toEqual([])
    expect(territoires).toEqual(INSTANTANE.territoires)
  })

  it('as a workbook whose codes became numbers, with a warning each', async () => {
    const octets = buildXlsx(
      buildLignes((i, j, valeur) =>
        i > 0 && j === 0 && /^\d+$/.test(valeur)
          ? cellule(`A${i + 1}`, String(Number(valeur)), { n: true })
          : null
      )
    )
    const { territoires, problemes } = await readXlsx(octets)
    expect(territoires).toEqual(INSTANTANE.territoires)
    expect(problemes.map(({ gravite, valeur }) => [gravite, valeur])).toEqual(
      CODES_A_ZERO.map(([code]) => ['avertissement', String(Number(code))])
    )
    expect(problemes[0]?.message).toContain('«\u00A001\u00A0»')
  })

  it('as CSV whose codes lost their zero, or became decimal numbers', async () => {
    for (const suite of ['', ',0', '.00']) {
      const texte = CSV_EXCEL.replace(/^0(\d);/gm, `$1${suite};`)
      const { territoires, problemes } = await read(utf8(texte))
      expect(territoires).toEqual(INSTANTANE.territoires)
      expect(problemes).toHaveLength(CODES_A_ZERO.length)
      expect(problemes.every(({ gravite }) => gravite === 'avertissement')).toBe(true)
    }
  })

  it('with the figures beside them', async () => {
    const lu = await readImport([
      { nom: 'chiffres.json', octets: utf8(TEXTE_CHIFFRES) },
      { nom: 'gouvernances.csv', octets: utf8(TEXTE_CSV) }
    ])
    expect(lu.problemes).toEqual([])
    expect(lu.chiffres?.valeur.gouvernances?.remontees.valeur).toBe(
      JSON.parse(TEXTE_CHIFFRES).gouvernances.remontees.valeur
    )
    expect(lu.territoires).toHaveLength(INSTANTANE.territoires.length)
  })
})

describe('problems', () => {
  it('are all told at once, none left out, in the order of the file', async () => {
    // All cells but the names: more than the 500 at which reading once stopped.
    const texte = CSV_EXCEL.replace(/;(?=[a-z])|^(?=\d)/gm, '$&x').replace(
      /^.*/,
      (CELLULES[0] ?? []).join(';')
    )
    const { problemes } = await read(utf8(texte))
    const lignes = problemes.map(({ ligne }) => ligne ?? Infinity)
    expect(lignes).toEqual([...lignes].sort((a, b) => a - b))
    for (const [i, cellules] of CELLULES.entries()) {
      const fautives = cellules.slice(0, 6).filter((cellule, j) => j !== 1 && cellule !== '').length
      const dits = problemes.filter(({ ligne, gravite }) => ligne === i + 1 && gravite === 'erreur')
      if (i > 0) expect(new Set(dits.map(({ colonne }) => colonne)).size).toBeGreaterThanOrEqual(fautives)
      for (const { valeur, message } of dits) expect(message).toContain(valeur)
    }
    expect(problemes.length).toBeGreaterThan(500)
  })

  it('tell a text with an unquoted separator, instead of cutting it', async () => {
    const texte = CSV_EXCEL.replace(/^(45;.*)$/m, '$1avant;après')
    expect(await refusal(utf8(texte))).toMatch(/8.cellules pour 7.colonnes/)
  })

  it('tell duplicate and unknown codes', async () => {
    const message = await refusal(utf8(CSV_EXCEL.replace(/^45;/m, '46;').replace(/^90;/m, '99;')))
    expect(message).toMatch(/46.» est déjà à la ligne/)
    expect(message).toMatch(/99.»/)
    expect(message).toContain('Le territoire 45 (Loiret) n’a pas de ligne')
  })

  it('are told in a workbook with the line that the spreadsheet shows', async () => {
    const octets = buildXlsx(buildLignes((i, j) => (i === 44 && j === 2 ? cellule('C45', 'faite') : null)))
    const { problemes } = await readXlsx(octets)
    expect(problemes[0]).toMatchObject({ ligne: 45, colonne: 3, valeur: 'faite', gravite: 'erreur' })
  })
})

describe('what is no such file', () => {
  it('is refused by its size before it is read, in one sentence', () => {
    expect(() => checkFichier('gouvernances.csv', 100 * 1024 * 1024)).toThrow(/100.Mo, pour 20.Mo au plus/)
    expect(() => checkFichier('gouvernances.csv', TAILLE_MAX)).not.toThrow()
    expect(() => checkFichier('gouvernances.csv', 0)).toThrow('vide')
    expect(() => checkFichier('anciennes.xls', 10_000)).toThrow('.xls')
    // Its name is any word: it says nothing of what every object has.
    expect(() => checkFichier('a.constructor', 10_000)).not.toThrow()
    expect(() => checkFichier('a.__proto__', 10_000)).not.toThrow()
  })

  it.each([
    ['a PDF', utf8('%PDF-1.7\n%âãÏÓ'), /PDF/],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2), /image/],
    ['bytes', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251), /binaire/],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /ancien format/],
    [
      'a protected workbook',
      Uint8Array.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        ...[...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0])
      ]),
      /mot de passe/
    ],
    ['a zip of something else', buildXlsx('').slice(0, 40), /endommagé/],
    ['a web page', utf8('<!doctype html><p>404</p>'), /pas un fichier de gouvernances/],
    ['another table', utf8('a;b;c\r\n1;2;3\r\n'), /pas un fichier de gouvernances/]
  ])('%s is told for what it is', async (_, octets, message) => {
    expect(await refusal(octets)).toMatch(message)
  })

  it('letters that were damaged before are told, not taken over', async () => {
    const double = new TextDecoder('windows-1252').decode(utf8(CSV_EXCEL))
    expect(await refusal(utf8(double))).toContain('deux fois')
    // DOS: é is the byte 82.
    const dos = encodeWindows1252(CSV_EXCEL.replaceAll('é', '‚').replaceAll('è', 'Š').replaceAll('ô', '“'))
    expect(await refusal(dos)).toContain('encodage')
  })

  it('a bomb of columns or of lines is refused without being spelt out', async () => {
    const colonnes = await read(utf8(`${'a;'.repeat(2_000_000)}\n`))
    expect(colonnes.problemes).toHaveLength(1)
    expect(colonnes.problemes[0]?.message).toMatch(/2.000.001 colonnes/)
    const lignes = await read(utf8(`${CSV_EXCEL}${'99;;;;;;\r\n'.repeat(200_000)}`))
    expect(lignes.problemes.length).toBeLessThan(10_000)
    expect(lignes.problemes.some(({ message }) => /plus de 1.000 lignes/.test(message))).toBe(true)
  })
})

describe('a workbook that would do harm', () => {
  it('is not unpacked where it is a bomb', async () => {
    const bombe = buildXlsx(buildLignes(), { autres: { 'xl/bombe.xml': new Uint8Array(24 * 1024 * 1024) } })
    expect(bombe.length).toBeLessThan(200_000)
    expect(await refusal(bombe, 'gouvernances.xlsx')).toContain('trop de données')
  })

  it.each(['G9999999', 'XFD1', 'ZZZZZZZZ1', 'é1', ''])(
    'is not filled up to a far cell: %s',
    async (adresse) => {
      const octets = buildXlsx(`${buildLignes()}<row r="200"><c r="${adresse}"><v>1</v></c></row>`)
      expect(await refusal(octets, 'gouvernances.xlsx')).toMatch(/loin du tableau|endommagé/)
    }
  )

  it('gives the last result of a formula as text, and runs nothing', async () => {
    const octets = buildXlsx(
      buildLignes((i, j) =>
        i === 1 && j === 6 ? cellule('G2', 'déjà calculé', { formule: 'cmd|&apos;/C calc&apos;!A0' }) : null
      )
    )
    expect((await readXlsx(octets)).territoires?.[0]?.note).toBe('déjà calculé')
  })

  it('is told as damaged wherever it breaks off', async () => {
    const octets = buildXlsx(buildLignes())
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      expect(await refusal(octets.slice(0, octets.length * part), 'gouvernances.xlsx')).toContain('endommagé')
    }
  })
})

it('keeps HTML and script as the text that they are', async () => {
  const note = '<img src=x onerror=alert(1)><script>alert(2)</script>'
  const { territoires, problemes } = await read(utf8(CSV_EXCEL.replace(/^(01;.*)$/m, `$1"${note}"`)))
  expect(problemes).toEqual([])
  expect(territoires?.[0]?.note).toBe(note)
})

it('says that the governances are missing when only figures were given', async () => {
  const lu = await read(utf8(TEXTE_CHIFFRES), 'chiffres.json')
  expect(lu.territoires).toBeNull()
  expect(lu.chiffres).not.toBeNull()
})
