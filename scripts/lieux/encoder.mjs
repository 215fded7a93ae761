/**
 * Encodes places as columns of one value a line: it reads, it diffs, and brotli or gzip squeeze it better than rows.
 * src/search/decoder.ts is the other half, and tests/unit/lieux-format.test.ts holds the two together.
 */
import { apostropher } from './apostrophe.mjs'

const VERSION = 1

const TYPES = {
  'commune-actuelle': 'c',
  'commune-deleguee': 'd',
  'commune-associee': 'a',
  'arrondissement-municipal': 'm'
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
const lines = (rows, read) => rows.map(read).join('\n')

/** Codes climb within a department, so steps are nearly all 1: '01,1,1,2;02,1,…' */
function encodeCodes(codes) {
  const groupes = new Map()
  for (const code of codes) {
    const prefixe = code.slice(0, 2)
    if (!groupes.has(prefixe)) groupes.set(prefixe, [])
    groupes.get(prefixe).push(Number(code.slice(2)))
  }
  return [...groupes]
    .map(([prefixe, numeros]) => [prefixe, ...numeros.map((n, i) => n - (numeros[i - 1] ?? 0))].join(','))
    .join(';')
}

/** '000' for 41000 in 41; whole when a commune is served from another department. Corsica posts under 20. */
function encodePostaux({ code, codesPostaux = [] }) {
  const prefixe = code.slice(0, 2).replace(/[AB]/, '0')
  return codesPostaux.map((cp) => (cp.startsWith(prefixe) ? cp.slice(2) : cp)).join(' ')
}

/** DGCL writes names between '' '', " " or nothing; the app writes « ». */
function formatNom(nom) {
  return apostropher(
    nom
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/''(.+?)''|"(.+?)"/g, (_, a, b) => `«\u00A0${a ?? b}\u00A0»`)
  )
}

/** Departments of the members, the most populated part first is of no use here: sorted by code. */
function listDepartements({ membres }, departements) {
  return [...new Set(membres.map(({ code }) => departements.get(code)))].sort(compare)
}

/** '63255 63266;…': a commune, then the codes that it took in and that are no place's any more. */
function encodeAnciens(lieux) {
  const connus = new Set(lieux.map(({ code }) => code))
  return lieux
    .filter(({ type }) => type === 'commune-actuelle')
    .map(({ code, anciensCodes = [] }) => [code, ...anciensCodes.filter((c) => !connus.has(c)).sort(compare)])
    .filter((codes) => codes.length > 1)
    .map((codes) => codes.join(' '))
    .join(';')
}

/**
 * @param {{ communes: any[], epci: any[], ept: any[], horsPerimetre: any[], source: string }} tables as the source
 *   package gives them, in any order; `horsPerimetre`: collectivities that are none of the project's territories
 * @returns {string} the file's text; the same tables give the same bytes
 */
export function encodeLieux({ communes, epci, ept, horsPerimetre, source }) {
  const ordre = Object.keys(TYPES)
  const lieux = [...communes].sort(
    (a, b) => compare(a.code, b.code) || ordre.indexOf(a.type) - ordre.indexOf(b.type)
  )
  const actuelles = lieux.filter(({ type }) => type === 'commune-actuelle')
  const departements = new Map(actuelles.map(({ code, departement }) => [code, departement]))
  const groupements = [...epci, ...ept].sort((a, b) => compare(a.code, b.code))
  const appartenances = new Map()
  groupements.forEach(({ type, membres }, rang) => {
    if (type !== 'EPT') for (const { code } of membres) appartenances.set(code, rang)
  })
  const contenu = {
    version: VERSION,
    source,
    communes: {
      nombre: lieux.length,
      codes: encodeCodes(lieux.map(({ code }) => code)),
      types: lines(lieux, ({ type }) => TYPES[type]).replaceAll('\n', ''),
      noms: lines(lieux, ({ nom }) => formatNom(nom)),
      codesPostaux: lines(lieux, encodePostaux),
      populations: lines(lieux, ({ population }) => population ?? ''),
      groupements: lines(lieux, ({ code, type }) =>
        type === 'commune-actuelle' ? (appartenances.get(code) ?? '') : ''
      ),
      rattachements: lines(lieux, ({ chefLieu, commune }) => chefLieu ?? commune ?? '')
    },
    groupements: {
      nombre: groupements.length,
      codes: lines(groupements, ({ code }) => code),
      natures: lines(groupements, ({ type }) => type),
      noms: lines(groupements, ({ nom }) => formatNom(nom)),
      populations: lines(
        groupements,
        ({ populationMunicipale, membres }) =>
          populationMunicipale ?? membres.reduce((somme, m) => somme + m.populationMunicipale, 0)
      ),
      departements: lines(groupements, (groupement) => listDepartements(groupement, departements).join(' '))
    },
    anciens: encodeAnciens(lieux),
    horsPerimetre: Object.fromEntries(
      [...horsPerimetre]
        .sort((a, b) => compare(a.code, b.code))
        .map(({ code, nom }) => [code, formatNom(nom)])
    )
  }
  return `${JSON.stringify(contenu)}\n`
}
