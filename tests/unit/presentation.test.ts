import { describe, expect, it, vi } from 'vitest'
import { formatDuree } from '../../src/presentation/horloge'
import { Liaison, readMessage, type Canal, type Message, type Pas } from '../../src/presentation/liaison'
import { buildLienCarte } from '../../src/presentation/lienCarte'
import { readGlisser, readTouche } from '../../src/presentation/touches'
import { completeVue, panneauOf, vueOf } from '../../src/presentation/vueDeScene'
import { changeVue, parseVue, VUE_PAR_DEFAUT } from '../../src/state/vue'

describe('the keys of a presentation', () => {
  it.each([
    [['PageDown', 'ArrowRight', ' '], 'suivante'],
    [['PageUp', 'ArrowLeft'], 'precedente'],
    [['Home'], 'premiere'],
    [['End'], 'derniere'],
    [['b', 'B', '.', ':'], 'noir'],
    [['f', 'F'], 'plein-ecran'],
    [['Escape'], 'quitter']
  ])('%s: %s', (touches, type) => {
    for (const touche of touches)
      expect(readTouche(touche, '')).toEqual({ commande: { type }, saisie: '', prise: true })
  })

  it('a number then Enter goes to that scene; Escape or Backspace takes it back', () => {
    const type = (touches: string[]) =>
      touches.reduce((frappe, touche) => readTouche(touche, frappe.saisie), readTouche('1', ''))
    expect(type(['2', 'Enter'])).toEqual({ commande: { type: 'aller', scene: 12 }, saisie: '', prise: true })
    expect(type(['2', 'Backspace', 'Enter']).commande).toEqual({ type: 'aller', scene: 1 })
    expect(type(['Escape'])).toEqual({ commande: null, saisie: '', prise: true })
    expect(readTouche('Enter', '0').commande).toBeNull()
  })

  it('reads a digit by its place where the keyboard types another sign there without Shift', () => {
    const rangee = [...'à&é"\'(-è_ç'].map((touche, chiffre) => ({ touche, chiffre: String(chiffre) }))
    for (const { touche, chiffre } of rangee) {
      const place = { code: `Digit${chiffre}`, shiftKey: false }
      expect(readTouche(touche, '1', place), touche).toEqual({
        commande: null,
        saisie: `1${chiffre}`,
        prise: true
      })
    }
    // With Shift, what is typed counts: digits there, signs on other keyboards; and '/' is the search wherever it is.
    expect(readTouche('4', '', { code: 'Digit4', shiftKey: true }).saisie).toBe('4')
    expect(readTouche('$', '', { code: 'Digit4', shiftKey: true }).prise).toBe(false)
    expect(readTouche('/', '', { code: 'Digit7', shiftKey: true }).prise).toBe(false)
    expect(readTouche('/', '', { code: 'Digit7', shiftKey: false }).prise).toBe(false)
  })

  it('takes no key for a command that only looks like one', () => {
    for (const touche of ['constructor', 'toString', '__proto__'])
      expect(readTouche(touche, '').prise, touche).toBe(false)
  })

  it('a key of the story drops a number half typed', () => {
    expect(readTouche('PageDown', '4')).toEqual({ commande: { type: 'suivante' }, saisie: '', prise: true })
  })

  it('leaves alone what is not its own', () => {
    for (const touche of ['Enter', 'Tab', 'a', '/', '?', 'ArrowUp'])
      expect(readTouche(touche, '').prise, touche).toBe(false)
  })

  it('a swipe turns the page, a scroll does not', () => {
    expect(readGlisser(-120, 10)).toEqual({ type: 'suivante' })
    expect(readGlisser(120, -10)).toEqual({ type: 'precedente' })
    expect(readGlisser(-20, 0)).toBeNull()
    expect(readGlisser(-100, 200)).toBeNull()
  })
})

