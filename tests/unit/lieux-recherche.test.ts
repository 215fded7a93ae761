import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { listCommunes, resolveLieu } from '../../src/search/fiche'
import { searchLieux } from '../../src/search/recherche'
import { compacter, normaliser } from '../../src/search/normaliser'
import { findLieu, getCommune, type Repertoire } from '../../src/search/repertoire'
import { CARACTERE } from './caractere'
import { INDEX, LIGNES_COMMUNES, search, searchCodes } from './lieux-outils'

const repertoire: Repertoire = INDEX.repertoire
/** Any commune, each as likely as another. */
const commune = fc.constantFrom(...LIGNES_COMMUNES).map((ligne) => getCommune(repertoire, ligne))
const nomDepartement = (code: string) => TERRITOIRES.find((t) => t.code === code)?.nom ?? ''

describe('one spelling for all', () => {
  it.each([
    ['L’Haÿ-les-Roses', 'l hay les roses'],
    ["L'HAY LES ROSES", 'l hay les roses'],
    ['Crèvecœur-en-Auge', 'crevecoeur en auge'],
    ['St-Dié', 'saint die'],
    ['Ste-Marie', 'sainte marie'],
    ['Stes Maries', 'saintes maries'],
    ['Astaffort', 'astaffort'],
    ['Chalon s/ Saône', 'chalon sur saone'],
    ['  Aix -- en\u00A0Provence ', 'aix en provence'],
    ['Un\nDeux', 'un\ndeux'],
    ['🗺️', '']
  ])('%s', (texte, attendu) => {
    expect(normaliser(texte)).toBe(attendu)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (texte) => {
        const une = normaliser(texte)
        expect(normaliser(une)).toBe(une)
        expect(compacter(une)).toMatch(/^[a-z0-9\n]*$/)
      })
    )
  })
})

describe('a name', () => {
  it.each([
    ['Blois', 'Blois (41)'],
    ['blois', 'Blois (41)'],
    ['BLOIS', 'Blois (41)'],
    ['blo', 'Blois (41)'],
    ['Châteauroux', 'Châteauroux (36)'],
    ['chateauroux', 'Châteauroux (36)'],
    ["l'hay les roses", "L'Haÿ-les-Roses (94)"],
    ['lhaylesroses', "L'Haÿ-les-Roses (94)"],
    ['st etienne', 'Saint-Étienne (42)'],
    ['St-Etienne', 'Saint-Étienne (42)'],
    ['saintetienne', 'Saint-Étienne (42)'],
    ['ste genevieve des bois', 'Sainte-Geneviève-des-Bois (91)'],
    ['Vandoeuvre', 'Vandœuvre-lès-Nancy (54)'],
    ['mons en barœul', 'Mons-en-Barœul (59)'],
    ['havre', 'Le Havre (76)'],
    ['le mans', 'Le Mans (72)'],
    ['aix en provence', 'Aix-en-Provence (13)'],
    ['Chalon s/Saône', 'Chalon-sur-Saône (71)'],
    ['bourg bresse', 'Bourg-en-Bresse (01)'],
    ['boulogne billancourt', 'Boulogne-Billancourt (92)'],
    ['Saint-Barthélemy 977', 'Saint-Barthélemy (977)'],
    ['Nouméa', 'Nouméa (988)'],
    ['cayenne', 'Cayenne (973)'],
    ['mamoudzou', 'Mamoudzou (976)'],
    ['ajaccio', 'Ajaccio (2A)']
  ])('%s finds %s first', (query, premier) => {
    expect(search(query)[0]).toBe(premier)
  })

  it('that is exact comes before bigger places that only begin so', () => {
    // Orsay has more inhabitants than Ors, Lens-Lestang fewer than Lens, Sèvremoine more than Sèvre…
    expect(search('ors')[0]).toBe('Ors (59)')
    expect(search('mer')[0]).toBe('Mer (41)')
    expect(search('Y')[0]).toBe('Y (80)')
  })

  it('shared by several shows the biggest first, each with its department', () => {
    const premiers = search('saint-denis').slice(0, 4)
    expect(premiers.slice(0, 2)).toEqual(['Saint-Denis (974)', 'Saint-Denis (93)'])
    expect(premiers.slice(2).sort()).toEqual(['Saint-Denis (11)', 'Saint-Denis (30)'])
    const precisions = searchLieux(INDEX, 'saint-denis', 4).map(({ precision }) => precision)
    expect(new Set(precisions).size).toBe(4)
    expect(precisions[0]).toContain('La Réunion\u00A0(974)')
  })

  it('typed letter by letter keeps Saint-Étienne in sight', () => {
    const nom = 'Saint-Étienne'
    for (let fin = 1; fin <= nom.length; fin++) {
      if (fin >= 2) expect(search(nom.slice(0, fin)), nom.slice(0, fin)).toContain('Saint-Étienne (42)')
    }
  })

  it('of a part of a commune finds it, with its commune', () => {
    const [annecy] = searchLieux(INDEX, 'Annecy-le-Vieux')
    expect(annecy?.lieu).toMatchObject({ type: 'commune-deleguee', code: '74011', territoires: ['74'] })
    expect(annecy?.precision).toBe('Commune déléguée (Annecy) · Haute-Savoie\u00A0(74)')
    const [paris] = searchLieux(INDEX, 'paris 12')
    expect(paris?.lieu).toMatchObject({ type: 'arrondissement-municipal', code: '75112' })
  })

  it('counts an associated commune where its commune is, whatever its code says', () => {
    const [escaufourt] = searchLieux(INDEX, 'Escaufourt')
    expect(escaufourt?.lieu).toMatchObject({ code: '02285', territoires: ['59'] })
  })

  it('answers once where a delegated commune bears its commune’s name', () => {
    const codes = searchLieux(INDEX, 'Baugé-en-Anjou').map(({ lieu }) => lieu.nom)
    expect(codes.filter((nom) => nom === 'Baugé-en-Anjou')).toHaveLength(1)
  })
})

