/**
 * The places themselves, by number. A place is made an object when somebody asks for it: making all 39,000 at once
 * would take longer than everything else that the search needs to be ready.
 */
import { findTerritoireRef, REGIONS, TERRITOIRES } from '../domain/territoire/referentiel'
import type { ColonnesCommunes, ContenuLieux } from './decoder'
import type { Lieu, NatureGroupement, TypeLieu } from '../domain/territoire/lieu'

export interface Repertoire {
  readonly communes: ColonnesCommunes
  readonly groupements: readonly Lieu[]
  /** Departments, collectivities, regions. */
  readonly territoires: readonly Lieu[]
  /** INSEE code of a commune by that of one which it took in and which has no place of its own any more. */
  readonly anciens: ReadonlyMap<string, string>
  /** Numbers: territories first, then communes, then groups. */
  readonly nombre: number
}

const TYPES: Readonly<Record<string, TypeLieu>> = {
  c: 'commune',
  d: 'commune-deleguee',
  a: 'commune-associee',
  m: 'arrondissement-municipal'
}

/** Saint-Barthélemy (977) is counted with Saint-Martin (978), as in the source. */
const toTerritoires = (departements: readonly string[]): string[] => [
  ...new Set(departements.flatMap((code) => (code === '977' ? '978' : (findTerritoireRef(code)?.code ?? []))))
]

const toNombre = (texte: string | undefined) => (texte ? Number(texte) || 0 : null)

function buildGroupements({ groupements }: ContenuLieux): Lieu[] {
  return groupements.codes.map((code, i) => {
    const departements = groupements.departements[i]?.split(' ') ?? []
    const nature = groupements.natures[i] as NatureGroupement
    return {
      type: nature === 'EPT' ? 'ept' : 'epci',
      code,
      cle: code,
      nom: groupements.noms[i] ?? code,
      departements,
      territoires: toTerritoires(departements),
      codesPostaux: [],
      population: toNombre(groupements.populations[i]),
      nature,
      groupement: null,
      rattachement: null
    }
  })
}

/** Departments and regions are the app's own list; only their inhabitants come from the communes. */
function buildTerritoires({ communes, horsPerimetre }: ContenuLieux): Lieu[] {
  const habitants = new Map<string, number>()
  communes.codes.forEach((code, i) => {
    if (communes.types[i] !== 'c') return
    const departement = toDepartement(code)
    habitants.set(departement, (habitants.get(departement) ?? 0) + Number(communes.populations[i]))
  })
  habitants.set('978', (habitants.get('977') ?? 0) + (habitants.get('978') ?? 0))
  const build = (type: TypeLieu, code: string, nom: string, departements: readonly string[]): Lieu => ({
    type,
    code,
    cle: code,
    nom,
    departements,
    territoires: toTerritoires(departements),
    codesPostaux: [],
    population: departements.reduce((somme, d) => somme + (habitants.get(d) ?? 0), 0) || null,
    nature: null,
    groupement: null,
    rattachement: null
  })
  const inRegion = (region: string) => TERRITOIRES.filter((t) => t.region === region).map(({ code }) => code)
  return [
    ...TERRITOIRES.map(({ code, nom }) => build('departement', code, nom, [code])),
    ...Object.entries(horsPerimetre).map(([code, nom]) => build('collectivite', code, nom, [code])),
    ...REGIONS.map(({ code, nom }) => build('region', code, nom, inRegion(code)))
  ]
}

/** @param contenu what lieux.json holds */
export function buildRepertoire(contenu: ContenuLieux): Repertoire {
  const groupements = buildGroupements(contenu)
  const territoires = buildTerritoires(contenu)
  const { communes } = contenu
  return {
    communes,
    groupements,
    territoires,
    anciens: contenu.anciens,
    nombre: territoires.length + communes.codes.length + groupements.length
  }
}

/** '41' of '41018', '974' of '97411'. */
export function toDepartement(insee: string): string {
  return insee.slice(0, insee.startsWith('97') || insee.startsWith('98') ? 3 : 2)
}

/** First line of this INSEE code in the columns, which are sorted by code and put a commune before its parts; -1. */
export function findLigne({ codes }: ColonnesCommunes, insee: string): number {
  let debut = 0
  let fin = codes.length
  while (debut < fin) {
    const milieu = (debut + fin) >> 1
    if ((codes[milieu] ?? '') < insee) debut = milieu + 1
    else fin = milieu
  }
  return codes[debut] === insee ? debut : -1
}

/** Line of the commune that the nth is part of; -1 for a commune. */
export function findRattachement(communes: ColonnesCommunes, ligne: number): number {
  const code = communes.rattachements[ligne]
  return code ? findLigne(communes, code) : -1
}

/** The two first digits of the postal codes of a commune, where the file leaves them out; Corsica posts under 20. */
export function prefixePostal(insee: string): string {
  return insee.startsWith('2A') || insee.startsWith('2B') ? '20' : insee.slice(0, 2)
}

/** The commune of this line of the columns. */
export function getCommune(repertoire: Repertoire, ligne: number): Lieu {
  const { communes, groupements } = repertoire
  const code = communes.codes[ligne] ?? ''
  const lettre = communes.types[ligne] ?? 'c'
  const parent = findRattachement(communes, ligne)
  const rattachement = parent >= 0 && parent !== ligne ? getCommune(repertoire, parent) : null
  const departements = rattachement?.departements ?? [toDepartement(code)]
  const postaux = communes.codesPostaux[ligne]?.split(' ').filter(Boolean) ?? []
  const isSeulDeSonCode = lettre === 'c' || findLigne(communes, code) === ligne
  return {
    type: TYPES[lettre] ?? 'commune',
    code,
    cle: isSeulDeSonCode ? code : code + lettre.toUpperCase(),
    nom: communes.noms[ligne] ?? code,
    departements,
    territoires: toTerritoires(departements),
    codesPostaux: postaux.map((cp) => (cp.length < 5 ? prefixePostal(code) + cp : cp)),
    population: toNombre(communes.populations[ligne]),
    nature: null,
    groupement: rattachement?.groupement ?? groupements[Number(communes.groupements[ligne] || -1)] ?? null,
    rattachement
  }
}

/** The place of this number. */
export function getLieu(repertoire: Repertoire, numero: number): Lieu {
  const { territoires, communes, groupements } = repertoire
  const lieu =
    numero < territoires.length
      ? territoires[numero]
      : groupements[numero - territoires.length - communes.codes.length]
  return lieu ?? getCommune(repertoire, numero - territoires.length)
}

/**
 * The place that a link names.
 * @param cle INSEE code of a commune ('41018', '01015D' for a delegated one that shares its commune's), SIREN of an
 *   EPCI, code of a department or collectivity; case does not matter
 */
export function findLieu(repertoire: Repertoire, cle: string): Lieu | undefined {
  const { communes, groupements, territoires } = repertoire
  const [, insee = '', lettre = ''] = /^(\d[\dAB]\d{3})([DAM]?)$/.exec(cle.toUpperCase()) ?? []
  if (insee === '') {
    return [...territoires, ...groupements].find(
      (lieu) => lieu.type !== 'region' && lieu.cle === cle.toUpperCase()
    )
  }
  const premiere = findLigne(communes, insee)
  for (let ligne = premiere; ligne >= 0 && communes.codes[ligne] === insee; ligne++) {
    if (lettre === '' || communes.types[ligne] === lettre.toLowerCase()) return getCommune(repertoire, ligne)
  }
  return undefined
}
