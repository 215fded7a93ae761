import { describe, expect, it } from 'vitest'
import { completeTerritoire } from '../../src/app/completerTerritoire'
import { toVue } from '../../src/search/choix'
import { LISTE_FERMEE, LISTE_OUVERTE, readToucheDeListe, type EtatListe } from '../../src/search/liste'
import { Lieux } from '../../src/search/lieux.svelte'
import { resolveLieu, searchLieux } from '../../src/search/recherche'
import { changeVue, VUE_PAR_DEFAUT, type Vue } from '../../src/state/vue'
import { INDEX, TEXTE_LIEUX } from './lieux-outils'

const press = (key: string, etat: EtatListe, nombre = 3, texte = 'blois', avec = {}) =>
  readToucheDeListe(
    { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false, ...avec },
    etat,
    nombre,
    texte
  )
const at = (choix: number): EtatListe => ({ ouverte: true, choix })
const move = (choix: number) => ({ type: 'bouger', etat: at(choix) })

describe('the keys of the combobox', () => {
  it('go down and up, round both ends', () => {
    expect(press('ArrowDown', at(0))).toEqual(move(1))
    expect(press('ArrowDown', at(2))).toEqual(move(0))
    expect(press('ArrowUp', at(0))).toEqual(move(2))
  })

  it('open a closed list: on the first answer, on the last one, on none', () => {
    expect(press('ArrowDown', LISTE_FERMEE)).toEqual(move(0))
    expect(press('ArrowUp', LISTE_FERMEE)).toEqual(move(2))
    expect(press('ArrowDown', LISTE_FERMEE, 3, 'blois', { altKey: true })).toEqual(move(-1))
    expect(press('ArrowUp', at(1), 3, 'blois', { altKey: true })).toEqual({
      type: 'bouger',
      etat: LISTE_FERMEE
    })
  })

  it('choose what is in view, the best answer otherwise, and wait where there is none yet', () => {
    expect(press('Enter', at(2))).toEqual({ type: 'choisir', position: 2 })
    expect(press('Enter', LISTE_OUVERTE)).toEqual({ type: 'choisir', position: 0 })
    expect(press('Enter', LISTE_FERMEE)).toEqual({ type: 'choisir', position: 0 })
    expect(press('Enter', LISTE_OUVERTE, 0)).toEqual({ type: 'choisir', position: null })
    expect(press('Enter', LISTE_FERMEE, 0, ' ')).toBeNull()
  })

  it('Escape closes, then clears, then is somebody else’s', () => {
    expect(press('Escape', at(1))).toEqual({ type: 'bouger', etat: LISTE_FERMEE })
    expect(press('Escape', LISTE_FERMEE)).toEqual({ type: 'vider' })
    expect(press('Escape', LISTE_OUVERTE, 0)).toEqual({ type: 'vider' })
    expect(press('Escape', LISTE_FERMEE, 0, '')).toBeNull()
  })

  it.each(['Home', 'End', 'ArrowLeft', 'ArrowRight', 'a', 'Tab', 'Backspace'])('%s is the text’s', (key) => {
    expect(press(key, at(1))).toBeNull()
  })

  it('leaves keys alone that a modifier or an input method claims', () => {
    expect(press('ArrowDown', at(0), 3, 'blois', { shiftKey: true })).toBeNull()
    expect(press('Enter', at(0), 3, 'blois', { isComposing: true })).toBeNull()
  })

  it('has nowhere to go without answers', () => {
    expect(press('ArrowDown', LISTE_OUVERTE, 0)).toBeNull()
    expect(press('ArrowUp', LISTE_OUVERTE, 0)).toBeNull()
  })
})

const choose = (query: string, type?: string, vue: Vue = VUE_PAR_DEFAUT) => {
  const trouve = searchLieux(INDEX, query).find(({ lieu }) => type === undefined || lieu.type === type)
  if (!trouve) throw new Error(`nothing for ${query}`)
  return toVue(trouve.lieu, vue)
}

