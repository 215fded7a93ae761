import { flushSync, hydrate, mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { awakenIlots } from '../../src/ui/ilots/ilots'
import AvecIlot from './composants/AvecIlot.svelte'
import { createProps } from './composants/props.svelte'
import { IMAGE, PROPS_IMAGE } from './image-ilots'

const erreurs = vi.spyOn(console, 'error').mockImplementation(() => undefined)
const avertissements = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
/** The turns that were asked for: the browser has them as long as none is taken. */
let tours: (() => void)[] = []
let fin = () => {}
beforeEach(() => {
  tours = []
  vi.stubGlobal('scheduler', { yield: () => new Promise<void>((resolve) => tours.push(resolve)) })
})
afterEach(() => {
  fin()
  expect(avertissements).not.toHaveBeenCalled()
  erreurs.mockClear()
  document.body.replaceChildren()
})

const select = <T extends Element>(quoi: string) => document.querySelector<T>(quoi) as T
const touches: string[] = []
function awakenImage(casse = false) {
  document.body.innerHTML = IMAGE
  const elements = [...document.querySelectorAll('header, header *, footer, footer *')]
  touches.length = 0
  const props = createProps({
    ...PROPS_IMAGE,
    casse: { maintenant: casse },
    ontouche: (touche: string) => touches.push(touche)
  })
  const app = hydrate(AvecIlot, { target: document.body, props })
  flushSync()
  fin = () => void unmount(app)
  return { props, elements }
}
/** A change of the page is seen by the part alone that lives. */
const vivants = (props: { nom: string }) => {
  props.nom += '.'
  flushSync()
  return select('header p').textContent === props.nom
}
const takeTour = async () => {
  tours.shift()?.()
  await new Promise((resolve) => setTimeout(resolve))
}

describe('a part of the first picture that comes to life by itself', () => {
  it('has the turn that it was given, and stays what it was', async () => {
    const { props, elements } = awakenImage()
    expect(tours).toHaveLength(0)
    expect(vivants(props)).toBe(false)
    const eveil = awakenIlots(['footer', '*'])
    await takeTour()
    expect(vivants(props)).toBe(false)
    expect(tours).toHaveLength(1)
    await takeTour()
    expect(select('header p').textContent).toBe(props.nom)
    expect(vivants(props)).toBe(true)
    await eveil
    expect(tours).toHaveLength(0)
    expect([...document.querySelectorAll('header, header *, footer, footer *')]).toEqual(elements)
  })

  it('lives before it is told of a click, and the others sleep on', () => {
    const { props } = awakenImage()
    select('footer select').dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }))
    expect(vivants(props)).toBe(false)
    select<HTMLElement>('header button').click()
    flushSync()
    expect(select('header button').textContent).toBe('1')
    expect(vivants(props)).toBe(true)
  })

  it('hears of a key that is pressed anywhere', () => {
    awakenImage()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'g', bubbles: true }))
    expect(touches).toEqual(['g'])
  })

  it('takes what was chosen in a list of it before', () => {
    awakenImage()
    const liste = select<HTMLSelectElement>('select')
    liste.value = 'sombre'
    for (const type of ['input', 'change']) liste.dispatchEvent(new Event(type, { bubbles: true }))
    flushSync()
    expect(select('output').textContent).toBe('sombre')
    expect(liste.value).toBe('sombre')
  })

  it('goes with what it is in, asleep or not', async () => {
    const { props } = awakenImage()
    props.presente = false
    flushSync()
    expect(document.querySelector('header')).toBeNull()
    const eveil = awakenIlots(['*'])
    await takeTour()
    await eveil
    // Drawn again, it is drawn like anything else.
    props.presente = true
    flushSync()
    expect(vivants(props)).toBe(true)
    select<HTMLElement>('header button').click()
    flushSync()
    expect(select('header button').textContent).toBe('1')
  })

  it('says that it fails where the page would have said it, and is tried again there', () => {
    const { props } = awakenImage(true)
    expect(document.querySelector('[role="alert"]')).toBeNull()
    select<HTMLElement>('header button').click()
    flushSync()
    expect(select('[role="alert"]').textContent).toContain('Le titre ne s’affiche pas')
    expect(select('footer output').textContent).toBe('clair')
    props.casse.maintenant = false
    select<HTMLElement>('[role="alert"] button').click()
    flushSync()
    expect(select('header p').textContent).toBe('Carte')
  })

  it('says so too when it fails later', async () => {
    const { props } = awakenImage()
    const eveil = awakenIlots(['footer', 'header'])
    await takeTour()
    await takeTour()
    await eveil
    props.casse.maintenant = true
    flushSync()
    await vi.waitFor(() => expect(select('[role="alert"]')?.textContent).toContain('Le titre'))
  })
})

it('what no picture of the page has is drawn at once', () => {
  const app = mount(AvecIlot, { target: document.body, props: PROPS_IMAGE })
  flushSync()
  fin = () => void unmount(app)
  select<HTMLElement>('header button').click()
  flushSync()
  expect(select('header button').textContent).toBe('1')
  expect(select('footer').getAttribute('aria-label')).toBe('Pied')
})