describe('a territory', () => {
  it.each([
    ['loir et cher', 'departement', '41'],
    ['loir-et-ch', 'departement', '41'],
    ['réunion', 'departement', '974'],
    ["cotes d'armor", 'departement', '22'],
    ['cotes darmor', 'departement', '22'],
    ['Paris', 'departement', '75'],
    ['Mayotte', 'departement', '976'],
    ['nouvelle calédonie', 'departement', '988'],
    ['centre val de loire', 'region', '24'],
    ['Bretagne', 'region', '53'],
    ['ile de france', 'region', '11'],
    ['paca', 'region', '93'],
    ['PACA', 'region', '93'],
    ['idf', 'region', '11'],
    ['hdf', 'region', '32'],
    ['aura', 'region', '84'],
    ['bfc', 'region', '27'],
    ['cvl', 'region', '24'],
    ['pdl', 'region', '52'],
    ['naq', 'region', '75'],
    ['région Bretagne', 'region', '53'],
    ['département 41', 'departement', '41'],
    ['dept 41', 'departement', '41'],
    ['département du Loir-et-Cher', 'departement', '41'],
    ['polynesie', 'collectivite', '987'],
    ['wallis', 'collectivite', '986']
  ])('%s', (query, type, code) => {
    const [premier] = searchLieux(INDEX, query)
    expect(premier?.lieu).toMatchObject({ type, code })
  })

  it.each(TERRITOIRES.map(({ code, nom }) => [code, nom]))(
    '%s %s answers to its code and its name',
    (code, nom) => {
      expect(searchLieux(INDEX, code)[0]?.lieu).toMatchObject({ type: 'departement', code })
      expect(searchLieux(INDEX, nom).map(({ lieu }) => [lieu.type, lieu.code])).toContainEqual([
        'departement',
        code
      ])
    }
  )
})

describe('an EPCI', () => {
  it.each([
    ['Agglopolys', '200030385'],
    ['agglopolis', '200030385'],
    ['ca de blois', '200030385'],
    ["communauté d'agglomération de Blois", '200030385'],
    ['CARENE', '244400644'],
    ['métropole de lyon', '200046977'],
    ['orleans metropole', '244500468'],
    ['plaine commune', '200057867'],
    ['grand lyon', '200046977'],
    ['Grand Paris', '200054781'],
    ['mel', '200093201'],
    ['Lille Métropole', '200093201'],
    ['amp', '200054807'],
    ['tpm', '248300543']
  ])('%s', (query, siren) => {
    expect(searchCodes(query)[0]).toBe(siren)
  })

  it('comes after the commune that it is named for', () => {
    const types = searchLieux(INDEX, 'blois').map(({ lieu }) => lieu.type)
    expect(types.slice(0, 2)).toEqual(['commune', 'epci'])
  })

  it('says which departments it spans', () => {
    const [aix] = searchLieux(INDEX, 'Métropole d’Aix-Marseille-Provence')
    expect(aix?.lieu.departements).toEqual(['13', '83', '84'])
    expect(aix?.precision).toBe('Métropole · Bouches-du-Rhône\u00A0(13), Var\u00A0(83) et Vaucluse\u00A0(84)')
    const [paris] = searchLieux(INDEX, 'Métropole du Grand Paris')
    expect(paris?.lieu.departements).toEqual(['75', '91', '92', '93', '94', '95'])
    expect(paris?.precision).toBe('Métropole · 6\u00A0départements')
  })
})

