import { describe, expect, it } from 'vitest'
import { isEcartConnu, listEcarts, type SignatureEcart } from '../../src/domain/reconciliation/ecarts'
import { computeBilan } from '../../src/domain/reconciliation/reconciliation'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { groupByRegion, listSansFeuilleDeRoute } from '../../src/domain/territoire/requetes'
import { TYPES_COPORTEUR, type Territoire } from '../../src/domain/territoire/territoire'
import { DATE, FIGURES, INSTANTANE, LECTURE, TEXTE_SOURCE } from './fichiers'
import { readFige } from '../fixtures/figes'

/** Worked out within each test, which then sees what working it out does. */
const reconcile = () => {
  const bilan = computeBilan(INSTANTANE, FIGURES)
  return { bilan, ecarts: listEcarts(INSTANTANE, bilan, FIGURES) }
}
const connus = (JSON.parse(readFige(`donnees/${DATE}/ecarts-connus.json`)) as { ecarts: SignatureEcart[] })
  .ecarts

/** The deck's own lines, without markdown. */
const lignes = TEXTE_SOURCE.split('\n').map((ligne) => ligne.replace(/\*\*/g, '').trim())
const nombreAvant = (suite: RegExp) => {
  const index = lignes.findIndex((ligne) => suite.test(ligne))
  return Number(
    lignes
      .slice(0, index)
      .reverse()
      .find((ligne) => /^\d+$/.test(ligne))
  )
}
const REGION_LISTEE = /^[^:]+ : (\d\w{0,2} \p{Lu}|Tous les départements)/u
/** Codes of the region-by-region list, as the deck numbers its departments; Bretagne is given as a whole. */
const codesManquants = lignes
  .filter((ligne) => REGION_LISTEE.test(ligne))
  .flatMap((ligne) =>
    ligne.startsWith('Bretagne')
      ? TERRITOIRES.filter(({ region }) => region === '53').map(({ code }) => code)
      : [...ligne.matchAll(/(?:: |• )(\d\w{0,2}) /g)].map((match) => (match[1] ?? '').padStart(2, '0'))
  )
  .sort()

