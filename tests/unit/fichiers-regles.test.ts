import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { askWorker } from '../../src/data/askWorker'
import { parseChiffres } from '../../src/data/chiffres'
import { NOMS_COLONNES } from '../../src/data/colonnes'
import { buildProbleme } from '../../src/data/constat'
import { parseCsv } from '../../src/data/csv'
import type { Depot, InstantaneGarde } from '../../src/data/depot'
import { formatGouvernancesCsv, formatProblemesCsv } from '../../src/data/ecrireCsv'
import { toEcartsConnus } from '../../src/data/ecrireEcarts'
import { buildGouvernancesXlsx, encodeXml } from '../../src/data/ecrireXlsx'
import { decodeUnites } from '../../src/data/import/classeur'
import { parseGouvernances, parseTableGouvernances } from '../../src/data/gouvernances'
import { loadContours, loadDonnees, loadIndex } from '../../src/data/instantanes'
import { ErreurDeLecture, read, type LireTexte } from '../../src/data/lecture'
import { createLecteurEmbarque } from '../../src/data/lectureEmbarquee'
import { createLecteurLocaux } from '../../src/data/locaux'
import { Reparations } from '../../src/data/reparations'
import { parseScenes } from '../../src/data/scenes'
import type { Ecart } from '../../src/domain/reconciliation/ecarts'
import type { Lecture, Probleme } from '../../src/domain/texte/probleme'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { buildTerritoire, plain } from './petit-instantane'
import { stubTravailleur, Travailleur } from './travailleur'

const say = ({ ligne, colonne, message, gravite }: Probleme) =>
  `${ligne ?? '-'}:${colonne ?? '-'} ${gravite === 'erreur' ? '' : '(avis) '}${plain(message)}`
/** Files by their path; there is no other. */
const from =
  (fichiers: Readonly<Record<string, string>>): LireTexte =>
  async (chemin) => {
    const texte = fichiers[chemin]
    if (texte === undefined) throw new ErreurDeLecture(chemin, 'Absent.', { absent: true })
    return texte
  }