describe('the view of a place', () => {
  it.each([
    ['Blois', undefined, { territoire: '41', region: null, lieu: ['41018'] }],
    ['Bretagne', 'region', { territoire: null, region: '53', lieu: [] }],
    ['Loiret', 'departement', { territoire: '45', region: null, lieu: [] }],
    ['Papeete', undefined, { territoire: null, region: null, lieu: ['98735'] }],
    ['200030385', undefined, { territoire: '41', region: null, lieu: ['200030385'] }]
  ])('%s', (query, type, attendu) => {
    expect(choose(query, type)).toEqual(attendu)
  })

  it('of a group across territories is its first one', () => {
    const { lieu } = INDEX.repertoire.groupements
      .map((groupe) => ({ lieu: groupe }))
      .find(({ lieu: groupe }) => groupe.territoires.length > 1) ?? { lieu: null }
    expect(lieu && toVue(lieu, VUE_PAR_DEFAUT).territoire).toBe(lieu?.territoires[0])
    expect(lieu?.territoires[0]).toBeDefined()
  })

  it('is completed from a link that names the place alone, and only then', () => {
    const lieux = { resolve: (cle: string) => resolveLieu(INDEX, cle) }
    const lieu = ['45234', '41018']
    expect(completeTerritoire({ ...VUE_PAR_DEFAUT, lieu }, lieux)).toEqual({ territoire: '41', lieu })
    expect(completeTerritoire({ ...VUE_PAR_DEFAUT, lieu, territoire: '45' }, lieux)).toEqual({})
    expect(completeTerritoire({ ...VUE_PAR_DEFAUT, lieu, region: '24' }, lieux)).toEqual({})
    expect(completeTerritoire({ ...VUE_PAR_DEFAUT, lieu: ['99999'] }, lieux)).toEqual({})
    expect(completeTerritoire({ ...VUE_PAR_DEFAUT, lieu: ['98735'] }, lieux)).toEqual({})
    expect(completeTerritoire(VUE_PAR_DEFAUT, lieux)).toEqual({})
    // Places kept as marks: the sheet was closed on purpose.
    expect(completeTerritoire({ ...VUE_PAR_DEFAUT, lieu, animation: ['lieux'] }, lieux)).toEqual({})
  })

  it('loses its head with its sheet; several places are marks and stay', () => {
    const blois = { ...VUE_PAR_DEFAUT, territoire: '41', lieu: ['41018'] }
    expect(changeVue(blois, { territoire: '45' }).lieu).toEqual([])
    expect(changeVue(blois, { territoire: null }).lieu).toEqual([])
    expect(changeVue(blois, { region: '24', territoire: null }).lieu).toEqual([])
    expect(changeVue(blois, { territoire: '41', panneau: 'calendrier' }).lieu).toEqual(['41018'])
    expect(changeVue(blois, { territoire: '45', lieu: ['41018'] }).lieu).toEqual(['41018'])
    const deux = { ...blois, lieu: ['41018', '45234'] }
    expect(changeVue(deux, { territoire: '45' }).lieu).toEqual(deux.lieu)
  })
})

describe('the places', () => {
  it('are read once, and again after a failure', async () => {
    let lectures = 0
    let texte = TEXTE_LIEUX.slice(0, 1000)
    const lieux = new Lieux(() => {
      lectures++
      return Promise.resolve(texte)
    })
    expect(lieux.etat).toBe('absent')
    expect(lieux.search('Blois')).toEqual([])
    await Promise.all([lieux.load(), lieux.load()])
    expect(lectures).toBe(1)
    expect(lieux.etat).toBe('echec')
    expect(lieux.probleme?.fichier).toBe('lieux/lieux.json')
    expect(lieux.isSansProgramme).toBe(false)
    texte = TEXTE_LIEUX
    await lieux.load()
    await lieux.load()
    expect(lectures).toBe(2)
    expect(lieux.etat).toBe('pret')
    expect(lieux.probleme).toBeNull()
    expect(lieux.resolve('41018')?.lieu.nom).toBe('Blois')
  })
})
