import { flushSync, mount, unmount } from 'svelte'
import { afterEach, describe, expect, it, vi } from 'vitest'
import AvecSecours from './composants/AvecSecours.svelte'
import { createProps } from './composants/props.svelte'

const erreurs = vi.spyOn(console, 'error').mockImplementation(() => undefined)
afterEach(() => {
  erreurs.mockClear()
  document.body.replaceChildren()
})

describe('a part that throws', () => {
  const show = () => {
    const props = createProps({ casse: { maintenant: false }, sujet: 'Synthèse' })
    const app = mount(AvecSecours, { target: document.body, props })
    flushSync()
    return { props, app }
  }
  const alerte = () => document.querySelector('[role="alert"]')

  it('leaves the rest of the page, says so, and comes back when asked', async () => {
    const { props, app } = show()
    expect(alerte()).toBeNull()
    props.casse.maintenant = true
    flushSync()
    expect(document.body.textContent).toContain('La carte')
    expect(alerte()?.textContent).toContain('Le panneau ne s’affiche pas')
    expect(erreurs).toHaveBeenCalledOnce()
    props.casse.maintenant = false
    alerte()?.querySelector('button')?.click()
    flushSync()
    expect(alerte()).toBeNull()
    expect(document.body.textContent).toContain('Synthèse')
    await unmount(app)
  })

  it('is tried again by itself when it is to show something else, and may fail again', async () => {
    const { props, app } = show()
    props.casse.maintenant = true
    flushSync()
    props.sujet = 'Tableau'
    flushSync()
    expect(alerte()).not.toBeNull()
    expect(erreurs).toHaveBeenCalledTimes(2)
    props.casse.maintenant = false
    props.sujet = 'Calendrier'
    flushSync()
    expect(alerte()).toBeNull()
    expect(document.body.textContent).toContain('Calendrier')
    await unmount(app)
  })
})