describe('what is wrong with figures', () => {
  const dits = (texte: string, max?: number) => {
    const { problemes } = parseChiffres(texte, { fichier: 'f', ...(max === undefined ? {} : { max }) })
    return problemes.map(say)
  }
  const SECTIONS = dits('{}')[0] ?? ''

  it('is told in the order of the file, whatever it is, and what is of no line last', () => {
    const lignes = [
      '{ "zzz": 1,',
      '"yyy": 2, "calendrier": 3,',
      '"engagements": [{"a": 1, "a": 2}],',
      '"objectifs": {"id": "x"}, "autre": {"id": "x"} }'
    ]
    const lus = dits(lignes.join('\n'))
    const last = (ligne: number, texte: string) =>
      `${ligne}:${(lignes[ligne - 1]?.lastIndexOf(texte) ?? -1) + 1}`
    const places = lus.map((dit) => dit.split(' ')[0] ?? '')
    const ranges = [...places].sort((a, b) => {
      const [la = 0, ca = 0, lb = 0, cb = 0] = [a, b].flatMap((p) =>
        p.split(':').map((n) => (n === '-' ? Infinity : Number(n)))
      )
      return la === lb ? (ca === cb ? 0 : ca - cb) : la - lb
    })
    expect(places).toEqual(ranges)
    expect(new Set(places).size).toBeGreaterThan(5)
    expect(lus[0]).toBe('1:3 (avis) La section « zzz » n’est pas prévue : elle n’est pas lue.')
    expect(lus).toContain(`${last(3, '"a"')} Le champ « a » est écrit deux fois : garder un seul des deux.`)
    expect(lus).toContain(
      `${last(4, '"x"')} (avis) L’identifiant « x » est déjà pris plus haut : en choisir un autre.`
    )
    expect(places.at(-1)).toBe('-:-')
  })

  it('names all sections that are missing, one as one and several as several', () => {
    const noms = [...SECTIONS.matchAll(/« (\w+) »/g)].map(([, nom = '']) => nom)
    expect(noms.length).toBeGreaterThan(2)
    expect(SECTIONS).toMatch(/^-:- Les sections « .* manquent ou n’ont pas pu être lues\.$/)
    const avec = (sections: readonly string[]) =>
      dits(`{${sections.map((nom) => `"${nom}": null`).join()}}`).filter((dit) => dit.startsWith('-'))
    expect(avec(noms.slice(1))).toEqual([`-:- La section « ${noms[0]} » manque ou n’a pas pu être lue.`])
    expect(avec(noms.slice(2))[0]).toBe(
      `-:- Les sections « ${noms[0]} » et « ${noms[1]} » manquent ou n’ont pas pu être lues.`
    )
    expect(avec(noms)).toEqual([])
  })

  it('is listed as far as it helps, and the rest counted', () => {
    const inconnues = (n: number) => `{${Array.from({ length: n }, (_, i) => `"z${i}": 1`).join()}}`
    // One more: the sections that are missing.
    expect(dits(inconnues(2), 3)).toHaveLength(3)
    expect(dits(inconnues(2), 3).at(-1)).toBe(SECTIONS)
    expect(dits(inconnues(3), 3).at(-1)).toBe('-:- Et 1 autre problème.')
    expect(dits(inconnues(4), 3).at(-1)).toBe('-:- Et 2 autres problèmes.')
    expect(dits(inconnues(4), 3)).toHaveLength(4)
    expect(dits(inconnues(120)), 'a hundred where nothing is said').toHaveLength(101)
  })

  it('is told with the way to it', () => {
    const { problemes } = parseChiffres(
      '{"a": [{"id": "x"}, {"b": {"id": "x"}}], "engagements": [0, {"c": 1, "c": 2}]}',
      { fichier: 'f' }
    )
    const champs = problemes.filter(({ message }) => /pris plus haut|deux fois/.test(message))
    expect(champs.map(({ champ }) => champ)).toEqual(['a[1].b.id', 'engagements[1].c'])
  })

  it('tells a name that is given twice, and no other value that is there twice', () => {
    expect(dits('{"a": {"id": 1}, "b": {"id": 1}}').filter((dit) => dit.includes('déjà pris'))).toEqual([])
    const texte = '{"a": [{"id": "x"}, {"id": "x"}]}'
    const liste = dits(texte).filter((dit) => dit.includes('déjà pris'))
    expect(liste).toEqual([
      `1:${texte.lastIndexOf('"x"') + 1} (avis) L’identifiant « x » est déjà pris plus haut : en choisir un autre.`
    ])
  })
})

describe('the place of a problem', () => {
  const champOf = (...chemin: string[]) => buildProbleme('f', { chemin, message: '' }).champ
  it('is written as its author would name it', () => {
    expect(champOf('objectifs', 'liste', '12', 'valeur')).toBe('objectifs.liste[12].valeur')
    expect(champOf('liste', '2')).toBe('liste[2]')
    expect(champOf('a1', '2b')).toBe('a1.2b')
    expect(champOf()).toBeUndefined()
    expect('valeur' in buildProbleme('f', { message: '' })).toBe(false)
    expect(buildProbleme('f', { message: '', valeur: '' }).valeur).toBe('')
  })
})

