// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Navigation } from '../../src/state/navigation.svelte'
import { serializeVue } from '../../src/state/vue'

const adresse = () => window.location.search
let navigation: Navigation
let stop: () => void

function open(query: string): void {
  window.history.pushState(null, '', `/${query}`)
  navigation = new Navigation()
  stop = navigation.listen()
}
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a storm of changes', () => {
  /** As Safari does: 100 changes in 30 seconds, then it throws. @returns how many were made */
  function limit() {
    const faits: number[] = []
    const { pushState, replaceState } = window.history
    for (const [nom, vraie] of Object.entries({ pushState, replaceState }))
      vi.spyOn(window.history, nom as 'pushState').mockImplementation((...args) => {
        const maintenant = performance.now()
        if (faits.filter((fait) => maintenant - fait < 30_000).length >= 100)
          throw new DOMException('Attempt to use history.pushState() more than 100 times', 'SecurityError')
        faits.push(maintenant)
        Reflect.apply(vraie, window.history, args)
      })
    return faits
  }

  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))

  it.each([
    ['scenes, a key held down', (i: number) => ({ scene: 1 + (i % 18) }), { replace: true }],
    ['territories, one click after the other', (i: number) => ({ territoire: i % 2 ? '45' : '41' }), {}]
  ])('%s: never throws, and the address is in step at the end', (_, patch, options) => {
    open('?mode=presentation')
    const faits = limit()
    for (let i = 1; i <= 2000; i++) {
      navigation.go(patch(i), options)
      vi.advanceTimersByTime(33)
    }
    expect(faits.length).toBeLessThan(230)
    vi.advanceTimersByTime(1000)
    expect(adresse()).toBe(serializeVue(navigation.vue))
    expect(navigation.vue).toMatchObject(patch(2000))
  })

  it('a browser that refuses keeps the screen going, and the address follows when it takes changes again', () => {
    open('?mode=presentation')
    const refus = vi.spyOn(window.history, 'replaceState').mockImplementation(() => {
      throw new DOMException('too many', 'SecurityError')
    })
    for (const scene of [2, 3, 4]) {
      navigation.go({ scene }, { replace: true })
      vi.advanceTimersByTime(200)
    }
    expect(navigation.vue.scene).toBe(4)
    refus.mockRestore()
    vi.advanceTimersByTime(10_000)
    expect(adresse()).toContain('scene=4')
  })

  it('one that ends where it was last written leaves no step to go back to nowhere', () => {
    open('')
    for (let i = 1; i <= 40; i++) navigation.go({ territoire: i % 2 ? '45' : '41' })
    const pas = window.history.length
    navigation.go({ territoire: '18' })
    navigation.go({ territoire: '41' })
    vi.advanceTimersByTime(10_000)
    expect(adresse()).toBe('?territoire=41')
    expect(window.history.length).toBe(pas)
    navigation.go({ territoire: '18' })
    vi.advanceTimersByTime(10_000)
    expect(window.history.length).toBe(pas + 1)
  })

  it('several changes of one frame are written once, and the last one before the page goes', () => {
    open('?mode=presentation')
    const ecrites = limit()
    for (const scene of [2, 3, 4, 5]) navigation.go({ scene }, { replace: true })
    expect(ecrites.length).toBeLessThan(2)
    window.dispatchEvent(new Event('pagehide'))
    expect(adresse()).toContain('scene=5')
  })

  it('whatever is asked in whatever rhythm, the address is the screen’s in the end', () => {
    const changes = fc.record({
      patch: fc.oneof(
        fc.record({ scene: fc.integer({ min: 1, max: 18 }) }),
        fc.record({ territoire: fc.constantFrom('45', '41', null) }),
        fc.record({ mode: fc.constantFrom('exploration' as const, 'presentation' as const) })
      ),
      replace: fc.boolean(),
      pause: fc.constantFrom(0, 5, 20, 800)
    })
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 60 }), (suite) => {
        open('')
        for (const { patch, replace, pause } of suite) {
          navigation.go(patch, { replace })
          vi.advanceTimersByTime(pause)
        }
        vi.advanceTimersByTime(2000)
        expect(adresse()).toBe(serializeVue(navigation.vue))
        stop()
      }),
      { numRuns: 40 }
    )
  })
})

/** Goes back as the browser's button does. */
async function back(): Promise<void> {
  const la = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }))
  window.history.back()
  await la
}
const settle = () => vi.waitFor(() => expect(adresse()).toBe(serializeVue(navigation.vue)))

describe('back, in a presentation', () => {
  beforeEach(async () => {
    open('?panneau=tableau')
    navigation.go({ mode: 'presentation', scene: 10 })
    await settle()
  })

  it('leads from a question to the scene, and from the scene out, however many were asked', async () => {
    navigation.go({ territoire: '45' })
    navigation.go({ territoire: '41' })
    navigation.go({ territoire: null, region: '53' })
    await settle()
    await back()
    expect(navigation.vue).toMatchObject({ mode: 'presentation', scene: 10, territoire: null, region: null })
    await back()
    expect(navigation.vue).toMatchObject({ mode: 'exploration', panneau: 'tableau' })
  })

  it('leaves at once after a question was answered and the story went on', async () => {
    navigation.go({ territoire: '45' })
    await settle()
    navigation.go({ territoire: null }, { retour: true })
    navigation.go({ scene: 11 }, { retour: true })
    await settle()
    expect(adresse()).toContain('scene=11')
    await vi.waitFor(() => expect(window.history.state).toBeNull())
    await back()
    expect(navigation.vue).toMatchObject({ mode: 'exploration', panneau: 'tableau' })
  })

  it('is no step for what helps to lead: the name in large letters, a filter, another view', async () => {
    navigation.go({ animation: ['ici'] })
    navigation.go({ animation: ['ici', 'lumiere'] })
    navigation.go({ filtre: ['epci'] })
    navigation.go({ vue: 'croisee' })
    await settle()
    await back()
    expect(navigation.vue).toMatchObject({ mode: 'exploration', panneau: 'tableau', animation: [] })
  })

  it('keeps the mark of the presenter’s window in the address', async () => {
    window.history.replaceState(null, '', `${adresse()}#orateur`)
    navigation.go({ scene: 3 }, { retour: true })
    await settle()
    expect(window.location.hash).toBe('#orateur')
  })
})

describe('a change of view', () => {
  const liens = () => navigation.href({ region: null })

  it('is a step at once, and in the links once it is painted: nobody follows one before', () => {
    const trames: FrameRequestCallback[] = []
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => trames.push(callback))
    open('?territoire=45')
    navigation.go({ vue: 'croisee' })
    navigation.go({ panneau: 'tableau' })
    const vue = serializeVue(navigation.vue)
    expect([adresse(), liens()]).toEqual([vue, '?territoire=45'])
    // In the frame itself it is not painted yet.
    for (const trame of trames) trame(0)
    expect(liens()).toBe('?territoire=45')
    vi.advanceTimersByTime(1)
    expect(liens()).toBe(vue)
  })

  it('is in the links where no frame comes, and where the user goes back', async () => {
    vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0)
    open('?territoire=45')
    navigation.go({ vue: 'croisee' })
    await vi.waitFor(() => expect(liens()).toBe(adresse()))
    navigation.go({ panneau: 'tableau' })
    await back()
    expect([adresse(), liens()]).toEqual(Array(2).fill(serializeVue(navigation.vue)))
    expect(navigation.vue).toMatchObject({ vue: 'croisee', panneau: 'synthese' })
  })
})
