import { flushSync, mount, tick, unmount } from 'svelte'
import { afterEach, describe, expect, it, vi } from 'vitest'
import Raccourcis from '../../src/app/Raccourcis.svelte'
import { createPilotage } from '../../src/presentation/pilotage'
import type { Commande } from '../../src/presentation/touches'
import { isRaccourci } from '../../src/ui/clavier'
import { TouchesSeules, touchesSeules } from '../../src/ui/toucheSeule.svelte'

afterEach(() => {
  touchesSeules.actives = true
  document.body.replaceChildren()
})

/** Presses a key on the page, and gives the event as a listener gets it. */
function press(key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  document.body.dispatchEvent(event)
  return event
}

/** What a presentation is told to do by a key. */
function listCommandes(touches: readonly string[]): string[] {
  const execute = vi.fn()
  const diaporama = { noir: false, saisie: '', execute }
  const { onkeydowncapture } = createPilotage(diaporama)
  window.addEventListener('keydown', onkeydowncapture, true)
  touches.forEach(press)
  window.removeEventListener('keydown', onkeydowncapture, true)
  return execute.mock.calls.map(([commande]) => (commande as Commande).type)
}

describe('letters, digits and signs by themselves', () => {
  it('do what they say, until they are switched off in the list of keys; the others go on', async () => {
    const app = mount(Raccourcis, { target: document.body })
    flushSync()
    // jsdom has no modal dialogs.
    const dialogue = document.querySelector('dialog') as HTMLDialogElement
    dialogue.showModal = () => dialogue.setAttribute('open', '')
    document.querySelector('button')?.click()
    await tick()
    await tick()
    const touches = ['b', '.', '4', 'Enter', 'f', 'PageDown', ' ', 'Escape']
    expect(isRaccourci(press('g'), 'g')).toBe(true)
    expect(listCommandes(touches)).toEqual([
      'noir',
      'noir',
      'aller',
      'plein-ecran',
      'suivante',
      'suivante',
      'quitter'
    ])

    const choix = document.querySelector<HTMLInputElement>('dialog input[type="checkbox"]')
    expect(choix?.checked).toBe(true)
    choix?.click()
    flushSync()
    for (const touche of ['g', '/', '?', 'N'])
      expect(isRaccourci(press(touche), touche.toLowerCase())).toBe(false)
    expect(listCommandes(touches)).toEqual(['suivante', 'suivante', 'quitter'])
    void unmount(app)
  })

  it('stay off on this device', () => {
    touchesSeules.actives = false
    // As the page makes it when it is opened anew.
    const apresRechargement = new TouchesSeules()
    expect(apresRechargement.ignores('g')).toBe(true)
    expect(apresRechargement.ignores(' ')).toBe(false)
    expect(apresRechargement.ignores('ArrowRight')).toBe(false)
    apresRechargement.actives = true
    expect(apresRechargement.ignores('g')).toBe(false)
  })
})