describe('a table of governances', () => {
  const entete = NOMS_COLONNES.join(',')
  const read = (...lignes: string[]) => {
    const { valeur, problemes } = parseGouvernances([entete, ...lignes].join('\n'), 'f')
    return { codes: valeur?.map(({ code }) => code), dits: problemes.map(say), problemes }
  }
  /** Without those of rows that are not there. */
  const dits = (...lignes: string[]) => read(...lignes).dits.filter((dit) => !dit.startsWith('-:'))
  const BONNE = 'Loiret,remontee,departement,source,remontee,'

  it('has its problems told by line, then by column, and quotes among them', () => {
    // Of the second line, the name is told after the state; quotes are told apart, and what is mended at the end.
    const lus = read('45,Loire,faux,rien,source,Remontée,', '02', '01,Ain,,,,,', `"4"1,${BONNE}`)
    const places = lus.problemes.map(({ ligne, colonne }) => (ligne ?? 1e6) * 100 + (colonne ?? 0))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(new Set(lus.problemes.map(({ ligne }) => ligne))).toEqual(new Set([2, 3, 4, 5, null]))
    expect(places.filter((place) => place < 300)).toEqual([202, 203, 204, 206])
    expect(lus.codes).toEqual([])
  })

  it('names each territory that has no row, and none that has a wrong one', () => {
    const { dits: lus } = read(`45,${BONNE}`, '01,Ain,faux,,,remontee,', '02')
    const absents = lus.filter((dit) => dit.includes('n’a pas de ligne'))
    expect(absents).toEqual(
      TERRITOIRES.filter(({ code }) => !['45', '01', '02'].includes(code)).map(
        ({ code, nom }) => `-:- Le territoire ${code} (${nom}) n’a pas de ligne dans le fichier.`
      )
    )
  })

  it('says of a problem only what there is to say of it', () => {
    const absent = read(`45,${BONNE}`).problemes[0]
    expect(Object.keys(absent ?? {}).sort()).toEqual(['colonne', 'fichier', 'gravite', 'ligne', 'message'])
    const incomplete = read('45').problemes[0]
    expect(Object.keys(incomplete ?? {}).sort()).toEqual([
      'colonne',
      'fichier',
      'gravite',
      'ligne',
      'message'
    ])
  })

  it('says where reading stopped, before anything else', () => {
    const table = [NOMS_COLONNES, ['45', ...BONNE.split(',')]].map((cellules, i) => ({
      ligne: i + 3,
      cellules
    }))
    const { valeur, problemes } = parseTableGouvernances(table, 'f', 1234)
    expect(valeur).toHaveLength(1)
    expect(problemes.map(say)[0]).toBe(
      `3:- Le fichier a plus de 1 000 lignes pour ${TERRITOIRES.length} territoires : à partir de la ligne 1 234, elles ne sont pas examinées.`
    )
    expect(parseTableGouvernances(table, 'f').problemes.map(say).join()).not.toContain('plus de')
  })

  it('takes a row that says too little for incomplete, and one without a note for whole', () => {
    expect(dits('45,Loiret,remontee,departement,source,remontee')).toEqual([])
    expect(dits('45,Loiret,remontee,departement,source')).toEqual([
      '2:- La ligne est incomplète : 5 cellules sur 7.'
    ])
  })

  it('bears blanks after its last column, and tells a text there', () => {
    expect(dits(`45,${BONNE}, ,`)).toEqual([])
    expect(dits(`45,${BONNE},,x`)).toEqual([
      '2:- La ligne a 9 cellules pour 7 colonnes : un texte qui contient le séparateur doit être entre guillemets.'
    ])
  })

  it.each([
    ['1', '« 1 » est lu « 01 » : un tableur a pris le code pour un nombre.'],
    ['1.0', '« 1.0 » est lu « 01 » : un tableur a pris le code pour un nombre.'],
    ['45.00', '« 45.00 » est lu « 45 » : un tableur a pris le code pour un nombre.'],
    ['2a', '« 2a » est lu « 2A ».']
  ])('mends a code that a spreadsheet has changed: %s', (code, dit) => {
    expect(dits(`${code},${BONNE.replace('Loiret', '')}`)[0]).toBe(`2:1 (avis) Le code ${dit}`)
  })

  it.each(['x45.0', '45.0x', '20', '100'])('makes no code of what is none: %s', (code) => {
    const [dit] = dits(`${code},${BONNE}`)
    expect(dit).toMatch(/^2:1 /)
    expect(dit).not.toContain('(avis)')
  })

  it('repeats of a long value what a sentence can hold', () => {
    const long = (n: number) => parseGouvernances(`${entete},${'z'.repeat(n)}\n`, 'f').problemes.map(say)[0]
    expect(long(60)).toBe(`1:8 (avis) La colonne « ${'z'.repeat(60)} » est inconnue : elle n’est pas lue.`)
    expect(long(61)).toContain(`« ${'z'.repeat(60)}… »`)
  })

  it('refuses a note that is too long with its beginning, and no other', () => {
    const note = (n: number) =>
      read(`45,${BONNE}${'é'.repeat(n)}`).problemes.find(({ champ }) => champ === 'note')
    expect(note(5000)).toBeUndefined()
    expect(plain(note(5001)?.message ?? '')).toBe('La note a 5 001 caractères : la ramener à 5 000 au plus.')
    expect(note(5001)?.valeur).toBe(`${'é'.repeat(60)}…`)
  })
})

