import { flushSync, mount, unmount } from 'svelte'
import { afterEach, describe, expect, it } from 'vitest'
import LienTableau from '../../src/map/cadre/LienTableau.svelte'
import { Atlas } from '../../src/state/atlas.svelte'
import AvecAtlas from './composants/AvecAtlas.svelte'

const draw = (lien: string) => {
  window.history.replaceState(null, '', `/${lien}`)
  const atlas = new Atlas(() => Promise.reject(new Error('no file is read')))
  const stop = atlas.navigation.listen()
  const app = mount(AvecAtlas, { target: document.body, props: { atlas, composant: LienTableau } })
  flushSync()
  return { atlas, end: () => (stop(), void unmount(app)) }
}
const liens = () => [...document.querySelectorAll('a')]
afterEach(() => document.body.replaceChildren())

describe('the first links of the page', () => {
  it('lead past the map to the table', () => {
    const { end } = draw('?territoire=45')
    expect(liens().map((lien) => lien.textContent.trim())).toEqual([
      'Passer la carte\u00A0: les territoires en tableau'
    ])
    expect(liens()[0]?.getAttribute('href')).toBe('?territoire=45&panneau=tableau')
    end()
  })

  it('of a presentation lead to the scene, and to the table outside of it: slides have no panel', () => {
    const { atlas, end } = draw('?mode=presentation&scene=3')
    document.body.insertAdjacentHTML('beforeend', '<h1 id="fne-diapo-titre" tabindex="-1">Le plan</h1>')
    const [scene, tableau] = liens()
    expect(scene?.textContent.trim()).toBe('Aller à la scène')
    expect(tableau?.textContent.trim()).toBe('Quitter la présentation\u00A0: les territoires en tableau')
    expect(tableau?.getAttribute('href')).toBe('?panneau=tableau')
    tableau?.click()
    flushSync()
    expect(atlas.vue).toMatchObject({ mode: 'exploration', panneau: 'tableau' })
    end()
  })

  it('of a presentation gives its heading the focus', async () => {
    const { end } = draw('?mode=presentation')
    document.body.insertAdjacentHTML('beforeend', '<h1 id="fne-diapo-titre" tabindex="-1">Le plan</h1>')
    liens()[0]?.click()
    await Promise.resolve()
    flushSync()
    await new Promise(requestAnimationFrame)
    expect(document.activeElement?.id).toBe('fne-diapo-titre')
    end()
  })
})
