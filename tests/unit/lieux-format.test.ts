import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeLieux, type TablesSource } from '../../scripts/lieux/encoder.mjs'
import { ErreurDeLecture } from '../../src/data/lecture'
import { decodeLieux } from '../../src/search/decoder'
import { loadLieux } from '../../src/search/recherche'
import { buildRepertoire, getCommune } from '../../src/search/repertoire'
import { TEXTE_LIEUX } from './lieux-outils'

const membre = (code: string, populationMunicipale: number) => ({ code, populationMunicipale })

/** Small, with all that is irregular: Corsica, overseas, several postal codes, parts, groups over two departments. */
const TABLES: TablesSource = {
  source: 'test 1',
  communes: [
    {
      code: '01001',
      nom: "L'Abergement",
      type: 'commune-actuelle',
      departement: '01',
      codesPostaux: ['01400'],
      population: 860
    },
    {
      code: '01015',
      nom: 'Arboys',
      type: 'commune-actuelle',
      departement: '01',
      codesPostaux: ['01300', '73310'],
      population: 700
    },
    { code: '01015', nom: 'Arbignieu', type: 'commune-deleguee', departement: '01', chefLieu: '01015' },
    { code: '02285', nom: 'Escaufourt', type: 'commune-associee', departement: '59', chefLieu: '59545' },
    {
      code: '2A004',
      nom: 'Ajaccio',
      type: 'commune-actuelle',
      departement: '2A',
      codesPostaux: ['20000', '20090'],
      population: 76000
    },
    {
      code: '59545',
      nom: 'Saint-Souplet',
      type: 'commune-actuelle',
      departement: '59',
      codesPostaux: ['59360'],
      population: 1200
    },
    {
      code: '55050',
      nom: 'Bezonvaux',
      type: 'commune-actuelle',
      departement: '55',
      codesPostaux: ['55100'],
      population: 0
    },
    {
      code: '69123',
      nom: 'Lyon',
      type: 'commune-actuelle',
      departement: '69',
      codesPostaux: ['69001', '69002'],
      population: 519127
    },
    {
      code: '69381',
      nom: 'Lyon 1er Arrondissement',
      type: 'arrondissement-municipal',
      departement: '69',
      commune: '69123',
      codesPostaux: ['69001'],
      population: 29000
    },
    {
      code: '97411',
      nom: 'Saint-Denis',
      type: 'commune-actuelle',
      departement: '974',
      codesPostaux: ['97400'],
      population: 150000
    },
    { code: '98735', nom: 'Papeete', type: 'commune-actuelle', departement: '987' }
  ],
  epci: [
    {
      code: '200000002',
      nom: 'CC  de l\'Ain "Les Deux"',
      type: 'CC',
      populationMunicipale: 2060,
      membres: [membre('59545', 1200), membre('01001', 860)]
    },
    {
      code: '200000001',
      nom: "CA d'Ajaccio ''Celavu''",
      type: 'CA',
      populationMunicipale: 76000,
      membres: [membre('2A004', 76000)]
    }
  ],
  ept: [
    { code: '200000003', nom: 'Plaine', type: 'EPT', membres: [membre('59545', 1200), membre('69123', 1)] }
  ],
  horsPerimetre: [{ code: '987', nom: 'Polynésie' }]
}

const communesLues = (texte: string) => {
  const repertoire = buildRepertoire(decodeLieux(texte, 'lieux.json'))
  return repertoire.communes.codes.map((_, ligne) => getCommune(repertoire, ligne))
}

