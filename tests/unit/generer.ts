import fc from 'fast-check'
import { cleanNote } from '../../src/data/note'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import {
  ETATS_FEUILLE_DE_ROUTE,
  ETATS_GOUVERNANCE,
  ORIGINES,
  TYPES_COPORTEUR,
  type Territoire
} from '../../src/domain/territoire/territoire'
import { CARACTERE } from './caractere'

/** What spreadsheets and separators trip over. */
const PIEGES = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+33',
  '-1',
  '@SUM(A1)',
  "'=1",
  "''=1",
  "'",
  "'apostrophe",
  '"',
  '"";""',
  ';;,,\t|',
  'deux\nlignes',
  '\n\n=',
  '<script>alert(1)</script>',
  '<b>&amp;</b>',
  '_x0041_',
  '_x005F_x0041_',
  '\uFFFD',
  '\uFDD0',
  '😀 é œ € ’ « »',
  'sep=;',
  '01',
  '1e5',
  '2024-12-06',
  'VRAI'
]

const note = fc
  .oneof(
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 3, arbitrary: fc.constantFrom(...PIEGES) },
    {
      weight: 2,
      arbitrary: fc.array(fc.constantFrom(...PIEGES, ' ', 'é'), { maxLength: 4 }).map((l) => l.join(''))
    },
    { weight: 2, arbitrary: fc.string({ unit: CARACTERE, maxLength: 60 }) }
  )
  .map((texte) => cleanNote(texte).texte)

const coporteurs = fc.subarray([...TYPES_COPORTEUR]).chain((types) =>
  fc.record({
    types: fc.shuffledSubarray(types, { minLength: types.length }),
    origine: types.length === 0 ? fc.constant(null) : fc.constantFrom(...ORIGINES)
  })
)

const territoire = (ref: (typeof TERRITOIRES)[number]): fc.Arbitrary<Territoire> =>
  fc
    .record({
      etat: fc.constantFrom(...ETATS_GOUVERNANCE),
      coporteurs,
      feuilles: fc.array(fc.constantFrom(...ETATS_FEUILLE_DE_ROUTE), { minLength: 1, maxLength: 4 }),
      note
    })
    .map(({ etat, coporteurs: { types, origine }, feuilles, note }) => ({
      code: ref.code,
      nom: ref.nom,
      region: ref.region,
      gouvernance: { etat, coporteurs: types, origine },
      feuillesDeRoute: feuilles.map((feuille) => ({ etat: feuille })),
      note
    }))

/** A whole snapshot: any state for each of the territories, with several roadmaps, several co-bearers, any note. */
export const arbTerritoires: fc.Arbitrary<readonly Territoire[]> = fc.tuple(...TERRITOIRES.map(territoire))
