import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadScenes, parseScenes } from '../../src/data/scenes'
import { ErreurDeLecture } from '../../src/data/lecture'
import { FILTRES } from '../../src/domain/vue/filtres'
import { formatProbleme } from '../../src/domain/texte/probleme'
import { CONTENUS, DISPOSITIONS } from '../../src/domain/vue/scene'
import { createReponses, fill, INCONNU, listInconnus } from '../../src/domain/vue/jetons'
import { PANNEAUX, VUES } from '../../src/state/vue'
import { CHIFFRES, INSTANTANE, TEXTE_SOURCE } from './fichiers'
import { readFige } from '../fixtures/figes'

const TEXTE = readFige('donnees/scenes.json')
const SCHEMA = JSON.parse(readFileSync('static/donnees/schema-scenes.json', 'utf8'))
const read = (texte: string) => parseScenes(texte, 'scenes.json')
const SCENES = read(TEXTE).valeur ?? []
const repondre = createReponses({ territoires: INSTANTANE.territoires, chiffres: CHIFFRES })

/** Where a passage starts in a text, as an editor counts. */
function locate(texte: string, passage: string) {
  const avant = texte.slice(0, texte.indexOf(passage))
  return { ligne: avant.split('\n').length, colonne: avant.length - avant.lastIndexOf('\n') }
}

describe('the schema of the scenes', () => {
  const { properties } = SCHEMA.$defs.scene
  it('knows the views, filters, panels and contents that the app has, and no other', () => {
    expect(properties.vue.enum).toEqual([...VUES])
    expect(properties.filtre.items.enum).toEqual([...FILTRES])
    expect(properties.panneau.enum).toEqual([...PANNEAUX])
    expect(properties.contenu.enum).toEqual([...CONTENUS])
    expect(properties.disposition.enum).toEqual([...DISPOSITIONS])
  })
})

describe('the shipped scenes', () => {
  it('are all right, and the data answer every name in them', () => {
    expect(read(TEXTE).problemes).toEqual([])
    expect(SCENES).toHaveLength(JSON.parse(TEXTE).scenes.length)
    for (const scene of SCENES) {
      expect(listInconnus(scene, repondre), scene.id).toEqual([])
    }
  })

  it('write no figure themselves: those are in the data', () => {
    for (const { id, titre, texte = [], notes = '' } of SCENES) {
      const mots = [titre, ...texte, notes].join(' ').replace(/\{[^{}]*\}/g, '')
      expect(mots.match(/\d+/g) ?? [], id).toEqual([])
    }
  })

  it('tell the story in the order of the deck', () => {
    // A passage of each slide, by the content or elements that tells it.
    const passages: readonly (readonly [string, string])[] = [
      ['evenement', 'ANIMATRICE'],
      ['plan', 'Objectifs 2027'],
      ['signataires', 'Signataires :'],
      ['axe-1', 'Axe 1 :'],
      ['axe-2', 'Engagement #4'],
      ['axe-3', 'Engagement #9'],
      ['axe-4', 'Engagement #13'],
      ['etape-1', '1. Co-construction'],
      ['etape-2', '2. Mobilisation'],
      ['etape-3', '3. Validation'],
      ['etape-4', '4. Demandes'],
      ['coporteurs', '99 gouvernances territoriales'],
      ['gouvernances-manquantes', 'Non-remontées'],
      ['feuilles-de-route', '127 feuilles de routes'],
      ['feuilles-manquantes', 'Auvergne-Rhône-Alpes : 1 Ain'],
      ['financements', 'Focus – Moyens mobilisés'],
      ['indicateur-accompagnements', "Nombre d'accompagnements"],
      ['postes', '3800 postes'],
      ['indicateur-aidants-formes', "Nombre d'aidants numériques formés"]
    ]
    const places = passages.map(([, passage]) => TEXTE_SOURCE.indexOf(passage))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    const contees = SCENES.filter(({ masquee }) => !masquee)
      .flatMap(({ contenu = '', elements }) => elements ?? [contenu])
      // The deck tells of the deadline once more, with the money.
      .filter((nom) => nom !== 'financements-echeance')
    expect(contees).toEqual([...passages.map(([nom]) => nom), 'lien'])
  })
})

