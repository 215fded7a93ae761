import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TRIS } from '../../src/domain/territoire/tableau'
import { FILTRES } from '../../src/domain/vue/filtres'
import { REGIONS, TERRITOIRES } from '../../src/domain/territoire/referentiel'
import {
  ANIMATIONS,
  LIEUX_MAX,
  MODES,
  PANNEAUX,
  parseVue,
  serializeVue,
  THEMES_INTEGRES,
  VUE_PAR_DEFAUT,
  VUES,
  type Vue
} from '../../src/state/vue'
import { CARACTERE } from './caractere'

const codes = TERRITOIRES.map(({ code }) => code)
const date = fc
  .record({ a: fc.integer({ min: 2020, max: 2030 }), m: fc.integer({ min: 1, max: 12 }) })
  .map(({ a, m }) => `${a}-${String(m).padStart(2, '0')}-15`)
const vues: fc.Arbitrary<Vue> = fc
  .record({
    vue: fc.constantFrom(...VUES),
    territoire: fc.option(fc.constantFrom(...codes)),
    region: fc.option(fc.constantFrom(...REGIONS.map(({ code }) => code))),
    panneau: fc.constantFrom(...PANNEAUX),
    filtre: fc.uniqueArray(fc.constantFrom(...FILTRES)),
    epingles: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 6 }),
    tri: fc.constantFrom(...TRIS),
    texte: fc.string({ unit: 'grapheme', maxLength: 20 }),
    lieu: fc.uniqueArray(fc.constantFrom('41018', '2A004', '200030385', '41', '2B', '978')),
    animation: fc.uniqueArray(fc.constantFrom(...ANIMATIONS)),
    instantane: fc.option(date),
    comparer: fc.option(date),
    mode: fc.constantFrom(...MODES),
    scene: fc.integer({ min: 1, max: 99 }),
    theme: fc.constantFrom(...THEMES_INTEGRES)
  })
  // Elsewhere the theme is the device's.
  .map((vue) => (vue.mode === 'integration' ? vue : { ...vue, theme: 'clair' as const }))

describe('the address bar', () => {
  it('restores every view from its link', () => {
    fc.assert(
      fc.property(vues, (vue) => {
        expect(parseVue(serializeVue(vue))).toEqual({ vue, avertissements: [] })
      })
    )
  })

  it('leaves the default view without a query', () => {
    expect(serializeVue(VUE_PAR_DEFAUT)).toBe('')
  })

  it('falls back to the default for each broken value, and says so', () => {
    const { vue, avertissements } = parseVue(
      '?vue=rouge&territoire=99&scene=-1&panneau=%00&epingles=45,zz&region=x'
    )
    expect(vue).toEqual({ ...VUE_PAR_DEFAUT, epingles: ['45'] })
    expect(avertissements).toEqual([
      'Le lien contient des valeurs inconnues, «\u00A0epingles=zz\u00A0», «\u00A0vue=rouge\u00A0», «\u00A0territoire=99\u00A0» et 3\u00A0autres\u202F; elles sont ignorées.'
    ])
  })

  it.each([
    ['?Territoire=41', { territoire: '41' }],
    ['?vue=croisee&amp;territoire=2a', { vue: 'croisee', territoire: '2A' }],
    ['?vue=croisee&amp%3Bterritoire=41', { vue: 'croisee', territoire: '41' }],
    ['?Vue=Feuilles-de-route&R%C3%A9gion=24', { vue: 'feuilles-de-route', region: '24' }],
    ['?filtre=deduit&filtre=epci', { filtre: ['deduit', 'epci'] }],
    [
      '?filtre=ecart:coporteurs-prefecture,ecart:contradiction-2A',
      { filtre: ['ecart:coporteurs-prefecture', 'ecart:contradiction-2A'] }
    ],
    ['?tri=nom', { tri: 'nom' }],
    ['?tri=Region-decroissant', { tri: 'region-decroissant' }],
    ['?utm_source=lettre&fbclid=x', {}]
  ])('%s is understood', (query, patch) => {
    expect(parseVue(query)).toEqual({ vue: { ...VUE_PAR_DEFAUT, ...patch }, avertissements: [] })
  })

  it('says which of several values it takes', () => {
    const { vue, avertissements } = parseVue('?territoire=zz&territoire=41&territoire=45')
    expect(vue.territoire).toBe('41')
    expect(avertissements).toEqual([
      'Le lien contient une valeur inconnue, «\u00A0territoire=zz\u00A0»\u202F; elle est ignorée.',
      'Le lien donne plusieurs valeurs à «\u00A0territoire\u00A0»\u202F; la première est retenue.'
    ])
  })

  it.each(['ecart:zzz', 'ecart:constructor', 'ecart:contradiction-99', 'ecart:liste-toString', '__proto__'])(
    'takes no filter %s: no snapshot can have it',
    (filtre) => {
      const { vue, avertissements } = parseVue(`?filtre=${filtre}`)
      expect(vue.filtre).toEqual([])
      expect(avertissements.join()).toContain(filtre)
    }
  )

  it('cuts what it repeats, and keeps the signs of control out of the sentence', () => {
    const [avertissement = ''] = parseVue(
      `?vue=${encodeURIComponent('\u202E\u0000' + '🗺️'.repeat(200))}`
    ).avertissements
    expect(avertissement).toMatch(/«\u00A0vue=\uFFFD\uFFFD🗺️.*…\u00A0»/u)
    expect(avertissement).not.toContain('\u202E')
    expect([...avertissement].length).toBeLessThan(120)
  })

  it('cuts a text between two signs, and restores what is left', () => {
    const { vue } = parseVue(`?texte=${'a'.repeat(59)}🗺`)
    expect(vue.texte).toBe('a'.repeat(59))
    expect(parseVue(serializeVue(vue)).vue).toEqual(vue)
  })

  it('keeps the last of too many places, and says so', () => {
    const codes = Array.from({ length: 43 }, (_, n) => String(10_000 + n))
    const { vue, avertissements } = parseVue(`?lieu=${codes.join(',')}`)
    expect(vue.lieu).toEqual(codes.slice(3))
    expect(avertissements.join()).toContain('plus de 40\u00A0lieux')
    expect(avertissements.join()).toContain('10002')
  })

  it('never throws, whatever the query', () => {
    fc.assert(
      fc.property(fc.string({ unit: CARACTERE }), (query) => typeof parseVue(query).vue.vue === 'string')
    )
  })
})