describe('a code', () => {
  it('of a department finds it, then its towns', () => {
    const [premier, ...suite] = searchLieux(INDEX, '41')
    expect(premier?.lieu).toMatchObject({ type: 'departement', code: '41' })
    expect(suite[0]?.lieu.nom).toBe('Blois')
    expect(suite.every(({ lieu }) => lieu.departements[0] === '41')).toBe(true)
  })

  it.each([
    ['4100', 'Blois (41)'],
    ['41000', 'Blois (41)'],
    ['41 000', 'Blois (41)'],
    ['41018', 'Blois (41)'],
    ['2A004', 'Ajaccio (2A)'],
    ['2a004', 'Ajaccio (2A)'],
    ['20000', 'Ajaccio (2A)'],
    ['97400', 'Saint-Denis (974)'],
    ['97150', 'Saint-Martin (978)'],
    ['97133', 'Saint-Barthélemy (977)'],
    ['98800', 'Nouméa (988)'],
    ['75012', 'Paris 12e Arrondissement (75)'],
    ['200030385', 'CA de Blois « Agglopolys » (41)'],
    ['20003038', 'CA de Blois « Agglopolys » (41)'],
    ['7', 'Ardèche (07)'],
    ['2a', 'Corse-du-Sud (2A)'],
    ['977', 'Saint-Martin/Saint-Barthélemy (978)']
  ])('%s finds %s first', (query, premier) => {
    expect(search(query)[0]).toBe(premier)
  })

  it('20 means both departments of Corsica', () => {
    expect(search('20').slice(0, 2)).toEqual(['Corse-du-Sud (2A)', 'Haute-Corse (2B)'])
  })

  it('of all communes under it finds all of them', () => {
    const attendus = LIGNES_COMMUNES.map((ligne) => getCommune(repertoire, ligne)).filter(
      ({ codesPostaux }) => codesPostaux.includes('41000')
    )
    expect(attendus.length).toBeGreaterThan(1)
    expect(searchCodes('41000', 100).sort()).toEqual(attendus.map(({ code }) => code).sort())
  })

  it('that nothing has finds nothing', () => {
    expect(search('00000')).toEqual([])
    expect(search('999999999')).toEqual([])
  })
})

describe('narrowing', () => {
  it.each([
    ['saint-denis 93', '93066'],
    ['saint denis 974', '97411'],
    ['97400 saint denis', '97411'],
    ['saint denis réunion', '97411'],
    ['saint-denis (Gard)', '30247'],
    ['blois 41', '41018'],
    ['Blois (Loir-et-Cher)', '41018'],
    ['blosi 41', '41018'],
    ['blosi loir et cher', '41018']
  ])('%s', (query, code) => {
    expect(searchCodes(query)[0]).toBe(code)
  })

  it('finds every commune under its own name and its department or postal code', () => {
    fc.assert(
      fc.property(commune, fc.constantFrom('departement', 'nom', 'postal'), (lieu, par) => {
        const [departement = ''] = lieu.departements
        const precision = {
          departement,
          nom: nomDepartement(departement),
          postal: lieu.codesPostaux[0] ?? ''
        }[par]
        expect(searchCodes(`${lieu.nom} ${precision}`), `${lieu.nom} ${precision}`).toContain(lieu.code)
      }),
      { numRuns: 300 }
    )
  }, 60_000)
})