describe('a cell as people write it', () => {
  const mend = (champ: string, valeurs: readonly string[] | null, ...cellules: string[]) => {
    const reparations = new Reparations()
    const lues = cellules.map((cellule, i) => reparations.mend(champ, i + 2, cellule, valeurs))
    const dits = reparations.list().map(({ ligne, valeur, message }) => `${ligne} ${valeur}: ${message}`)
    return { lues, dits }
  }
  const ETATS = ['remontee', 'non_remontee']

  it('is read without the blanks around it, which nobody is told of', () => {
    expect(mend('nom', null, ' Ain\t', '\u00A0Ain')).toEqual({ lues: ['Ain', 'Ain'], dits: [] })
    expect(mend('feuille', ETATS, ' remontee | non_remontee ', '', '|')).toEqual({
      lues: ['remontee|non_remontee', '', '|'],
      dits: []
    })
  })

  it('is read without what cannot be seen, and the blanks behind that', () => {
    expect(mend('nom', null, '\u200B Ain \uFEFF')).toEqual({
      lues: ['Ain'],
      dits: ['2 \u200B Ain: La cellule « Ain » contient des caractères invisibles, qui ne sont pas repris.']
    })
    // In a text it may join two letters that are seen.
    expect(mend('note', null, 'a\u200Db')).toEqual({ lues: ['a\u200Db'], dits: [] })
  })

  it('is the text of a formula that is nothing but a text', () => {
    expect(mend('nom', null, '= " L""Ain "', '="Aisne"')).toEqual({
      lues: ['L"Ain', 'Aisne'],
      dits: [
        '2 = " L""Ain ": 2\u00A0cellules de « nom » sont écrites comme des formules (la première : = " L""Ain ") : c’est le texte entre les guillemets qui est lu.'
      ]
    })
    expect(mend('nom', null, '="a"&"b"', 'x="a"').dits).toEqual([])
    // One may be seen and the other not: each is told.
    expect(mend('nom', null, '="Ain\u200B"').dits).toHaveLength(2)
  })

  it('is a known value, whatever its accents and capitals, and told once each way of writing it', () => {
    expect(mend('etat', ETATS, 'Remontée', 'REMONTEE', 'Remontée', 'remontee', 'zut')).toEqual({
      lues: ['remontee', 'remontee', 'remontee', 'remontee', 'zut'],
      dits: [
        '2 Remontée: « Remontée » est lu « remontee », dans 2\u00A0cellules de « etat ».',
        '3 REMONTEE: « REMONTEE » est lu « remontee ».'
      ]
    })
  })
})

describe('a scene', () => {
  const BONNE = '{"id": "a", "titre": "T", "contenu": "plan"}'
  const dits = (...scenes: string[]) => {
    const { problemes } = parseScenes(`{"scenes": [\n${[BONNE, ...scenes].join(',\n')}\n]}`, 'f')
    return problemes.map(say)
  }
  /** What is told of a scene, from the place where it begins. */
  const at = (scene: string, place: string, message: string) =>
    `3:${scene.lastIndexOf(place) + 1} Scène 2 (b) laissée de côté : ${message}`

  it.each([
    ['"region": "99"', '"99"', '« 99 » n’est pas le code d’une région.'],
    ['"territoire": "20"', '"20"', '« 20 » n’est pas le code d’un territoire.'],
    [
      '"panneau": "tableau", "contenu": "plan"',
      '"tableau"',
      'Une scène a un panneau ou un contenu, pas les deux : supprimer l’un des deux.'
    ],
    ['"contenu": "indicateur"', '"indicateur"', 'Le contenu « indicateur » a besoin du champ « elements ».'],
    [
      '"contenu": "engagements"',
      '"engagements"',
      'Le contenu « engagements » a besoin du champ « elements ».'
    ]
  ])('with %s is told where that stands', (champs, place, message) => {
    const scene = `{"id": "b", "titre": "T", ${champs}}`
    expect(dits(scene)).toEqual([at(scene, place, message)])
  })

  it.each(['"panneau": "tableau"', '"contenu": "indicateur", "elements": ["x"]', '"region": "53"'])(
    'with %s is well',
    (champs) => {
      expect(dits(`{"id": "b", "titre": "T", ${champs}}`)).toEqual([])
    }
  )

  it('of a name that is taken is told, and of no name by its number', () => {
    expect(dits(BONNE)).toEqual([
      '3:1 Scène 2 (a) laissée de côté : L’identifiant « a » est déjà pris plus haut.'
    ])
    expect(dits('3')[0]).toMatch(/^3:1 Scène 2 laissée de côté : /)
  })
})

