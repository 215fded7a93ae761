import { describe, expect, it } from 'vitest'
import { findPlaceDansLaSource, listCoporteurs } from '../../src/domain/reconciliation/bilanRegional'
import { computeFiabilite } from '../../src/domain/texte/fiabilite'
import { findRegion, REGIONS } from '../../src/domain/territoire/referentiel'
import { computeEtalons } from '../../src/domain/territoire/etalons'
import { findTerritoire, listParRegion } from '../../src/domain/territoire/requetes'
import {
  hasFeuilleDeRoute,
  isGouvernanceRemontee,
  TYPES_COPORTEUR
} from '../../src/domain/territoire/territoire'
import { CHIFFRES, INSTANTANE, TEXTE_CSV, TEXTE_SOURCE } from './fichiers'

const { territoires } = INSTANTANE
const regionOf = (code: string) => {
  const region = findRegion(code)
  if (!region) throw new Error(`no region ${code}`)
  return region
}
const territoireOf = (code: string) => {
  const territoire = findTerritoire(INSTANTANE, code)
  if (!territoire) throw new Error(`no territory ${code}`)
  return territoire
}
/** The rows of the file, split here: code, name, state, co-bearers, origin, roadmap. */
const ROWS = TEXTE_CSV.trim()
  .split(/\r?\n/)
  .slice(1)
  .map((ligne) => ligne.split(','))

describe('the co-bearers of a region', () => {
  it('are counted under each of their types, with how far each can be trusted', () => {
    for (const { code } of REGIONS) {
      const membres = listParRegion(INSTANTANE, code)
      const coporteurs = listCoporteurs(membres)
      expect(coporteurs.map(({ type }) => type)).toEqual(
        TYPES_COPORTEUR.filter((type) => membres.some((t) => t.gouvernance.coporteurs.includes(type)))
      )
      for (const { type, territoires: siens, fiabilites } of coporteurs) {
        const lignes = ROWS.filter(
          (row) => membres.some((t) => t.code === row[0]) && row[3]?.split('|').includes(type)
        )
        expect(
          siens.map((t) => t.code),
          `${code} ${type}`
        ).toEqual(lignes.map((row) => row[0]))
        expect(fiabilites.reduce((somme, { nombre }) => somme + nombre, 0)).toBe(siens.length)
        for (const { fiabilite, nombre } of fiabilites)
          expect(siens.filter((t) => computeFiabilite(t) === fiabilite)).toHaveLength(nombre)
      }
    }
  })

  it('tell the contradiction of one department from what the source states of the others', () => {
    const [region] = listCoporteurs(listParRegion(INSTANTANE, '53'))
    expect(region?.fiabilites).toEqual([
      { fiabilite: 'cite', nombre: 3 },
      { fiabilite: 'contradictoire', nombre: 1 }
    ])
  })
})

describe('the place of a region in the source', () => {
  it('is told of every region that begins a line of the deck’s list, with that line', () => {
    const liste = TEXTE_SOURCE.slice(TEXTE_SOURCE.indexOf('36'))
    for (const region of REGIONS) {
      const ligne = liste
        .split('\n')
        .find((candidate) => candidate.replace(/'/g, '’').startsWith(`${region.nom} : `))
      const place = findPlaceDansLaSource(region, CHIFFRES)
      const citations = place?.citations.map(({ source }) => source).join('\n') ?? ''
      expect(
        /feuilles de route manquantes\.$/.test(place?.phrase ?? '') && !/ ne nomme/.test(place?.phrase ?? ''),
        region.nom
      ).toBe(ligne !== undefined)
      if (ligne) expect(citations.replace(/'/g, '’')).toContain(ligne.trim().replace(/'/g, '’'))
    }
  })

  it('is told where the source names the region as a co-bearer, and what is read into the name', () => {
    const bretagne = findPlaceDansLaSource(regionOf('53'), CHIFFRES)
    expect(bretagne?.phrase).toMatch(/Bretagne.*Conseil régional.*et dans sa liste/)
    expect(bretagne?.citations[0]?.lecture).toMatch(/Côtes-d’Armor.*Morbihan/)
    expect(findPlaceDansLaSource(regionOf('94'), CHIFFRES)?.phrase).toMatch(/Corse.*statut particulier/)
    expect(findPlaceDansLaSource(regionOf('04'), CHIFFRES)?.citations[0]?.lecture).toBeNull()
  })

  it('is said to be none where the source does not name the region, and is not invented without the file', () => {
    expect(findPlaceDansLaSource(regionOf('32'), CHIFFRES)).toMatchObject({ citations: [] })
    expect(findPlaceDansLaSource(regionOf('32'), CHIFFRES)?.phrase).toContain('ne nomme cette région ni')
    expect(findPlaceDansLaSource(regionOf('53'), {})).toBeNull()
  })
})

describe('what a territory is measured by', () => {
  it('is its region and the whole, counted from the file', () => {
    for (const territoire of territoires) {
      const { region, ensemble } = computeEtalons(territoire, territoires)
      expect(ensemble.total).toBe(ROWS.length)
      expect(ensemble.feuillesDeRoute).toBe(ROWS.filter((row) => row[5] === 'remontee').length)
      if (territoire.region === null) {
        expect(region).toBeNull()
        continue
      }
      const membres = listParRegion(INSTANTANE, territoire.region)
      expect(region?.total).toBe(membres.length)
      expect(region?.gouvernances).toBe(membres.filter(isGouvernanceRemontee).length)
      expect(region?.feuillesDeRoute).toBe(membres.filter(hasFeuilleDeRoute).length)
    }
  })

  it('counts those with a co-bearer of the same type, and none where there is no co-bearer to share', () => {
    const types = territoireOf('56').gouvernance.coporteurs
    const bretons = listParRegion(INSTANTANE, '53')
    expect(computeEtalons(territoireOf('56'), territoires).region?.memeCoporteur).toBe(
      bretons.filter((t) => t.gouvernance.coporteurs.some((type) => types.includes(type))).length
    )
    expect(computeEtalons(territoireOf('52'), territoires).region?.memeCoporteur).toBeNull()
  })
})
