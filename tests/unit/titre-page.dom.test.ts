import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nameVue, TITRE_PAGE } from '../../src/app/titrePage'
import { PANNEAUX, parseVue } from '../../src/state/vue'

const titleOf = (lien: string, orateur = false) => nameVue(parseVue(lien).vue, orateur)

describe('the title of the page', () => {
  it('is that of index.html in the default view', () => {
    expect(readFileSync('index.html', 'utf8')).toContain(`<title>${TITRE_PAGE}</title>`)
    expect(titleOf('?')).toBe(TITRE_PAGE)
  })

  it('names what is in view first, and the map last', () => {
    expect(titleOf('?territoire=45')).toBe('Loiret (45) · Carte FNE')
    expect(titleOf('?region=53')).toBe('Bretagne · Carte FNE')
    expect(titleOf('?territoire=56&region=53&panneau=tableau')).toBe(
      'Morbihan (56) · Tableau des territoires · Carte FNE'
    )
    expect(titleOf('?mode=presentation&scene=3&panneau=tableau')).toBe(
      'Présentation, scène\u00A03 · Carte FNE'
    )
    expect(titleOf('?mode=presentation&scene=3', true)).toBe('Orateur, scène\u00A03 · Carte FNE')
  })

  it('is another in each panel, in each scene and for each territory', () => {
    const liens = [
      ...PANNEAUX.map((panneau) => `?panneau=${panneau}`),
      ...['45', '41', '2A', '974'].map((code) => `?territoire=${code}`),
      ...[1, 2, 18].map((scene) => `?mode=presentation&scene=${scene}`)
    ]
    const titres = liens.map((lien) => titleOf(lien))
    expect(new Set(titres).size).toBe(liens.length)
  })
})
