import { describe, expect, it } from 'vitest'
import { TERRITOIRES } from '../../src/domain/territoire/referentiel'
import { resumeDepart } from '../../src/presentation/vueDeScene'
import { toVue } from '../../src/search/choix'
import { resolveLieu, searchLieux } from '../../src/search/recherche'
import { addLieu, clearLieux, toggleAnimation } from '../../src/state/animation'
import { Atlas } from '../../src/state/atlas.svelte'
import {
  changeVue,
  keepsLieux,
  LIEUX_MAX,
  parseVue,
  serializeVue,
  VUE_PAR_DEFAUT,
  type Vue
} from '../../src/state/vue'
import { INDEX } from './lieux-outils'

/** What the view is after a place is searched and chosen in it. */
function search(vue: Vue, query: string, type?: string): Vue {
  const trouve = searchLieux(INDEX, query).find(({ lieu }) => type === undefined || lieu.type === type)
  if (!trouve) throw new Error(`nothing for ${query}`)
  return changeVue(vue, toVue(trouve.lieu, vue))
}

const GARDE = changeVue(VUE_PAR_DEFAUT, toggleAnimation(VUE_PAR_DEFAUT, 'lieux'))
const table = (...noms: string[]) => noms.reduce((vue, nom) => search(vue, nom), GARDE)

describe('places named during a round table', () => {
  it('are added one after the other, each once, the last one in view', () => {
    const vue = table('Blois', 'Lens', 'Blois')
    expect(vue.lieu).toEqual(['62498', '41018'])
    expect(vue.territoire).toBe('41')
    expect(parseVue(serializeVue(vue)).vue).toEqual(vue)
  })

  it('stay when another territory is chosen, when the sheet is closed, and when a region is framed', () => {
    const vue = search(GARDE, 'Blois')
    expect(changeVue(vue, { territoire: '75' }).lieu).toEqual(['41018'])
    expect(changeVue(vue, { territoire: null }).lieu).toEqual(['41018'])
    expect(search(vue, 'Bretagne', 'region')).toMatchObject({ region: '53', lieu: ['41018'] })
  })

  it('may be a department', () => {
    expect(search(GARDE, 'Loiret', 'departement').lieu).toEqual(['45'])
  })

  it('replace each other where they are not kept', () => {
    const vue = search(search(VUE_PAR_DEFAUT, 'Blois'), 'Lens')
    expect(vue.lieu).toEqual(['62498'])
    expect(keepsLieux(vue)).toBe(false)
  })

  it('are kept where the link holds several, whatever else it says', () => {
    const { vue } = parseVue('?lieu=41018,62498')
    expect(keepsLieux(vue)).toBe(true)
    expect(search(vue, 'Strasbourg').lieu).toEqual(['41018', '62498', '67482'])
  })

  it('are no more than can be told apart: the first gives way', () => {
    const lieu = Array.from({ length: LIEUX_MAX }, (_, i) => String(10000 + i))
    expect(addLieu(lieu, '41018')).toEqual([...lieu.slice(1), '41018'])
    expect(parseVue(`?lieu=${[...lieu, '41018'].join(',')}`).vue.lieu).toHaveLength(LIEUX_MAX)
  })

  it('are cleared without an end to the keeping, and are gone when it ends', () => {
    const vue = table('Blois', 'Lens')
    const vide = changeVue(vue, clearLieux(vue))
    expect(vide.lieu).toEqual([])
    expect(search(search(vide, 'Blois'), 'Lens').lieu).toHaveLength(2)
    // A link alone kept them: clearing goes on keeping.
    const { vue: lien } = parseVue('?lieu=41018,62498')
    expect(keepsLieux(changeVue(lien, clearLieux(lien)))).toBe(true)
    // A single place of a search is not kept, and is not from then on; what is on is not switched on twice.
    expect(clearLieux(changeVue(VUE_PAR_DEFAUT, { lieu: ['41018'] }))).toEqual({ lieu: [], animation: [] })
    expect(clearLieux(GARDE).animation).toEqual(['lieux'])
    for (const gardee of [vue, lien]) {
      const finie = changeVue(gardee, toggleAnimation(gardee, 'lieux'))
      expect(finie.lieu).toEqual([])
      expect(keepsLieux(finie)).toBe(false)
    }
  })
})

describe('the spotlight', () => {
  const eclairer = (query: string) => {
    const atlas = new Atlas(() => Promise.reject(new Error('no files')))
    atlas.setLieux((cle) => resolveLieu(INDEX, cle))
    atlas.navigation.go = () => undefined
    const { vue } = parseVue(query)
    Object.defineProperty(atlas.navigation, 'vue', { value: vue })
    const clairs = TERRITOIRES.map(({ code }) => code).filter((code) => !atlas.estompes.has(code))
    return { clairs: clairs.sort(), atlas }
  }

  it('is on what is pinned, named and chosen, and dims the rest', () => {
    // CA Mâconnais Beaujolais Agglomération lies in two departments: both are lit, and both are marked.
    const { clairs, atlas } = eclairer(
      '?animation=lumiere&epingles=45,974&lieu=41018,200070308&territoire=62'
    )
    expect(clairs).toEqual(['01', '41', '45', '62', '71', '974'])
    expect(atlas.lieuxCites.map(({ nom, territoires }) => [nom, territoires])).toEqual([
      ['Blois', ['41']],
      ['CA Mâconnais Beaujolais Agglomération', ['01', '71']]
    ])
  })

  it('dims nothing where there is nothing for it to be on, and narrows a region', () => {
    expect(eclairer('?animation=lumiere').clairs).toHaveLength(TERRITOIRES.length)
    expect(eclairer('?animation=lumiere&region=24&epingles=45,974').clairs).toEqual(['45'])
    expect(eclairer('?epingles=45,974').clairs).toHaveLength(TERRITOIRES.length)
  })

  it('marks no place that only heads its sheet', () => {
    expect(eclairer('?territoire=41&lieu=41018').atlas.lieuxCites).toEqual([])
    expect(eclairer('?territoire=41&lieu=41018&animation=lieux').atlas.lieuxCites).toHaveLength(1)
  })
})

describe('leaving the presentation', () => {
  const leave = (depart: string, vue: string) => {
    const { lieu, animation, territoire } = resumeDepart(parseVue(depart).vue, parseVue(vue).vue)
    return { lieu, animation, territoire }
  }

  it('keeps the places named in the room, and forgets those that were cleared there', () => {
    const depart = '?lieu=41018&animation=lieux'
    const nommes = leave(depart, '?mode=presentation&scene=5&lieu=41018,48095&animation=lieux,lumiere')
    expect(nommes).toMatchObject({ lieu: ['41018', '48095'], animation: ['lieux', 'lumiere'] })
    expect(leave(depart, '?mode=presentation&animation=lieux').lieu).toEqual([])
    expect(leave(depart, '?mode=presentation').lieu).toEqual([])
  })

  it('gives back the place that headed a sheet, whatever was asked meanwhile', () => {
    const { lieu, territoire } = leave(
      '?territoire=41&lieu=41018',
      '?mode=presentation&territoire=48&lieu=48095'
    )
    expect([territoire, lieu]).toEqual(['41', ['41018']])
  })
})