/** Windows that hear each other, at once. */
function createSalle() {
  const oreilles = new Set<(message: Message) => void>()
  const envois: Message[] = []
  const createCanal = (): Canal => {
    let mienne: (message: Message) => void = () => {}
    return {
      post: (message) => {
        envois.push(message)
        for (const oreille of oreilles) if (oreille !== mienne) oreille(structuredClone(message))
      },
      listen: (recevoir) => {
        mienne = recevoir
        oreilles.add(recevoir)
        return () => oreilles.delete(recevoir)
      }
    }
  }
  return { createCanal, envois }
}
const pas = (scene: number, noir = false): Pas => ({ scene, noir, territoire: null, region: null })

describe('two windows in step', () => {
  function open() {
    const salle = createSalle()
    const [diapos, orateur] = [new Liaison([salle.createCanal()]), new Liaison([salle.createCanal()])]
    const [surDiapos, surOrateur] = [vi.fn(), vi.fn()]
    diapos.start(surDiapos, { suivre: false })
    diapos.tell(pas(4))
    const presente = vi.fn()
    orateur.onpresent = presente
    const fin = orateur.start(surOrateur, { suivre: true })
    return { ...salle, diapos, orateur, surDiapos, surOrateur, presente, fin }
  }

  it('the second one goes where the first one is, and does not move it', () => {
    const { surOrateur, surDiapos, presente, orateur } = open()
    expect(surOrateur).toHaveBeenCalledExactlyOnceWith(pas(4))
    expect(presente).toHaveBeenCalled()
    orateur.tell(pas(4))
    expect(surDiapos).not.toHaveBeenCalled()
  })

  it('a window that has come to follow does not say where it stands before it has heard', () => {
    const salle = createSalle()
    const seul = new Liaison([salle.createCanal()])
    seul.start(() => {}, { suivre: true })
    seul.tell(pas(1))
    expect(salle.envois).toEqual([{ type: 'bonjour' }])
    seul.tell(pas(2))
    expect(salle.envois.at(-1)).toEqual({
      type: 'pas',
      pas: pas(2),
      envoi: { de: expect.any(String), numero: expect.any(Number) }
    })
  })

  it('a step that comes again by a slower channel, after the answer to it, changes nothing', () => {
    const { diapos, orateur, surDiapos, envois } = open()
    orateur.tell(pas(4, true))
    const lent = envois.at(-1)
    // The slides are lit again; then the same darkness arrives by the other way.
    diapos.tell(pas(4))
    const ici = createSalle()
    const recu = vi.fn()
    const canal = ici.createCanal()
    const seul = new Liaison([canal])
    seul.start(recu, { suivre: false })
    const autre = ici.createCanal()
    if (lent) autre.post(lent)
    seul.tell(pas(4))
    if (lent) autre.post(lent)
    expect(recu).toHaveBeenCalledExactlyOnceWith(pas(4, true))
    expect(surDiapos).toHaveBeenCalledExactlyOnceWith(pas(4, true))
  })

  it('either drives the other, once a step, and neither answers with the same step', () => {
    const { diapos, orateur, surDiapos, surOrateur, envois } = open()
    orateur.tell(pas(5))
    diapos.tell(pas(5))
    expect(surDiapos).toHaveBeenCalledExactlyOnceWith(pas(5))
    diapos.tell(pas(5, true))
    orateur.tell(pas(5, true))
    expect(surOrateur).toHaveBeenLastCalledWith(pas(5, true))
    const avant = envois.length
    orateur.tell(pas(5, true))
    diapos.tell(pas(5, true))
    expect(envois).toHaveLength(avant)
  })

  it('a window that is closed hears nothing more', () => {
    const { diapos, surOrateur, fin } = open()
    fin()
    surOrateur.mockClear()
    diapos.tell(pas(9))
    expect(surOrateur).not.toHaveBeenCalled()
  })

  it('what is no message of ours is not heard', () => {
    const message = { type: 'pas', pas: pas(3) }
    expect(readMessage({ carte: 'carte-fne-presentation', message })).toEqual(message)
    for (const recu of [
      null,
      'pas',
      message,
      { carte: 'autre', message },
      { carte: 'carte-fne-presentation', message: { type: 'pas', pas: { ...pas(3), scene: 0 } } },
      { carte: 'carte-fne-presentation', message: { type: 'pas', pas: { ...pas(3), scene: '3' } } },
      { carte: 'carte-fne-presentation', message: { type: 'pas', pas: { ...pas(3), territoire: 45 } } },
      { carte: 'carte-fne-presentation', message: { type: 'efface' } }
    ])
      expect(readMessage(recu), JSON.stringify(recu)).toBeNull()
  })
})

