import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import {
  ETATS_FEUILLE_DE_ROUTE,
  ETATS_GOUVERNANCE,
  ORIGINES,
  TYPES_COPORTEUR
} from '../../src/domain/territoire/territoire'

interface Champ {
  name: string
  description: string
  constraints: { enum?: string[]; pattern?: string }
}
const { fields } = JSON.parse(readFileSync('static/donnees/schema-gouvernances.json', 'utf8')) as {
  fields: Champ[]
}

describe('the words of the domain, in the schemas that are published with the data', () => {
  it.each([
    ['etat_gouvernance', ETATS_GOUVERNANCE],
    ['coporteurs', TYPES_COPORTEUR],
    ['coporteurs_origine', ORIGINES],
    ['feuille_de_route', ETATS_FEUILLE_DE_ROUTE]
  ] as const)('of the column %s are all that it knows', (nom, mots) => {
    const champ = fields.find(({ name }) => name === nom)
    const { enum: liste, pattern = '' } = champ?.constraints ?? {}
    const connus = liste ?? [...new Set(pattern.match(/[a-z_]{2,}/g))]
    expect([...connus].sort()).toEqual([...mots].sort())
    if (pattern) for (const mot of mots) expect(new RegExp(pattern).test(`${mot}|${mot}`)).toBe(true)
  })

  it('of the column of codes are those of the territories, and no other', () => {
    const pattern = fields.find(({ name }) => name === 'code_territoire')?.constraints.pattern ?? ''
    const codes = Array.from({ length: 1000 }, (_, n) => [`${n}`, `${n}`.padStart(2, '0'), `${n}A`, `${n}B`])
    const permis = new Set(codes.flat().filter((code) => new RegExp(`^(?:${pattern})$`, 'u').test(code)))
    expect([...permis].sort()).toEqual(TERRITOIRES.map(({ code }) => code).sort())
  })

  it('are named to who reads the column of the co-bearers', () => {
    const description = fields.find(({ name }) => name === 'coporteurs')?.description
    for (const type of TYPES_COPORTEUR) expect(description).toContain(type)
  })

  it('are those of the stated figures', () => {
    const schema = readFileSync('static/donnees/schema-chiffres.json', 'utf8')
    const listes = [...schema.matchAll(/"enum": (\[[^\]]*"prefecture"[^\]]*\])/g)]
    expect(listes).not.toHaveLength(0)
    for (const [, liste] of listes) expect(JSON.parse(liste ?? '')).toEqual([...TYPES_COPORTEUR])
  })
})
