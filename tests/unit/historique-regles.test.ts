import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Historique } from '../../src/state/historique'
import { Navigation } from '../../src/state/navigation.svelte'

/** What the browser's history was asked for, in order: '+ /a' a step, '= /a' the same step, '<' back; '!' beside the story. */
let ecrit: string[]
let refus = 0
let ecouteurs: Map<string, () => void>
const location = { search: '', pathname: '/carte/', hash: '' }
const history = {
  state: null as unknown,
  pushState: (etat: unknown, _: string, adresse: string) => write('+', etat, adresse),
  replaceState: (etat: unknown, _: string, adresse: string) => write('=', etat, adresse),
  back: () => void ecrit.push('<')
}
function write(signe: string, etat: unknown, adresse: string): void {
  if (refus > 0) {
    refus--
    throw new DOMException('too many', 'SecurityError')
  }
  history.state = etat
  ecrit.push(`${signe}${etat === null ? '' : '!'} ${adresse}`)
}

beforeEach(() => {
  ecrit = []
  refus = 0
  ecouteurs = new Map()
  Object.assign(location, { search: '', hash: '' })
  history.state = null
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  vi.stubGlobal('window', {
    location,
    history,
    addEventListener: (nom: string, ecouteur: () => void) => ecouteurs.set(nom, ecouteur),
    removeEventListener: (nom: string, ecouteur: () => void) => {
      if (ecouteurs.get(nom) === ecouteur) ecouteurs.delete(nom)
    }
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('what is written into the history', () => {
  it('is written at once, and what follows within a frame once, the last one', () => {
    const historique = new Historique()
    historique.ajouter('/a')
    expect(ecrit).toEqual(['+ /a'])
    historique.remplacer('/b')
    historique.remplacer('/c')
    vi.advanceTimersByTime(15)
    expect(ecrit).toEqual(['+ /a'])
    vi.advanceTimersByTime(1)
    expect(ecrit).toEqual(['+ /a', '= /c'])
    vi.advanceTimersByTime(16)
    historique.remplacer('/d')
    expect(ecrit.at(-1)).toBe('= /d')
    vi.advanceTimersByTime(10_000)
    expect(ecrit).toHaveLength(3)
  })

  it('keeps the change before a step of its own', () => {
    const historique = new Historique()
    historique.remplacer('/a')
    historique.remplacer('/b')
    historique.ajouter('/c')
    expect(ecrit).toEqual(['= /a', '= /b', '+ /c'])
  })

  it('is written before the page goes, and not again', () => {
    const historique = new Historique()
    historique.flush()
    expect(ecrit).toEqual([])
    historique.remplacer('/a')
    historique.remplacer('/b')
    historique.flush()
    expect(ecrit).toEqual(['= /a', '= /b'])
    vi.advanceTimersByTime(1000)
    expect(ecrit).toHaveLength(2)
  })

  it('is spaced after forty changes in thirty seconds, and free again after them', () => {
    const historique = new Historique()
    for (let i = 1; i <= 40; i++) historique.ajouter(`/${i}`)
    expect(ecrit).toHaveLength(40)
    historique.ajouter('/41')
    historique.remplacer('/42')
    vi.advanceTimersByTime(699)
    expect(ecrit).toHaveLength(40)
    vi.advanceTimersByTime(1)
    // Still a step: what replaced it while it waited is that step.
    expect(ecrit.slice(40)).toEqual(['+ /42'])
    // The forty are over one by one; of the last one thirty seconds have to go.
    vi.advanceTimersByTime(29_299)
    historique.ajouter('/43')
    expect(ecrit.at(-1)).toBe('+ /43')
    historique.ajouter('/44')
    expect(ecrit.at(-1)).toBe('+ /43')
    vi.advanceTimersByTime(1)
    historique.ajouter('/45')
    expect(ecrit.slice(-2)).toEqual(['+ /44', '+ /45'])
  })

  it('that the browser refuses is tried again, less and less often, until it takes it', () => {
    const historique = new Historique()
    refus = 7
    historique.ajouter('/a')
    const attentes = [500, 1000, 2000, 4000, 8000, 8000, 8000]
    for (const [rang, attente] of attentes.entries()) {
      vi.advanceTimersByTime(attente - 1)
      expect(refus, `${attente}`).toBe(6 - rang)
      vi.advanceTimersByTime(1)
    }
    expect(ecrit).toEqual(['+ /a'])
    // The next refusal begins anew.
    refus = 1
    historique.ajouter('/b')
    vi.advanceTimersByTime(500)
    expect(ecrit).toEqual(['+ /a', '+ /b'])
  })
})

describe('a step beside the story', () => {
  it('is one step, however many follow, and is left by going back', () => {
    const historique = new Historique()
    expect(historique.enAparte).toBe(false)
    historique.ajouterAparte('/q')
    expect(historique.enAparte).toBe(true)
    vi.advanceTimersByTime(16)
    historique.ajouterAparte('/r')
    vi.advanceTimersByTime(16)
    historique.remplacer('/s')
    expect(ecrit).toEqual(['+! /q', '=! /r', '=! /s'])
    historique.revenir('/a')
    expect(ecrit.at(-1)).toBe('<')
    expect(historique.enAparte).toBe(false)
    history.state = null
    expect(historique.arrive()).toBe(true)
    expect(ecrit.slice(3)).toEqual(['<', '= /a'])
  })

  it('is not left twice: what is asked on the way back is the address there', () => {
    const historique = new Historique()
    historique.ajouterAparte('/q')
    historique.revenir('/a')
    historique.revenir('/b')
    historique.remplacer('/c')
    expect(ecrit).toEqual(['+! /q', '<'])
    history.state = null
    historique.arrive()
    expect(ecrit.slice(2)).toEqual(['= /c'])
  })

  it('takes a step that is asked for on the way back for a step', () => {
    const historique = new Historique()
    historique.ajouterAparte('/q')
    historique.revenir('/a')
    historique.ajouter('/b')
    historique.remplacer('/c')
    history.state = null
    historique.arrive()
    expect(ecrit.slice(2)).toEqual(['+ /c'])
  })

  it('is over after a second, where the browser never says that it went back', () => {
    const historique = new Historique()
    historique.ajouterAparte('/q')
    historique.revenir('/a')
    vi.advanceTimersByTime(999)
    expect(ecrit).toEqual(['+! /q', '<'])
    vi.advanceTimersByTime(1)
    expect(ecrit.slice(2)).toEqual(['= /a'])
    expect(historique.arrive()).toBe(false)
  })

  it('that was never written is no step at all', () => {
    const historique = new Historique()
    historique.remplacer('/a')
    refus = 1
    vi.advanceTimersByTime(16)
    historique.ajouterAparte('/q')
    expect(historique.enAparte).toBe(true)
    historique.revenir('/b')
    vi.advanceTimersByTime(1000)
    expect(ecrit).toEqual(['= /a', '= /b'])
  })

  it('is no step where there is none: the story goes on at its address, a step that waits stays one', () => {
    const historique = new Historique()
    historique.revenir('/a')
    expect(ecrit).toEqual(['= /a'])
    refus = 1
    historique.ajouter('/b')
    historique.revenir('/c')
    vi.advanceTimersByTime(1000)
    expect(ecrit).toEqual(['= /a', '+ /c'])
  })

  it('is known by its mark alone', () => {
    const historique = new Historique()
    for (const [etat, aparte] of [
      [{ aparte: true }, true],
      [{ aparte: 1 }, false],
      [{}, false],
      ['aparte', false],
      [undefined, false]
    ] as const) {
      history.state = etat
      expect(historique.enAparte, JSON.stringify(etat)).toBe(aparte)
    }
  })

  it('of the user is none of ours: what still waits is forgotten', () => {
    const historique = new Historique()
    historique.remplacer('/a')
    historique.remplacer('/b')
    expect(historique.arrive()).toBe(false)
    vi.advanceTimersByTime(1000)
    expect(ecrit).toEqual(['= /a'])
  })
})

describe('a change of view in the history', () => {
  const open = (search: string) => {
    location.search = search
    const navigation = new Navigation()
    navigation.listen()
    return navigation
  }

  it('is a step, or none: as it is asked, in somebody else’s page, and where nothing changes', () => {
    const navigation = open('')
    navigation.go({ territoire: '45' })
    navigation.go({ territoire: '45' })
    expect(ecrit).toEqual(['+ /carte/?territoire=45'])
    vi.advanceTimersByTime(16)
    navigation.go({ territoire: '41' }, { replace: true })
    expect(ecrit.at(-1)).toBe('= /carte/?territoire=41')
    const integree = open('?mode=integration')
    ecrit = []
    integree.go({ territoire: '45' })
    expect(ecrit).toEqual(['= /carte/?territoire=45&mode=integration'])
  })

  it('in a presentation is a step beside it for a question, and keeps the mark of the presenter’s window there only', () => {
    location.hash = '#orateur'
    const navigation = open('?mode=presentation')
    navigation.go({ territoire: '45' })
    expect(ecrit).toEqual(['+! /carte/?territoire=45&mode=presentation#orateur'])
    vi.advanceTimersByTime(16)
    navigation.go({ vue: 'croisee' })
    expect(ecrit.at(-1)).toBe('=! /carte/?vue=croisee&territoire=45&mode=presentation#orateur')
    vi.advanceTimersByTime(16)
    navigation.go({ mode: 'exploration' })
    expect(ecrit.at(-1)).toBe('+ /carte/?vue=croisee&territoire=45')
    vi.advanceTimersByTime(16)
    navigation.go({ mode: 'presentation' })
    expect(ecrit.at(-1)).toBe('+ /carte/?vue=croisee&territoire=45&mode=presentation')
  })

  it('is read where the user goes back, until that is no longer listened to', () => {
    location.search = '?territoire=45'
    const navigation = new Navigation()
    expect(navigation.vue.territoire).toBeNull()
    expect(navigation.avertissements).toEqual([])
    const stop = navigation.listen()
    expect(navigation.vue.territoire).toBe('45')
    location.search = '?territoire=zz'
    ecouteurs.get('popstate')?.()
    expect(navigation.vue.territoire).toBeNull()
    expect(navigation.avertissements).toHaveLength(1)
    navigation.go({ territoire: '41' })
    navigation.go({ territoire: '45' }, { replace: true })
    ecouteurs.get('pagehide')?.()
    expect(ecrit.at(-1)).toBe('= /carte/?territoire=45')
    stop()
    expect([...ecouteurs]).toEqual([])
  })

  it('that leads back to the story keeps what the link says', () => {
    const navigation = open('?mode=presentation')
    navigation.go({ territoire: '45' })
    navigation.go({ territoire: null, scene: 2 }, { retour: true })
    location.search = '?mode=presentation'
    ecouteurs.get('popstate')?.()
    expect(navigation.vue.scene).toBe(2)
    expect(ecrit.slice(-2)).toEqual(['<', '= /carte/?mode=presentation&scene=2'])
  })

  it('is a link, too; and what was asked in vain is said once, until it is put away', () => {
    const navigation = open('?territoire=45')
    expect(navigation.href({ territoire: '41' })).toBe('?territoire=41')
    expect(navigation.href({ territoire: null })).toBe('?')
    navigation.warn('a')
    navigation.warn('b')
    navigation.warn('a')
    expect(navigation.avertissements).toEqual(['a', 'b'])
    navigation.dismissAvertissements()
    expect(navigation.avertissements).toEqual([])
  })
})
