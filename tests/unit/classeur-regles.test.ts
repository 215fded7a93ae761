import { strToU8, unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { describe, expect, it } from 'vitest'
import { COLONNES_GOUVERNANCES, NOMS_COLONNES, NOMS_OBLIGATOIRES } from '../../src/data/colonnes'
import { keepLectures } from '../../src/data/ecrireLectures'
import { buildGouvernancesXlsx } from '../../src/data/ecrireXlsx'
import { readXlsx } from '../../src/data/import/xlsx'
import { markTexte } from '../../src/data/lectureSure'
import type { Lecture } from '../../src/domain/texte/probleme'
import { cellule } from './import-octets'

interface Feuille {
  readonly nom: string
  readonly entete: readonly string[]
  readonly masquee?: boolean
}

/** A workbook whose sheets have one row each, the first of them on screen where it is not said otherwise. */
function build(feuilles: readonly Feuille[], active = 0): Uint8Array {
  const liens = feuilles
    .map((_, i) => `<Relationship Id="r${i}" Type="http://x/worksheet" Target="worksheets/f${i}.xml"/>`)
    .join('')
  const listees = feuilles
    .map(({ nom, masquee }, i) => `<sheet name="${nom}"${masquee ? ' state="hidden"' : ''} r:id="r${i}"/>`)
    .join('')
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook><bookViews><workbookView activeTab="${active}"/></bookViews><sheets>${listees}</sheets></workbook>`
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${liens}</Relationships>`),
    ...Object.fromEntries(
      feuilles.map(({ entete }, i) => [
        `xl/worksheets/f${i}.xml`,
        strToU8(
          `<worksheet><sheetData><row r="1">${entete
            .map((valeur, j) => cellule(`${'ABCDEFG'[j]}1`, valeur))
            .join('')}</row></sheetData></worksheet>`
        )
      ])
    )
  })
}
const read = (feuilles: readonly Feuille[], active?: number, voulue?: string) => {
  const { feuille, possibles } = readXlsx(build(feuilles, active), voulue)
  return { lue: feuille?.nom ?? null, possibles }
}

const TOUTES = { entete: NOMS_COLONNES }
const CODES = { entete: ['code_territoire', 'nom'] }
const AUTRE = { entete: ['Colonne', 'Exemple'] }

describe('the sheet that is meant', () => {
  it.each<[string, readonly Feuille[], number, ReturnType<typeof read>]>([
    [
      'the one that names all columns, wherever it stands and whatever is on screen',
      [
        { nom: 'notes', ...AUTRE },
        { nom: 'codes', ...CODES },
        { nom: 'données', ...TOUTES }
      ],
      0,
      { lue: 'données', possibles: ['données'] }
    ],
    [
      'the one without notes as well: they are no column that a heading must name',
      [
        { nom: 'notes', ...AUTRE },
        { nom: 'données', entete: NOMS_OBLIGATOIRES }
      ],
      0,
      { lue: 'données', possibles: ['données'] }
    ],
    [
      'else the one that names the codes',
      [
        { nom: 'notes', ...AUTRE },
        { nom: 'codes', ...CODES }
      ],
      0,
      { lue: 'codes', possibles: ['codes'] }
    ],
    [
      'else the one on screen, to be refused with its reason',
      [
        { nom: 'notes', ...AUTRE },
        { nom: 'brouillon', ...AUTRE }
      ],
      1,
      { lue: 'brouillon', possibles: ['notes', 'brouillon'] }
    ],
    [
      'a visible one rather than one that is hidden, even on screen',
      [
        { nom: 'ancienne', masquee: true, ...TOUTES },
        { nom: 'données', ...TOUTES }
      ],
      0,
      { lue: 'données', possibles: ['données'] }
    ],
    [
      'a hidden one where no visible one has the columns',
      [
        { nom: 'notes', ...AUTRE },
        { nom: 'données', masquee: true, ...TOUTES }
      ],
      0,
      { lue: 'données', possibles: ['données'] }
    ],
    [
      'none of two hidden ones: somebody has to choose',
      [
        { nom: 'notes', ...AUTRE },
        { nom: 'mai', masquee: true, ...TOUTES },
        { nom: 'juin', masquee: true, ...TOUTES }
      ],
      0,
      { lue: null, possibles: ['mai', 'juin'] }
    ]
  ])('is %s', (_, feuilles, active, attendu) => {
    expect(read(feuilles, active)).toEqual(attendu)
  })

  it('is the one that somebody chose, and none other where there is none of this name', () => {
    const feuilles = [
      { nom: 'mai', ...TOUTES },
      { nom: 'juin', ...TOUTES }
    ]
    expect(read(feuilles, 0, 'juin').lue).toBe('juin')
    expect(read(feuilles, 0, 'août').lue).toBe('mai')
  })

  it('reads capitals and spaces of a heading as the names that they are', () => {
    const entete = NOMS_OBLIGATOIRES.map((nom) => ` ${nom.toUpperCase()} `)
    expect(
      read([
        { nom: 'notes', ...CODES },
        { nom: 'données', entete }
      ]).lue
    ).toBe('données')
  })
})

