import { describe, expect, test } from 'vitest'
import { describeProvenance } from '../../src/domain/texte/provenance'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { buildLien } from '../../src/export/lien'
import { computeReperage } from '../../src/export/reperage'
import { TEINTES } from '../../src/export/teintes'
import { parseVue } from '../../src/state/vue'
import { CONTOURS } from './fichiers'

const vueOf = (query: string) => parseVue(query).vue

describe('the link of the sheet', () => {
  test('keeps what the sheet is of, and nothing of the screen', () => {
    const vue = vueOf(
      '?vue=croisee&territoire=41&lieu=41018&panneau=manquants&filtre=sans-feuille&mode=presentation&scene=4&epingles=45'
    )
    const { texte, qr } = buildLien(vue, 'https://carte.exemple.fr/fne/?territoire=45#haut')
    expect(texte).toBe('https://carte.exemple.fr/fne/?vue=croisee&territoire=41&lieu=41018')
    expect(qr).toBe(texte)
  })

  test('leads to the date that is shown, but never to data that only this device has', () => {
    const of = (instantane: string) =>
      buildLien(vueOf(`?territoire=41&instantane=${instantane}`), 'https://carte.exemple.fr/').texte
    expect(of('2024-12-06')).toContain('instantane=2024-12-06')
    expect(of('2025-01-31~essai')).toBe('https://carte.exemple.fr/?territoire=41')
  })

  test('of a page opened from a file says which file, and is no code to scan', () => {
    expect(buildLien(vueOf('?territoire=2A'), 'file:///D:/cl%C3%A9/carte-fne.html?territoire=2A')).toEqual({
      texte: 'carte-fne.html?territoire=2A',
      qr: null
    })
  })
})

describe('where a territory is', () => {
  // One of each region, and those that lie apart.
  const choisis = TERRITOIRES.filter(
    ({ code, region }, i, tous) =>
      region === null || code === '75' || tous.findIndex((t) => t.region === region) === i
  )
  test.each(choisis.map(({ code, region }) => [code, region] as const))(
    '%s is alone in its colour, among all of its region, whole in the near map',
    (code, region) => {
      const reperage = computeReperage(CONTOURS, code)
      if (!reperage) throw new Error('no outline')
      const of = (teinte: string) =>
        [...reperage.apparences].filter(([, { fonds }]) => fonds[0] === teinte).map(([c]) => c)
      expect(of(TEINTES.choisi)).toEqual([code])
      const membres = TERRITOIRES.filter((t) => region !== null && t.region === region && t.code !== code)
      expect(of(TEINTES.region).sort()).toEqual(membres.map((t) => t.code).sort())
      const { traces, boite } = reperage.proche
      for (const membre of [code, ...membres.map((t) => t.code)]) {
        const [x, y] = traces.ancres.get(membre) ?? [NaN, NaN]
        expect(x, membre).toBeGreaterThan(boite[0])
        expect(x, membre).toBeLessThan(boite[0] + boite[2])
        expect(y, membre).toBeGreaterThan(boite[1])
        expect(y, membre).toBeLessThan(boite[1] + boite[3])
      }
      const loin = reperage.outreMer.some(({ cadre }) => cadre.id === code)
      expect(loin).toBe(!reperage.france.traces.chemins.some((chemin) => chemin.code === code))
    }
  )
})

describe('where data come from', () => {
  test('is said of local data in other words than of published ones', () => {
    expect(describeProvenance({ date: '2024-12-06' })).toBe('Données au 6\u00A0décembre\u00A02024.')
    expect(describeProvenance({ date: '2024-12-06', local: 'Point de juin' })).toMatch(/^Données locales «/)
    expect(describeProvenance(null)).toBe('')
  })
})
