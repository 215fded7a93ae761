import { describe, expect, it } from 'vitest'
import { createLecteurHttp, ErreurDeLecture } from '../../src/data/lecture'
import { CHEMIN_INDEX, cheminEcartsConnus, loadEcartsConnus, loadIndex } from '../../src/data/instantanes'
import { DATE } from './fichiers'
import { readFige } from '../fixtures/figes'

const INDEX = readFige(CHEMIN_INDEX)
const CONNUS = readFige(cheminEcartsConnus(DATE))
const index = (texte: string) => loadIndex(async () => texte)
const connus = (texte: string) => loadEcartsConnus(async () => texte, DATE)

/** Line and column, from 1, at which a text stands in a file. */
function placeOf(texte: string, mot: string) {
  const avant = texte.slice(0, texte.indexOf(mot)).split('\n')
  return { ligne: avant.length, colonne: (avant.at(-1)?.length ?? 0) + 1 }
}

it('the shipped files have no problem, and nothing of them is left out', async () => {
  expect(await index(INDEX)).toEqual({ valeur: JSON.parse(INDEX).instantanes, problemes: [] })
  expect(await connus(CONNUS)).toEqual({ valeur: JSON.parse(CONNUS).ecarts, problemes: [] })
})

describe('the list of snapshots', () => {
  const MODELE = '{ "instantanes": [{ "date": "2024-12-06", "titre": "Décembre 2024" }] }'
  it.each([
    ['a missing comma', MODELE.replace('", "titre"', '" "titre"'), '"titre"', /virgule/],
    ['a comment', MODELE.replace('[{', '[/* mars */{'), '/*', /commentaires/],
    ['a comma too much', MODELE.replace(' }]', ' },]'), ']', /virgule/]
  ])('%s: told where it is, and no list', async (_, texte, mot, phrase) => {
    const { valeur, problemes } = await index(texte)
    expect(valeur).toBeNull()
    expect(problemes[0]).toMatchObject({
      fichier: 'index.json',
      gravite: 'erreur',
      ...placeOf(texte, mot)
    })
    expect(problemes[0]?.message).toMatch(phrase)
  })

  it('an entry that is wrong is told with its place, and the others are kept', async () => {
    const texte = `{
  "instantanes": [
    { "date": "juin 2025", "titre": "Juin" },
    { "date": "2024-12-06", "titre": "Décembre 2024" },
    { "titre": "Sans date" }
  ]
}`
    const { valeur, problemes } = await index(texte)
    expect(valeur).toEqual([{ date: '2024-12-06', titre: 'Décembre 2024' }])
    expect(problemes).toHaveLength(2)
    expect(problemes[0]).toMatchObject({ ...placeOf(texte, '"juin 2025"'), champ: 'instantanes[0].date' })
    expect(problemes[0]?.message).toMatch(/juin 2025.*nom du dossier/)
    expect(problemes[1]).toMatchObject({ ligne: 5, colonne: 5 })
    expect(problemes[1]?.message).toMatch(/Il manque le champ «\u00A0date\u00A0»/)
  })

  it.each([
    ['{}', /Il manque le champ «\u00A0instantanes/],
    ['{ "instantanes": "décembre" }', /liste entre crochets/],
    ['{ "instantanes": [] }', /vide/],
    ['', /vide/],
    ['<!doctype html>', /page web/],
    ['[]', /objet/]
  ])('%s is no list, and says why', async (texte, phrase) => {
    const { valeur, problemes } = await index(texte)
    expect(valeur).toBeNull()
    expect(problemes).toHaveLength(1)
    expect(problemes[0]?.message).toMatch(phrase)
    expect(problemes[0]).toMatchObject({ ligne: 1 })
  })
})

describe('the known discrepancies', () => {
  it('a file that breaks off is told where it does: nothing of it passes for known', async () => {
    const coupe = CONNUS.slice(0, CONNUS.indexOf('"compte": 32'))
    const { valeur, problemes } = await connus(coupe)
    expect(valeur).toBeNull()
    expect(problemes[0]).toMatchObject({ fichier: 'ecarts-connus.json', ligne: coupe.split('\n').length })
  })

  it('one that is wrong is told, and the others stay known', async () => {
    const texte = CONNUS.replace('"annonce": 99', '"annonce": "99"')
    const { valeur, problemes } = await connus(texte)
    expect(valeur).toEqual(JSON.parse(CONNUS).ecarts.slice(1))
    expect(problemes).toHaveLength(1)
    expect(problemes[0]).toMatchObject({ ...placeOf(texte, '"99"'), champ: 'ecarts[0].annonce' })
    expect(problemes[0]?.message).toMatch(/nombre/)
  })

  it('a file that is not there is none; one that cannot be had is told', async () => {
    const sans = (options: { absent: boolean }) =>
      loadEcartsConnus(async (chemin) => {
        throw new ErreurDeLecture(chemin, 'Le fichier n’a pas pu être chargé.', options)
      }, DATE)
    expect(await sans({ absent: true })).toEqual({ valeur: [], problemes: [] })
    expect((await sans({ absent: false })).problemes[0]).toMatchObject({ gravite: 'erreur' })
  })

  it.each([
    [404, true],
    [503, false]
  ])('the server’s answer %i says whether there is such a file', async (status, absent) => {
    const { fetch } = globalThis
    globalThis.fetch = async () => new Response('', { status })
    try {
      await expect(createLecteurHttp('http://localhost/')('x.json')).rejects.toMatchObject({ absent })
    } finally {
      globalThis.fetch = fetch
    }
  })
})