it.each([
  ['mimetype', 'C’est un document OpenDocument'],
  ['word/document.xml', 'C’est un document Word'],
  ['ppt/presentation.xml', 'C’est une présentation'],
  ['autre.xml', 'Ce n’est pas un classeur Excel (.xlsx)']
])('says of a file with %s what it is, and how to save it', (partie, quoi) => {
  const octets = zipSync({ [partie]: strToU8('x') })
  let message = ''
  try {
    readXlsx(octets)
  } catch (cause) {
    message = (cause as Error).message.replace(/\s/g, ' ')
  }
  expect(message).toBe(`${quoi} : l’enregistrer en « Classeur Excel (.xlsx) » ou en « CSV UTF-8 ».`)
})

describe('the sheet that explains the columns', () => {
  const readMode = async (mention?: string) =>
    readSheet(await (await buildGouvernancesXlsx([], mention)).arrayBuffer(), 'Mode d’emploi')

  it('has each of them with what is to be written and an example, as the schema says it', async () => {
    const lignes = await readMode()
    expect(lignes[0]).toEqual(['Colonne', 'Ce qu’il faut y écrire', 'Exemple'])
    expect(lignes.slice(1).map((ligne) => ligne.map((valeur) => valeur ?? ''))).toEqual(
      COLONNES_GOUVERNANCES.map(({ name, description, example }) => [
        name,
        description,
        String(example ?? '')
      ])
    )
  })

  it('begins with whose the data are, where that is said', async () => {
    const lignes = await readMode('Données locales.')
    expect(lignes[0]?.[0]).toBe('Données locales.')
    expect(lignes.slice(1).map(([premiere]) => premiere)).toContain('Colonne')
  })

  it('has its long texts on as many lines as they need', async () => {
    const octets = new Uint8Array(await (await buildGouvernancesXlsx([])).arrayBuffer())
    const styles = new TextDecoder().decode(unzipSync(octets)['xl/styles.xml'])
    expect(styles).toMatch(/wrapText="(1|true)"/)
  })
})

describe('what the build keeps of a file that it has read', () => {
  const lecture = (valeur: unknown, problemes: Lecture<unknown>['problemes'] = []): Lecture<unknown> => ({
    valeur,
    problemes
  })
  const keep = (texte: string, lue: Lecture<unknown>) =>
    keepLectures(new Map([['f', { texte, lecture: lue }]]))['f']
  const empreinte = (texte: string) => markTexte(texte)

  it('is its mark alone where the file says the value as it stands', () => {
    const texte = '{ "a": [1, 2] }'
    expect(keep(texte, lecture({ a: [1, 2] }))).toEqual({ empreinte: empreinte(texte) })
  })

  it('is the name of the field that holds the value, and no other field', () => {
    const texte = '{ "source": { "b": 1 }, "a": [1, 2] }'
    expect(keep(texte, lecture([1, 2]))).toEqual({ empreinte: empreinte(texte), champ: 'a' })
  })

  it.each(['code;nom\n01;Ain', '{ "a": [2, 1] }'])('is the value where %j does not hold it', (texte) => {
    expect(keep(texte, lecture([1, 2]))).toEqual({ empreinte: empreinte(texte), valeur: [1, 2] })
  })

  it('is nothing where there is something to be told of it, or nothing was read', () => {
    const probleme = { gravite: 'avertissement', message: 'x' } as Lecture<unknown>['problemes'][number]
    expect(keep('{}', lecture({}, [probleme]))).toBeUndefined()
    expect(keep('{}', lecture(null))).toBeUndefined()
  })
})
