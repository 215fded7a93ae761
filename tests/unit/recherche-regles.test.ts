import { describe, expect, it } from 'vitest'
import { describeLieu, listCommunes, resolveLieu, searchLieux } from '../../src/search/recherche'
import { listParCodePostal, searchCode } from '../../src/search/codes'
import { listContextes } from '../../src/search/contexte'
import { listAcceptions } from '../../src/search/acceptions'
import { decodeLieux } from '../../src/search/decoder'
import { ErreurDeLecture } from '../../src/data/lecture'
import { abregerNature, compacter } from '../../src/search/normaliser'
import { findRang, scanMots, scanNoms } from '../../src/search/texte'
import { findLieu, findLigne, getLieu, prefixePostal, toDepartement } from '../../src/search/repertoire'
import { searchApproche } from '../../src/search/approche'
import { findUsuel } from '../../src/search/usages'
import { toVue, nameSorte } from '../../src/search/choix'
import { VUE_PAR_DEFAUT } from '../../src/state/vue'
import { buildPays, getPays, searchPays, TEXTE_PAYS } from './petit-pays'

const plain = (texte: string | null | undefined) => texte?.replaceAll('\u00A0', ' ').replaceAll('\u202F', ' ')
const premier = (query: string) => searchLieux(getPays(), query)[0]
const nomsOf = (index: ReturnType<typeof buildPays>, rangs: readonly number[]) =>
  rangs.map((rang) => index.noms[rang])
const tous = () => true

describe('the first answer of the small country', () => {
  it.each([
    // One spelling for all: accents, case, hyphens, apostrophes, ligatures, 'St'.
    ['BLOIS', 'Blois (41)'],
    ['blo', 'Blois (41)'],
    ['saint etienne', 'Saint-Étienne (42)'],
    ['St-Etienne', 'Saint-Étienne (42)'],
    ['stetienne', 'Saint-Étienne (42)'],
    ['mons en baroeul', 'Mons-en-Barœul (59)'],
    ['Chalon s/ Saône', 'Chalon-sur-Saône (71)'],
    ['Fontenay s/s Bois', 'Fontenay-sous-Bois (94)'],
    ['ile d yeu', "L'Île-d'Yeu (85)"],
    ['havre', 'Le Havre (76)'],
    ['le havre', 'Le Havre (76)'],
    ['bourg bresse', 'Bourg-en-Bresse (01)'],
    ['y', 'Y (80)'],
    // The biggest of those who share a name, unless the words say where.
    ['saint-denis', 'Saint-Denis (974)'],
    ['saint-denis 93', 'Saint-Denis (93)'],
    ['93 saint-denis', 'Saint-Denis (93)'],
    ['saint-denis 30500', 'Saint-Denis (30)'],
    ['saint denis gard', 'Saint-Denis (30)'],
    ['saint denis réunion', 'Saint-Denis (974)'],
    // Codes.
    ['41000', 'Blois (41)'],
    ['41 000', 'Blois (41)'],
    ['41018', 'Blois (41)'],
    ['2a004', 'Ajaccio (2A)'],
    ['20000', 'Ajaccio (2A)'],
    ['20200', 'Bastia (2B)'],
    ['73310', 'Arboys en Bugey (01)'],
    ['75012', 'Paris 12e Arrondissement (75)'],
    ['97133', 'Saint-Barthélemy (977)'],
    ['49019', 'Baugé-en-Anjou (49)'],
    ['6000', 'Nice (06)'],
    ['7', 'Ardèche (07)'],
    ['977', 'Saint-Martin/Saint-Barthélemy (978)'],
    ['200030385', 'CA de Blois « Agglopolys » (41)'],
    ['20003038', 'CA de Blois « Agglopolys » (41)'],
    // What people write for the city of a department, and for a sorting office.
    ['69000', 'Lyon (69)'],
    ['69000 Lyon', 'Lyon (69)'],
    ['BLOIS CEDEX', 'Blois (41)'],
    ['59040 lille cedex 9', 'Lille (59)'],
    ['41 000 Blois', 'Blois (41)'],
    ['Blois, Loir-et-Cher, France', 'Blois (41)'],
    ['ville de Blois', 'Blois (41)'],
    // Arrondissements, however one says them.
    ['Lyon 3ème', 'Lyon 3e Arrondissement (69)'],
    ['Paris 1', 'Paris 1er Arrondissement (75)'],
    ['Marseille 3e arr', 'Marseille 3e Arrondissement (13)'],
    ['3e arrondissement de Lyon', 'Lyon 3e Arrondissement (69)'],
    // Territories and groups.
    ['loir et cher', 'Loir-et-Cher (41)'],
    ['département du Loir-et-Cher', 'Loir-et-Cher (41)'],
    ['dept 41', 'Loir-et-Cher (41)'],
    ['agglopolys', 'CA de Blois « Agglopolys » (41)'],
    ["communauté d'agglomération de Blois", 'CA de Blois « Agglopolys » (41)'],
    ['grand lyon', 'Métropole de Lyon (69)'],
    ['mel', 'Métropole Européenne de Lille (59)'],
    ['la metro', 'Grenoble-Alpes-Métropole (42)'],
    // One mistake.
    ['vlois', 'Blois (41)'],
    ['blosi', 'Blois (41)'],
    ['bllois', 'Blois (41)'],
    ['bois', 'Fontenay-sous-Bois (94)'],
    ['marseile', 'Marseille (13)'],
    ['beauvias', 'Beauvais (60)'],
    ['blosi 41', 'Blois (41)'],
    ['blosi loir et cher', 'Blois (41)']
  ])('for %s is %s', (query, attendu) => {
    expect(searchPays(query)[0]).toBe(attendu)
  })
})

