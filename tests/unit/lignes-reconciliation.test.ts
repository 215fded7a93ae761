import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listEcarts, nameEcart } from '../../src/domain/reconciliation/ecarts'
import { filtreEcart, isFiltre, matchFiltres } from '../../src/domain/vue/filtres'
import type { LigneReconciliation } from '../../src/domain/reconciliation/ligne'
import {
  listReconciliation,
  type GroupeReconciliation
} from '../../src/domain/reconciliation/lignesReconciliation'
import { computeBilan } from '../../src/domain/reconciliation/reconciliation'
import { TYPES_COPORTEUR, type Instantane, type Territoire } from '../../src/domain/territoire/territoire'
import { CHIFFRES, FIGURES, INSTANTANE, TEXTE_CHIFFRES, TEXTE_CSV } from './fichiers'
import { arbTerritoires } from './generer'

function reconcile(instantane: Instantane) {
  const bilan = computeBilan(instantane, FIGURES)
  const ecarts = listEcarts(instantane, bilan, FIGURES)
  return { ecarts, groupes: listReconciliation({ instantane, bilan, ecarts, chiffres: CHIFFRES }) }
}
const linesOf = (groupes: readonly GroupeReconciliation[]) => groupes.flatMap(({ lignes }) => lignes)
const find = (groupes: readonly GroupeReconciliation[], cle: string) =>
  linesOf(groupes).find((ligne) => ligne.cle === cle) as LigneReconciliation
/** Of the frozen snapshot: worked out within each test, which then sees what working it out does. */
const reconcileFige = () => reconcile(INSTANTANE)

/** The rows of the file, split here. */
const LIGNES = TEXTE_CSV.trim()
  .split(/\r?\n/)
  .slice(1)
  .map((ligne) => ligne.split(','))
const count = (test: (cellules: string[]) => boolean) => String(LIGNES.filter(test).length)

describe('the lines of the reconciliation', () => {
  it('state every number of chiffres.json that is a count, a share or an amount', () => {
    const { groupes } = reconcileFige()
    const json = JSON.parse(TEXTE_CHIFFRES) as unknown
    const enonces: string[] = []
    const visit = (valeur: unknown) => {
      if (typeof valeur !== 'object' || valeur === null) return
      const objet = valeur as Record<string, unknown>
      if (typeof objet.texte === 'string' && typeof objet.valeur === 'number') enonces.push(objet.texte)
      if (typeof objet.annonce === 'number') enonces.push(String(objet.annonce))
      if (typeof objet.avancementAnnonce === 'number') enonces.push(`${objet.avancementAnnonce} %`)
      Object.values(objet).forEach(visit)
    }
    visit(json)
    const plain = (texte: string) => texte.replace(/\s/g, ' ')
    const annonces = linesOf(groupes).flatMap(({ annonce }) => (annonce ? plain(annonce).split(' + ') : []))
    expect(enonces.length).toBeGreaterThan(20)
    for (const enonce of enonces) expect(annonces).toContain(plain(enonce))
  })

  it('count what the file holds', () => {
    const { groupes } = reconcileFige()
    const remontee = ([, , etat]: string[]) => etat === 'remontee'
    expect(find(groupes, 'gouvernances').compte).toBe(count(remontee))
    expect(find(groupes, 'non-remontees').compte).toBe(count((c) => !remontee(c)))
    expect(find(groupes, 'feuilles').compte).toBe(count((c) => c[5] === 'remontee'))
    expect(find(groupes, 'manquantes').compte).toBe(count((c) => c[5] !== 'remontee'))
    for (const type of TYPES_COPORTEUR) {
      const { compte, origines } = find(groupes, type)
      const has = (c: string[], origine: string) => c[3]?.split('|').includes(type) && c[4] === origine
      expect(origines?.cites, type).toBe(Number(count((c) => has(c, 'source') === true)))
      expect(origines?.deduits, type).toBe(Number(count((c) => has(c, 'deduit') === true)))
      expect(compte, type).toBe(String((origines?.cites ?? 0) + (origines?.deduits ?? 0)))
    }
  })

  it('give each region of the deck its own figure, and they sum to the missing ones', () => {
    const { groupes } = reconcileFige()
    const regions = groupes.find(({ cle }) => cle === 'regions')?.lignes ?? []
    expect(regions).toHaveLength(CHIFFRES.feuillesDeRoute?.manquantes.regions.length ?? 0)
    expect(regions.every(({ verdict }) => verdict === 'concorde')).toBe(true)
    const somme = regions.reduce((total, { annonce }) => total + Number(annonce), 0)
    expect(somme).toBe(CHIFFRES.feuillesDeRoute?.manquantes.valeur)
  })

  it('hold every discrepancy once, and only those lines are marked that have one', () => {
    const { ecarts, groupes } = reconcileFige()
    const codes = linesOf(groupes).flatMap((ligne) => ligne.ecarts.map(({ code }) => code))
    expect(codes.sort()).toEqual(ecarts.map(({ code }) => code).sort())
    for (const { cle, verdict, explication, ecarts: siens } of linesOf(groupes)) {
      if (verdict === 'concorde' || verdict === 'autre-compte') expect(explication, cle).not.toBe('')
      if (siens.length > 0) expect(verdict, cle).toBe('ecart')
    }
  })

  it('say nothing of figures that could not be read', () => {
    const bilan = computeBilan(INSTANTANE, FIGURES)
    const sans = listReconciliation({ instantane: INSTANTANE, bilan, ecarts: [], chiffres: {} })
    expect(sans.map(({ cle }) => cle)).toEqual(['gouvernances', 'coporteurs', 'feuilles'])
  })
})

