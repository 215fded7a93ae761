import { describe, expect, it } from 'vitest'
import { listAcceptions } from '../../src/search/acceptions'

/** The ways in which what is typed can be meant, the best first, each as its words. */
const read = (typed: string) => {
  const { premieres, autres } = listAcceptions(typed)
  return { premieres: premieres.map((mots) => mots.join(' ')), autres: autres.map((mots) => mots.join(' ')) }
}

describe('what is typed as a letter is addressed', () => {
  it.each([
    ['Lyon 3ème', 'lyon 3e arrondissement'],
    ['Lyon 3', 'lyon 3e arrondissement'],
    ['Marseille 12e arr', 'marseille 12e arrondissement'],
    ['Paris 1', 'paris 1er arrondissement'],
    ['Paris 1er', 'paris 1er arrondissement'],
    ['3e arrondissement de Lyon', 'lyon 3e arrondissement'],
    ['1er arrondissement à Marseille', 'marseille 1er arrondissement']
  ])('%s is an arrondissement, before all else', (typed, attendu) =>
    expect(read(typed).premieres[0]).toBe(attendu)
  )

  it.each(['Paris 0', 'Nantes 3', 'Lyon'])('%s is none', (typed) =>
    expect(JSON.stringify(read(typed))).not.toContain('e arrondissement"')
  )

  it.each([
    ['LILLE CEDEX 9', 'lille'],
    ['Lille cedex', 'lille'],
    ['41 000 Blois', '41000 blois'],
    ['2A 000 Ajaccio', '2a000 ajaccio'],
    ['département du Loir-et-Cher', 'loir et cher'],
    ['dept 41', '41']
  ])('%s is %s', (typed, attendu) => expect(read(typed).premieres).toEqual([attendu]))

  it.each([
    ['75012 Paris', '75 paris'],
    ['97400 Saint-Denis', '974 saint denis'],
    ['Blois, France', 'blois'],
    ['ville de Blois', 'blois'],
    ['région Bretagne', 'bretagne'],
    ['stmalo', 'saintmalo'],
    ['stemaxime', 'saintemaxime']
  ])('%s may stand for %s where nothing bears it as its name', (typed, attendu) => {
    const { premieres, autres } = read(typed)
    expect(premieres).not.toContain(attendu)
    expect(autres).toContain(attendu)
  })

  it('and what is pasted beyond 80 letters is cut', () => {
    const [premiere = ''] = read('a'.repeat(200)).premieres
    expect(premiere).toHaveLength(80)
  })
})