describe('the view of a scene', () => {
  const bretagne = { id: 'a', titre: 'A', vue: 'croisee', filtre: ['deduit'], region: '53' } as const

  it('decides all that is on the map, so that nothing of another scene stays but the places named', () => {
    const avant = parseVue('?vue=feuilles-de-route&territoire=45&filtre=epci&lieu=45234,41018').vue
    const apres = changeVue(avant, vueOf({ id: 'b', titre: 'B' }))
    expect(apres).toEqual({ ...VUE_PAR_DEFAUT, lieu: ['45234', '41018'] })
    expect(vueOf(bretagne)).toMatchObject({
      vue: 'croisee',
      filtre: ['deduit'],
      region: '53',
      territoire: null
    })
  })

  it('leaves what the link itself asks for', () => {
    const lien = (query: string) => completeVue(parseVue(query).vue, bretagne)
    expect(lien('?mode=presentation')).toEqual({
      vue: 'croisee',
      filtre: ['deduit'],
      region: '53',
      territoire: null
    })
    expect(lien('?mode=presentation&territoire=45&vue=feuilles-de-route')).toEqual({ filtre: ['deduit'] })
  })

  it('leads to the panel that says the same', () => {
    expect(panneauOf({ id: 'a', titre: 'A', panneau: 'tableau' })).toBe('tableau')
    expect(panneauOf({ id: 'a', titre: 'A', contenu: 'financements' })).toBe('financements')
    expect(panneauOf(bretagne)).toBe('synthese')
  })
})

describe('the link that the last scene gives', () => {
  const scene = { id: 'fin', titre: 'Fin' }
  const vue = { ...VUE_PAR_DEFAUT, mode: 'presentation', scene: 17 } as const
  it('is the map, without the presentation', () => {
    const lien = buildLienCarte(scene, vue, 'https://exemple.fr/carte/index.html?mode=presentation&scene=17')
    expect(lien).toEqual({ adresse: 'https://exemple.fr/carte/', texte: 'exemple.fr/carte' })
  })
  it('keeps a snapshot that others have, and not one of this device', () => {
    const page = 'https://exemple.fr/'
    expect(buildLienCarte(scene, { ...vue, instantane: '2024-12-06' }, page)?.adresse).toContain(
      'instantane=2024-12-06'
    )
    expect(buildLienCarte(scene, { ...vue, instantane: '2025-06-01~essai' }, page)?.adresse).toBe(page)
  })
  it('is the public one where the scene names it, and none from a disk', () => {
    const disque = 'file:///E:/carte-fne.html?mode=presentation'
    expect(buildLienCarte(scene, vue, disque)).toBeNull()
    expect(buildLienCarte({ ...scene, lien: 'https://exemple.fr/' }, vue, disque)?.texte).toBe('exemple.fr')
  })
})

describe('the time that has gone', () => {
  it('is minutes and seconds, with hours once there are any', () => {
    expect(formatDuree(0)).toBe('00:00')
    expect(formatDuree(125_900)).toBe('02:05')
    expect(formatDuree(3_723_000)).toBe('1:02:03')
    expect(formatDuree(-5)).toBe('00:00')
  })
})
