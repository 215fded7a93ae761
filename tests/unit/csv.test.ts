import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../src/data/csv'
import { parseGouvernances } from '../../src/data/gouvernances'
import { TEXTE_CSV } from './fichiers'

describe('a CSV file', () => {
  it('counts the lines as an editor shows them, the one of sep= among them', () => {
    const { separateur, enregistrements } = parseCsv('sep=;\na;b\n1;2\n')
    expect(separateur).toBe(';')
    expect(enregistrements).toEqual([
      { ligne: 2, cellules: ['a', 'b'] },
      { ligne: 3, cellules: ['1', '2'] }
    ])
    expect(parseCsv('a;b\r\n1;2').enregistrements.map(({ ligne }) => ligne)).toEqual([1, 2])
  })

  it('is separated by commas where its heading has a single column', () => {
    expect(parseCsv('code\n01\n').separateur).toBe(',')
    expect(parseCsv('').separateur).toBe(',')
  })

  it('is told the line of a row that is too short, and the others are read', () => {
    const lignes = TEXTE_CSV.trimEnd().split('\n')
    const rang = lignes.findIndex((ligne) => ligne.startsWith('45,'))
    const court = lignes.with(rang, '45,Loiret').join('\n')
    const { valeur, problemes } = parseGouvernances(court, 'gouvernances.csv')
    const dites = problemes.filter(({ message }) => message.includes('incomplète'))
    expect(dites).toMatchObject([{ ligne: rang + 1, gravite: 'erreur' }])
    expect(dites[0]?.message).toContain('2 cellules sur')
    expect(valeur?.map(({ code }) => code) ?? []).not.toContain('45')
    expect(valeur?.length ?? lignes.length - 2).toBe(lignes.length - 2)
  })
})