describe('the order of the answers', () => {
  it('is the exact names, the biggest first, then what only begins so, then what holds the word', () => {
    expect(searchPays('saint-denis', 3)).toEqual([
      'Saint-Denis (974)',
      'Saint-Denis (93)',
      'Saint-Denis (30)'
    ])
    // A group weighs a twentieth of its inhabitants: 71,000 stand between the two arrondissements.
    expect(searchPays('lyon')).toEqual([
      'Lyon (69)',
      'Lyon 3e Arrondissement (69)',
      'Métropole de Lyon (69)',
      'Lyon 1er Arrondissement (69)'
    ])
    expect(searchLieux(buildPays(), 'lyon').map(({ correspondance }) => correspondance)).toEqual([
      'nom',
      'debut',
      'nom',
      'debut'
    ])
  })

  it('is a department, then its towns by postal code, the biggest first', () => {
    expect(searchPays('41')).toEqual([
      'Loir-et-Cher (41)',
      'Blois (41)',
      'Villebarou (41)',
      'Chailles (41)',
      'Cellettes (41)'
    ])
  })

  it('is the arrondissement of a code before the city, and every commune that has the code', () => {
    expect(searchPays('75012')).toEqual(['Paris 12e Arrondissement (75)', 'Paris (75)'])
    expect(searchPays('41000')).toEqual(['Blois (41)', 'Villebarou (41)'])
    expect(searchPays('41120')).toEqual(['Chailles (41)', 'Cellettes (41)'])
    expect(searchPays('20')).toEqual(['Corse-du-Sud (2A)', 'Haute-Corse (2B)', 'Ajaccio (2A)', 'Bastia (2B)'])
    expect(searchPays('97')).toEqual([
      'Guadeloupe (971)',
      'Martinique (972)',
      'Guyane (973)',
      'La Réunion (974)',
      'Mayotte (976)',
      'Saint-Martin/Saint-Barthélemy (978)',
      'Saint-Denis (974)',
      'Saint-Martin (978)'
    ])
  })

  it('leaves a code its first zero, lost in a spreadsheet, and what it may still become', () => {
    expect(searchPays('6000')).toEqual(['Nice (06)', 'Beauvais (60)'])
    expect(searchPays('1000')).toEqual(['Bourg-en-Bresse (01)', 'Troyes (10)'])
    // No round code: it may still be in the typing, and the biggest comes first.
    expect(searchPays('4100')).toEqual(['Blois (41)', 'Villebarou (41)'])
    expect(searchPays('6100')).toEqual(['Nice (06)'])
    expect(searchPays('1300')).toEqual([
      'Marseille (13)',
      'Marseille 3e Arrondissement (13)',
      'Arboys en Bugey (01)'
    ])
  })

  it('is never longer than asked, and nothing for what says nothing', () => {
    expect(searchPays('saint-denis', 1)).toEqual(['Saint-Denis (974)'])
    expect(searchPays('41', 1)).toEqual(['Loir-et-Cher (41)'])
    expect(searchPays('41000', 1)).toEqual(['Blois (41)'])
    for (const rien of ['', ' ', "-'", '00000', '999999999', '123456', 'zzzz', 'zzzzz 41'])
      expect(searchPays(rien), rien).toEqual([])
  })

  it('lets a bigger place that is a mistake away stand beside a small one that is meant to the letter', () => {
    // 'lile' begins L’Île-d’Yeu.
    expect(searchPays('lile')).toContain('Lille (59)')
    expect(searchPays('lile')).toContain("L'Île-d'Yeu (85)")
    expect(premier('lile')?.correspondance).toBe('debut')
  })

  it('lets a bigger place that is a mistake away follow one that bears the name, and never take its place', () => {
    const dire = (query: string, limite?: number) =>
      searchLieux(getPays(), query, limite).map(({ lieu, correspondance }) => [lieu.nom, correspondance])
    const [petite, grande] = [
      ['Ploemel', 'nom'],
      ['Ploërmel', 'approche']
    ]
    expect(dire('ploemel')).toEqual([petite, grande])
    expect(dire('ploemel', 2)).toEqual([petite, grande])
    expect(dire('ploemel', 1)).toEqual([petite])
    // The smaller one is not what somebody means who writes the bigger one right.
    expect(dire('ploermel')).toEqual([['Ploërmel', 'nom']])
  })

  it('looks for a mistake only where nothing bears the name', () => {
    // Bois is one letter from Blois, and a word of Fontenay-sous-Bois.
    expect(searchPays('blois')).toEqual(['Blois (41)', 'CA de Blois « Agglopolys » (41)'])
    expect(searchPays('bloi')[0]).toBe('Blois (41)')
  })

  it('answers once where a part bears its commune’s name, and finds the other parts', () => {
    expect(searchPays('baugé-en-anjou')).toEqual(['Baugé-en-Anjou (49)'])
    expect(searchPays('arbignieu')).toEqual(['Arbignieu (01)'])
    // Its code says Aisne, but it lies where its commune does.
    expect(searchPays('escaufourt')).toEqual(['Escaufourt (59)'])
    expect(searchPays('escaufourt 59')).toEqual(['Escaufourt (59)'])
    expect(searchPays('escaufourt nord')).toEqual(['Escaufourt (59)'])
    expect(searchPays('escaufourt aisne')).toEqual([])
  })
})

