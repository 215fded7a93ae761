import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseGouvernances } from '../../src/data/gouvernances'
import { CARACTERE } from './caractere'
import { TEXTE_CSV } from './fichiers'

const read = (texte: string) => parseGouvernances(texte, 'gouvernances.csv')
const lignes = TEXTE_CSV.trimEnd().split('\n')
const ligneDe = (code: string) => lignes.findIndex((ligne) => ligne.startsWith(`${code},`)) + 1
const withLine = (code: string, change: (ligne: string) => string) =>
  lignes.map((ligne) => (ligne.startsWith(`${code},`) ? change(ligne) : ligne)).join('\n')

describe('what can be wrong in gouvernances.csv', () => {
  it.each([
    ['an unknown code', '45', (l: string) => l.replace('45,', '99,'), 1, '« 99 »'],
    ['an unknown co-bearer', '45', (l: string) => l.replace('departement', 'mairie'), 4, '« mairie »'],
    ['an unknown state of governance', '45', (l: string) => l.replace('remontee', 'faite'), 3, '« faite »'],
    [
      'an unknown state of roadmap',
      '45',
      (l: string) => l.replace('non_remontee', 'perdue'),
      6,
      '« perdue »'
    ],
    ['a co-bearer without origin', '45', (l: string) => l.replace('deduit', ''), 5, 'coporteurs_origine']
  ])('says where: %s', (_, code, change, colonne, cite) => {
    const { valeur, problemes } = read(withLine(code, change))
    const [premier] = problemes
    expect(premier).toMatchObject({ ligne: ligneDe(code), colonne, gravite: 'erreur' })
    expect(premier?.message).toContain(cite.replace(/« | »/g, ''))
    // The rest is kept.
    expect(valeur).toHaveLength(lignes.length - 2)
  })

  it('names both lines of a duplicate, and keeps the first', () => {
    const { valeur, problemes } = read([...lignes, lignes[ligneDe('45') - 1]].join('\n'))
    expect(problemes).toHaveLength(1)
    expect(problemes[0]).toMatchObject({ ligne: lignes.length + 1, colonne: 1 })
    expect(problemes[0]?.message).toContain(`ligne ${ligneDe('45')}`)
    expect(valeur).toHaveLength(lignes.length - 1)
  })

  it('tells each territory that a truncated file no longer has', () => {
    const coupe = lignes.slice(0, 50).join('\n')
    const { valeur, problemes } = read(coupe)
    expect(valeur).toHaveLength(49)
    expect(problemes).toHaveLength(lignes.length - 50)
  })

  it('refuses what is no such file, in one sentence', () => {
    for (const texte of ['', '<!doctype html><p>404</p>', '{"a":1}', '\u0000\u0001\u0002']) {
      const { valeur, problemes } = read(texte)
      expect(valeur).toBeNull()
      expect(problemes).toHaveLength(1)
    }
  })

  it('reads the same from columns in another order, semicolons, CRLF, BOM, quotes and blank lines', () => {
    const cellules = lignes.map((ligne) => {
      const match = /^([^,]*),([^,]*),([^,]*),([^,]*),([^,]*),([^,]*),(.*)$/.exec(ligne)
      return (match?.slice(1) ?? []).reverse()
    })
    const excel = `\uFEFF${cellules.map((row) => row.map((c) => (c.startsWith('"') ? c : `"${c}"`)).join(';')).join('\r\n')}\r\n\r\n;;;;;;\r\n`
    const { valeur, problemes } = read(excel)
    expect(problemes).toEqual([])
    expect(valeur).toEqual(read(TEXTE_CSV).valeur)
  })

  it('counts lines through quoted line breaks', () => {
    const texte = withLine('45', (l) => `${l}"une note\nsur trois\nlignes"`).replace(/^46,/m, '4Z,')
    expect(read(texte).problemes[0]).toMatchObject({ ligne: ligneDe('46') + 2, colonne: 1 })
  })

  it('keeps several roadmaps of one territory apart', () => {
    const { valeur, problemes } = read(
      withLine('45', (l) => l.replace(',non_remontee,', ',remontee|annoncee,'))
    )
    expect(problemes).toEqual([])
    expect(valeur?.find(({ code }) => code === '45')?.feuillesDeRoute.map(({ etat }) => etat)).toEqual([
      'remontee',
      'annoncee'
    ])
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: CARACTERE }),
          fc.string().map((s) => `${lignes[0]}\n${s}`)
        ),
        (texte) => {
          const { problemes } = read(texte)
          return problemes.length > 0
        }
      )
    )
  })
})