describe('one mistake', () => {
  it.each([
    ['Blios', 'Blois (41)'],
    ['blosi', 'Blois (41)'],
    ['bloi', 'Blois (41)'],
    ['vlois', 'Blois (41)'],
    ['bllois', 'Blois (41)'],
    ['lermont-ferrand', 'Clermont-Ferrand (63)'],
    ['marseile', 'Marseille (13)'],
    ['toulousse', 'Toulouse (31)'],
    ['strasbuorg', 'Strasbourg (67)'],
    ['strasbuo', 'Strasbourg (67)'],
    ['saintettienne', 'Saint-Étienne (42)'],
    ['saint-etiene', 'Saint-Étienne (42)'],
    ['vilejuif', 'Villejuif (94)'],
    ['lile', 'Lille (59)'],
    ['renes', 'Rennes (35)'],
    ['Ploëmel', 'Ploërmel (56)']
  ])('%s still finds %s', (query, attendu) => {
    expect(search(query)).toContain(attendu)
  })

  const LETTRES = 'abcdefghijklmnopqrstuvwxyz'
  /** A wrong letter, one missing, one too many, or two swapped. */
  const faute = fc.record({
    sorte: fc.constantFrom('autre', 'moins', 'plus', 'echange'),
    place: fc.nat(),
    lettre: fc.constantFrom(...LETTRES)
  })
  type Faute = typeof faute extends fc.Arbitrary<infer T> ? T : never

  function mistype(nom: string, { sorte, place, lettre }: Faute): string {
    const lettres = [...nom].flatMap((l, i) => (/\p{L}/u.test(l) ? [i] : []))
    const i = lettres[place % lettres.length] ?? 0
    const [avant, apres] = [nom.slice(0, i), nom.slice(i + 1)]
    if (sorte === 'autre') return avant + lettre + apres
    if (sorte === 'moins') return avant + apres
    if (sorte === 'plus') return avant + lettre + nom.slice(i)
    return avant + apres.slice(0, 1) + nom[i] + apres.slice(1)
  }

  it('does not hide a town of 10,000 inhabitants', () => {
    const villes = LIGNES_COMMUNES.map((ligne) => getCommune(repertoire, ligne)).filter(
      ({ nom, population }) => (population ?? 0) >= 10_000 && nom.length >= 6
    )
    fc.assert(
      fc.property(fc.constantFrom(...villes), faute, (ville, erreur) => {
        const query = mistype(ville.nom, erreur)
        expect(
          searchLieux(INDEX, query).map(({ lieu }) => lieu.nom),
          query
        ).toContain(ville.nom)
      }),
      { numRuns: 300, seed: 41018 }
    )
  }, 60_000)

  it('does not answer when the name itself is known', () => {
    // Loisin and La Boisse are one letter away.
    expect(search('blois').filter((nom) => /Loisin|Boisse/.test(nom))).toEqual([])
    expect(searchLieux(INDEX, 'paris 12').every(({ correspondance }) => correspondance !== 'approche')).toBe(
      true
    )
  })
})

describe('what the roadmap does not cover', () => {
  it.each(['Papeete', 'Saint-Pierre-et-Miquelon', 'Miquelon-Langlade', 'Wallis et Futuna', '987', '98714'])(
    '%s is found, and marked',
    (query) => {
      const resultats = searchLieux(INDEX, query)
      expect(resultats.length).toBeGreaterThan(0)
      expect(resultats[0]).toMatchObject({ horsPerimetre: true })
    }
  )

  it('is not Saint-Barthélemy, which the source counts with Saint-Martin', () => {
    const [premier] = searchLieux(INDEX, 'Saint-Barthélemy 97133')
    expect(premier).toMatchObject({ horsPerimetre: false })
    expect(premier?.lieu.territoires).toEqual(['978'])
  })
})

