import { describe, expect, it, vi } from 'vitest'
import { createLecteurHttp } from '../../src/data/lecture'
import { CHEMIN_LECTURES, readLecturesSures } from '../../src/data/lectureSure'
import { Atlas } from '../../src/state/atlas.svelte'
import { readFige } from '../fixtures/figes'
import { DATE } from './fichiers'

/** The files that the default view asks for, and what each is named in a sentence. */
const FICHIERS = {
  'donnees/index.json': 'index.json',
  [`donnees/${DATE}/gouvernances.csv`]: 'gouvernances.csv',
  [`donnees/${DATE}/chiffres.json`]: 'chiffres.json',
  [`donnees/${DATE}/ecarts-connus.json`]: 'ecarts-connus.json',
  'geo/territoires.topo.json': 'territoires.topo.json'
} as const

type Reponse = (texte: string) => Response | Promise<Response>
const ACCIDENTS: Readonly<Record<string, Reponse>> = {
  'not there (404)': () => new Response('', { status: 404 }),
  'refused (500)': () => new Response('Internal Server Error', { status: 500 }),
  'without a network': () => Promise.reject(new TypeError('Failed to fetch')),
  'broken off': (texte) =>
    new Response(
      new ReadableStream({
        start(suite) {
          suite.enqueue(new TextEncoder().encode(texte.slice(0, texte.length / 2)))
          suite.error(new TypeError('network error'))
        }
      })
    ),
  'cut short': (texte) => new Response(texte.slice(0, texte.length / 2)),
  empty: () => new Response(''),
  'as a page of a portal': () => new Response('<!doctype html><title>Portail Wi-Fi</title>'),
  'as null': () => new Response('null'),
  'as an empty list': () => new Response('[]'),
  'as an empty thing': () => new Response('{}'),
  'as a text': () => new Response('"rien"'),
  'as octets': () => new Response(new Uint8Array([0, 255, 254, 0, 200]))
}
const cas = (fichiers: readonly string[]) =>
  fichiers.flatMap((fichier) => Object.keys(ACCIDENTS).map((accident) => [fichier, accident] as const))

/** A page that is opened on a server where one file comes so. */
async function open(fichier: string, accident: string) {
  vi.stubGlobal('fetch', (adresse: URL) => {
    const chemin = String(adresse).replace('http://localhost/', '')
    if (chemin === fichier)
      return (ACCIDENTS[accident] as Reponse)(chemin === CHEMIN_LECTURES ? '{}' : readFige(chemin))
    return chemin === CHEMIN_LECTURES ? new Response('{}') : new Response(readFige(chemin))
  })
  const lire = createLecteurHttp('http://localhost/')
  readLecturesSures(lire)
  const atlas = new Atlas(lire)
  await atlas.load()
  vi.unstubAllGlobals()
  return atlas
}

describe('a file of the start', () => {
  it.each(cas(Object.keys(FICHIERS)))(
    '%s, %s: a French sentence that names it, and all the rest is there',
    async (fichier, accident) => {
      const atlas = await open(fichier, accident)
      expect(atlas.statut).toBe('pret')
      const nom = FICHIERS[fichier as keyof typeof FICHIERS]
      const dits = atlas.problemes.map((probleme) => `${probleme.fichier}: ${probleme.message}`)
      // Where there is none, nothing is known beforehand.
      if (nom === 'ecarts-connus.json' && accident.includes('404')) expect(dits).toEqual([])
      else {
        expect(dits.join('\n')).toContain(nom)
        // In French, and of nothing that a browser says of a program.
        expect(dits.join('\n')).toMatch(/\b(?:le|la|les|une?|il)\b/i)
        expect(dits.join('\n')).not.toMatch(/Cannot|undefined|Unexpected|not a|is not|JSON\.parse|Error/)
      }
      if (nom !== 'territoires.topo.json')
        expect(atlas.contours?.territoires.features.length).toBeGreaterThan(90)
      if (nom !== 'gouvernances.csv' && nom !== 'index.json')
        expect(atlas.territoires.length).toBeGreaterThan(90)
      if (nom !== 'chiffres.json' && nom !== 'index.json') expect(atlas.chiffres.financements).toBeDefined()
    }
  )

  it.each(cas(['donnees/lectures.json']))(
    '%s, %s: what the build has read is read anew, and nothing is wrong',
    async (fichier, accident) => {
      const atlas = await open(fichier, accident)
      expect(atlas.problemes).toEqual([])
      expect(atlas.territoires.length).toBeGreaterThan(90)
    }
  )
})
