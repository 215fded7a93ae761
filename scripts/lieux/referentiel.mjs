/**
 * Builds src/domain/territoire/referentiel.json: the 103 territories of the roadmap and the 18 regions, with the French forms
 * that sentences need ('de l’Ain', 'dans les Landes').
 */
import { writeFileSync } from 'node:fs'
import { apostropher } from './apostrophe.mjs'
import { readTable } from './source.mjs'

const SORTIE = new URL('../../src/domain/territoire/referentiel.json', import.meta.url)

/** INSEE's TNCC: which article goes with a name. 2 = le, 3 = la, 4 = les, 5 = l’; 0 and 1 = none (1: d’). */
const GENITIF = { 0: 'de ', 1: 'd’', 2: 'du ', 3: 'de la ', 4: 'des ', 5: 'de l’' }
const LOCATIF = { 0: 'en ', 1: 'en ', 2: 'dans le ', 3: 'dans la ', 4: 'dans les ', 5: 'dans l’' }

/** Feminine names where usage says 'en' rather than 'dans la'; usage is no rule, so they are listed. */
const EN = new Set(
  '16 17 19 21 24 2A 2B 31 33 43 44 48 52 53 57 70 73 74 76 85 87 93 971 972 973 988'.split(' ')
)
/** Cities and islands without article. */
const A = new Set('75 974 976 978'.split(' '))

/** COG gives no article to collectivities of the Pacific; the law writes 'de la Nouvelle-Calédonie'. */
const LIAISONS = { 988: 3 }

/** Regions: the package's TNCC follows 'la Guadeloupe', 'la Nouvelle-Aquitaine'; administrations write these. */
const REGIONS = {
  '01': ['de la Guadeloupe', 'en Guadeloupe'],
  '02': ['de la Martinique', 'en Martinique'],
  '03': ['de la Guyane', 'en Guyane'],
  '04': ['de La Réunion', 'à La Réunion'],
  '06': ['de Mayotte', 'à Mayotte'],
  11: ['d’Île-de-France', 'en Île-de-France'],
  24: ['du Centre-Val de Loire', 'en Centre-Val de Loire'],
  27: ['de Bourgogne-Franche-Comté', 'en Bourgogne-Franche-Comté'],
  28: ['de Normandie', 'en Normandie'],
  32: ['des Hauts-de-France', 'dans les Hauts-de-France'],
  44: ['du Grand Est', 'dans le Grand Est'],
  52: ['des Pays de la Loire', 'dans les Pays de la Loire'],
  53: ['de Bretagne', 'en Bretagne'],
  75: ['de Nouvelle-Aquitaine', 'en Nouvelle-Aquitaine'],
  76: ['d’Occitanie', 'en Occitanie'],
  84: ['d’Auvergne-Rhône-Alpes', 'en Auvergne-Rhône-Alpes'],
  93: ['de Provence-Alpes-Côte d’Azur', 'en Provence-Alpes-Côte d’Azur'],
  94: ['de Corse', 'en Corse']
}

function buildTerritoire({ code, nom, typeLiaison, region }) {
  const liaison = LIAISONS[code] ?? typeLiaison
  const dans = A.has(code) ? 'à ' : EN.has(code) ? 'en ' : LOCATIF[liaison]
  return { code, nom, region, de: GENITIF[liaison] + nom, dans: dans + nom }
}

/** @returns {{ territoires: object[], regions: object[] }} sorted by code */
function buildReferentiel() {
  const departements = readTable('departements').map((d) => ({ ...d, nom: apostropher(d.nom) }))
  const codes = (a, b) => (a.code < b.code ? -1 : 1)
  const territoires = [
    ...departements.filter(({ zone }) => zone !== 'com'),
    // The deck counts the two islands as one territory, under the code of Saint-Martin.
    { code: '978', nom: 'Saint-Martin/Saint-Barthélemy', typeLiaison: 0, region: null },
    { ...departements.find(({ code }) => code === '988'), region: null }
  ]
  return {
    territoires: territoires.map(buildTerritoire).sort(codes),
    regions: readTable('regions')
      .filter(({ zone }) => zone !== 'com')
      .map(({ code, nom }) => ({
        code,
        nom: apostropher(nom),
        de: REGIONS[code][0],
        dans: REGIONS[code][1]
      }))
      .sort(codes)
  }
}

const lines = (rows) => rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')

/** Writes the file, one row a line so that a diff reads; returns what it did in one sentence. */
export function writeReferentiel() {
  const { territoires, regions } = buildReferentiel()
  writeFileSync(
    SORTIE,
    `{\n  "territoires": [\n${lines(territoires)}\n  ],\n  "regions": [\n${lines(regions)}\n  ]\n}\n`
  )
  return `referentiel.json : ${territoires.length} territoires, ${regions.length} régions`
}