describe('a text of CSV', () => {
  const read = (texte: string) =>
    parseCsv(texte).enregistrements.map(({ ligne, cellules }) => [
      ligne,
      ...cellules.map((cellule) => cellule.trim())
    ])
  it.each<[string, string, (string | number)[][]]>([
    ['with its mark, which is no letter', '\uFEFFa;b', [[1, 'a', 'b']]],
    ['with a mark in its middle, which is one', 'a;\uFEFFb', [[1, 'a', '\uFEFFb'.trim()]]],
    ['that says its separator', 'sep=;\na,b;c', [[2, 'a,b', 'c']]],
    ['that says its separator, and nothing else', 'sep=;', []],
    [
      'that speaks of a separator',
      'x;sep=,\ny;z',
      [
        [1, 'x', 'sep=,'],
        [2, 'y', 'z']
      ]
    ],
    [
      'of an old Mac, after blank lines',
      '\r\ra;b\rc;"d\ne"',
      [
        [3, 'a', 'b'],
        [4, 'c', 'd\ne']
      ]
    ],
    [
      'whose second line alone ends as on an old Mac',
      'a;b\nc;d\r',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd']
      ]
    ],
    ['that is empty', '', []]
  ])('%s', (_, texte, lignes) => {
    expect(read(texte)).toEqual(lignes)
  })
})

