import fc from 'fast-check'
import { flushSync, mount, unmount, type Component } from 'svelte'
import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import Alertes from '../../src/app/Alertes.svelte'
import { cheminChiffres } from '../../src/data/instantanes'
import { REGISTRE } from '../../src/panels/cadre/registre'
import { Atlas } from '../../src/state/atlas.svelte'
import { CARACTERE } from './caractere'
import { DATE } from './fichiers'
import AvecAtlas from './composants/AvecAtlas.svelte'

const lireStatic = (chemin: string) => Promise.resolve(readFileSync(`static/${chemin}`, 'utf8'))

/** Draws a component at an address, and gives what it says. */
function draw(composant: Component, atlas: Atlas, query: string): string {
  window.history.replaceState(null, '', '/' + query)
  const stop = atlas.navigation.listen()
  const target = document.createElement('div')
  const instance = mount(AvecAtlas, { target, props: { atlas, composant } })
  flushSync()
  const texte = target.textContent
  void unmount(instance)
  stop()
  return texte
}

const NOMS = [
  ...['vue', 'territoire', 'region', 'panneau', 'tri', 'filtre', 'epingles', 'texte', 'lieu', 'animation'],
  ...['instantane', 'comparer', 'mode', 'scene', 'Territoire', 'amp;territoire', '__proto__', 'constructor']
]
const VALEURS = [
  ...['zzz', '97', '45', '041', '__proto__', 'constructor', 'toString', 'ecart:constructor', 'ecart:zzz'],
  ...['%', '%E0%A4%A', '%00', '%F0%9F', '<b>', '&amp;', '', ',,,', 'presentation', 'region', '-1', '1e9']
]
const morceau = fc.oneof(fc.constantFrom(...VALEURS), fc.string({ unit: CARACTERE, maxLength: 12 }))
const parametre = fc
  .tuple(fc.constantFrom(...NOMS), fc.array(morceau, { minLength: 1, maxLength: 6 }))
  .map(([nom, valeurs]) => `${nom}=${valeurs.join(',')}`)
const requete = fc.array(parametre, { maxLength: 12 }).map((parametres) => `?${parametres.join('&')}`)

describe('whatever the link holds', () => {
  const atlas = new Atlas(lireStatic)

  it('the notices are drawn, and short', () => {
    fc.assert(
      fc.property(requete, (query) => {
        // A '#' ends the query.
        expect(draw(Alertes, atlas, query.replaceAll('#', '')).length).toBeLessThan(1500)
      }),
      { numRuns: 300 }
    )
  })

  it.each([
    ['?filtre=zzz,zzz', 'filtre=zzz'],
    ['?epingles=97,97', 'epingles=97'],
    ['?filtre=ecart:zzz', 'filtre=ecart:zzz'],
    ['?filtre=ecart:constructor', 'filtre=ecart:constructor'],
    ['?vue=zzz&vue=zzz', 'vue=zzz']
  ])('%s is told once', (query, cite) => {
    const texte = draw(Alertes, atlas, query)
    expect(texte.split(cite)).toHaveLength(2)
    expect(texte).not.toContain('native code')
  })

  it.each(['filtre', 'epingles', 'lieu', 'territoire', 'texte', 'scene', 'zzz'])(
    '100 kB in %s give one short notice at most',
    (nom) => {
      const codes = Array.from({ length: 20_000 }, (_, n) => String(10_000 + n))
      for (const valeur of [codes.join(','), 'z'.repeat(100_000), '97,'.repeat(30_000)]) {
        const texte = draw(Alertes, atlas, `?${nom}=${valeur}`)
        expect(texte.length, texte.slice(0, 300)).toBeLessThan(300)
      }
    }
  )
})

describe('a file in which things bear one name', () => {
  /** Every identifier is the same, every target of one year, every signatory of one name. */
  const repete = (texte: string) =>
    texte
      .replace(/"id": "[^"]*"/g, '"id": "meme"')
      .replace(/"annee": \d+/g, '"annee": 2027')
      .replace(
        /("signataires": [^]*?"liste": )([^]*?\n {4}\])/,
        (_, debut: string, liste: string) => debut + liste.replace(/"nom": "[^"]*"/g, '"nom": "Le même"')
      )

  it.each(Object.keys(REGISTRE) as (keyof typeof REGISTRE)[])('draws the panel %s', async (cle) => {
    const atlas = new Atlas(async (chemin) => {
      const texte = await lireStatic(chemin)
      return chemin === cheminChiffres(DATE) ? repete(texte) : texte
    })
    window.history.replaceState(null, '', '/')
    await atlas.load()
    const { composant, charger } = REGISTRE[cle]
    const panneau = composant ?? (await charger?.())
    expect(
      draw(panneau as Component, atlas, `?panneau=${cle}&territoire=45&epingles=45,41`).length
    ).toBeGreaterThan(10)
    expect(atlas.problemes.map(({ message }) => message).join()).toMatch(/déjà pris|identifiant/)
  })
})