describe('reading scenes', () => {
  it('leaves a broken scene out, says where and why, and keeps the others in their order', () => {
    const faute = '"disposition": "grande"'
    const texte = TEXTE.replace('"disposition": "texte"', faute)
    const { valeur, problemes } = read(texte)
    expect(valeur?.map(({ id }) => id)).toEqual(SCENES.slice(1).map(({ id }) => id))
    expect(problemes).toHaveLength(1)
    const { ligne, colonne } = locate(texte, '"grande"')
    expect(problemes[0]).toMatchObject({ ligne, colonne })
    expect(formatProbleme(problemes[0] as never)).toMatch(
      /^scenes\.json, ligne \d+, colonne \d+\u00A0: Scène 1 \(ouverture\) laissée de côté\u00A0: «\sgrande\s» n’est pas permis/
    )
  })

  const un = (scene: object) =>
    read(
      JSON.stringify({
        scenes: [
          { id: 'a', titre: 'A' },
          { id: 'b', titre: 'B', ...scene }
        ]
      })
    )
  it.each([
    ['an unknown panel', { panneau: 'meteo' }, /« meteo » n’est pas permis pour « panneau »/],
    ['an unknown view', { vue: 'relief' }, /« relief » n’est pas permis pour « vue »/],
    ['an unknown filter', { filtre: ['tous'] }, /« tous » n’est pas permis/],
    ['an unknown territory', { territoire: '20' }, /« 20 » n’est pas le code d’un territoire/],
    ['an unknown region', { region: '99' }, /« 99 » n’est pas le code d’une région/],
    ['a misspelt field', { note: 'x' }, /« note » n’est pas prévu/],
    ['a panel and a content', { panneau: 'synthese', contenu: 'plan' }, /un panneau ou un contenu/],
    ['a content without its element', { contenu: 'indicateur' }, /a besoin du champ « elements »/],
    ['an identifier taken', { id: 'a' }, /déjà pris plus haut/],
    ['a link that is none', { lien: 'carte.fr' }, /n’a pas la forme attendue pour « lien »/]
  ])('names %s', (_, scene, message) => {
    const { valeur, problemes } = un(scene)
    expect(valeur?.map(({ id }) => id)).toEqual(['a'])
    expect(problemes.map(({ message: dit }) => dit.replace(/\u00A0/g, ' ')).join()).toMatch(message)
    expect(problemes[0]?.ligne).toBe(1)
  })

  it('plays what stands before the place where the text breaks off', () => {
    const { valeur, problemes } = read(TEXTE.slice(0, TEXTE.indexOf('"id": "signataires"') + 40))
    expect(valeur?.map(({ id }) => id)).toEqual(SCENES.slice(0, 2).map(({ id }) => id))
    expect(problemes.length).toBeGreaterThan(0)
  })

  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><title>Portail</title>'],
    ['another document', '{"instantanes": []}'],
    ['a list of nothing', '{"scenes": []}'],
    ['only hidden scenes', '{"scenes": [{"id": "a", "titre": "A", "masquee": true}]}'],
    ['only broken scenes', '{"scenes": [{"id": "a"}, 3]}']
  ])('says that %s is no presentation', (_, texte) => {
    const { valeur, problemes } = read(texte)
    expect(valeur).toBeNull()
    expect(problemes.length).toBeGreaterThan(0)
  })

  it('never rejects: no network is a problem like another', async () => {
    const { valeur, problemes } = await loadScenes(() =>
      Promise.reject(new ErreurDeLecture('donnees/scenes.json', 'le réseau ne répond pas.'))
    )
    expect(valeur).toBeNull()
    expect(problemes[0]?.message).toContain('réseau')
  })
})

describe('the words of a scene', () => {
  it('take their figures from the data in view', () => {
    const { territoires } = INSTANTANE
    const avec = territoires.filter(({ gouvernance }) => gouvernance.etat === 'remontee')
    const sansFeuille = territoires.filter((t) => !t.feuillesDeRoute.some(({ etat }) => etat === 'remontee'))
    const comptes = {
      territoires: territoires.length,
      gouvernances: avec.length,
      'gouvernances-manquantes': territoires.length - avec.length,
      'feuilles-de-route': territoires.length - sansFeuille.length,
      'feuilles-manquantes': sansFeuille.length,
      'feuilles-manquantes-avec-gouvernance': sansFeuille.filter((t) => avec.includes(t)).length
    }
    for (const [nom, compte] of Object.entries(comptes))
      expect(fill(`{${nom}} sur la carte`, repondre), nom).toBe(`${compte} sur la carte`)
    expect(fill('{gouvernances}', repondre)).toBe(CHIFFRES.gouvernances?.remontees.texte)
    expect(fill('{feuilles-de-route}', repondre)).toBe(CHIFFRES.feuillesDeRoute?.remontees.texte)
    const autres = createReponses({ territoires: INSTANTANE.territoires.slice(0, 12), chiffres: {} })
    expect(fill('{territoires}', autres)).toBe('12')
  })

  it('show that the data do not say, and the presenter is told which name', () => {
    const scene = {
      id: 'a',
      titre: '{inconnu} et {gouvernances}',
      notes: '{inconnu}',
      elements: ['axe-1', 'axe-9']
    }
    expect(fill(scene.titre, repondre)).toMatch(new RegExp(`^${INCONNU} et \\d+$`))
    expect(listInconnus(scene, repondre)).toEqual(['inconnu', 'axe-9'])
    // What every object has is no fact.
    expect(fill('{toString} {constructor} {__proto__}', repondre)).toBe(`${INCONNU} ${INCONNU} ${INCONNU}`)
    const vide = createReponses({ territoires: [], chiffres: {} })
    expect(fill('{gouvernances}', vide)).toBe(INCONNU)
  })
})