describe('what is written', () => {
  const territoires = [
    buildTerritoire('01', { note: '=1+1' }),
    buildTerritoire('2A', {
      etat: 'non_remontee',
      coporteurs: [],
      feuilles: ['remontee', 'annoncee'],
      note: 'un; « deux »\ntrois'
    })
  ]
  const LIGNES = [
    NOMS_COLONNES,
    ['01', 'Ain', 'remontee', 'departement', 'source', 'remontee', "'=1+1"],
    ['2A', 'Corse-du-Sud', 'non_remontee', '', '', 'remontee|annoncee', 'un; « deux »\ntrois']
  ]

  it('for a spreadsheet has its mark, semicolons and line ends; what is shipped has none of them', () => {
    const excel = formatGouvernancesCsv(territoires, { forme: 'excel' })
    expect(excel).toBe(
      `\uFEFF${NOMS_COLONNES.join(';')}\r\n${LIGNES[1]?.join(';')}\r\n2A;Corse-du-Sud;non_remontee;;;remontee|annoncee;"un; « deux »\ntrois"\r\n`
    )
    const canonique = formatGouvernancesCsv(territoires, { forme: 'canonique' })
    expect(canonique).toBe(
      `${NOMS_COLONNES.join(',')}\n${LIGNES[1]?.join(',')}\n2A,Corse-du-Sud,non_remontee,,,remontee|annoncee,"un; « deux »\ntrois"\n`
    )
    for (const texte of [excel, canonique]) expect(parseGouvernances(texte, 'f').valeur).toEqual(territoires)
  })

  it('of problems has one line each, and nothing that a spreadsheet would run', () => {
    const texte = formatProblemesCsv([
      buildProbleme('f.csv', { ligne: 3, colonne: 2, champ: 'nom', valeur: '=A1', message: 'Faux.' }),
      buildProbleme('f.csv', { message: 'De tout le fichier.', gravite: 'avertissement' })
    ])
    expect(texte).toBe(
      "\uFEFFgravite;fichier;ligne;colonne;champ;valeur;message\r\nerreur;f.csv;3;2;nom;'=A1;Faux.\r\navertissement;f.csv;;;;;De tout le fichier.\r\n"
    )
  })

  it('as a workbook has every cell as a text, and none where nothing is said', async () => {
    const lignes = await readSheet(
      await (await buildGouvernancesXlsx(territoires)).arrayBuffer(),
      'gouvernances'
    )
    expect(lignes).toEqual(LIGNES.map((ligne) => ligne.map((valeur) => (valeur === '' ? null : valeur))))
  })

  it('as a workbook has a title and a language, columns wide enough, and a heading that stays in sight', async () => {
    const parties = unzipSync(new Uint8Array(await (await buildGouvernancesXlsx(territoires)).arrayBuffer()))
    const read = (nom: string) => strFromU8(parties[nom] ?? new Uint8Array())
    const proprietes = read('docProps/core.xml')
    expect(proprietes).toContain('<dc:title>Carte FNE\u00A0: gouvernances</dc:title>')
    expect(proprietes).toContain('<dc:language>fr-FR</dc:language>')
    // A part that these two do not name is none.
    expect(read('[Content_Types].xml')).toMatch(
      /<Override [^>]*PartName="\/docProps\/core\.xml"\/><\/Types>$/
    )
    expect(read('_rels/.rels')).toMatch(
      /<Relationship [^>]*Target="docProps\/core\.xml"\/><\/Relationships>$/
    )
    for (const [feuille, colonnes] of [
      [1, NOMS_COLONNES.length],
      [2, 3]
    ] as const) {
      const xml = read(`xl/worksheets/sheet${feuille}.xml`)
      expect(xml.match(/<col [^>]*width="\d\d+(\.\d+)?"/g)).toHaveLength(colonnes)
      expect(xml).toMatch(/<pane [^>]*ySplit="1"/)
    }
    // What a face is made of, in the order that the format asks for (ECMA-376, CT_Font): Excel mends no other.
    const polices = [...read('xl/styles.xml').matchAll(/<font>(.*?)<\/font>/gs)].map(([, dedans = '']) =>
      [...dedans.matchAll(/<(\w+)/g)].map(([, nom = '']) => nom)
    )
    expect(polices.length).toBeGreaterThan(1)
    for (const elements of polices) {
      const ordre = ['b', 'i', 'sz', 'color', 'name', 'family', 'scheme'].filter((nom) =>
        elements.includes(nom)
      )
      expect(elements).toEqual(ordre)
    }
    expect(polices.some(([premier]) => premier === 'b')).toBe(true)
    expect(read('xl/styles.xml')).toContain('E3E3FD')
  })

  it.each([
    ['a', 'a'],
    ['a\tb\nc', 'a\tb\nc'],
    ['a\u0001b', 'a_x0001_b'],
    ['a\rb', 'a_x000D_b'],
    ['\u009F', '_x009F_'],
    // Plane 1 has two places that are no letters: two units, each written.
    ['\uD83F\uDFFE', '_xD83F__xDFFE_'],
    // What looks encoded is encoded, so that it comes back as it was.
    ['_x0041_', '_x005F_x0041_'],
    ['_x00', '_x00'],
    ['toString', '_x0074_oString']
  ])('of the letters %j is what XML can hold, and is read back', (texte, encode) => {
    expect(encodeXml(texte)).toBe(encode)
    expect(decodeUnites(encode)).toBe(texte)
  })

  it('of discrepancies is what a file of known ones holds: no sentence of them', () => {
    const ecart = { code: 'a', annonce: 2, compte: null, territoires: ['45'] }
    const ecrit = toEcartsConnus([{ ...ecart, phrase: 'x' } as unknown as Ecart]) as Record<string, unknown>
    expect(ecrit['ecarts']).toEqual([ecart])
    expect(ecrit['explication']).toMatch(/écarts .* relus et expliqués/)
  })
})

