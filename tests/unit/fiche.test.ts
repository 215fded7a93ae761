import { describe, expect, it } from 'vitest'
import { listCitations } from '../../src/domain/chiffres/citations'
import { computeFiabilite, explainFiabilite, type Fiabilite } from '../../src/domain/texte/fiabilite'
import { describeFinancementLocal, nameFinancement } from '../../src/domain/chiffres/financementLocal'
import { listManques } from '../../src/domain/reconciliation/manques'
import { computeBilan } from '../../src/domain/reconciliation/reconciliation'
import { findTerritoire } from '../../src/domain/territoire/requetes'
import {
  hasFeuilleDeRoute,
  isGouvernanceRemontee,
  type Territoire
} from '../../src/domain/territoire/territoire'
import { DIAPORAMA, flatten } from './diaporama'
import { CHIFFRES, FIGURES, INSTANTANE } from './fichiers'

const bilan = computeBilan(INSTANTANE, FIGURES)
const { territoires } = INSTANTANE
const read = (code: string): Territoire => {
  const territoire = findTerritoire(INSTANTANE, code)
  if (!territoire) throw new Error(`no territory ${code}`)
  return territoire
}
const withFiabilite = (fiabilite: Fiabilite) =>
  territoires.filter((t) => computeFiabilite(t) === fiabilite).map(({ code }) => code)

describe('how far the co-bearers can be trusted', () => {
  it('sorts every territory into stated, deduced, contradictory or unknown, as the file says', () => {
    expect(withFiabilite('contradictoire')).toEqual(bilan.contradictoires)
    expect(withFiabilite('inconnu')).toEqual(
      territoires.filter((t) => t.gouvernance.coporteurs.length === 0).map(({ code }) => code)
    )
    expect(withFiabilite('deduit')).toEqual([...bilan.coporteurs.departement.deduits])
    expect(withFiabilite('cite')).toHaveLength(
      territoires.length -
        ['contradictoire', 'inconnu', 'deduit'].flatMap((f) => withFiabilite(f as Fiabilite)).length
    )
  })

  it('explains the elimination with the figure of the source and with what it leaves open', () => {
    const texte = explainFiabilite(read('45'), bilan)
    expect(texte).toContain('par élimination')
    expect(texte).toContain(`annonce ${bilan.coporteurs.departement.annonce}`)
    const { annonce, cites } = bilan.coporteurs.collectivite_statut_particulier
    expect(texte).toContain(`(${annonce}\u00A0annoncés, ${cites.length}\u00A0nommés)`)
    expect(texte).not.toContain('Préfecture')
  })

  it('leaves open only a type of which the source counts more than are named and deduced', () => {
    const explain = (annonce: number | null, cites: string[], deduits: string[]) =>
      explainFiabilite(read('45'), {
        ...bilan,
        coporteurs: { ...bilan.coporteurs, epci: { ...bilan.coporteurs.epci, annonce, cites, deduits } }
      })
    expect(explain(3, ['13'], ['54'])).toContain('(3\u00A0annoncés, 1\u00A0nommé)')
    for (const [annonce, cites, deduits] of [
      [2, ['13'], ['54']],
      [1, ['13'], ['54']],
      [null, [], []]
    ] as const)
      expect(explain(annonce, [...cites], [...deduits]), String(annonce)).not.toMatch(/EPCI/)
  })

  it('names both mentions of a contradiction', () => {
    expect(explainFiabilite(read('56'), bilan)).toMatch(/Conseil régional.*Préfecture uniquement.*exclut/)
    expect(explainFiabilite(read('70'), bilan)).toMatch(/Syndicat mixte.*non remontées/)
  })
})

describe('what is missing', () => {
  it('lists a missing governance and a missing roadmap for those that lack them, and for no other', () => {
    for (const territoire of territoires) {
      const demarches = listManques(territoire)
        .filter(({ nature }) => nature === 'demarche')
        .map(({ cle }) => cle)
      expect(demarches, territoire.code).toEqual([
        ...(isGouvernanceRemontee(territoire) ? [] : ['gouvernance']),
        ...(hasFeuilleDeRoute(territoire) ? [] : ['feuille-de-route'])
      ])
    }
  })

  it('says apart what the source does not tell', () => {
    expect(listManques(read('45')).filter(({ nature }) => nature === 'source')).toHaveLength(1)
    expect(listManques(read('54'))).toEqual([])
    expect(listManques(read('70'))[0]?.message).toContain('en cours de validation')
  })

  it('tells a roadmap that is announced from one that is not', () => {
    const annonce = { ...read('45'), feuillesDeRoute: [{ etat: 'annoncee' as const }] }
    expect(listManques(annonce)[0]?.message).toContain('annoncée')
  })
})

describe('the words of the source behind a sheet', () => {
  it('are verbatim, for every territory', () => {
    const texte = flatten(DIAPORAMA)
    for (const territoire of territoires) {
      const citations = listCitations(territoire, CHIFFRES)
      expect(citations.length, territoire.code).toBeGreaterThanOrEqual(2)
      for (const { source } of citations) {
        // Lines of one quotation can stand apart in the deck: each of them is there as it is.
        for (const ligne of source.split('\n')) {
          expect(texte).toContain(flatten(ligne))
        }
      }
    }
  })

  it('quote the line that names the territory, where there is one', () => {
    const sources = (code: string) => listCitations(read(code), CHIFFRES).map(({ source }) => source)
    expect(sources('45').join('\n')).toContain('37 Indre-et-Loire • 45 Loiret')
    expect(sources('70')).toContain('Haute-Saône (en cours de validation)')
    expect(sources('56').join('\n')).toMatch(/Conseil Régional : 5[^]*Préfecture uniquement/)
    expect(sources('974')).toContain('Conseil Régional : 5 (Bretagne, La Réunion)')
  })

  it('say that a reported one is told by its absence from the list', () => {
    const feuille = listCitations(read('54'), CHIFFRES).find(({ fait }) => fait === 'Feuille de route')
    expect(feuille?.lecture).toContain('n’est pas dans la liste des 36')
  })

  it('are left out, not made up, where chiffres.json could not be read', () => {
    expect(listCitations(read('45'), {})).toEqual([])
  })
})

describe('what applies in a territory', () => {
  const find = (id: string) => {
    const financement = CHIFFRES.financements?.liste.find((f) => f.id === id)
    if (!financement) throw new Error(`no financement ${id}`)
    return financement
  }

  it('gives the amount of a department to departments, and makes no rule for collectivities', () => {
    const formation = find('financement-formation')
    expect(describeFinancementLocal(formation, read('45'))).toMatch(/^20.000.€ pour ce département\.$/)
    for (const code of ['988', '978', '2A', '972']) {
      expect(describeFinancementLocal(formation, read(code)), code).toContain('ne précise pas')
    }
  })

  it('is named with its amount where the source gives one, and alone where it does not', () => {
    const { nom, montant } = find('financement-credits-ingenierie')
    expect(nameFinancement({ nom, montant })).toMatch(/\u00A0: .*€$/)
    expect(nameFinancement({ nom, montant: null })).toBe(nom)
  })

  it('says whether the roadmap that the credits are for is in', () => {
    const credits = find('financement-credits-ingenierie')
    expect(describeFinancementLocal(credits, read('45'))).toContain('n’est pas remontée')
    expect(describeFinancementLocal(credits, read('54'))).toContain('est remontée')
    expect(describeFinancementLocal(find('financement-conseiller-numerique'), read('45'))).not.toContain(
      'feuille'
    )
  })
})
