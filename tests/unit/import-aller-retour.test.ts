import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { formatGouvernancesCsv, formatProblemesCsv } from '../../src/data/ecrireCsv'
import { buildGouvernancesXlsx } from '../../src/data/ecrireXlsx'
import { escapeFormule, unescapeFormule } from '../../src/data/formules'
import { readImport } from '../../src/data/import/lire'
import { describeProvenance } from '../../src/domain/texte/provenance'
import type { Territoire } from '../../src/domain/territoire/territoire'
import { arbTerritoires } from './generer'
import { INSTANTANE, TEXTE_CSV } from './fichiers'

const readBytes = async (nom: string, octets: Uint8Array) => {
  const { territoires, problemes } = await readImport([{ nom, octets }])
  return { territoires, erreurs: problemes.filter(({ gravite }) => gravite === 'erreur') }
}
const readCsv = (texte: string) => readBytes('gouvernances.csv', new TextEncoder().encode(texte))
const readXlsx = async (territoires: readonly Territoire[]) =>
  readBytes(
    'gouvernances.xlsx',
    new Uint8Array(await (await buildGouvernancesXlsx(territoires)).arrayBuffer())
  )

/** Only what differs: a whole snapshot says nothing in a message. */
function expectSame(lu: Awaited<ReturnType<typeof readBytes>>, territoires: readonly Territoire[]): void {
  expect(lu.erreurs).toEqual([])
  const differents = territoires.flatMap((voulu, i) => {
    const obtenu = lu.territoires?.[i]
    return JSON.stringify(obtenu) === JSON.stringify(voulu) ? [] : [{ voulu, obtenu }]
  })
  expect(differents.slice(0, 1)).toEqual([])
  expect(lu.territoires).toHaveLength(territoires.length)
}

describe('what is exported comes back the same', () => {
  it.each(['excel', 'canonique'] as const)('as CSV for %s', async (forme) => {
    await fc.assert(
      fc.asyncProperty(arbTerritoires, async (territoires) => {
        expectSame(await readCsv(formatGouvernancesCsv(territoires, { forme })), territoires)
      }),
      { numRuns: 40, endOnFailure: true }
    )
  })

  it('as a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(arbTerritoires, async (territoires) => {
        expectSame(await readXlsx(territoires), territoires)
      }),
      { numRuns: 30, endOnFailure: true }
    )
  })

  it('as a workbook that says which data it holds', async () => {
    const mention = describeProvenance({ date: '2025-06-01', local: 'Point de juin' })
    const classeur = await buildGouvernancesXlsx(INSTANTANE.territoires, mention)
    const parties = unzipSync(new Uint8Array(await classeur.arrayBuffer()))
    const textes = Object.values(parties).map((octets) => strFromU8(octets))
    expect(mention).toContain('Données locales')
    expect(textes.some((texte) => texte.includes(mention))).toBe(true)
  })

  it('for the shipped snapshot, both ways', async () => {
    const { territoires } = INSTANTANE
    expectSame(await readCsv(formatGouvernancesCsv(territoires, { forme: 'excel' })), territoires)
    expectSame(await readXlsx(territoires), territoires)
  })

  it('writes the shipped file again as it stands', () => {
    expect(formatGouvernancesCsv(INSTANTANE.territoires, { forme: 'canonique' })).toBe(TEXTE_CSV)
  })
})

describe('formulas', () => {
  it('never begin a cell of an export', async () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\uFF1D'), (texte, debut) => {
        expect(escapeFormule(debut + texte)).toMatch(/^'/)
      })
    )
    const [premier] = INSTANTANE.territoires
    const piege = { ...(premier as Territoire), note: "=cmd|' /C calc'!A0" }
    expect(formatGouvernancesCsv([piege], { forme: 'excel' })).toContain(";'=cmd|' /C calc'!A0\r\n")
  })

  it('never begin a cell of the list of problems, which repeats what was in the file', () => {
    const piege = "=cmd|' /C calc'!A0"
    const liste = formatProblemesCsv([
      { fichier: piege, ligne: 2, colonne: 1, champ: piege, valeur: piege, message: piege, gravite: 'erreur' }
    ])
    expect(liste.split(/\r\n/)[1]).toBe(`erreur;'${piege};2;1;'${piege};'${piege};'${piege}`)
  })

  it('are escaped and unescaped one to one, apostrophes included', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(4), fc.constantFrom('', '=', '+', '-', '@', "x'", '\uFF0B'), fc.string()),
        ([n, d, s]) => {
          const texte = "'".repeat(n) + d + s
          expect(unescapeFormule(escapeFormule(texte))).toBe(texte)
        }
      )
    )
  })
})
