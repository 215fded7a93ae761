import { describe, expect, it } from 'vitest'
import { buildProbleme } from '../../src/data/constat'
import { parseCsv } from '../../src/data/csv'
import { escapeFormule, unescapeFormule } from '../../src/data/formules'
import { LIGNES_MAX, parseGouvernances, parseTableGouvernances } from '../../src/data/gouvernances'
import { cleanNote, NOTE_MAX } from '../../src/data/note'
import { sansInvisibles } from '../../src/data/reparations'
import { checkCellule, type ChampSchema } from '../../src/data/tableSchema'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { plain } from './petit-instantane'

const ENTETE = 'code_territoire,nom,etat_gouvernance,coporteurs,coporteurs_origine,feuille_de_route,note'
const LOIRET = '45,Loiret,remontee,departement,source,remontee,'

/** What is told of the lines (territories without a line aside), each as 'line:column severity message'. */
function tell(...lignes: string[]) {
  const { valeur, problemes } = parseGouvernances([ENTETE, ...lignes].join('\n'), 'g.csv')
  return {
    codes: valeur?.map(({ code }) => code),
    valeur,
    dits: problemes
      .filter(({ ligne }) => ligne !== null)
      .map(({ ligne, colonne, gravite, message }) => `${ligne}:${colonne} ${gravite} ${plain(message)}`)
  }
}
/** The row of the Loiret with one cell in another's place. */
const loiret = (colonne: number, cellule: string) => LOIRET.split(',').with(colonne, cellule).join(',')

describe('a sound row', () => {
  it('is a territory, with what the reference knows of it', () => {
    expect(
      tell('45,Loiret,remontee,departement | epci,deduit,remontee| annoncee,"une note, la sienne"')
    ).toEqual({
      codes: ['45'],
      dits: [],
      valeur: [
        {
          code: '45',
          nom: 'Loiret',
          region: '24',
          gouvernance: { etat: 'remontee', coporteurs: ['departement', 'epci'], origine: 'deduit' },
          feuillesDeRoute: [{ etat: 'remontee' }, { etat: 'annoncee' }],
          note: 'une note, la sienne'
        }
      ]
    })
    expect(tell('52,Haute-Marne,non_remontee,,,non_remontee,').valeur?.[0]?.gouvernance).toEqual({
      etat: 'non_remontee',
      coporteurs: [],
      origine: null
    })
  })

  it('is put in the order of codes, whatever its place in the file', () => {
    expect(
      tell(
        '45,Loiret,non_remontee,,,remontee,',
        '2A,Corse-du-Sud,non_remontee,,,remontee,',
        '01,Ain,non_remontee,,,remontee,'
      ).codes
    ).toEqual(['01', '2A', '45'])
  })

  it('needs no note, in the heading nor in the row', () => {
    const { valeur, problemes } = parseGouvernances(
      `${ENTETE.replace(',note', '')}\n45,Loiret,non_remontee,,,remontee`,
      'g.csv'
    )
    expect(valeur?.[0]?.note).toBe('')
    expect(problemes.filter(({ ligne }) => ligne !== null)).toEqual([])
    expect(tell('45,Loiret,non_remontee,,,remontee').dits).toEqual([])
  })
})