describe('a place as people say and write it', () => {
  it.each([
    ['75000', 'Paris (75)'],
    ['69000', 'Lyon (69)'],
    ['13000', 'Marseille (13)'],
    ['75000 Paris', 'Paris (75)'],
    ['69000 Lyon', 'Lyon (69)'],
    ['13000 Marseille', 'Marseille (13)'],
    ['BLOIS CEDEX', 'Blois (41)'],
    ['10000 TROYES CEDEX', 'Troyes (10)'],
    ['59040 lille cedex 9', 'Lille (59)'],
    ['41 000 Blois', 'Blois (41)'],
    ['Blois 41 000', 'Blois (41)'],
    ['Fontenay s/s Bois', 'Fontenay-sous-Bois (94)'],
    ['Chalon s/ Saône', 'Chalon-sur-Saône (71)'],
    ['Blois, France', 'Blois (41)'],
    ['Blois, Loir-et-Cher, France', 'Blois (41)'],
    ['ville de Blois', 'Blois (41)'],
    ['Roissy en France', 'Roissy-en-France (95)'],
    ['stmalo', 'Saint-Malo (35)'],
    ['steanne', 'Sainte-Anne (971)'],
    ['strasbourg', 'Strasbourg (67)'],
    ['Lyon 3ème', 'Lyon 3e Arrondissement (69)'],
    ['Lyon 3', 'Lyon 3e Arrondissement (69)'],
    ['Paris 12ème', 'Paris 12e Arrondissement (75)'],
    ['Paris 1', 'Paris 1er Arrondissement (75)'],
    ['Paris 1er', 'Paris 1er Arrondissement (75)'],
    ['Marseille 3e arr', 'Marseille 3e Arrondissement (13)'],
    ['3e arrondissement de Lyon', 'Lyon 3e Arrondissement (69)'],
    ['6000', 'Nice (06)'],
    ['6000 Nice', 'Nice (06)'],
    ['1000', 'Bourg-en-Bresse (01)'],
    ['1000 bourg en bresse', 'Bourg-en-Bresse (01)'],
    ['63266', 'Nonette-Orsonnette (63)']
  ])('%s finds %s first', (query, premier) => {
    expect(search(query)[0]).toBe(premier)
  })

  it('keeps what a code may still become in sight', () => {
    expect(search('6000')).toContain('Beauvais (60)')
    expect(search('1000')).toContain('Troyes (10)')
    expect(search('Paris 1')).toContain('Paris 13e Arrondissement (75)')
  })

  it('finds every former code of a commune under the one that took it in, in links too', () => {
    const connus = new Set(repertoire.communes.codes)
    expect(repertoire.anciens.size).toBeGreaterThan(1000)
    for (const [ancien, code] of repertoire.anciens) {
      expect(connus.has(ancien), ancien).toBe(false)
      expect(findLieu(repertoire, code)?.type, code).toBe('commune')
      // The codes that the suburbs of Paris had are postal codes of its arrondissements today.
      const isNomme = /^75/.test(ancien) || resolveLieu(INDEX, ancien) !== undefined
      expect(isNomme || listCommunes(INDEX, ancien).length > 0, ancien).toBe(true)
    }
    fc.assert(
      fc.property(fc.constantFrom(...repertoire.anciens), ([ancien, code]) => {
        expect(searchCodes(ancien, 40), ancien).toContain(code)
      }),
      { numRuns: 60 }
    )
  })

  it('leads a link with a former code to the commune of today, and a postal code to its own place', () => {
    expect(resolveLieu(INDEX, '63266')?.lieu.code).toBe('63255')
    expect(resolveLieu(INDEX, '75012')?.lieu.code).toBe('75112')
  })

  it('is never the same answer twice', () => {
    for (const query of ['idf', 'grand lyon', 'Paris 1', '6000', '75000 paris', 'dept 41']) {
      const cles = searchLieux(INDEX, query).map(({ lieu }) => `${lieu.type} ${lieu.cle}`)
      expect(new Set(cles).size, query).toBe(cles.length)
    }
  })
})

describe('whatever is typed', () => {
  it('never throws, answers each place once, and at most as many as asked', () => {
    const typed = fc.oneof(
      fc.string({ unit: CARACTERE }),
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[a-z0-9 '-]{0,30}$/),
      fc.constantFrom(
        '',
        ' ',
        '-',
        "'",
        '\n',
        '\0',
        '2',
        '2a',
        'st',
        '"',
        '-a',
        '"a" b',
        '(',
        '\\',
        '.*',
        '__proto__',
        'constructor'
      )
    )
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: 20 }), (query, limite) => {
        const cles = searchLieux(INDEX, query, limite).map(({ lieu }) => `${lieu.type} ${lieu.cle}`)
        expect(cles.length).toBeLessThanOrEqual(limite)
        expect(new Set(cles).size).toBe(cles.length)
      }),
      { numRuns: 300 }
    )
  }, 60_000)

  it('blank finds nothing; a pasted page is cut', () => {
    expect(search('')).toEqual([])
    expect(search(' \t\n’-')).toEqual([])
    expect(search('blois '.repeat(10_000))).toBeDefined()
  })
})
