import { describe, expect, it } from 'vitest'
import { computeFiabilite } from '../../src/domain/texte/fiabilite'
import { foldNom } from '../../src/domain/texte/francais'
import { findRegion } from '../../src/domain/territoire/referentiel'
import { COLONNES, filterTexte, sortTerritoires, toggleTri, toTri } from '../../src/domain/territoire/tableau'
import { hasFeuilleDeRoute, isGouvernanceRemontee } from '../../src/domain/territoire/territoire'
import { INSTANTANE } from './fichiers'

const { territoires } = INSTANTANE
const codes = (liste: readonly { readonly code: string }[]) => liste.map(({ code }) => code)
const sort = (colonne: (typeof COLONNES)[number], sens: 'croissant' | 'decroissant' = 'croissant') =>
  sortTerritoires(territoires, { colonne, sens })

describe('the order of the table of territories', () => {
  it('keeps every territory, whatever the column and the direction', () => {
    for (const colonne of COLONNES) {
      for (const sens of ['croissant', 'decroissant'] as const)
        expect(codes(sort(colonne, sens)).sort(), `${colonne} ${sens}`).toEqual(codes(territoires).sort())
    }
  })

  it('puts Corsica’s codes between 19 and 21, and the overseas ones last', () => {
    const ordre = codes(sort('code'))
    expect(ordre.slice(ordre.indexOf('19'), ordre.indexOf('21') + 1)).toEqual(['19', '2A', '2B', '21'])
    expect(ordre.at(-1)).toBe(codes(territoires).sort().at(-1))
    expect(codes(sort('code', 'decroissant'))).toEqual([...ordre].reverse())
  })

  it('sorts names as a French dictionary does: accents make no other letter', () => {
    const noms = sort('nom').map(({ nom }) => nom)
    expect(noms.indexOf('Ardèche')).toBe(noms.indexOf('Ardennes') - 1)
    expect(noms.indexOf('Hérault')).toBeGreaterThan(noms.indexOf('Hautes-Pyrénées'))
    expect(noms.indexOf('Hérault')).toBeLessThan(noms.indexOf('Ille-et-Vilaine'))
  })

  it('puts those without region, and those without co-bearer, last in both directions', () => {
    for (const sens of ['croissant', 'decroissant'] as const) {
      const sansRegion = territoires.filter(({ region }) => region === null)
      expect(codes(sort('region', sens).slice(-sansRegion.length))).toEqual(codes(sansRegion))
      const inconnus = territoires.filter(({ gouvernance }) => gouvernance.coporteurs.length === 0)
      expect(codes(sort('coporteurs', sens).slice(-inconnus.length))).toEqual(codes(inconnus))
    }
  })

  it('groups what is handed in before what is not, in the order of codes', () => {
    const feuilles = sort('feuille').map(hasFeuilleDeRoute)
    expect(feuilles.lastIndexOf(true)).toBe(territoires.filter(hasFeuilleDeRoute).length - 1)
    expect(sort('gouvernance', 'decroissant').slice(0, 4).some(isGouvernanceRemontee)).toBe(false)
    const remontees = sort('feuille').filter(hasFeuilleDeRoute)
    expect(codes(remontees)).toEqual(codes(sort('code').filter(hasFeuilleDeRoute)))
  })

  it('keeps stated, deduced, contradictory and unknown together', () => {
    const suite = sort('origine').map(computeFiabilite)
    expect(suite.filter((fiabilite, i) => fiabilite !== suite[i - 1])).toEqual([
      'cite',
      'deduit',
      'contradictoire',
      'inconnu'
    ])
  })

  it('turns round when its header is used again', () => {
    const nom = toggleTri('code-decroissant', 'nom')
    expect(toTri(nom)).toEqual({ colonne: 'nom', sens: 'croissant' })
    expect(toTri(toggleTri(nom, 'nom'))).toEqual({ colonne: 'nom', sens: 'decroissant' })
    expect(toggleTri(toggleTri(nom, 'nom'), 'nom')).toBe(nom)
  })
})

describe('the text that narrows the table', () => {
  it('finds by name, code, region and co-bearer, from the start of a word', () => {
    expect(codes(filterTexte(territoires, 'saone'))).toEqual(
      codes(territoires.filter(({ nom }) => foldNom(nom).split(' ').includes('saone')))
    )
    expect(codes(filterTexte(territoires, '2a'))).toEqual(['2A'])
    const bretagne = territoires.filter(({ region }) => findRegion(region ?? '')?.nom === 'Bretagne')
    expect(codes(filterTexte(territoires, 'BRETA'))).toEqual(codes(bretagne))
    const syndicats = territoires.filter(({ gouvernance }) =>
      gouvernance.coporteurs.includes('syndicat_mixte')
    )
    expect(codes(filterTexte(territoires, 'syndicat'))).toEqual(codes(syndicats))
  })

  it.each([
    ['st martin', 'Saint-Martin'],
    ['St-Barth', 'Saint-Barthélemy'],
    ['s/s', '']
  ])('reads %s as the search does', (texte, nom) => {
    const trouves = filterTexte(territoires, texte)
    if (nom === '') expect(trouves).toEqual([])
    else expect(trouves.some((territoire) => territoire.nom.includes(nom))).toBe(true)
  })

  it('still finds the word that begins with st, while it is being typed', () => {
    const statut = territoires.filter(({ gouvernance }) =>
      gouvernance.coporteurs.includes('collectivite_statut_particulier')
    )
    expect(statut.length).toBeGreaterThan(0)
    for (const texte of ['s', 'st', 'sta'])
      expect(codes(filterTexte(territoires, texte))).toEqual(expect.arrayContaining(codes(statut)))
  })

  it('keeps all without text, and nothing for a text that nothing has', () => {
    expect(filterTexte(territoires, ' ')).toHaveLength(territoires.length)
    expect(filterTexte(territoires, 'zzz')).toEqual([])
  })
})