describe('what is wrong with a row', () => {
  it.each([
    [
      loiret(0, ''),
      ['2:1 erreur « code_territoire » est vide : une valeur est obligatoire, par exemple « 45 ».']
    ],
    [
      loiret(0, '99'),
      ['2:1 erreur « 99 » n’a pas la forme attendue pour « code_territoire », par exemple « 45 ».']
    ],
    [loiret(1, ''), ['2:2 erreur « nom » est vide : une valeur est obligatoire, par exemple « Loiret ».']],
    [
      loiret(2, 'faite'),
      [
        '2:3 erreur « faite » n’est pas une valeur de « etat_gouvernance » : écrire « remontee » ou « en_cours_de_validation » ou « non_remontee ».'
      ]
    ],
    [
      loiret(2, ''),
      ['2:3 erreur « etat_gouvernance » est vide : une valeur est obligatoire, par exemple « remontee ».']
    ],
    [
      loiret(3, 'mairie|departement'),
      [
        '2:4 erreur « mairie » n’est pas un type de coporteur : écrire region, departement, syndicat_mixte, collectivite_statut_particulier, epci, prefecture (plusieurs séparés par « | »).'
      ]
    ],
    [loiret(3, 'epci|epci'), ['2:4 erreur Un coporteur est cité deux fois dans la même cellule.']],
    [
      loiret(4, ''),
      [
        '2:5 erreur « coporteurs_origine » est vide alors qu’un coporteur est donné : écrire « source » ou « deduit ».'
      ]
    ],
    [
      loiret(4, 'moi'),
      ['2:5 erreur « moi » n’est pas une valeur de « coporteurs_origine » : écrire « source » ou « deduit ».']
    ],
    [
      loiret(3, ''),
      [
        '2:5 erreur « coporteurs_origine » est renseigné sans coporteur : vider la cellule, ou donner le coporteur.'
      ]
    ],
    [
      loiret(5, ''),
      ['2:6 erreur « feuille_de_route » est vide : écrire remontee ou annoncee ou non_remontee.']
    ],
    [
      loiret(5, 'remontee|perdue'),
      [
        '2:6 erreur « perdue » n’est pas un état de feuille de route : écrire remontee, annoncee, non_remontee (une valeur par feuille, séparées par « | »).'
      ]
    ],
    [
      loiret(6, 'a'.repeat(NOTE_MAX + 1)),
      ['2:7 erreur La note a 5 001 caractères : la ramener à 5 000 au plus.']
    ],
    ['45,Loiret,remontee', ['2:null erreur La ligne est incomplète : 3 cellules sur 7.']],
    [
      `${LOIRET},,de trop,`,
      [
        '2:null erreur La ligne a 10 cellules pour 7 colonnes : un texte qui contient le séparateur doit être entre guillemets.'
      ]
    ]
  ])('%s', (ligne, dits) => {
    expect(tell(ligne)).toMatchObject({ codes: [], dits })
  })

  it.each([
    [
      loiret(1, 'Loire'),
      ['2:2 avertissement Le code 45 est celui du Loiret : le nom du fichier, « Loire », n’est pas repris.']
    ],
    [loiret(1, 'LOIRET'), []],
    [
      '45,Loiret,remontee,,,remontee,',
      ['2:4 avertissement La gouvernance est remontée mais n’a pas de coporteur.']
    ],
    [`${LOIRET},,`, []],
    [loiret(6, 'a'.repeat(NOTE_MAX)), []],
    [
      loiret(6, 'a\u0007b'),
      ['2:7 avertissement La note contient 1 caractère invisible, qui n’est pas repris.']
    ],
    [
      loiret(6, 'a\u0007b\u0008'),
      ['2:7 avertissement La note contient 2 caractères invisibles, qui ne sont pas repris.']
    ],
    [loiret(2, 'Remontée'), ['2:3 avertissement « Remontée » est lu « remontee ».']]
  ])('and is read all the same: %s', (ligne, dits) => {
    expect(tell(ligne)).toMatchObject({ codes: ['45'], dits })
  })

  it.each([
    ['1', 'Le code « 1 » est lu « 01 » : un tableur a pris le code pour un nombre.'],
    ['1,0', 'Le code « 1,0 » est lu « 01 » : un tableur a pris le code pour un nombre.'],
    ['1.00', 'Le code « 1.00 » est lu « 01 » : un tableur a pris le code pour un nombre.']
  ])('a code that a spreadsheet took for a number is mended: %s', (code, dit) => {
    const { codes, dits } = tell(`"${code}",Ain,non_remontee,,,remontee,`)
    expect(codes).toEqual(['01'])
    expect(dits).toEqual([`2:1 avertissement ${dit}`])
  })

  it('a code in small letters is read, and one that stands for nothing is left', () => {
    expect(tell('2a,Corse-du-Sud,non_remontee,,,remontee,').dits).toEqual([
      '2:1 avertissement Le code « 2a » est lu « 2A ».'
    ])
    expect(tell('2c,Corse,non_remontee,,,remontee,').dits).toEqual([
      '2:1 erreur « 2c » n’a pas la forme attendue pour « code_territoire », par exemple « 45 ».'
    ])
    expect(tell('0,Rien,non_remontee,,,remontee,').dits[0]).toContain('« 0 »')
  })

  it('several problems of a row are all told, in the order of its cells', () => {
    const { dits } = tell('99,,faite,x,,perdue,')
    expect(dits.map((dit) => dit.split(' ')[0])).toEqual(['2:1', '2:2', '2:3', '2:4', '2:6'])
  })

  it('that two lines have one code keeps the first, also where that one is broken', () => {
    const double = 'Le code « 45 » est déjà à la ligne 2 : garder une seule des deux lignes.'
    expect(tell(LOIRET, loiret(3, 'epci'))).toMatchObject({ codes: ['45'], dits: [`3:1 erreur ${double}`] })
    expect(tell(LOIRET, loiret(3, 'epci')).valeur?.[0]?.gouvernance.coporteurs).toEqual(['departement'])
    expect(tell('45,Loiret', LOIRET)).toMatchObject({
      codes: [],
      dits: [expect.stringContaining('incomplète'), `3:1 erreur ${double}`]
    })
    // Two rows without a code are no doubles.
    expect(tell(loiret(0, ''), loiret(0, '')).dits).toHaveLength(2)
  })

  it('tells each territory that has no line, in their order', () => {
    const { problemes } = parseGouvernances(`${ENTETE}\n${LOIRET}`, 'g.csv')
    expect(problemes).toHaveLength(TERRITOIRES.length - 1)
    expect(plain(problemes[0]?.message ?? '')).toBe(
      'Le territoire 01 (Ain) n’a pas de ligne dans le fichier.'
    )
    expect(problemes[0]).toMatchObject({ fichier: 'g.csv', ligne: null, colonne: null, gravite: 'erreur' })
  })

  it('three names of other territories are one error: the codes were moved without their rows', () => {
    const nomme = (code: string, nom: string) => `${code},${nom},non_remontee,,,remontee,`
    const deux = [nomme('01', 'Aisne'), nomme('02', 'Allier')]
    expect(tell(...deux).dits.map((dit) => dit.split(' ')[1])).toEqual(['avertissement', 'avertissement'])
    expect(tell(...deux, nomme('03', 'Nulle part')).dits).toHaveLength(3)
    // How a name is written is another matter, though what is told of it holds the name.
    const formules = [nomme('01', '"=""Aisne"""'), nomme('02', '"=""Allier"""')]
    expect(tell(...formules).dits.map((dit) => dit.split(' ')[1])).toEqual(Array(3).fill('avertissement'))
    // Nor are they columns that were moved: there, each cell is told.
    expect(tell(...['Ain', 'Aisne', 'Allier'].map((nom) => nomme(nom, nom))).dits).toHaveLength(3)
    expect(tell(...deux, nomme('03', 'Ain')).dits).toEqual([
      '2:2 erreur Dans 3 lignes, le code et le nom sont ceux de deux territoires différents (ici « Aisne ») : les codes ont sans doute été triés ou décalés sans le reste de leur ligne. Repartir de l’original.'
    ])
  })
})

