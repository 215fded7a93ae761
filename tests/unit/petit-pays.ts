import { encodeLieux, type CommuneSource, type GroupementSource } from '../../scripts/lieux/encoder.mjs'
import { decodeLieux } from '../../src/search/decoder'
import { buildIndex, type IndexLieux } from '../../src/search/indexer'
import { searchLieux } from '../../src/search/recherche'

/**
 * A country of some forty places that a test holds in its head: each stands for a rule of the search (two of a name, a
 * name within another, Corsica, overseas, arrondissements, parts of communes, an EPCI over two departments). Names and
 * codes are true; inhabitants are round, so that the bigger of two is plain.
 */
const commune = (
  code: string,
  nom: string,
  population: number | undefined,
  codesPostaux: string[],
  reste: Partial<CommuneSource> = {}
): CommuneSource => ({
  code,
  nom,
  type: 'commune-actuelle',
  departement: code.slice(0, /^9[78]/.test(code) ? 3 : 2),
  codesPostaux,
  ...(population === undefined ? {} : { population }),
  ...reste
})
const arrondissement = (code: string, nom: string, population: number, postal: string, ville: string) =>
  commune(code, nom, population, [postal], { type: 'arrondissement-municipal', commune: ville })

const COMMUNES: CommuneSource[] = [
  commune('01015', 'Arboys en Bugey', 700, ['01300', '73310']),
  { code: '01015', nom: 'Arbignieu', type: 'commune-deleguee', departement: '01', chefLieu: '01015' },
  commune('01053', 'Bourg-en-Bresse', 41_000, ['01000']),
  { code: '02285', nom: 'Escaufourt', type: 'commune-associee', departement: '59', chefLieu: '59545' },
  commune('06088', 'Nice', 340_000, ['06000', '06100', '06200', '06300']),
  commune('10387', 'Troyes', 62_000, ['10000']),
  commune('13055', 'Marseille', 870_000, ['13001', '13002', '13003']),
  arrondissement('13203', 'Marseille 3e Arrondissement', 50_000, '13003', '13055'),
  commune('14203', 'Le Pin', 800, ['14590']),
  commune('2A004', 'Ajaccio', 76_000, ['20000', '20090']),
  commune('2B033', 'Bastia', 49_000, ['20200']),
  commune('30247', 'Saint-Denis', 300, ['30500']),
  commune('41018', 'Blois', 46_000, ['41000']),
  commune('41032', 'Cellettes', 2_500, ['41120']),
  commune('41047', 'Chailles', 2_600, ['41120']),
  commune('41294', 'Villebarou', 2_700, ['41000']),
  commune('42218', 'Saint-Étienne', 172_000, ['42000', '42100']),
  commune('49018', 'Baugé-en-Anjou', 11_700, ['49150'], { anciensCodes: ['49019'] }),
  { code: '49018', nom: 'Baugé-en-Anjou', type: 'commune-deleguee', departement: '49', chefLieu: '49018' },
  commune('56161', 'Ploemel', 2_800, ['56400']),
  commune('56165', 'Ploërmel', 10_000, ['56800']),
  commune('59350', 'Lille', 234_000, ['59000', '59800']),
  commune('59432', 'Mons-en-Barœul', 21_000, ['59370']),
  commune('59545', 'Saint-Souplet', 1_200, ['59360']),
  commune('60057', 'Beauvais', 56_000, ['60000']),
  commune('69123', 'Lyon', 519_000, ['69001', '69003']),
  arrondissement('69381', 'Lyon 1er Arrondissement', 29_000, '69001', '69123'),
  arrondissement('69383', 'Lyon 3e Arrondissement', 102_000, '69003', '69123'),
  commune('71076', 'Chalon-sur-Saône', 45_000, ['71100']),
  commune('75056', 'Paris', 2_100_000, ['75001', '75012']),
  arrondissement('75101', 'Paris 1er Arrondissement', 16_000, '75001', '75056'),
  arrondissement('75112', 'Paris 12e Arrondissement', 140_000, '75012', '75056'),
  commune('76351', 'Le Havre', 166_000, ['76600']),
  commune('80829', 'Y', 90, ['80190']),
  commune('85113', "L'Île-d'Yeu", 4_800, ['85350']),
  commune('93066', 'Saint-Denis', 113_000, ['93200', '93210']),
  commune('94033', 'Fontenay-sous-Bois', 52_000, ['94120']),
  commune('97411', 'Saint-Denis', 150_000, ['97400']),
  commune('97701', 'Saint-Barthélemy', 10_500, ['97133']),
  commune('97801', 'Saint-Martin', 32_000, ['97150']),
  commune('98735', 'Papeete', undefined, ['98714'])
]

const groupement = (
  code: string,
  nom: string,
  type: string,
  populationMunicipale: number,
  ...membres: string[]
): GroupementSource => ({
  code,
  nom,
  type,
  populationMunicipale,
  membres: membres.map((membre) => ({ code: membre, populationMunicipale: 1 }))
})

const TEXTE = encodeLieux({
  source: 'petit pays 1',
  communes: COMMUNES,
  epci: [
    groupement('200030385', 'CA de Blois "Agglopolys"', 'CA', 105_000, '41018', '41032', '41047'),
    groupement('200040715', 'Grenoble-Alpes-Métropole', 'METRO', 450_000, '42218'),
    groupement('200046977', 'Métropole de Lyon', 'MET69', 1_420_000, '69123'),
    groupement('200093201', 'Métropole Européenne de Lille', 'METRO', 1_190_000, '59350', '59432'),
    groupement('200012345', 'CC des Deux Rives', 'CC', 40_000, '01015', '71076')
  ],
  ept: [groupement('200057867', 'Plaine Commune', 'EPT', 450_000, '93066')],
  horsPerimetre: [{ code: '987', nom: 'Polynésie française' }]
})

/** The index of the small country, built anew: what building it does is then seen by the test that asks for it. */
export const buildPays = (): IndexLieux => buildIndex(decodeLieux(TEXTE, 'lieux.json'))

let pays: IndexLieux | undefined
/** The same for all that only ask it: building it takes longer than a hundred answers. */
export const getPays = (): IndexLieux => (pays ??= buildPays())

/** The file of the small country. */
export const TEXTE_PAYS = TEXTE

const plain = (texte: string) => texte.replaceAll('’', "'").replaceAll('\u00A0', ' ')

/** 'Blois (41)' for each answer, best first. */
export const searchPays = (query: string, limite?: number): string[] =>
  searchLieux(getPays(), query, limite).map(
    ({ lieu: { nom, departements } }) =>
      `${plain(nom)} (${departements.length === 1 ? departements[0] : departements.length})`
  )
