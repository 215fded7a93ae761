import { describe, expect, it } from 'vitest'
import { nameEvolution, nameInstantane } from '../../src/domain/temps/direEvolution'
import { chooseInstantane, findDernier, listComparables, nameInLink } from '../../src/state/temps'
import { changeVue, parseVue, serializeVue } from '../../src/state/vue'

const livre = (date: string) => ({ cle: date, date, titre: `Table ronde ${date}`, local: false })
const LOCAL = { cle: '2025-06-01~juin', date: '2025-06-01', titre: 'Point de juin', local: true }
const ENTREES = [livre('2024-12-06'), livre('2025-03-01'), LOCAL]

describe('choosing a snapshot', () => {
  it('leaves the latest shipped one without a name in the link', () => {
    expect(findDernier(ENTREES)?.cle).toBe('2025-03-01')
    expect(nameInLink(ENTREES, '2025-03-01')).toBeNull()
    expect(nameInLink(ENTREES, LOCAL.cle)).toBe(LOCAL.cle)
    expect(findDernier([LOCAL])).toBe(LOCAL)
    expect(findDernier([])).toBeNull()
  })

  it('keeps the comparison, and swaps the two where the compared one is chosen', () => {
    const choose = (comparer: string | null, cle: string) =>
      chooseInstantane(ENTREES, { comparer }, '2025-03-01', cle)
    expect(choose(null, '2024-12-06')).toEqual({ instantane: '2024-12-06', comparer: null })
    expect(choose('2024-12-06', LOCAL.cle)).toEqual({ instantane: LOCAL.cle, comparer: '2024-12-06' })
    expect(choose('2024-12-06', '2024-12-06')).toEqual({ instantane: '2024-12-06', comparer: '2025-03-01' })
  })

  it('offers every other one for comparison', () => {
    expect(listComparables(ENTREES, LOCAL.cle).map(({ cle }) => cle)).toEqual(['2024-12-06', '2025-03-01'])
  })

  it('names both dates, and marks what is local', () => {
    expect(nameInstantane(LOCAL)).toContain('données locales')
    const titre = nameEvolution(ENTREES[0] as typeof LOCAL, LOCAL).replace(/\s/g, ' ')
    expect(titre).toBe('Évolution du 6 décembre 2024 au 1er juin 2025 (données locales « Point de juin »)')
  })
})

describe('a comparison in the address', () => {
  it('restores its filter', () => {
    const query = '?filtre=evolution:gagne,prefecture&comparer=2024-12-06'
    const { vue, avertissements } = parseVue(query)
    expect(avertissements).toEqual([])
    expect(vue.filtre).toEqual(['evolution:gagne', 'prefecture'])
    expect(serializeVue(vue)).toBe(query)
  })

  it('takes its filter away when it goes, and leaves the others', () => {
    const { vue } = parseVue('?filtre=evolution:gagne,prefecture&comparer=2024-12-06')
    expect(changeVue(vue, { comparer: null }).filtre).toEqual(['prefecture'])
    expect(changeVue(vue, { territoire: '45' }).filtre).toEqual(vue.filtre)
  })

  it('that is broken, or a filter without comparison, is told and left out', () => {
    for (const [query, valeur] of [
      ['?comparer=hier', 'comparer=hier'],
      ['?filtre=evolution:gagne', 'filtre=evolution:gagne'],
      ['?filtre=evolution:rouge&comparer=2024-12-06', 'filtre=evolution:rouge']
    ] as const) {
      const { vue, avertissements } = parseVue(query)
      expect(avertissements.join(), query).toContain(valeur)
      expect(vue.filtre, query).toEqual([])
    }
    const [avertissement] = parseVue('?filtre=evolution:gagne&comparer=hier').avertissements
    expect(avertissement).toContain('comparer=hier')
    expect(avertissement).toContain('filtre=evolution:gagne')
  })
})