describe('what is wrong with the heading', () => {
  const read = (texte: string) => {
    const { valeur, problemes } = parseGouvernances(texte, 'g.csv')
    return [
      valeur?.length,
      ...problemes
        .filter(({ ligne }) => ligne !== null)
        .map(({ ligne, colonne, gravite, message }) => `${ligne}:${colonne} ${gravite} ${plain(message)}`)
    ]
  }
  const noms =
    'code_territoire, nom, etat_gouvernance, coporteurs, coporteurs_origine, feuille_de_route, note'

  it.each([
    ['', '1:null erreur Le fichier est vide.'],
    [
      'a,b\n1,2',
      `1:null erreur Ce n’est pas un fichier de gouvernances : la première ligne doit nommer les colonnes ${noms}.`
    ],
    [ENTETE.replace('nom,', ''), '1:null erreur Il manque la colonne nom dans la première ligne.'],
    [
      `\n${ENTETE.replace('nom,etat_gouvernance,', '')}`,
      '2:null erreur Il manque les colonnes nom, etat_gouvernance dans la première ligne.'
    ],
    [
      Array.from({ length: 101 }, (_, i) => `c${i}`).join(','),
      `1:null erreur La première ligne a 101 colonnes ; il en faut 7 : ${noms}.`
    ]
  ])('refuses the file (%#)', (texte, dit) => {
    expect(read(texte)).toEqual([undefined, dit])
  })

  it('or leaves a column out, and says which', () => {
    expect(read(`${ENTETE},nom,Divers,,${'x'.repeat(61)}\n${LOIRET}`)).toEqual([
      1,
      '1:2 erreur La colonne « nom » apparaît deux fois : en supprimer une.',
      '1:9 avertissement La colonne « divers » est inconnue : elle n’est pas lue.',
      `1:11 avertissement La colonne « ${'x'.repeat(60)}… » est inconnue : elle n’est pas lue.`
    ])
    const cent = Array.from({ length: 93 }, (_, i) => `c${i}`).join(',')
    expect(read(`${ENTETE},${cent}\n${LOIRET}`)[0]).toBe(1)
  })

  it('or nothing: capitals, blanks and what cannot be seen make no other name', () => {
    expect(read(`\uFEFF${ENTETE.toUpperCase().replace('NOM', ' Nom\u200B ')}\n${LOIRET}`)).toEqual([1])
  })

  it('more rows than there can be are told at the heading, and not read', () => {
    const rows = (n: number) => Array.from({ length: n }, () => loiret(0, 'x'))
    const { problemes } = parseGouvernances([ENTETE, LOIRET, ...rows(LIGNES_MAX)].join('\n'), 'g.csv')
    expect(plain(problemes[0]?.message ?? '')).toBe(
      'Le fichier a plus de 1 000 lignes pour 103 territoires : à partir de la ligne 1 002, elles ne sont pas examinées.'
    )
    expect(problemes[0]).toMatchObject({ ligne: 1, colonne: null })
    const juste = parseGouvernances([ENTETE, LOIRET, ...rows(LIGNES_MAX - 1)].join('\n'), 'g.csv')
    expect(juste.problemes.some(({ message }) => message.includes('examinées'))).toBe(false)
    expect(parseTableGouvernances([], 'g.csv').problemes).toMatchObject([
      { ligne: 1, message: 'Le fichier est vide.' }
    ])
  })

  it('quotes that are open or out of place are told where they are, before the rest', () => {
    expect(tell(loiret(6, '"a"b"'), '01,Ain,non_remontee,,,remontee,"jamais fermé').dits).toEqual([
      '2:null erreur Un guillemet est mal placé : mettre tout le texte de la cellule entre guillemets, et doubler ceux qu’il contient.',
      '3:null erreur Un guillemet ouvert n’est jamais fermé : la fin du fichier est peut-être tronquée.'
    ])
    expect(parseGouvernances('a,b\n"x', 'g.csv').problemes).toHaveLength(1)
  })
})

