import { describe, expect, it } from 'vitest'
import type { Scene } from '../../src/domain/vue/scene'
import { listClasses } from '../../src/map/apparence/vues'
import { keepClasses } from '../../src/map/apparence/classesDeScene'
import { formatDuree } from '../../src/presentation/horloge'
import { buildLienCarte, warnLien } from '../../src/state/lienCarte'
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

describe('a link that nobody else could open', () => {
  const scene = { id: 'fin', titre: 'Fin', contenu: 'lien' } as const
  it.each([
    'http://localhost:4173/?scene=18',
    'http://carte.localhost/',
    'http://127.0.0.1:8080/',
    'http://[::1]:4173/'
  ])('%s: the presenter is told, and how to give the public one', (page) => {
    expect(warnLien(scene, page)).toContain(new URL(page).hostname)
    expect(warnLien(scene, page)).toContain('"lien"')
    expect(warnLien({ ...scene, lien: 'https://exemple.fr/' }, page)).toBeNull()
    expect(warnLien({ id: 'a', titre: 'A' }, page)).toBeNull()
  })
  it('is said of a file, too, and of no real address', () => {
    expect(warnLien(scene, 'file:///E:/carte-fne.html')).toContain('fichier')
    for (const page of ['https://exemple.fr/carte/', 'http://192.168.1.20/'])
      expect(warnLien(scene, page)).toBeNull()
  })
})

describe('the classes that a scene explains', () => {
  const lire = (etat: 'remontee' | 'non_remontee', feuille: 'remontee' | 'non_remontee', code: string) => ({
    code,
    nom: code,
    region: null,
    gouvernance: { etat, coporteurs: [], origine: null },
    feuillesDeRoute: [{ etat: feuille }],
    note: ''
  })
  const territoires = [
    lire('remontee', 'remontee', '41'),
    lire('remontee', 'non_remontee', '45'),
    lire('non_remontee', 'non_remontee', '60')
  ]
  const classes = listClasses('feuilles-de-route', territoires)
  const keep = (scene: Partial<Scene>) =>
    keepClasses(classes, { id: 'a', titre: 'A', ...scene }, territoires).map(({ cle }) => cle)

  it('are those that its filters leave in colour', () => {
    expect(keep({})).toHaveLength(3)
    expect(keep({ filtre: ['sans-feuille'] })).toEqual([
      'sans-feuille-avec-gouvernance',
      'ni-feuille-ni-gouvernance'
    ])
    expect(keep({ filtre: ['avec-feuille'] })).toEqual(['avec-feuille'])
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
