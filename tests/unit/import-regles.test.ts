import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { NOMS_COLONNES } from '../../src/data/colonnes'
import { showCellule } from '../../src/data/import/affichage'
import { decodeUnites, readClasseur, type Classeur } from '../../src/data/import/classeur'
import { decodeTexte } from '../../src/data/import/encodage'
import { readFeuille } from '../../src/data/import/feuille'
import { readImport } from '../../src/data/import/lire'
import { checkFichier, findNature } from '../../src/data/import/nature'
import { readXlsx } from '../../src/data/import/xlsx'
import { readXml } from '../../src/data/import/xml'
import { encodeUtf16, encodeWindows1252 } from './import-octets'
import { plain } from './petit-instantane'

const utf8 = (texte: string) => new TextEncoder().encode(texte)
/** Two bytes change places in each letter of UTF-16. */
const swap = (octets: Uint8Array) => octets.map((_, i) => octets[i ^ 1] ?? 0)
const toOctets = (...octets: number[]) => Uint8Array.from(octets)
/** The sentence with which something is refused; '' where it is not. */
function refusal(action: () => unknown): string {
  try {
    action()
    return ''
  } catch (cause) {
    return plain((cause as Error).message)
  }
}

describe('the letters of a file', () => {
  const read = (octets: Uint8Array) => {
    const { texte, encodage, doute } = decodeTexte(octets)
    return [texte, encodage, doute && plain(doute.message), doute?.gravite]
  }
  const well = (texte: string, encodage: string) => [texte, encodage, null, undefined]

  it.each([
    ['UTF-16 with its mark', encodeUtf16('été'), 'été', 'UTF-16'],
    ['UTF-16 of the other order, with its mark', swap(encodeUtf16('été')), 'été', 'UTF-16'],
    // Half of each letter is a zero byte: four letters are the least that one can tell by.
    ['UTF-16 without', encodeUtf16('code', { mark: false }), 'code', 'UTF-16'],
    ['UTF-16 of the other order, without', swap(encodeUtf16('code', { mark: false })), 'code', 'UTF-16'],
    ['UTF-8', utf8('été'), 'été', 'UTF-8'],
    // What looks like half of a mark is a letter.
    ['Windows, with ÿ first', toOctets(0xff, 0x61, 0x62), 'ÿab', 'Windows-1252'],
    ['Windows, with þ second', toOctets(0x61, 0xfe, 0x62), 'aþb', 'Windows-1252'],
    ['Windows, with þ first', toOctets(0xfe, 0x61, 0x62), 'þab', 'Windows-1252'],
    ['Windows, with ÿ second', toOctets(0x61, 0xff, 0x62), 'aÿb', 'Windows-1252'],
    ['ASCII', utf8('abc'), 'abc', 'UTF-8'],
    [
      'Windows',
      encodeWindows1252('l’été à « Œuvre »\u00A0: 5 €'),
      'l’été à « Œuvre »\u00A0: 5 €',
      'Windows-1252'
    ],
    ['a Mac', toOctets(0x8e, 0x74, 0x8e), 'été', 'Mac OS Roman'],
    // ½, ¼ and ¤ of Windows, within words and behind a number.
    ['Linux of old: a lower œ', toOctets(0x63, 0xbd, 0x75, 0x72), 'cœur', 'ISO-8859-15'],
    ['Linux of old: a capital Œ', toOctets(0xbc, 0x75, 0x76, 0x72, 0x65), 'Œuvre', 'ISO-8859-15'],
    ['Linux of old: an amount', toOctets(0x35, 0x20, 0xa4), '5 €', 'ISO-8859-15'],
    ['Linux of old: an amount that holds together', toOctets(0x35, 0xa0, 0xa4), '5\u00A0€', 'ISO-8859-15'],
    ['Windows, where a fraction stands alone', toOctets(0x31, 0x20, 0xbd, 0x20), '1 ½ ', 'Windows-1252'],
    [
      'Windows, where there is a quotation mark that Linux has not',
      toOctets(0x92, 0x63, 0xbd, 0x75, 0x72, 0xe9),
      '’c½uré',
      'Windows-1252'
    ],
    [
      'Windows, its first control character included',
      toOctets(0x80, 0x63, 0xbd, 0xe9),
      '€c½é',
      'Windows-1252'
    ]
  ])('%s', (_, octets, texte, encodage) => {
    expect(read(octets)).toEqual(well(texte, encodage))
  })

  it('are refused where they are no text: a zero byte, or control characters by the dozen', () => {
    const BINAIRE = 'C’est un fichier binaire, pas un texte : choisir un fichier .csv, .xlsx ou .json.'
    expect(refusal(() => decodeTexte(toOctets(0x61, 0, 0x62)))).toBe(BINAIRE)
    // An odd byte at the end of UTF-16.
    expect(refusal(() => decodeTexte(encodeUtf16('abc').slice(0, -1)))).toBe(BINAIRE)
    // Three letters of UTF-16 without its mark are too few to go by, and hold zeros.
    expect(refusal(() => decodeTexte(encodeUtf16('abc', { mark: false })))).toBe(BINAIRE)
    // One in fifty is an accident.
    const avec = (nombre: number) => utf8(`${'\u0001'.repeat(nombre)}${'a'.repeat(100 - nombre)}`)
    expect(refusal(() => decodeTexte(avec(2)))).toBe('')
    expect(refusal(() => decodeTexte(avec(3)))).toBe(BINAIRE)
    // Tabs and ends of lines are none.
    expect(refusal(() => decodeTexte(utf8('\t\r\n'.repeat(30))))).toBe('')
  })

  it('that were damaged before are told, as surely as that is known', () => {
    const ABIME =
      'Des lettres accentuées semblent abîmées dans ce fichier : les vérifier à l’endroit où il a été écrit.'
    const DEUX_FOIS =
      /^Des lettres accentuées sont abîmées \(« Ã© » pour « é »\) : le fichier a été enregistré deux fois/
    const INCONNU = /^Des lettres accentuées semblent abîmées : l’encodage du fichier n’a pas été reconnu/
    expect(read(utf8('Ã©tÃ©')).slice(2)).toEqual([ABIME, 'avertissement'])
    expect(read(utf8('Ã©tÃ© rÃ©el')).slice(2)).toEqual([expect.stringMatching(DEUX_FOIS), undefined])
    expect(read(utf8('d\uFFFDpartement')).slice(2)).toEqual([ABIME, 'avertissement'])
    // DOS wrote é as the byte 82, which is a low quotation mark in Windows: within a word it is none.
    expect(read(toOctets(0x72, 0x82, 0x65, 0x6c)).slice(2)).toEqual([
      expect.stringMatching(INCONNU),
      undefined
    ])
    expect(read(utf8('r‚el')).slice(2)).toEqual([null, undefined])
  })
})

