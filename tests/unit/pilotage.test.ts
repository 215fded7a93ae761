// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createPilotage } from '../../src/presentation/pilotage'

function open() {
  const diaporama = { noir: false, saisie: '', execute: vi.fn() }
  return { diaporama, pilotage: createPilotage(diaporama) }
}

/** Presses a key on an element. @returns whether the presentation has taken it */
function press(
  pilotage: ReturnType<typeof createPilotage>,
  key: string,
  cible: Element = document.body,
  options: KeyboardEventInit = {}
): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options })
  const ecoute = (recu: Event) => pilotage.onkeydowncapture(recu as KeyboardEvent)
  window.addEventListener('keydown', ecoute, { capture: true })
  cible.dispatchEvent(event)
  window.removeEventListener('keydown', ecoute, { capture: true })
  return event.defaultPrevented
}

beforeEach(() => {
  document.body.innerHTML = `
    <input type="search" /><textarea></textarea><select><option>1</option><option>2</option></select><button>x</button><a href="#a">x</a>
    <div role="application" tabindex="0"></div><div class="fne-diapo"><p>x</p></div><dialog open><p>x</p></dialog>`
  return () => document.body.replaceChildren()
})
const find = (selecteur: string) => document.querySelector(selecteur) as HTMLElement

describe('whose a key is', () => {
  it('the presentation’s, wherever the focus is on the slide', () => {
    const { diaporama, pilotage } = open()
    expect(press(pilotage, 'PageDown')).toBe(true)
    expect(diaporama.execute).toHaveBeenCalledExactlyOnceWith({ type: 'suivante' })
  })

  it('not where it is text, and not with a modifier', () => {
    const { diaporama, pilotage } = open()
    for (const cible of ['input', 'dialog p', 'textarea'])
      expect(press(pilotage, 'b', find(cible)), cible).toBe(false)
    expect(press(pilotage, 'f', document.body, { ctrlKey: true })).toBe(false)
    expect(diaporama.execute).not.toHaveBeenCalled()
  })

  it('a clicker works while the search has the focus; Escape in the empty field gives the keys back', () => {
    const { diaporama, pilotage } = open()
    const champ = find('input') as HTMLInputElement
    expect(press(pilotage, 'PageDown', champ)).toBe(true)
    expect(diaporama.execute).toHaveBeenCalledOnce()
    champ.focus()
    champ.value = 'Blo'
    expect(press(pilotage, 'Escape', champ)).toBe(false)
    champ.value = ''
    expect(press(pilotage, 'Escape', champ)).toBe(true)
    expect(document.activeElement).toBe(document.body)
    expect(diaporama.execute).toHaveBeenCalledOnce()
  })

  it('Space and Enter are the button’s or link’s that has the focus, but a number typed wins', () => {
    const { diaporama, pilotage } = open()
    for (const cible of ['button', 'a']) {
      expect(press(pilotage, ' ', find(cible))).toBe(false)
      expect(press(pilotage, 'Enter', find(cible))).toBe(false)
    }
    press(pilotage, '7', find('button'))
    expect(press(pilotage, 'Enter', find('button'))).toBe(true)
    expect(diaporama.execute).toHaveBeenCalledExactlyOnceWith({ type: 'aller', scene: 7 })
  })

  it('arrows are the map’s where one has tabbed to it, the clicker never is', () => {
    const { diaporama, pilotage } = open()
    const carte = find('[role="application"]')
    expect(press(pilotage, 'ArrowRight', carte)).toBe(false)
    expect(press(pilotage, 'PageDown', carte)).toBe(true)
    expect(diaporama.execute).toHaveBeenCalledExactlyOnceWith({ type: 'suivante' })
  })

  it('any key lights a dark screen, and does nothing else', () => {
    const { diaporama, pilotage } = open()
    diaporama.noir = true
    expect(press(pilotage, 'Shift')).toBe(false)
    expect(diaporama.noir).toBe(true)
    expect(press(pilotage, 'Escape')).toBe(true)
    expect(diaporama.noir).toBe(false)
    expect(diaporama.execute).not.toHaveBeenCalled()
  })
})

