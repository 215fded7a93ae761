import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChiffres } from '../../src/data/chiffres'
import type { ChiffresLus } from '../../src/domain/chiffres/chiffres'
import { formatProbleme } from '../../src/domain/texte/probleme'
import { CARACTERE } from './caractere'
import { TEXTE_CHIFFRES } from './fichiers'

const fichier = 'chiffres.json'
const entier = JSON.parse(TEXTE_CHIFFRES) as Record<string, unknown>
const SECTIONS = Object.keys(entier).filter((cle) => cle !== '$schema')
const read = (texte: string) => parseChiffres(texte, { fichier })

/** The file with one passage replaced, and where that passage starts, counted from 1. */
function breakFile(passage: string, par: string, depuis = '') {
  const offset = TEXTE_CHIFFRES.indexOf(passage, depuis === '' ? 0 : TEXTE_CHIFFRES.indexOf(depuis))
  if (offset < 0) throw new Error(`The file has no ${passage}`)
  const avant = TEXTE_CHIFFRES.slice(0, offset)
  return {
    texte: avant + par + TEXTE_CHIFFRES.slice(offset + passage.length),
    ligne: avant.split('\n').length,
    colonne: offset - avant.lastIndexOf('\n')
  }
}
const expectWhole = (valeur: ChiffresLus | null, sections: string[]) => {
  expect(Object.keys(valeur ?? {}).sort()).toEqual([...sections].sort())
  for (const section of sections)
    expect((valeur as Record<string, unknown>)[section]).toEqual(entier[section])
}
const without = (...sections: string[]) => SECTIONS.filter((section) => !sections.includes(section))