describe('what a file is', () => {
  it('is known by its first bytes, all of them', () => {
    expect(findNature(toOctets(0x50, 0x4b, 3, 4))).toBe('xlsx')
    expect(findNature(toOctets(0x50, 0x4c))).toBe('texte')
    expect(findNature(utf8('%PNG'))).toBe('texte')
    for (const [octets, quoi] of [
      [utf8('%PDF-'), 'un document PDF'],
      [toOctets(0x89, 0x50, 0x4e, 0x47), 'une image'],
      [toOctets(0xff, 0xd8, 0xff), 'une image'],
      [utf8('GIF89a'), 'une image'],
      [toOctets(0x1f, 0x8b), 'une archive compressée'],
      [toOctets(0x37, 0x7a, 0xbc, 0xaf), 'une archive compressée'],
      [utf8('Rar!'), 'une archive compressée'],
      [toOctets(0x7f, 0x45, 0x4c, 0x46), 'un programme'],
      [toOctets(0x4d, 0x5a, 0x90, 0), 'un programme']
    ] as const)
      expect(refusal(() => findNature(octets))).toBe(
        `C’est ${quoi} : choisir un fichier .csv, .xlsx ou .json.`
      )
  })

  it('of the old format is a protected workbook where that is written in it, wherever', () => {
    const ancien = [0xd0, 0xcf, 0x11, 0xe0]
    const mot = encodeUtf16('EncryptedPackage', { mark: false })
    const dit = (suite: readonly number[]) => refusal(() => findNature(toOctets(...ancien, ...suite)))
    expect(dit([])).toContain('ancien format Excel (.xls)')
    // What begins like it is not it.
    expect(dit([...mot.slice(0, -2), 0, 0])).toContain('ancien format Excel (.xls)')
    expect(dit([0x45, 0, ...mot, 7])).toContain('protégé par un mot de passe')
  })

  it('is told by the end of its name too, in capitals or not, and by its size', () => {
    expect(refusal(() => checkFichier('a.XLS', 1))).toContain('ancien format Excel (.xls)')
    expect(refusal(() => checkFichier('a.xlsb', 1))).toContain('Excel binaire (.xlsb)')
    expect(refusal(() => checkFichier('a.ods', 1))).toContain('OpenDocument (.ods)')
    expect(refusal(() => checkFichier('xls', 1))).toBe('')
    expect(refusal(() => checkFichier('a.xls.csv', 1))).toBe('')
  })
})