describe('what an answer says', () => {
  it.each([
    ['blois', 'commune', 'Loir-et-Cher (41) · 41000', false],
    ['saint etienne', 'commune', 'Loire (42) · 42000 et 42100', false],
    ['nice', 'commune', 'Alpes-Maritimes (06) · 06000 à 06300', false],
    ['arbignieu', 'commune-deleguee', 'Commune déléguée (Arboys en Bugey) · Ain (01)', false],
    ['escaufourt', 'commune-associee', 'Commune associée (Saint-Souplet) · Nord (59)', false],
    ['paris 12', 'arrondissement-municipal', 'Paris (75) · 75012', false],
    ['agglopolys', 'epci', 'Communauté d’agglomération · Loir-et-Cher (41)', false],
    ['deux rives', 'epci', 'Communauté de communes · Ain (01) et Saône-et-Loire (71)', false],
    ['plaine commune', 'ept', 'Établissement public territorial · Seine-Saint-Denis (93)', false],
    ['loir et cher', 'departement', 'Département (41) · Centre-Val de Loire', false],
    ['nouvelle caledonie', 'departement', 'Collectivité d’outre-mer (988)', false],
    ['bretagne', 'region', 'Région · 4 départements', false],
    ['polynesie', 'collectivite', 'Outre-mer (987)', true],
    ['papeete', 'commune', 'Polynésie française (987) · 98714', true]
  ])('%s', (query, type, precision, horsPerimetre) => {
    const trouve = premier(query)
    expect(trouve?.lieu.type).toBe(type)
    expect(plain(trouve?.precision)).toBe(precision)
    expect(trouve?.horsPerimetre).toBe(horsPerimetre)
  })
})