describe('a list that has the focus, opened and closed without a choice', () => {
  it.each([
    ['PageDown', 'suivante'],
    [' ', 'suivante'],
    ['PageUp', 'precedente'],
    ['b', 'noir'],
    ['.', 'noir']
  ])('gives %j to the presentation', (touche, type) => {
    const { diaporama, pilotage } = open()
    find('select').focus()
    expect(press(pilotage, touche, find('select'))).toBe(true)
    expect(diaporama.execute).toHaveBeenCalledExactlyOnceWith({ type })
    expect(document.activeElement).toBe(document.body)
  })

  it('keeps what chooses from it, and Escape leaves it and not the presentation', () => {
    const { diaporama, pilotage } = open()
    const liste = find('select')
    liste.focus()
    for (const touche of ['ArrowDown', 'Home', 'Enter'])
      expect(press(pilotage, touche, liste), touche).toBe(false)
    press(pilotage, 'Escape', liste)
    expect(document.activeElement).toBe(document.body)
    expect(diaporama.execute).not.toHaveBeenCalled()
  })

  it('the clicker steps behind a dialog, too, but never in a text being written', () => {
    const { diaporama, pilotage } = open()
    expect(press(pilotage, 'PageDown', find('dialog p'))).toBe(true)
    expect(press(pilotage, 'PageDown', find('textarea'))).toBe(false)
    expect(diaporama.execute).toHaveBeenCalledOnce()
  })
})

describe('fingers', () => {
  type Doigt = readonly [x: number, y: number]
  /** What the browser tells of fingers: those that are down, and those that have just moved up. */
  const touch = (cible: string, bas: readonly Doigt[], leves: readonly Doigt[] = []) => {
    const points = (doigts: readonly Doigt[]) => doigts.map(([clientX, clientY]) => ({ clientX, clientY }))
    return {
      target: find(cible),
      touches: points(bas),
      changedTouches: points(leves)
    } as unknown as TouchEvent
  }
  const TEXTE = '.fne-diapo p'
  const CARTE = '[role="application"]'

  it('one of them swipes over the text', () => {
    const { diaporama, pilotage } = open()
    pilotage.ontouchstart(touch(TEXTE, [[300, 100]]))
    pilotage.ontouchend(touch(TEXTE, [], [[100, 110]]))
    expect(diaporama.execute).toHaveBeenCalledExactlyOnceWith({ type: 'suivante' })
  })

  it.each([
    ['a pinch, its fingers lifted one after the other', TEXTE],
    ['one on the text and one on the map', CARTE]
  ])('%s: no swipe', (_, second) => {
    for (const premierLeve of [TEXTE, second]) {
      const { diaporama, pilotage } = open()
      pilotage.ontouchstart(touch(TEXTE, [[300, 100]]))
      pilotage.ontouchstart(
        touch(second, [
          [300, 100],
          [350, 100]
        ])
      )
      pilotage.ontouchend(touch(premierLeve, [[100, 100]], [[500, 100]]))
      pilotage.ontouchend(touch(TEXTE, [], [[100, 100]]))
      expect(diaporama.execute).not.toHaveBeenCalled()
    }
  })

  it('none where the text is enlarged, and none that the browser has taken', () => {
    const diaporama = { noir: false, saisie: '', execute: vi.fn() }
    const pilotage = createPilotage(diaporama, { agrandissement: () => 2 })
    pilotage.ontouchstart(touch(TEXTE, [[300, 100]]))
    pilotage.ontouchend(touch(TEXTE, [], [[100, 100]]))
    const autre = open()
    autre.pilotage.ontouchstart(touch(TEXTE, [[300, 100]]))
    autre.pilotage.ontouchcancel()
    autre.pilotage.ontouchend(touch(TEXTE, [], [[100, 100]]))
    expect(diaporama.execute).not.toHaveBeenCalled()
    expect(autre.diaporama.execute).not.toHaveBeenCalled()
  })
})
