import { describe, expect, it } from 'vitest'
import { buildCodeIntegration, type ChoixIntegration } from '../../src/export/integration'
import { parseVue, VUE_PAR_DEFAUT, type Vue } from '../../src/state/vue'

const ADRESSE = 'https://carte.example/fne/?territoire=41'
const CHOIX: ChoixIntegration = { cadrage: 'vue', theme: 'clair', hauteur: 700, instantane: null }

/** What the code asks a browser to show. */
function read(vue: Partial<Vue>, choix: Partial<ChoixIntegration> = {}) {
  const code = buildCodeIntegration({ ...VUE_PAR_DEFAUT, ...vue }, { ...CHOIX, ...choix }, ADRESSE) ?? ''
  const attribut = (nom: string) =>
    new RegExp(` ${nom}="([^"]*)"`).exec(code)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const src = new URL(attribut('src'))
  return { code, attribut, src, ...parseVue(src.search) }
}

describe('the code of an embedded map', () => {
  it('names view, territory, region, theme and height, in a link that is read back without a warning', () => {
    for (const [vue, choix, attendue] of [
      [{ vue: 'croisee', filtre: ['sans-feuille'] }, {}, { vue: 'croisee', filtre: ['sans-feuille'] }],
      [{ territoire: '41', panneau: 'tableau', texte: 'x' }, {}, { territoire: '41' }],
      [{ territoire: '41' }, { cadrage: 'france' }, {}],
      [{ territoire: '41' }, { cadrage: 'r24' }, { region: '24' }],
      [{ region: '24' }, { cadrage: 't2A', theme: 'sombre' }, { territoire: '2A', theme: 'sombre' }]
    ] as const) {
      const { src, avertissements, vue: lue, attribut } = read(vue, choix)
      expect(src.origin + src.pathname).toBe('https://carte.example/fne/')
      expect(avertissements).toEqual([])
      expect(lue).toEqual({ ...VUE_PAR_DEFAUT, mode: 'integration', ...attendue })
      expect(attribut('height')).toBe('700')
      expect(attribut('loading')).toBe('lazy')
      expect(attribut('title')).toContain('Carte')
    }
    expect(read({ territoire: '41' }).attribut('title')).toContain('Loir-et-Cher')
  })

  it('follows the data, or stays at a date; data of this device are in neither', () => {
    expect(read({ instantane: '2024-12-06' }).vue.instantane).toBeNull()
    expect(read({}, { instantane: '2024-12-06' }).vue.instantane).toBe('2024-12-06')
    expect(read({}, { instantane: '2025-01-01~abc' }).vue.instantane).toBeNull()
    expect(read({ comparer: '2025-01-01~abc' }, { instantane: '2024-12-06' }).vue.comparer).toBeNull()
  })

  it('holds no script and no style, which a strict page refuses; a file has none', () => {
    const { code } = read({ region: '24' })
    expect(code).not.toMatch(/<script|style=|\son\w+=/)
    expect(code).toMatch(/^<iframe [^<>]*><\/iframe>$/)
    expect(buildCodeIntegration(VUE_PAR_DEFAUT, CHOIX, 'file:///carte-fne.html')).toBeNull()
  })
})