describe('cells that are read in another way than they are written', () => {
  it('are told once a column', () => {
    const egal = (code: string, nom: string) => `"=""${code}""",${nom},Remontée,departement,source,remontee,`
    expect(tell(egal('45', 'Loiret')).dits).toEqual([
      '2:1 avertissement La cellule ="45" est lue « 45 ».',
      '2:3 avertissement « Remontée » est lu « remontee ».'
    ])
    expect(tell(egal('45', 'Loiret'), egal('41', 'Loir-et-Cher')).dits).toEqual([
      '2:1 avertissement 2 cellules de « code_territoire » sont écrites comme des formules (la première : ="45") : c’est le texte entre les guillemets qui est lu.',
      '2:3 avertissement « Remontée » est lu « remontee », dans 2 cellules de « etat_gouvernance ».'
    ])
    const vide = (code: string) =>
      `${code}\u200B,${code === '45' ? 'Loiret' : 'Ain'},non_remontee,,,remontee,`
    expect(tell(vide('45')).dits).toEqual([
      '2:1 avertissement La cellule « 45 » contient des caractères invisibles, qui ne sont pas repris.'
    ])
    expect(tell(vide('45'), vide('01')).dits).toEqual([
      '2:1 avertissement 2 cellules de « code_territoire » contiennent des caractères invisibles (la première : « 45 »), qui ne sont pas repris.'
    ])
    // In a note what cannot be seen may join two signs, and what looks like a value is a text.
    expect(tell(loiret(6, 'a\u200Db Remontée')).dits).toEqual([])
    expect(sansInvisibles('\u00ADa\u200B\u2060b\uFEFF')).toBe('ab')
  })

  it('never run as a formula, and read back as they were', () => {
    for (const texte of ['=1', '+1', '-1', '@a', '\t1', '\r1', '＝1', "'=1", "''=1"]) {
      expect(escapeFormule(texte)).toBe(`'${texte}`)
      expect(unescapeFormule(escapeFormule(texte))).toBe(texte)
    }
    for (const texte of ['', 'a=1', "'a", "'", ' =1']) {
      expect(escapeFormule(texte)).toBe(texte)
      expect(unescapeFormule(texte)).toBe(texte)
    }
    expect(tell(loiret(6, "'=1")).valeur?.[0]?.note).toBe('=1')
  })

  it('notes keep their lines, and lose what is no text', () => {
    expect(cleanNote('  a\r\nb\rc\u0000 e\u0301 ')).toEqual({ texte: 'a\nb\nc é', invisibles: 1 })
    expect(cleanNote('a\tb\uD83D\uDE00')).toEqual({ texte: 'a\tb\uD83D\uDE00', invisibles: 0 })
    expect(cleanNote('a\uD83Db\uDE00')).toEqual({ texte: 'ab', invisibles: 2 })
  })

  it('are checked against their column', () => {
    const champ = (constraints: ChampSchema['constraints'], example?: string): ChampSchema => ({
      name: 'c',
      type: 'string',
      ...(constraints ? { constraints } : {}),
      ...(example === undefined ? {} : { example })
    })
    expect(checkCellule(champ(undefined), '')).toBeNull()
    expect(checkCellule(champ({ required: false }), '')).toBeNull()
    expect(checkCellule(champ({ required: true }), '')).toBe('« c » est vide : une valeur est obligatoire.')
    expect(checkCellule(champ({ pattern: 'a|b' }), 'ab')).toBe('« ab » n’a pas la forme attendue pour « c ».')
    expect(checkCellule(champ({ pattern: 'a|b' }, 'a'), 'xa')).toBe(
      '« xa » n’a pas la forme attendue pour « c », par exemple « a ».'
    )
    expect(checkCellule(champ({ pattern: 'a|b' }), 'b')).toBeNull()
    expect(checkCellule(champ({ enum: ['a', 'b'] }), 'b')).toBeNull()
  })

  it('are told at the place that their author knows', () => {
    expect(buildProbleme('f', { message: "l'un", chemin: ['objectifs', 'liste', '2', 'valeur'] })).toEqual({
      fichier: 'f',
      ligne: null,
      colonne: null,
      champ: 'objectifs.liste[2].valeur',
      message: 'l’un',
      gravite: 'erreur'
    })
    expect(buildProbleme('f', { message: '', chemin: ['a', '1', '12b', '3'] }).champ).toBe('a[1].12b[3]')
    expect(buildProbleme('f', { message: '', chemin: [] })).not.toHaveProperty('champ')
    expect(
      buildProbleme('f', {
        message: '',
        champ: 'c',
        valeur: '',
        ligne: 3,
        colonne: 4,
        gravite: 'avertissement'
      })
    ).toEqual({
      fichier: 'f',
      ligne: 3,
      colonne: 4,
      champ: 'c',
      valeur: '',
      message: '',
      gravite: 'avertissement'
    })
  })
})