describe('the sheet of a place of the small country', () => {
  const fiche = (cle: string) => resolveLieu(getPays(), cle)
  it.each([
    ['41018', 'Blois · CA de Blois « Agglopolys » · Loir-et-Cher · Centre-Val de Loire'],
    ['01015D', 'Arbignieu · Arboys en Bugey · CC des Deux Rives · Ain · Auvergne-Rhône-Alpes'],
    ['75112', 'Paris 12e Arrondissement · Paris · Île-de-France'],
    ['75', 'Paris · Île-de-France'],
    ['971', 'Guadeloupe'],
    [
      '200012345',
      'CC des Deux Rives · Ain et Saône-et-Loire · Auvergne-Rhône-Alpes et Bourgogne-Franche-Comté'
    ],
    ['98735', 'Papeete · Polynésie française'],
    ['97701', 'Saint-Barthélemy · Saint-Martin/Saint-Barthélemy']
  ])('%s', (cle, titre) => {
    expect(plain(fiche(cle)?.titre)).toBe(titre)
  })

  it('of a region is under its own name alone', () => {
    const index = buildPays()
    const region = searchLieux(index, 'bretagne')[0]?.lieu
    expect(region && describeLieu(index, region)).toMatchObject({
      titre: 'Bretagne',
      groupement: null,
      regions: [{ code: '53', nom: 'Bretagne' }],
      territoires: ['22', '29', '35', '56'],
      avertissements: []
    })
  })

  it('says what has to be known, in a sentence each, and nothing where nothing has', () => {
    const avertissements = (cle: string) => fiche(cle)?.avertissements.map(plain)
    const deux = 'CC des Deux Rives s’étend sur 2 départements : Ain et Saône-et-Loire.'
    expect(avertissements('200012345')).toEqual([deux])
    expect(avertissements('71076')).toEqual([deux])
    expect(avertissements('41018')).toEqual([])
    expect(avertissements('200030385')).toEqual([])
    expect(avertissements('987')).toEqual([
      'La source ne dit rien de « Polynésie française » : ce territoire n’est pas l’un des 103 de la feuille de route France Numérique Ensemble.'
    ])
    expect(avertissements('97801')).toEqual([
      'La source compte Saint-Martin et Saint-Barthélemy comme un seul territoire.'
    ])
  })

  it('holds what is known of the place', () => {
    const index = buildPays()
    const fiche = (cle: string) => resolveLieu(index, cle)
    expect(fiche('2A004')?.lieu).toEqual({
      type: 'commune',
      code: '2A004',
      cle: '2A004',
      nom: 'Ajaccio',
      departements: ['2A'],
      territoires: ['2A'],
      codesPostaux: ['20000', '20090'],
      population: 76_000,
      nature: null,
      groupement: null,
      rattachement: null
    })
    expect(fiche('200046977')).toMatchObject({
      lieu: { type: 'epci', nature: 'MET69', population: 1_420_000, codesPostaux: [] },
      departements: [{ code: '69', nom: 'Rhône' }],
      groupement: { code: '200046977' }
    })
    expect(fiche('98735')?.lieu).toMatchObject({ population: null, territoires: [], groupement: null })
    expect(fiche('97701')?.lieu).toMatchObject({ departements: ['977'], territoires: ['978'] })
    // Inhabitants of a department and of a region are those of its communes, parts aside; of none, not known.
    expect(fiche('69')?.lieu.population).toBe(519_000)
    expect(fiche('978')?.lieu.population).toBe(10_500 + 32_000)
    expect(fiche('23')?.lieu.population).toBeNull()
    const corse = searchLieux(index, 'corse').find(({ lieu }) => lieu.type === 'region')
    expect(corse?.lieu.population).toBe(76_000 + 49_000)
  })

  it('is that of the commune of a postal code, of a former code, and of none for what names several or nothing', () => {
    expect(fiche('59370')?.lieu.code).toBe('59432')
    expect(fiche('49019')?.lieu.code).toBe('49018')
    expect(fiche('75012')?.lieu.code).toBe('75112')
    expect(fiche('2a004')?.lieu.code).toBe('2A004')
    expect(fiche('01015')?.lieu.type).toBe('commune')
    expect(fiche('01015d')?.lieu.type).toBe('commune-deleguee')
    for (const cle of ['41000', 'R53', '41018D', '00000', '4101', 'blois', '', '410180'])
      expect(fiche(cle), cle).toBeUndefined()
  })

  it('leaves the choice between the communes of a postal code, the biggest first', () => {
    const index = buildPays()
    expect(listCommunes(index, '41000').map(({ lieu }) => lieu.nom)).toEqual(['Blois', 'Villebarou'])
    expect(listCommunes(index, '59370'), 'one commune').toEqual([])
    expect(listCommunes(index, '41018'), 'the code of a place').toEqual([])
    expect(listCommunes(index, '75012'), 'an arrondissement').toEqual([])
    expect(listCommunes(index, '4100'), 'no code').toEqual([])
    expect(listParCodePostal(index, '75012').map(({ code }) => code)).toEqual(['75112'])
    expect(listParCodePostal(index, '410000')).toEqual([])
    expect(listParCodePostal(index, '41018'), 'an INSEE code is none').toEqual([])
  })
})