describe('what the build writes', () => {
  const texte = encodeLieux(TABLES)

  it('is read back row by row', () => {
    const lues = communesLues(texte)
    expect(lues).toHaveLength(TABLES.communes.length)
    for (const source of TABLES.communes) {
      const lue = lues.find(({ nom }) => nom === source.nom.replace("'", '’'))
      expect(lue, source.nom).toMatchObject({
        code: source.code,
        departements: [source.departement],
        codesPostaux: source.codesPostaux ?? [],
        population: source.population ?? null
      })
      expect(lue?.rattachement?.code).toBe(source.chefLieu ?? source.commune)
    }
  })

  it('gives each group its departments, and each commune its EPCI but never its EPT', () => {
    const repertoire = buildRepertoire(decodeLieux(texte, 'lieux.json'))
    expect(
      repertoire.groupements.map(({ code, nom, departements, population }) => [
        code,
        nom,
        departements,
        population
      ])
    ).toEqual([
      ['200000001', 'CA d’Ajaccio «\u00A0Celavu\u00A0»', ['2A'], 76000],
      ['200000002', 'CC de l’Ain «\u00A0Les Deux\u00A0»', ['01', '59'], 2060],
      ['200000003', 'Plaine', ['59', '69'], 1201]
    ])
    const lues = communesLues(texte)
    expect(lues.find(({ nom }) => nom === 'Saint-Souplet')?.groupement?.code).toBe('200000002')
    expect(lues.find(({ nom }) => nom === 'Lyon')?.groupement).toBeNull()
  })

  it('does not depend on the order of the source’s rows', () => {
    const shuffle = <T>(rows: T[]) => fc.shuffledSubarray(rows, { minLength: rows.length })
    fc.assert(
      fc.property(shuffle(TABLES.communes), shuffle(TABLES.epci), (communes, epci) => {
        expect(encodeLieux({ ...TABLES, communes, epci })).toBe(texte)
      })
    )
  })

  it('is the shipped file, to the byte and to the row, for today’s source', () => {
    const commande = fileURLToPath(new URL('../../scripts/lieux/run.mjs', import.meta.url))
    const { status, stdout, stderr } = spawnSync(process.execPath, [commande, '--verifier'], {
      encoding: 'utf8'
    })
    expect(stderr).toBe('')
    expect(stdout.trim().split('\n').at(-1)).toBe('lieux.json : conforme à la source')
    expect(status).toBe(0)
  }, 240_000)
})

describe('a file that cannot be used', () => {
  const texte = encodeLieux(TABLES)
  const fail = (broken: string) => {
    try {
      decodeLieux(broken, 'lieux/lieux.json')
    } catch (erreur) {
      return erreur
    }
    return null
  }

  it.each([
    ['empty', '', 'le fichier est vide'],
    ['cut', TEXTE_LIEUX.slice(0, 700_000), 'tronqué ou abîmé'],
    ['a web page', '<!doctype html><title>404</title>', 'tronqué ou abîmé'],
    ['null', 'null', 'la partie'],
    ['a list', '[]', 'la partie'],
    ['of another version', texte.replace('"version":1', '"version":2'), 'autre version'],
    ['without communes', texte.replace('"communes"', '"autres"'), 'la partie «\u00A0communes\u00A0» manque'],
    [
      'without a column',
      texte.replace('"rattachements"', '"autres"'),
      'la colonne «\u00A0rattachements\u00A0» manque'
    ],
    ['with a column cut', texte.replace('Arbignieu\\n', ''), 'a 10 valeurs au lieu de 11']
  ])('%s: says so in French', (_, broken, message) => {
    const erreur = fail(broken)
    expect(erreur).toBeInstanceOf(ErreurDeLecture)
    expect((erreur as ErreurDeLecture).message).toContain('La liste des communes ne peut pas être lue')
    expect((erreur as ErreurDeLecture).message).toContain(message)
    expect((erreur as ErreurDeLecture).probleme.fichier).toBe('lieux/lieux.json')
  })

  it('throws nothing else, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: texte.length - 3 }), (fin) => {
        expect(fail(texte.slice(0, fin))).toBeInstanceOf(ErreurDeLecture)
      })
    )
  })

  it('throws nothing else, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(fail(json)).toBeInstanceOf(ErreurDeLecture)
      })
    )
  })

  it('never breaks the index, whatever stands in its columns', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: texte.length - 1 }), { minLength: 1, maxLength: 5 }),
        (positions) => {
          const lettres = [...texte]
          for (const position of positions) lettres[position] = '9'
          try {
            communesLues(lettres.join(''))
          } catch (erreur) {
            expect(erreur).toBeInstanceOf(ErreurDeLecture)
          }
        }
      )
    )
  })

  it('passes on why a file could not be had', async () => {
    const cause = new ErreurDeLecture('lieux/lieux.json', 'Le réseau ne répond pas.')
    await expect(loadLieux(() => Promise.reject(cause))).rejects.toBe(cause)
    await expect(loadLieux(() => Promise.resolve('{'))).rejects.toBeInstanceOf(ErreurDeLecture)
    await expect(loadLieux(() => Promise.resolve(texte))).resolves.toMatchObject({ source: 'test 1' })
  })
})