describe('the records of a CSV file', () => {
  const read = (texte: string, max?: number) => {
    const { separateur, enregistrements, ...reste } = parseCsv(texte, max === undefined ? {} : { max })
    return {
      separateur,
      lignes: enregistrements.map(({ ligne, cellules }) => [ligne, cellules.join('|')]),
      ...reste
    }
  }
  it.each([
    ['a;b,c;d', ';'],
    ['a,b,c;d', ','],
    ['a\tb\tc,d', '\t'],
    ['a;b\n1,2,3', ';'],
    ['a', ','],
    ['', ','],
    ['\n\n  a;b', ';'],
    ['sep=\t\na;b', '\t'],
    ['SEP=;\r\na,b', ';'],
    ['sep=,', ','],
    ['a,b;c', ';']
  ])('%j are parted by %j', (texte, separateur) => {
    expect(parseCsv(texte).separateur).toBe(separateur)
  })

  it.each([
    [
      'a,b\n1,2\n',
      [
        [1, 'a|b'],
        [2, '1|2']
      ]
    ],
    [
      'a,b\r\n\r\n,\r\n1,2',
      [
        [1, 'a|b'],
        [4, '1|2']
      ]
    ],
    [
      'a,b\r1,2',
      [
        [1, 'a|b'],
        [2, '1|2']
      ]
    ],
    [
      '\r\ra,b\r1,2',
      [
        [3, 'a|b'],
        [4, '1|2']
      ]
    ],
    [
      'a,"b\nc\r\nd"\n1,2',
      [
        [1, 'a|b\nc\r\nd'],
        [4, '1|2']
      ]
    ],
    [
      '\uFEFFsep=;\na;b\n1;2',
      [
        [2, 'a|b'],
        [3, '1|2']
      ]
    ],
    ['sep=;\r\na;b', [[2, 'a|b']]],
    [
      'sep=;x\na',
      [
        [1, 'sep=|x'],
        [2, 'a']
      ]
    ]
  ])('%j begin at these lines', (texte, lignes) => {
    expect(
      read(texte).lignes.map(([ligne, cellules]) => [ligne, String(cellules).replace(/\r$/, '')])
    ).toEqual(lignes)
  })

  it('say where a quote was not closed, or closed too early, and where reading stopped', () => {
    expect(read('a,b\n1,"2\n3')).toMatchObject({ guillemetOuvert: 2, guillemetsMalPlaces: [], arret: null })
    expect(read('a,b\n"1"x",2\n3,4\n"5"y",6')).toMatchObject({
      guillemetOuvert: null,
      guillemetsMalPlaces: [2, 4]
    })
    expect(read('a\n\n1\n2\n3', 3)).toMatchObject({
      lignes: [
        [1, 'a'],
        [3, '1'],
        [4, '2']
      ],
      arret: 5
    })
    expect(read('a\n1\n2', 3).arret).toBeNull()
  })
})