describe('the index', () => {
  it('has the places by their weight, each with its letters and its codes, the directory settling ties', () => {
    const index = buildPays()
    const { noms, poids, texte, positions, codes, positionsCodes, marques } = index
    expect(index.source).toBe('petit pays 1')
    expect([...poids]).toEqual([...poids].sort((a, b) => b - a))
    const rangDe = (nom: string) => noms.indexOf(nom)
    const poidsDe = (nom: string) => poids[rangDe(nom)]
    expect(['blois', 'paris 1er arrondissement', 'y', 'papeete'].map(poidsDe)).toEqual([
      46_000, 16_000, 90, 0
    ])
    // A group weighs a twentieth; so does a part whose own inhabitants are not known.
    expect(['ca de blois agglopolys', 'arbignieu', 'escaufourt'].map(poidsDe)).toEqual([5250, 35, 60])
    // The part that bears the name of its commune is not searched; whoever is of one weight stands in the file's order.
    expect(noms.filter((nom) => nom === 'bauge en anjou')).toHaveLength(1)
    expect(noms.slice(rangDe('ain') + 1).includes('creuse')).toBe(true)
    expect(noms.filter((nom) => nom === 'paris')).toHaveLength(2)
    expect(index.numeros).toHaveLength(index.repertoire.nombre - 1)
    const lettresDe = (rang: number) => texte.slice(positions[rang], (positions[rang + 1] ?? 0) - 1)
    expect(texte.startsWith('\n')).toBe(true)
    expect(texte).toHaveLength(positions.at(-1) ?? 0)
    expect(marques).toHaveLength(texte.length)
    for (const nom of ['blois', 'bourg en bresse', 'l ile d yeu'])
      expect(lettresDe(rangDe(nom))).toBe(compacter(nom))
    const marquesDe = (nom: string) => {
      const debut = positions[rangDe(nom)] ?? 0
      return [...marques.slice(debut, debut + compacter(nom).length)].join('')
    }
    // 2: the name begins here, with or without its head; 1: a word; 0: within one.
    expect(marquesDe('le havre')).toBe('2020000')
    expect(marquesDe('bourg en bresse')).toBe('2000010100000')
    expect(marquesDe('l ile d yeu')).toBe('22001100')
    expect(marquesDe('ca de blois agglopolys')).toBe('2010200001000000000')
    expect(marquesDe('cc des deux rives')).toBe('20100200010000')
    const codesDe = (nom: string) => codes.slice(positionsCodes[rangDe(nom)], positionsCodes[rangDe(nom) + 1])
    expect(codesDe('blois')).toBe(' 41018 41000\n')
    expect(codesDe('ajaccio')).toBe(' 2A004 20000 20090\n')
    expect(codesDe('arboys en bugey')).toBe(' 01015 01300 73310\n')
    expect(codesDe('arbignieu')).toBe(' 01015\n')
    expect(codesDe('bauge en anjou')).toBe(' 49018 49150 49019\n')
    expect(codesDe('plaine commune')).toBe(' 200057867\n')
    expect(codesDe('bretagne')).toBe(' \n')
    expect(index.territoires.find(({ lieu }) => lieu.code === '2A')?.lettres).toBe('corsedusud')
  })
})