describe('the lines of a generated snapshot', () => {
  const instantanes = arbTerritoires.map((territoires): Instantane => ({ date: '2025-06-01', territoires }))

  it('hold every discrepancy once, count again, and explain all that does not agree', () => {
    fc.assert(
      fc.property(instantanes, (instantane) => {
        const genere = reconcile(instantane)
        const lignes = linesOf(genere.groupes)
        expect(new Set(lignes.map(({ cle }) => cle)).size).toBe(lignes.length)
        expect(lignes.flatMap((l) => l.ecarts.map(({ code }) => code)).sort()).toEqual(
          genere.ecarts.map(({ code }) => code).sort()
        )
        const remontees = instantane.territoires.filter(
          ({ gouvernance }) => gouvernance.etat === 'remontee'
        ).length
        expect(find(genere.groupes, 'gouvernances').compte).toBe(String(remontees))
        for (const { verdict, annonce, compte, explication, ecarts: siens } of lignes) {
          if (verdict === 'ecart') expect(explication !== '' || siens.length > 0).toBe(true)
          if (verdict === 'concorde' && siens.length === 0 && annonce !== null)
            expect(annonce.replace(/\s/g, '')).toBe(compte?.replace(/\s/g, ''))
        }
        const manquants = genere.groupes.find(({ cle }) => cle === 'regions')?.lignes ?? []
        const somme = manquants.reduce((total, { compte }) => total + Number(compte), 0)
        expect(somme).toBe(Number(find(genere.groupes, 'manquantes').compte))
      }),
      { numRuns: 40 }
    )
  })

  it('show on the map exactly the territories of a discrepancy', () => {
    fc.assert(
      fc.property(instantanes, (instantane) => {
        const genere = reconcile(instantane)
        for (const ecart of genere.ecarts) {
          const filtre = filtreEcart(ecart)
          expect(isFiltre(filtre)).toBe(true)
          expect(nameEcart(ecart.code)).not.toBe(ecart.code)
          const montres = instantane.territoires
            .filter((t: Territoire) => matchFiltres(t, [filtre], { ...genere, evolution: null }))
            .map(({ code }) => code)
          expect(montres).toEqual(ecart.territoires)
        }
      }),
      { numRuns: 10 }
    )
  })

  it('shows none for a discrepancy that this snapshot does not have', () => {
    const { ecarts } = reconcileFige()
    expect(
      INSTANTANE.territoires.some((t) =>
        matchFiltres(t, ['ecart:feuilles-remontees'], { ecarts, evolution: null })
      )
    ).toBe(false)
  })
})
