import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The style of the app by file, without comments and without what is for paper alone. */
const FEUILLES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((nom) => /\.(?:css|svelte)$/.test(nom) && !nom.endsWith('impression.css'))
  .map((nom) => {
    const texte = readFileSync(join('src', nom), 'utf8')
    const style = nom.endsWith('.css') ? texte : (/<style[^>]*>([\s\S]*?)<\/style>/.exec(texte)?.[1] ?? '')
    return {
      nom: nom.replaceAll('\\', '/'),
      style: style
        .replaceAll(/\/\*[\s\S]*?\*\//g, '')
        .replaceAll(/@media print(?:[^{}]*)\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    }
  })

/** What stands before each block of declarations. */
const listSelecteurs = (style: string): string[] =>
  [...style.matchAll(/([^{};]+)\{/g)]
    .map(([, selecteur = '']) => selecteur.trim())
    .filter((selecteur) => !selecteur.startsWith('@'))

describe('selectors', () => {
  // A browser finds the rules of an element by its classes, its name or its id. A selector that ends in a list alone has
  // none of these: it is tried on each of the hundreds of elements of the map, whenever one of them changes.
  it('do not end in a list alone, which is tried on every element', () => {
    expect(FEUILLES.length).toBeGreaterThan(40)
    const fautes = FEUILLES.flatMap(({ nom, style }) =>
      listSelecteurs(style)
        .filter((selecteur) => /(?:^|[\s>+~(]):is\((?:[^()]|\([^()]*\))*\)\)?(?:\s*,|$)/.test(selecteur))
        .map((selecteur) => `${nom} : ${selecteur.replaceAll(/\s+/g, ' ')}`)
    )
    expect(fautes).toEqual([])
  })
})

describe('custom properties that an element is given', () => {
  // Whatever stands below it inherits them: a new value has the style of all of it reckoned anew, read or not.
  it('are read somewhere', () => {
    const textes = [
      readFileSync('index.html', 'utf8'),
      ...readdirSync('src', { recursive: true, encoding: 'utf8' })
        .filter((nom) => /\.(?:css|svelte|ts)$/.test(nom))
        .map((nom) => readFileSync(join('src', nom), 'utf8'))
    ].join('\n')
    const list = (motif: RegExp) => new Set([...textes.matchAll(motif)].map(([, nom = '']) => nom))
    const donnees = list(/(?:style:|setProperty\(\s*['`])(--[\w-]+)/g)
    const lues = list(/(?:var|getPropertyValue)\(\s*['`]?(--[\w-]+)/g)
    expect(donnees.size).toBeGreaterThan(3)
    expect([...donnees].filter((nom) => !lues.has(nom))).toEqual([])
  })
})