describe('the snapshot against the deck', () => {
  it('reads every territory, without a problem', () => {
    expect(LECTURE.problemes).toEqual([])
    expect(INSTANTANE.territoires.map(({ code }) => code)).toEqual(TERRITOIRES.map(({ code }) => code))
  })

  it('adds up: reported and not reported make all territories, for governances and for roadmaps', () => {
    const { bilan } = reconcile()
    const gouvernances = nombreAvant(/^Territoires ont fait remonter une gouvernance/)
    const feuilles = nombreAvant(/^Gouvernances ont fait remonter une feuille de route/)
    const manquantes = nombreAvant(/^Gouvernances n'ont pas encore fait remonter/)
    expect(bilan.gouvernances.remontees).toBe(gouvernances)
    expect(bilan.feuillesDeRoute.remontees).toBe(feuilles)
    expect(bilan.feuillesDeRoute.manquantes).toHaveLength(manquantes)
    expect(gouvernances + bilan.gouvernances.nonRemontees.length).toBe(TERRITOIRES.length)
    expect(feuilles + manquantes).toBe(TERRITOIRES.length)
  })

  it('names the same territories without roadmap as the deck does, region by region', () => {
    const { bilan } = reconcile()
    expect(codesManquants).toHaveLength(bilan.feuillesDeRoute.manquantes.length)
    expect([...bilan.feuillesDeRoute.manquantes]).toEqual(codesManquants)
  })

  it('counts the territories without governance among those without roadmap', () => {
    const { bilan } = reconcile()
    expect(bilan.feuillesDeRoute.dontSansGouvernance).toEqual(bilan.gouvernances.nonRemontees)
    const start = lignes.findIndex((ligne) => ligne.endsWith('Non-remontées'))
    const noms = lignes
      .slice(start + 1)
      .filter((ligne) => ligne !== '')
      .slice(0, bilan.gouvernances.nonRemontees.length)
    for (const code of bilan.gouvernances.nonRemontees) {
      const nom = TERRITOIRES.find((t) => t.code === code)?.nom ?? '?'
      expect(noms.some((ligne) => nom.startsWith(ligne.replace(/ \(.*/, '')))).toBe(true)
    }
  })

  it.each(TYPES_COPORTEUR)('gives %s the figure that the deck states', (type) => {
    const { bilan } = reconcile()
    const titres: Record<string, RegExp> = {
      region: /^- Conseil Régional : (\d+)/,
      departement: /^- Conseil Départemental : (\d+)/,
      syndicat_mixte: /^- Syndicat Mixte : (\d+)/,
      collectivite_statut_particulier: /^- Collectivité à statut particulier : (\d+)/,
      epci: /^- EPCI uniquement : (\d+)/,
      prefecture: /^- Préfecture uniquement : (\d+)/
    }
    const annonce = lignes.map((ligne) => titres[type]?.exec(ligne)?.[1]).find((n) => n !== undefined)
    expect(bilan.coporteurs[type].annonce).toBe(Number(annonce))
  })

  it('marks as deduced exactly the reported governances that the deck names nowhere', () => {
    const { bilan } = reconcile()
    const cites = new Set(TYPES_COPORTEUR.flatMap((type) => bilan.coporteurs[type].cites))
    const jamaisNommes = INSTANTANE.territoires
      .filter((t) => !cites.has(t.code) && !bilan.gouvernances.nonRemontees.includes(t.code))
      .map(({ code }) => code)
    expect([...bilan.coporteurs.departement.deduits]).toEqual(jamaisNommes)
    const parmiRemontees = [...cites].filter((code) => !bilan.gouvernances.nonRemontees.includes(code))
    expect(parmiRemontees.length + jamaisNommes.length).toBe(bilan.gouvernances.remontees)
  })

  it('sums the stated figures to more than there are governances', () => {
    const { bilan, ecarts } = reconcile()
    const stated = TYPES_COPORTEUR.map((type) => FIGURES.coporteurs[type] ?? 0)
    expect(bilan.sommeAnnoncee).toBe(stated.reduce((a, b) => a + b))
    expect(ecarts.find(({ code }) => code === 'somme-coporteurs')?.compte).toBe(bilan.sommeAnnoncee)
  })

  it('finds only discrepancies that are known, and every known one', () => {
    const { ecarts } = reconcile()
    expect(ecarts.filter((ecart) => !isEcartConnu(ecart, connus))).toEqual([])
    expect(ecarts.map(({ code }) => code).sort()).toEqual(connus.map(({ code }) => code).sort())
  })

  it('groups the missing by region without losing one', () => {
    const groupes = groupByRegion(listSansFeuilleDeRoute(INSTANTANE))
    expect(groupes.flatMap(({ territoires }) => territoires.map(({ code }) => code)).sort()).toEqual(
      codesManquants
    )
    // One line of the deck a group.
    expect(groupes).toHaveLength(lignes.filter((ligne) => REGION_LISTEE.test(ligne)).length)
  })
})

describe('a snapshot that says something new', () => {
  const change = (code: string, patch: (t: Territoire) => Territoire) => ({
    ...INSTANTANE,
    territoires: INSTANTANE.territoires.map((t) => (t.code === code ? patch(t) : t))
  })
  const nouveaux = (instantane: typeof INSTANTANE) => {
    const autre = computeBilan(instantane, FIGURES)
    return listEcarts(instantane, autre, FIGURES)
      .filter((ecart) => !isEcartConnu(ecart, connus))
      .map(({ code }) => code)
  }

  it('is told when a roadmap appears that the source does not count', () => {
    expect(nouveaux(change('45', (t) => ({ ...t, feuillesDeRoute: [{ etat: 'remontee' }] })))).toEqual(
      expect.arrayContaining(['feuilles-remontees', 'feuilles-manquantes', 'liste-sans-feuille'])
    )
  })

  it('is told when a governance disappears', () => {
    const sans = change('45', (t) => ({
      ...t,
      gouvernance: { etat: 'non_remontee', coporteurs: [], origine: null }
    }))
    expect(nouveaux(sans)).toEqual(
      expect.arrayContaining(['gouvernances-remontees', 'coporteurs-departement'])
    )
  })

  it('is told when a deduction is passed off as a statement', () => {
    const affirme = change('45', (t) => ({ ...t, gouvernance: { ...t.gouvernance, origine: 'source' } }))
    expect(nouveaux(affirme)).toContain('liste-departement')
  })
})

describe('what the shipped data do not show', () => {
  it('a territory with a roadmap and without a governance is not among those that lack both', () => {
    const { bilan } = reconcile()
    const sans = bilan.gouvernances.nonRemontees
    const [code = ''] = sans
    const territoires = INSTANTANE.territoires.map((t) =>
      t.code === code ? { ...t, feuillesDeRoute: [{ etat: 'remontee' as const }] } : t
    )
    const autre = computeBilan({ ...INSTANTANE, territoires }, FIGURES)
    expect(autre.gouvernances.nonRemontees).toEqual(sans)
    expect(autre.feuillesDeRoute.dontSansGouvernance).toEqual(sans.filter((c) => c !== code))
    expect(autre.feuillesDeRoute.manquantes).not.toContain(code)
  })

  it('the sum of the co-bearers is said to be so many more, or so many fewer, than the governances', () => {
    const { bilan } = reconcile()
    const say = (sommeAnnoncee: number) =>
      listEcarts(
        INSTANTANE,
        { ...bilan, sommeAnnoncee, gouvernances: { ...bilan.gouvernances, annonce: 90 } },
        FIGURES
      ).find(({ code }) => code === 'somme-coporteurs')?.message
    expect(say(93)).toMatch(/soit 3 de plus\s: une gouvernance peut avoir plusieurs coporteurs/)
    expect(say(86)).toMatch(/soit 4 de moins\s: des gouvernances ne sont comptées sous aucun type/)
    expect(say(90)).toBeUndefined()
  })
})