describe('the files of an import', () => {
  const table = (...lignes: string[]) => utf8([NOMS_COLONNES.join(';'), ...lignes].join('\r\n'))
  const say = async (...fichiers: [string, Uint8Array][]) => {
    const etapes: string[] = []
    const lu = await readImport(
      fichiers.map(([nom, octets]) => ({ nom, octets })),
      (etape) => etapes.push(etape)
    )
    return {
      ...lu,
      etapes,
      dits: lu.problemes.map(({ fichier, message }) => `${fichier}: ${plain(message)}`)
    }
  }

  it('are named as they are read', async () => {
    const { etapes, format, fichier } = await say(['a.csv', table()])
    expect(etapes).toEqual(['Lecture de a.csv', 'Vérification de a.csv'])
    expect([fichier, format]).toEqual(['a.csv', 'texte UTF-8'])
  })

  it.each([
    ['by their name', 'chiffres.JSON', '[]'],
    ['by their first letter', 'chiffres.txt', ' \n\t{"gouvernances": 1}']
  ])('are figures %s', async (_, nom, texte) => {
    const lu = await say([nom, utf8(texte)])
    expect(lu.format).toBeNull()
    expect(lu.dits.join()).not.toContain('gouvernances :')
    expect(lu.dits.join()).not.toContain('la première ligne doit nommer')
  })

  it.each([
    ['a.json.csv', 'x'],
    ['a.csv', 'a;{'],
    ['a.csv', 'a\n{']
  ])('are no figures for that: %s, %j', async (nom, texte) => {
    expect((await say([nom, utf8(texte)])).dits[0]).toContain('la première ligne doit nommer')
  })

  it('are one of each kind: another one is told, and not read', async () => {
    const lu = await say(
      ['a.csv', table()],
      ['b.csv', utf8('x')],
      ['c.json', utf8('{}')],
      ['d.json', utf8('{}')]
    )
    expect(lu.fichier).toBe('a.csv')
    expect(lu.dits.filter((dit) => /^[bd]/.test(dit))).toEqual([
      'b.csv: Un autre fichier de gouvernances a déjà été donné : n’en choisir qu’un.',
      'd.json: Un autre fichier de chiffres a déjà été donné : n’en choisir qu’un.'
    ])
    // What is wrong with the others is told all the same.
    expect(lu.dits.some((dit) => dit.startsWith('a.csv:'))).toBe(true)
    expect(lu.dits.find((dit) => dit.startsWith('c.json:'))).toMatch(/^c\.json: Les sections/)
  })

  it('whose names are damaged in an encoding that is guessed are doubted, from three names on', async () => {
    // In capitals nothing shows within the words themselves.
    const lignes = ['75;P‚RIS', '45;L‚IRET', '29;FINIST‚RE', '44;L‚IRE'].map(
      (debut) => `${debut};remontee;departement;source;remontee;`
    )
    const doute = async (n: number) => {
      const { dits } = await say([
        'a.csv',
        encodeWindows1252(new TextDecoder().decode(table(...lignes.slice(0, n))))
      ])
      return dits.filter((dit) => dit.includes('l’encodage du fichier n’a pas été reconnu')).length
    }
    expect([await doute(2), await doute(3), await doute(4)]).toEqual([0, 1, 1])
  })

  it('that cannot be read at all are told without the words of the program', async () => {
    const octets = { length: 10 } as unknown as Uint8Array
    const { dits } = await say(['a.csv', octets])
    expect(dits).toEqual([
      'a.csv: Le fichier n’a pas pu être lu : l’enregistrer à nouveau en « CSV UTF-8 », puis recommencer.'
    ])
  })
})