describe('the files of a snapshot', () => {
  const ecrit = formatGouvernancesCsv(
    TERRITOIRES.map(({ code }) => buildTerritoire(code)),
    { forme: 'canonique' }
  )
  /** A name that is another's: no more than a warning. */
  const AVIS = ecrit.replace(/^01,Ain,/m, '01,Loiret,')
  const ABIME = AVIS.replace(/^02,Aisne,remontee,/m, '02,Aisne,faux,')
  const graves = (problemes: readonly Probleme[]) => problemes.map(({ gravite }) => gravite)

  it('are listed by their date, whatever the order of the list', async () => {
    const dates = ['2025-01-01', '2024-01-01', '2026-01-01', '2024-01-01']
    const index = JSON.stringify({ instantanes: dates.map((date) => ({ date, titre: 't' })) })
    const { valeur } = await loadIndex(from({ 'donnees/index.json': index }))
    expect(valeur?.map(({ date }) => date)).toEqual([...dates].sort())
    const { valeur: rien, problemes } = await loadIndex(from({ 'donnees/index.json': '{"instantanes": []}' }))
    expect(rien).toBeNull()
    expect(problemes.map(say)).toEqual([
      '1:1 La liste des instantanés est vide : il y faut une date et un titre par instantané.'
    ])
  })

  it('are told of in full where they are published, and where they are local without what was told before', async () => {
    const dossier = '2025-06-01~essai'
    const lire = from({
      [`donnees/${dossier}/gouvernances.csv`]: ABIME,
      [`donnees/${dossier}/chiffres.json`]: '{"zzz": 1}'
    })
    const publie = await loadDonnees(lire, dossier)
    expect(new Set(graves(publie.problemes))).toEqual(new Set(['erreur', 'avertissement']))
    expect(publie.instantane?.date).toBe('2025-06-01')
    expect('local' in (publie.instantane ?? {})).toBe(false)
    // A file that need not be there is not missed.
    expect(publie.ecartsConnus).toEqual([])
    expect(publie.problemes.filter(({ fichier }) => fichier.includes('ecarts'))).toEqual([])
    const local = await loadDonnees(lire, dossier, 'Essai')
    expect(local.problemes).toEqual(publie.problemes.filter(({ gravite }) => gravite === 'erreur'))
    expect(local.instantane).toEqual({ ...publie.instantane, local: 'Essai' })
  })

  it('say of outlines that are no JSON where that begins', async () => {
    const dit = async (texte: string) => {
      const { valeur, problemes }: Lecture<unknown> = await loadContours(
        from({ 'geo/territoires.topo.json': texte })
      )
      return [valeur, ...problemes.map((probleme) => `${probleme.fichier} ${say(probleme)}`)]
    }
    expect(await dit('{\n1')).toEqual([
      null,
      expect.stringMatching(
        /^territoires\.topo\.json 2:1 Le fichier des contours ne peut pas être lu\. Il manque/
      )
    ])
    expect(await dit('[]')).toEqual([
      null,
      'territoires.topo.json -:- Ce n’est pas un TopoJSON de territoires : il lui faut des arcs et un objet « territoires ».'
    ])
  })

  describe('that are kept on this device', () => {
    const read = (patch: Partial<InstantaneGarde>, fichiers: Readonly<Record<string, string>> = {}) => {
      const garde: InstantaneGarde = {
        ...{ cle: '2025-06-01~a', date: '2025-06-01', titre: 'Essai', importeLe: '', base: null },
        ...{ gouvernances: ecrit, chiffres: null },
        ...patch
      }
      const depot = { read: async (cle: string) => (cle === garde.cle ? garde : undefined) }
      return createLecteurLocaux(depot as unknown as Depot, from(fichiers)).read('2025-06-01~a')
    }
    const ECARTS = [{ code: 'a', annonce: 1, compte: 2, territoires: [] }]
    const PUBLIES = {
      'donnees/2024-01-01/chiffres.json': '{"zzz": 1}',
      'donnees/2024-01-01/ecarts-connus.json': JSON.stringify({ ecarts: ECARTS })
    }

    it('stand beside the figures and the known discrepancies of the published ones that they are based on', async () => {
      const { chiffres, ecartsConnus, problemes } = await read({ base: '2024-01-01' }, PUBLIES)
      expect([chiffres, ecartsConnus]).toEqual([{}, ECARTS])
      // The sections that are missing there; the warning was told when it was imported.
      expect(graves(problemes)).toEqual(['erreur'])
    })

    it('have neither where they are based on none', async () => {
      const lu = await read({}, PUBLIES)
      expect([lu.chiffres, lu.ecartsConnus, lu.problemes]).toEqual([{}, [], []])
      expect(lu.instantane).toMatchObject({ date: '2025-06-01', local: 'Essai' })
      expect(lu.instantane?.territoires).toHaveLength(TERRITOIRES.length)
    })

    it('have their own figures where they came with some', async () => {
      const { chiffres, problemes } = await read({ chiffres: 'faux', base: '2024-01-01' }, PUBLIES)
      expect(chiffres).toBeNull()
      expect(graves(problemes)).toContain('erreur')
    })

    it('are told of without the warnings of their import', async () => {
      expect((await read({ gouvernances: AVIS })).problemes).toEqual([])
      expect(new Set(graves((await read({ gouvernances: ABIME })).problemes))).toEqual(new Set(['erreur']))
      await expect(read({ cle: 'autre' })).rejects.toThrow('pas gardé sur cet appareil')
      const { problemes } = await read({ gouvernances: '', chiffres: '' })
      expect(problemes.map(({ fichier }) => fichier)).toEqual(['gouvernances.csv', 'chiffres.json'])
    })

    it('are listed as they are kept', async () => {
      const liste = [{ cle: 'a' }]
      const depot = { list: async () => liste } as unknown as Depot
      expect(await createLecteurLocaux(depot, from({})).list()).toBe(liste)
    })
  })
})