describe('a name in the index', () => {
  it('is found from its head on and without it, a further word apart', () => {
    const index = buildPays()
    const scan = (lettres: string, limite = 9) => {
      const { exacts, exactsSansTete, debuts, mots } = scanNoms(index, lettres, tous, limite)
      return [exacts, exactsSansTete, debuts, mots].map((rangs) => nomsOf(index, rangs))
    }
    expect(scan('lehavre')).toEqual([['le havre'], [], [], []])
    expect(scan('havre')).toEqual([[], ['le havre'], [], []])
    expect(scan('hav')).toEqual([[], [], ['le havre'], []])
    expect(scan('yeu')).toEqual([[], [], [], ['l ile d yeu']])
    // The head of a group is the kind of group it is.
    expect(scan('blois')).toEqual([['blois'], [], ['ca de blois agglopolys'], []])
    expect(scan('agglo')).toEqual([[], [], [], ['ca de blois agglopolys']])
    expect(scan('saintdenis', 2)).toEqual([
      ['saint denis', 'saint denis'],
      [],
      ['seine saint denis'].slice(1),
      ['seine saint denis']
    ])
    expect(scan('lois'), 'within a word').toEqual([[], [], [], []])
  })

  it('is found by the beginnings of its words in any order, and as often as asked', () => {
    const index = buildPays()
    const scan = (...mots: string[]) => nomsOf(index, scanMots(index, mots, tous, 9))
    expect(scan('bresse', 'bourg')).toEqual(['bourg en bresse'])
    expect(scan('bour', 'bres')).toEqual(['bourg en bresse'])
    expect(scan('bresse', 'ourg')).toEqual([])
    expect(scan('saint', 'souplet')).toEqual(['saint souplet'])
    expect(scan('lyon', 'arrondissement')).toEqual(['lyon 3e arrondissement', 'lyon 1er arrondissement'])
    expect(scanMots(index, ['lyon', 'arrondissement'], tous, 1)).toHaveLength(1)
    expect(
      nomsOf(
        index,
        scanMots(index, ['lyon', '1er'], (rang) => index.noms[rang] !== 'lyon', 9)
      )
    ).toEqual(['lyon 1er arrondissement'])
  })

  it('is that of the last position at or before the one looked for', () => {
    const positions = Int32Array.of(1, 5, 9, 14)
    expect([0, 1, 4, 5, 8, 9, 13, 14, 99].map((p) => findRang(positions, p))).toEqual([
      0, 0, 0, 1, 1, 2, 2, 3, 3
    ])
  })

  it('a mistake away is whole or a beginning, the heaviest first, and never from three letters or from digits', () => {
    const index = buildPays()
    const near = (lettres: string, limite = 9, nombre?: number) => {
      const { entiers, debuts } = searchApproche(index, lettres, tous, limite, nombre)
      return [nomsOf(index, entiers), nomsOf(index, debuts)]
    }
    // A letter wrong, missing, too many; two swapped, at the cut of the word too.
    for (const faute of [
      'marsaille',
      'marseile',
      'marseillle',
      'mraseille',
      'marsielle',
      'arseille',
      'narseille'
    ])
      expect(near(faute)[0], faute).toContain('marseille')
    expect(near('beauvois')).toEqual([['beauvais'], []])
    expect(near('strsbourg')).toEqual([[], []])
    expect(near('beuvai')).toEqual([[], ['beauvais']])
    expect(near('bli')).toEqual([[], []])
    expect(near('41019')).toEqual([[], []])
    expect(near('paris13e')[0]).toEqual([])
    expect(near('vlois')[0]).toEqual(['blois'])
    expect(near('vlois', 9, 0)).toEqual([[], []])
    expect(near('vlois', 0)).toEqual([[], []])
    expect(searchApproche(index, 'vlois', () => false, 9)).toEqual({ entiers: [], debuts: [] })
  })
})