const CLASSEUR: Classeur = {
  feuilles: [],
  textes: ['zéro', 'un'],
  formats: [0, 9, 14, '0.00" €"', '[$-', ';;;', 20, '0_)', '"#"0', '0"#"'],
  depuis1904: false
}

describe('what a cell shows', () => {
  const show = (type: string | null, brut: string, style = 0, classeur: Classeur = CLASSEUR) =>
    plain(showCellule(classeur, type, style, brut))
  it.each([
    ['a shared text', 's', '1', 0, 'un'],
    ['a shared text that is not there', 's', '9', 0, ''],
    ['true', 'b', '1', 0, 'VRAI'],
    ['true, in letters', 'b', 'true', 0, 'VRAI'],
    ['false', 'b', '0', 0, 'FAUX'],
    ['a truth that is none', 'b', '10', 0, 'FAUX'],
    ['a truth that is none either', 'b', '01', 0, 'FAUX'],
    ['a number between blanks', null, '7', 7, '7'],
    ['a number after a hash', null, '7', 8, '#7'],
    ['a number before a hash', null, '7', 9, '7#'],
    ['the text of a formula, decoded', 'str', 'a_x000A_b', 0, 'a\nb'],
    ['an error as it stands', 'e', '#N/A', 0, '#N/A'],
    ['a number', null, '45', 0, '45'],
    ['a number that is called one', 'n', '45', 0, '45'],
    ['a number in a style that is not there', null, '45', 99, '45'],
    ['nothing', null, '', 0, ''],
    ['blanks', null, ' ', 1, ' '],
    ['what is no number', null, 'Infinity', 0, 'Infinity'],
    ['a percentage', null, '0.45', 1, '45%'],
    ['an amount', null, '3.5', 3, '3,50 €'],
    ['a time', null, '0.5', 6, '12:00'],
    ['the number itself where its format is broken', null, '7', 4, '7'],
    ['the number itself where its format shows nothing', null, '7', 5, '7'],
    ['the number itself before the first of all days', null, '-1000000', 2, '-1000000']
  ])('%s', (_, type, brut, style, attendu) => {
    expect(show(type, brut, style)).toBe(attendu)
  })

  it('counts days from 1904 in a workbook of an old Mac, and nothing else', () => {
    const mac = { ...CLASSEUR, depuis1904: true }
    expect(show(null, '0', 2, mac)).toBe('01/01/1904')
    expect(show(null, '0.45', 1, mac)).toBe('45%')
  })

  it('encodes each unit by itself', () => {
    expect(decodeUnites('_x0041__x00e9_ _x41_ x0041')).toBe('Aé _x41_ x0041')
  })
})