describe('a file that cannot be had', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is told with what was thrown, whatever that is', async () => {
    const dit = async (cause: unknown) => {
      const { valeur, problemes } = await read(
        () => Promise.reject(cause as Error),
        'a/b.csv',
        () => ({ valeur: 1, problemes: [] })
      )
      return [valeur, ...problemes.map((probleme) => `${probleme.fichier} ${say(probleme)}`)]
    }
    expect(await dit(new Error('x'))).toEqual([null, 'a/b.csv -:- Lecture impossible (x).'])
    expect(await dit('y')).toEqual([null, 'a/b.csv -:- Lecture impossible (y).'])
    expect(await dit(new ErreurDeLecture('c', 'Perdu.'))).toEqual([null, 'c -:- Perdu.'])
  })

  it('is told of a browser that cannot unpack what the page carries', async () => {
    const page = { querySelectorAll: () => [{ dataset: { fichier: 'a' }, textContent: '' }] }
    const lire = createLecteurEmbarque(page as unknown as Document)
    await expect(lire('b')).rejects.toThrow('Le fichier n’est pas dans cette page.')
    await expect(lire('a')).rejects.toThrow('endommagé')
    vi.stubGlobal('DecompressionStream', undefined)
    await expect(lire('a')).rejects.toThrow('Ce navigateur est trop ancien pour lire cette page.')
  })
})

describe('a worker that is asked', () => {
  afterEach(() => vi.unstubAllGlobals())
  const ask = (signal: AbortSignal, answer: (mot: string) => { valeur: string } | undefined) => {
    stubTravailleur()
    const travail = new Travailleur()
    return { travail, reponse: askWorker(travail as unknown as Worker, 'x', signal, answer) }
  }

  it('is ended at once by the signal, and not asked at all where that came before', async () => {
    const arret = new AbortController()
    const { travail, reponse } = ask(arret.signal, () => undefined)
    expect(travail.postMessage).toHaveBeenCalledExactlyOnceWith('x')
    arret.abort()
    expect(travail.fini).toBe(true)
    expect(await reponse).toBeNull()
    const apres = ask(arret.signal, () => undefined)
    expect(await apres.reponse).toBeNull()
    expect(apres.travail.postMessage).not.toHaveBeenCalled()
    expect(apres.travail.fini).toBe(true)
  })

  it('fails with what its answer is refused with', async () => {
    const { travail, reponse } = ask(new AbortController().signal, (mot) => {
      if (mot === 'étape') return undefined
      throw new Error('refusé')
    })
    travail.say('étape')
    expect(travail.fini).toBe(false)
    travail.say('fin')
    await expect(reponse).rejects.toThrow('refusé')
    expect(travail.fini).toBe(true)
  })

  it('writes the workbook, and the page where that could not', async () => {
    stubTravailleur()
    const blob = new Blob(['fait'])
    const ecrit = buildGouvernancesXlsx([])
    await vi.waitFor(() => expect(Travailleur.dernier).not.toBeNull())
    Travailleur.dernier?.say({ classeur: blob })
    expect(await ecrit).toBe(blob)
    stubTravailleur()
    const ici = buildGouvernancesXlsx([])
    await vi.waitFor(() => expect(Travailleur.dernier).not.toBeNull())
    Travailleur.dernier?.say({ classeur: null })
    expect((await ici).size).toBeGreaterThan(1000)
  })
})