describe('the words that are typed', () => {
  it.each([
    ['Blois', [['blois']], []],
    ['St', [['saint'], ['st']], []],
    ['BLOIS CEDEX 9', [['blois']], []],
    ['41 000 Blois', [['41000', 'blois']], [['41', 'blois']]],
    ['2A 004', [['2a004']], []],
    ['dept 41', [['41']], []],
    ['département de la Creuse', [['creuse']], []],
    ['ville de Blois', [['ville', 'de', 'blois']], [['blois']]],
    ['région', [['region']], []],
    ['Blois, France', [['blois', 'france']], [['blois']]],
    ['France', [['france']], []],
    ['stmalo', [['stmalo']], [['saintmalo']]],
    ['steanne', [['steanne']], [['sainteanne']]],
    ['97400 saint denis', [['97400', 'saint', 'denis']], [['974', 'saint', 'denis']]],
    [
      'Lyon 3ème',
      [
        ['lyon', '3e', 'arrondissement'],
        ['lyon', '3eme']
      ],
      [['lyon', '3e', 'arrondissement']]
    ],
    [
      '1er arr de Paris',
      [
        ['paris', '1er', 'arrondissement'],
        ['1er', 'arr', 'de', 'paris']
      ],
      [['paris', '1er', 'arrondissement']]
    ],
    ['communauté de communes du Val', [['cc', 'du', 'val']], []],
    ['', [], []]
  ])('%s', (query, premieres, autres) => {
    expect(listAcceptions(query)).toEqual({ premieres, autres })
  })

  it('are cut at eighty signs', () => {
    expect(listAcceptions(`${'a'.repeat(80)}b`).premieres).toEqual([['a'.repeat(80)]])
  })

  it('are shortened as the lists shorten them, and written in one', () => {
    expect(
      [
        'communaute d agglomeration de blois',
        'communaute d agglo de blois',
        'communaute urbaine de x',
        'la communaute de communes'
      ].map(abregerNature)
    ).toEqual(['ca de blois', 'ca de blois', 'cu de x', 'la communaute de communes'])
    expect(compacter('saint die des vosges')).toBe('saintdiedesvosges')
  })

  it('may name at their end where to look, the longest name of a place first', () => {
    const index = buildPays()
    const list = (...mots: string[]) => listContextes(index, mots).map((contexte) => contexte.mots)
    expect(list('saint', 'denis', 'la', 'reunion')).toEqual([
      ['saint', 'denis', 'la'],
      ['saint', 'denis']
    ])
    expect(list('saint', 'denis', 'reu')).toEqual([['saint', 'denis']])
    expect(list('saint', 'denis', 're'), 'two letters are not enough').toEqual([])
    expect(list('reunion'), 'the place has no name left').toEqual([])
    const [gard] = listContextes(index, ['denis', 'gard'])
    const retenus = index.noms.filter((_, rang) => gard?.tamis(rang))
    expect(retenus.sort()).toEqual(['gard', 'occitanie', 'saint denis'])
  })
})

describe('codes', () => {
  it('of communes say their department and how their post begins', () => {
    expect(['41018', '97411', '98735', '2A004'].map(toDepartement)).toEqual(['41', '974', '987', '2A'])
    expect(['41018', '2A004', '2B033', '97411'].map(prefixePostal)).toEqual(['41', '20', '20', '97'])
  })

  it('lead to the line of a commune, and to nothing beside', () => {
    const { repertoire } = buildPays()
    const { communes } = repertoire
    expect(communes.codes[findLigne(communes, '41018')]).toBe('41018')
    expect(communes.types[findLigne(communes, '01015')]).toBe('c')
    expect(findLigne(communes, '01015')).toBe(0)
    expect(['00000', '41019', '99999', ''].map((code) => findLigne(communes, code))).toEqual([-1, -1, -1, -1])
    expect(findLieu(repertoire, '41')?.type).toBe('departement')
    expect(findLieu(repertoire, '53'), 'Mayenne; the region has no key').toMatchObject({
      type: 'departement',
      nom: 'Mayenne'
    })
    expect(findLieu(repertoire, '200057867')?.type).toBe('ept')
  })

  it('are looked for in their order: department, post, INSEE, SIREN', () => {
    const index = buildPays()
    const codes = (typed: string, limite = 9) =>
      searchCode(index, typed, limite).map((rang) => getLieu(index.repertoire, index.numeros[rang] ?? 0).code)
    expect(codes('2a')).toEqual(['2A'])
    expect(codes('9')).toEqual([
      '09',
      ...['90', '91', '92', '93', '94', '95', '971', '972', '973', '974', '976', '978', '988', '987'].filter(
        (c) => codes('9').includes(c)
      )
    ])
    expect(codes('200')).toEqual(['2A004', '2A004'].slice(1))
    expect(codes('2000')).toEqual(['2A004'])
    expect(codes('200093')).toEqual(['200093201'])
    expect(codes('20009320')).toEqual(['200093201'])
    expect(codes('13000')).toEqual(['13055'])
    expect(codes('20000')).toEqual(['2A004'])
    expect(codes('98000')).toEqual([])
    expect(codes('41001')).toEqual([])
  })

  it('stand for the names that people give them', () => {
    expect(findUsuel('paca')).toEqual({ type: 'region', code: '93' })
    expect(findUsuel('grandlyon')).toEqual({ type: 'epci', code: '200046977' })
    expect(findUsuel('lametro')).toEqual({ type: 'epci', code: '200040715' })
    expect(findUsuel('blois')).toBeNull()
    expect(searchPays('paca')).toEqual(["Provence-Alpes-Côte d'Azur (6)"])
    expect(searchPays('mel', 1)).toEqual(['Métropole Européenne de Lille (59)'])
    expect(searchPays('mgp'), 'an EPCI that the country does not have').toEqual([])
  })
})