describe('a workbook', () => {
  const liens = (...cibles: [string, string][]) =>
    strToU8(
      `<Relationships>${cibles.map(([id, cible]) => `<Relationship Id="${id}" Type="http://x/${/^\w+/.exec(id)?.[0]}" Target="${cible}"/>`).join('')}</Relationships>`
    )
  const build = (classeur: string, cibles: [string, string][], autres: Record<string, string>) =>
    readClasseur(
      new Map([
        ['xl/workbook.xml', strToU8(classeur)],
        ['xl/_rels/workbook.xml.rels', liens(...cibles)],
        ...Object.entries(autres).map(([nom, texte]) => [nom, strToU8(texte)] as const)
      ])
    )

  it('names its parts from where it stands, from the root, and by steps up', () => {
    const { feuilles, depuis1904, textes, formats } = build(
      '<workbook><sheets><sheet name="a" id="worksheet-1"/><sheet name="b" id="worksheet-2"/><sheet name="c" id="worksheet-3"/><sheet name="d" id="worksheet-4"/><sheet name="e"/></sheets></workbook>',
      [
        ['worksheet-1', 'f/a.xml'],
        ['worksheet-2', '/xl/f/b.xml'],
        ['worksheet-3', '../c//./d.xml'],
        ['worksheet-4', 'absente.xml']
      ],
      { 'xl/f/a.xml': '', 'xl/f/b.xml': '', 'c/d.xml': '' }
    )
    expect(feuilles.map(({ nom, partie }) => [nom, partie])).toEqual([
      ['a', 'xl/f/a.xml'],
      ['b', 'xl/f/b.xml'],
      ['c', 'c/d.xml']
    ])
    expect([depuis1904, textes, formats]).toEqual([false, [], []])
  })

  it('has texts in parts, without the reading of Asian characters, and formats of its cells alone', () => {
    const { textes, formats, depuis1904 } = build(
      '<workbook><workbookPr date1904="true"/><sheets/></workbook>',
      [
        ['sharedStrings', 't.xml'],
        ['styles', 's.xml']
      ],
      {
        'xl/t.xml':
          '<sst>hors<si>hors<t>a</t>hors</si><si><r><t>b</t></r><r><t>_x0063_</t></r><rPh><t>bé</t><t>cé</t></rPh><t>d</t></si></sst>',
        'xl/s.xml':
          '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0"/><numFmt numFmtId="165"/></numFmts><cellStyleXfs><xf numFmtId="1"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs><dxfs><xf numFmtId="2"/></dxfs></styleSheet>'
      }
    )
    expect(textes).toEqual(['a', 'bcd'])
    expect(formats).toEqual([0, '0.0', 14, ''])
    expect(depuis1904).toBe(true)
  })

  it('without its list of parts, or with no sheet of cells, is told', () => {
    expect(refusal(() => readClasseur(new Map()))).toMatch(/^Le classeur est endommagé/)
    const vide = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets/></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8('<Relationships/>')
    })
    expect(refusal(() => readXlsx(vide))).toBe('Le classeur n’a aucune feuille de cellules.')
  })

  /** A file of other files, which say that they are of these sizes. */
  function zip(noms: readonly string[], ...tailles: readonly number[]): Uint8Array {
    const octets = zipSync(Object.fromEntries(noms.map((nom) => [nom, strToU8('<a/>')])), { level: 0 })
    const vue = new DataView(octets.buffer, octets.byteOffset)
    let rang = 0
    // Each entry of the list at the end (APPNOTE 4.3.12) has the size before packing 24 bytes from its start.
    for (let i = 0; i < octets.length - 46; i++)
      if (vue.getUint32(i, true) === 0x02014b50) vue.setUint32(i + 24, tailles[rang++] ?? 4, true)
    return octets
  }
  const MO = 1024 * 1024
  const ENORME =
    'Le classeur contient trop de données une fois décompressé : il ne peut pas être celui des gouvernances.'
  const AUTRE =
    'Ce n’est pas un classeur Excel (.xlsx) : l’enregistrer en « Classeur Excel (.xlsx) » ou en « CSV UTF-8 ».'

  it('is not unpacked where its parts are by the hundred', () => {
    const noms = (n: number) => Array.from({ length: n }, (_, i) => `p${i}.png`)
    expect(refusal(() => readXlsx(zip(noms(500))))).toBe(AUTRE)
    expect(refusal(() => readXlsx(zip(noms(501))))).toBe(ENORME)
  })

  it('is not unpacked where its texts say that they are large together; pictures do not count', () => {
    expect(refusal(() => readXlsx(zip(['a.xml'], 20 * MO)))).toBe(AUTRE)
    expect(refusal(() => readXlsx(zip(['a.xml'], 20 * MO + 1)))).toBe(ENORME)
    expect(refusal(() => readXlsx(zip(['a.xml', 'b.rels'], 11 * MO, 11 * MO)))).toBe(ENORME)
    expect(refusal(() => readXlsx(zip(['a.png', 'b.xml.png', 'c.bin'], 30 * MO, 30 * MO, 30 * MO)))).toBe(
      AUTRE
    )
  })

  it('is another document where its parts are those of one', () => {
    expect(refusal(() => readXlsx(zip(['a.xml', 'word/document.xml'])))).toContain('document Word')
    expect(refusal(() => readXlsx(zip(['a.xml', 'ppt/presentation.xml'])))).toContain('une présentation')
    expect(refusal(() => readXlsx(zip(['a.xml', 'mimetype'])))).toContain('OpenDocument')
    // That word says it in a few letters.
    expect(refusal(() => readXlsx(zip(['a.xml', 'mimetype'], 4, 1000)))).toBe(AUTRE)
    expect(refusal(() => readXlsx(zip(['a/xl/workbook.xml', 'xl/workbook.xml.rels'])))).toBe(AUTRE)
  })

  it('that is no file of files is told as damaged', () => {
    expect(refusal(() => readXlsx(utf8('PK et rien de plus')))).toMatch(/^Le classeur est endommagé/)
    const coupe = zip(['xl/workbook.xml'])
    expect(refusal(() => readXlsx(coupe.slice(0, -1)))).toMatch(/^Le classeur est endommagé/)
  })
})