const NOMS = Object.keys(VUE_PAR_DEFAUT) as (keyof Vue)[]
/** What no parameter but the free text can mean. */
const BRISEES = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '-1', '1e9', 'NaN', '<b>', '../..', '\u202E'],
  'z'.repeat(100_000)
].map(encodeURIComponent)
/** What decodes to nothing that anybody meant. */
const INDECODABLES = ['%', '%zz', '%E0%A4%A', '%F0%9F', '%00']

describe.each(NOMS)('a broken link, at %s', (nom) => {
  // Only in somebody else's page has a map a theme of its own.
  const debut = nom === 'theme' ? '?mode=integration&' : '?'
  const defaut = parseVue(debut).vue

  it('is the default, and one short sentence', () => {
    for (const valeur of [...BRISEES, ...INDECODABLES]) {
      const { vue, avertissements } = parseVue(`${debut}${nom}=${valeur}`)
      const cas = valeur.slice(0, 40)
      expect({ ...vue, texte: '' }, cas).toEqual(defaut)
      expect(vue.texte.length, cas).toBeLessThanOrEqual(60)
      expect(avertissements, cas).toHaveLength(nom === 'texte' ? 0 : 1)
      expect(avertissements.join().length, cas).toBeLessThan(150)
    }
  })

  it('repeated a thousand times, one way or another: two short sentences at most', () => {
    const paires = [...BRISEES.slice(0, -1), ...INDECODABLES].map((valeur) => `${nom}=${valeur}`).join('&')
    const { vue, avertissements } = parseVue(debut + `${paires}&`.repeat(100))
    expect({ ...vue, texte: '' }).toEqual(defaut)
    expect(avertissements.length).toBeLessThanOrEqual(2)
    expect(avertissements.join().length).toBeLessThan(300)
  })

  it('as the name of nothing: no warning, and no harm', () => {
    for (const autre of ['__proto__', 'constructor', 'toString', `x${nom}`])
      expect(parseVue(`${debut}${autre}=${nom}`)).toEqual({ vue: defaut, avertissements: [] })
  })
})

describe('what a link may hold', () => {
  it('ends after sixty characters of text', () => {
    expect(parseVue(`?texte=${'a'.repeat(60)}b`).vue.texte).toBe('a'.repeat(60))
  })

  it('ends after the places of a round table: the last ones named are kept', () => {
    const lieux = codes.filter((code) => /^\d\d$/.test(code))
    expect(lieux.length).toBeGreaterThan(LIEUX_MAX)
    expect(parseVue(`?lieu=${lieux.join(',')}`).vue.lieu).toEqual(lieux.slice(-LIEUX_MAX))
  })
})