describe('a place that is chosen', () => {
  const choose = (query: string, vue = VUE_PAR_DEFAUT) => {
    const lieu = premier(query)?.lieu
    return lieu && toVue(lieu, vue)
  }
  const gardes = { ...VUE_PAR_DEFAUT, lieu: ['59350', '69123'] }

  it('opens its territory with itself at the head; a department needs none, a region is framed', () => {
    expect(choose('blois')).toEqual({ territoire: '41', region: null, lieu: ['41018'] })
    expect(choose('loir et cher')).toEqual({ territoire: '41', region: null, lieu: [] })
    expect(choose('bretagne')).toEqual({ territoire: null, region: '53', lieu: [] })
    expect(choose('papeete')).toEqual({ territoire: null, region: null, lieu: ['98735'] })
  })

  it('is added to those that are kept, a region marking nothing', () => {
    expect(choose('blois', gardes)?.lieu).toEqual(['59350', '69123', '41018'])
    expect(choose('loir et cher', gardes)?.lieu).toEqual(['59350', '69123', '41'])
    expect(choose('bretagne', gardes)).toEqual({ territoire: null, region: '53', lieu: ['59350', '69123'] })
  })

  it.each([
    ['blois', 'Commune'],
    ['arbignieu', 'Commune déléguée'],
    ['escaufourt', 'Commune associée'],
    ['paris 12', 'Arrondissement'],
    ['agglopolys', 'EPCI'],
    ['plaine commune', 'EPT'],
    ['creuse', 'Département'],
    ['bretagne', 'Région'],
    ['polynesie', 'Outre-mer']
  ])('%s is said to be: %s', (query, sorte) => {
    const lieu = premier(query)?.lieu
    expect(lieu && nameSorte(lieu)).toBe(sorte)
  })
})

describe('the file of the small country', () => {
  const message = (texte: string) => {
    try {
      return decodeLieux(texte, 'lieux.json').source
    } catch (erreur) {
      return erreur instanceof ErreurDeLecture ? plain(erreur.message) : 'autre erreur'
    }
  }
  const phrase = (detail: string) =>
    `La liste des communes ne peut pas être lue : ${detail}. Rechargez la page ; si le problème persiste, le fichier est à reconstruire (npm run lieux).`

  it.each([
    ['whole', TEXTE_PAYS, 'petit pays 1'],
    ['empty', ' ', phrase('le fichier est vide')],
    ['cut', TEXTE_PAYS.slice(0, 300), phrase('le fichier est tronqué ou abîmé')],
    ['a list', '[]', phrase('la partie « racine » manque')],
    ['nothing', 'null', phrase('la partie « racine » manque')],
    ['a word', '"x"', phrase('la partie « racine » manque')],
    [
      'of another version',
      TEXTE_PAYS.replace('"version":1', '"version":2'),
      phrase('le fichier est d’une autre version (2) que l’application (1)')
    ],
    [
      'without groups',
      TEXTE_PAYS.replace('"groupements":{', '"autres":{'),
      phrase('la partie « groupements » manque')
    ],
    [
      'without a list',
      TEXTE_PAYS.replace('"horsPerimetre"', '"autres"'),
      phrase('la partie « horsPerimetre » manque')
    ],
    ['without names', TEXTE_PAYS.replace('"noms"', '"autres"'), phrase('la colonne « noms » manque')],
    [
      'a name short',
      TEXTE_PAYS.replace('Blois\\n', ''),
      phrase('la colonne « noms » a 40 valeurs au lieu de 41')
    ]
  ])('%s', (_, texte, attendu) => {
    expect(message(texte)).toBe(attendu)
  })

  it('gives former codes and collectivities, or none', () => {
    const lu = decodeLieux(TEXTE_PAYS, 'lieux.json')
    expect([...lu.anciens]).toEqual([['49019', '49018']])
    expect(lu.horsPerimetre).toEqual({ '987': 'Polynésie française' })
    expect(lu.communes.codes.slice(0, 4)).toEqual(['01015', '01015', '01053', '02285'])
    const { anciens: _, source: __, ...sans } = JSON.parse(TEXTE_PAYS) as Record<string, unknown>
    expect(decodeLieux(JSON.stringify(sans), 'lieux.json')).toMatchObject({ source: '', anciens: new Map() })
  })
})