describe('a sheet', () => {
  const read = (lignes: string) => {
    const { enregistrements } = readFeuille(strToU8(`<sheetData>${lignes}</sheetData>`), CLASSEUR)
    return enregistrements.map(({ ligne, cellules }) => [ligne, ...cellules])
  }

  it('has cells where their addresses say, and the next one where they say none', () => {
    expect(
      read(
        '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c><c r="AA2" t="s"><v>1</v></c></row><row><c><v>3</v></c></row>'
      )
    ).toEqual([
      [2, '', '1', '2', ...Array<string>(23).fill(''), 'un'],
      [3, '3']
    ])
  })

  it('has texts of its own, and nothing of what a formula says', () => {
    expect(
      read(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="str"><f>1+1</f><v>b</v></c><c r="C1" t="inlineStr"><v>9</v><is><r><t>c</t></r></is></c><c r="D1"><v>4</v></c></row>'
      )
    ).toEqual([[1, 'a', 'b', 'c', '4']])
  })

  it('has no rows of blanks', () => {
    expect(
      read('<row r="1"><c t="str"><v> </v></c></row><row r="4"/><row r="5"><c><v>1</v></c></row>')
    ).toEqual([[5, '1']])
  })

  it.each([
    ['an address in another row', '<row r="1"><c r="A2"/></row>'],
    ['an address that is none', '<row r="1"><c r="a1"/></row>'],
    ['a row beyond all rows', '<row r="12345678"/>'],
    ['a row that is no number', '<row r="1a"/>']
  ])('is damaged by %s', (_, lignes) => {
    expect(refusal(() => read(lignes))).toMatch(/^Le classeur est endommagé/)
  })

  it('with a cell far from all others is told by its address, or by its row', () => {
    // A hundred columns are read, ten times as many are borne: the first that is not is ALM.
    expect(refusal(() => read('<row r="1"><c r="ALL1"/></row>'))).toBe('')
    expect(refusal(() => read('<row r="1"><c r="ALM1"/></row>'))).toContain('bien loin du tableau, ALM1 :')
    expect(refusal(() => read('<row r="7"><c r="ALL7"/><c/></row>'))).toContain(
      'bien loin du tableau, ligne 7 :'
    )
  })
})

describe('a part of a workbook', () => {
  const list = (octets: Uint8Array) => {
    const noms: string[] = []
    readXml(octets, {
      open: (nom, attribut) => void noms.push(`${nom} ${attribut('a')}`),
      text: (texte) => void noms.push(texte),
      close: (nom) => void noms.push(`/${nom}`)
    })
    return noms
  }
  const XML = '<x:b a="1"><c z:a="é"/>&amp;<![CDATA[<]]></x:b>'
  const DIT = ['b 1', 'c é', '/c', '&', '<', '/b']

  it.each([
    ['UTF-8', utf8(XML)],
    ['UTF-16', encodeUtf16(XML)],
    ['UTF-16 of the other order', swap(encodeUtf16(XML))]
  ])('is read without prefixes, in %s', (_, octets) => {
    expect(list(octets)).toEqual(DIT)
  })

  it('is read no further once that is said', () => {
    const noms: string[] = []
    readXml(utf8('<a><b/><c/></a>'), { open: (nom) => (noms.push(nom), nom === 'b' ? false : undefined) })
    expect(noms).toEqual(['a', 'b'])
  })

  it.each(['<a><b></a>', '<a b=1/>', '<a'])('is damaged where it is no sound XML: %s', (xml) => {
    expect(refusal(() => list(utf8(xml)))).toMatch(/^Le classeur est endommagé/)
  })
})