describe('parseChiffres', () => {
  it('reads the shipped file whole and without a problem', () => {
    const { valeur, problemes } = read(TEXTE_CHIFFRES)
    expect(problemes).toEqual([])
    expectWhole(valeur, SECTIONS)
  })

  it('reads the same with Windows line ends and a byte order mark', () => {
    const { valeur, problemes } = read(`\uFEFF${TEXTE_CHIFFRES.replace(/\n/g, '\r\n')}`)
    expect(problemes).toEqual([])
    expectWhole(valeur, SECTIONS)
  })

  // passage, what stands there instead, offset of the fault from the passage, section left out, words of the message
  const FAUTES: [string, string, string, number, string, RegExp][] = [
    [
      'a number in quotes',
      '"valeur": 25000',
      '"valeur": "25000"',
      10,
      'objectifs',
      /« valeur » doit être un nombre sans guillemets/
    ],
    ['an empty title', '"titre": "Calendrier"', '"titre": ""', 9, 'calendrier', /« titre » est vide/],
    [
      'an unknown co-bearer',
      '"type": "epci"',
      '"type": "mairie"',
      8,
      'gouvernances',
      /« mairie » n’est pas permis.*« epci »/
    ],
    [
      'an unknown territory',
      '"codes": ["32"]',
      '"codes": ["20"]',
      10,
      'gouvernances',
      /« 20 » n’a pas la forme attendue.*Insee/
    ],
    [
      'a day that does not exist',
      '"2025-12-31"',
      '"2025-02-30"',
      0,
      'financements',
      /« 2025-02-30 ».*AAAA-MM-JJ/
    ],
    [
      'a misspelt field',
      '"exhaustive": false',
      '"exhaustif": false',
      0,
      'signataires',
      /« exhaustif » n’est pas prévu ici/
    ],
    [
      'an amount given per month',
      '"par": "an"',
      '"par": "mois"',
      7,
      'financements',
      /« departement » ou « an » ou null/
    ],
    [
      'an axis that does not exist',
      '"axe": "axe-4"',
      '"axe": "axe-9"',
      7,
      'engagements',
      /« axe-9 » n’existe pas/
    ],
    ['a step that does not exist', '"etape": 3', '"etape": 7', 9, 'calendrier', /L’étape 7 n’existe pas/],
    [
      'a region that does not exist',
      '"region": "84"',
      '"region": "99"',
      10,
      'feuillesDeRoute',
      /« 99 » n’est pas le code d’une région/
    ],
    [
      'a field that is there twice',
      '"annonce": 16,',
      '"annonce": 16, "annonce": 17,',
      15,
      'engagements',
      /« annonce » est écrit deux fois/
    ],
    [
      'a missing comma',
      '"annee": 2027,',
      '"annee": 2027',
      0,
      'objectifs',
      /Il manque une virgule juste avant/
    ],
    [
      'a word without quotes',
      '"exhaustive": false',
      '"exhaustive": faux',
      14,
      'signataires',
      /n’est pas compris/
    ],
    ['a comment', '"lieu": {', '/* ? */ "lieu": {', 0, 'evenement', /commentaires ne sont pas permis/]
  ]
  it.each(FAUTES)('points at %s', (_, passage, par, decalage, section, message) => {
    const { texte, ligne, colonne } = breakFile(passage, par)
    const { valeur, problemes } = read(texte)
    const nets = problemes.map((probleme) => ({
      ...probleme,
      message: probleme.message.replace(/\u00A0/g, ' ')
    }))
    const trouve = nets.find((probleme) => message.test(probleme.message))
    expect(trouve, nets.map(formatProbleme).join('\n')).toBeDefined()
    // A missing comma shows at what comes next, on the line below.
    const attendue =
      par === '"annee": 2027' ? { ligne: ligne + 1, colonne } : { ligne, colonne: colonne + decalage }
    expect(trouve).toMatchObject({ fichier, ...attendue, gravite: 'erreur' })
    expectWhole(valeur, without(section))
  })

  it('names all that is missing from an object at once, at its opening brace', () => {
    const { texte, ligne, colonne } = breakFile('"id": "lieu", "texte": "Auditorium", ', '')
    const { valeur, problemes } = read(texte)
    expect(problemes).toHaveLength(1)
    expect(problemes[0]).toMatchObject({ ligne, colonne: colonne - 2, champ: 'evenement.lieu' })
    expect(problemes[0]?.message).toMatch(/«.id.» et «.texte.» dans «.lieu.»/)
    expectWhole(valeur, without('evenement'))
  })

  it('says each fault once, with its path, its value, and a sentence to repeat', () => {
    const { texte, ligne } = breakFile('"valeur": 25000', '"valeur": "vingt-cinq mille"')
    const { problemes } = read(texte)
    expect(problemes).toHaveLength(1)
    expect(problemes[0]).toMatchObject({ champ: 'objectifs.liste[1].valeur', valeur: '"vingt-cinq mille"' })
    expect(problemes[0] && formatProbleme(problemes[0])).toMatch(
      new RegExp(`^chiffres.json, ligne ${ligne}, colonne \\d+\u00A0: «`)
    )
  })

  it('warns of a name given twice and of an unknown section, and keeps the rest', () => {
    const double = breakFile('"id": "engagement-2"', '"id": "engagement-1"')
    const { texte, ligne, colonne } = double
    const doublon = read(texte)
    expect(doublon.problemes).toMatchObject([{ ligne, colonne: colonne + 6, gravite: 'avertissement' }])
    expect(Object.keys(doublon.valeur ?? {})).toHaveLength(SECTIONS.length)
    const inconnue = read(TEXTE_CHIFFRES.replace('{', '{ "meteo": 1,'))
    expect(inconnue.problemes).toMatchObject([
      { ligne: 1, colonne: 3, champ: 'meteo', gravite: 'avertissement' }
    ])
    expectWhole(inconnue.valeur, SECTIONS)
  })

  it('names a section that is not there', () => {
    const { postes: _postes, ...reste } = entier
    const { valeur, problemes } = read(JSON.stringify(reste))
    expect(problemes).toMatchObject([{ ligne: null, colonne: null, gravite: 'erreur' }])
    expect(problemes[0]?.message).toMatch(/La section «.postes.» manque/)
    expectWhole(valeur, without('postes'))
  })

  it('keeps, of a truncated file, the sections that came whole and no other', () => {
    for (let fin = 1; fin < TEXTE_CHIFFRES.length - 1; fin += 307) {
      const texte = TEXTE_CHIFFRES.slice(0, fin)
      const { valeur, problemes } = read(texte)
      expect(problemes.length, String(fin)).toBeGreaterThan(0)
      expect(problemes[0]?.ligne).toBeLessThanOrEqual(texte.split('\n').length)
      const entieres = SECTIONS.filter((section, i) => {
        const suivante = SECTIONS[i + 1]
        return suivante && texte.includes(`\n  "${suivante}": `) && texte.includes(`\n  "${section}": `)
      })
      const lues = Object.keys(valeur ?? {})
      expect(lues, String(fin)).toEqual(expect.arrayContaining(entieres))
      expectWhole(valeur, lues)
    }
  })

  it.each([
    ['', /est vide/],
    [' \n\t', /est vide/],
    ['<!doctype html><title>404</title>', /page web/],
    ['[]', /n’est pas un fichier de chiffres/],
    ['"texte"', /n’est pas un fichier de chiffres/],
    ['null', /n’est pas un fichier de chiffres/],
    ['['.repeat(200_000), /imbriqu/],
    ['{"a":'.repeat(200_000), /imbriqu/]
  ])('says of what is no such file what it is', (texte, message) => {
    const { valeur, problemes } = read(texte)
    expect(valeur).toBeNull()
    expect(problemes[0]?.message).toMatch(message)
    expect(problemes[0]?.ligne).toBeGreaterThan(0)
  })

  it('lists no more problems than somebody can read, and says how many it leaves out', () => {
    const faux = {
      ...entier,
      objectifs: { ...(entier['objectifs'] as object), liste: Array.from({ length: 500 }, () => ({})) }
    }
    const { problemes } = read(JSON.stringify(faux))
    expect(problemes).toHaveLength(101)
    expect(problemes.at(-1)?.message).toBe('Et 400 autres problèmes.')
  })

  const expectSane = (texte: string) => {
    const { valeur, problemes } = read(texte)
    const lignes = texte.split(/\r\n|\r|\n/).length
    for (const { ligne, colonne, message } of problemes) {
      expect(message.length).toBeGreaterThan(5)
      if (ligne !== null) expect(ligne).toBeLessThanOrEqual(lignes)
      if (colonne !== null) expect(colonne).toBeGreaterThan(0)
    }
    if (problemes.every(({ gravite }) => gravite === 'avertissement'))
      expect(Object.keys(valeur ?? {})).toHaveLength(SECTIONS.length)
  }

  const cles = fc.constantFrom(...SECTIONS, '__proto__', 'constructor', '\uD800', '%', 'a/b~c')
  const textes: [string, fc.Arbitrary<string>][] = [
    ['text', fc.string({ unit: CARACTERE })],
    ['JSON', fc.json()],
    ['object', fc.dictionary(cles, fc.jsonValue()).map((objet) => JSON.stringify(objet))]
  ]
  it.each(textes)('never throws, whatever the %s', (_, arbitraire) => {
    fc.assert(fc.property(arbitraire, expectSane), { numRuns: 100 })
  })

  it('never throws, however the file is damaged, and keeps only what is valid', () => {
    const endroit = fc.nat(TEXTE_CHIFFRES.length)
    const greffe = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('}', ']', '"', ',', '{', '\n', '\\', '')
    )
    fc.assert(
      fc.property(endroit, fc.nat(40), greffe, (debut, longueur, texte) =>
        expectSane(TEXTE_CHIFFRES.slice(0, debut) + texte + TEXTE_CHIFFRES.slice(debut + longueur))
      ),
      { numRuns: 40 }
    )
  })
})
