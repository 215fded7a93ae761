import { readdirSync, readFileSync } from 'node:fs'
import { Linter } from 'eslint'
import ts from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { chargement } from '../../scripts/regles/chargement.mjs'
import { checkExport, takeExport } from '../../src/data/charger'

interface Programme {
  readonly faire?: () => string
}

/**
 * What `import()` makes of each accident on the way, in a browser: a program that is missing, refused, cut short or something
 * else is none; one that is empty is one, without an export (pannes.spec shows both, in Chromium).
 */
const ACCIDENTS: Readonly<Record<string, () => Promise<Programme>>> = {
  'not there (404)': () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
  'refused (500)': () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
  'not a program (HTML)': () => Promise.reject(new TypeError('Expected a JavaScript module script')),
  'broken off': () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
  'cut short': () => Promise.reject(new SyntaxError('Unexpected end of input')),
  'without its style': () => Promise.reject(new Error('Unable to preload CSS')),
  empty: () => Promise.resolve({}),
  'cut short where a sentence ends': () => Promise.resolve({ autre: 1 } as Programme)
}

const come = (cas: string): Promise<Programme> => (ACCIDENTS[cas] as () => Promise<Programme>)()

describe('a program that is loaded later', () => {
  it.each(Object.keys(ACCIDENTS))('fails where it comes %s', async (cas) => {
    await expect(takeExport(come(cas), 'faire')).rejects.toThrow()
    await expect(checkExport(come(cas), 'faire')).rejects.toThrow()
  })

  it('is what it is where it is whole', async () => {
    const faire = () => 'fait'
    expect(await takeExport(Promise.resolve<Programme>({ faire }), 'faire')).toBe(faire)
  })
})

const linter = new Linter({ cwd: '/maison' })
const lint = (texte: string) =>
  linter.verify(texte, {
    languageOptions: { parser: ts.parser as Linter.Parser },
    plugins: { maison: { rules: { chargement } } },
    rules: { 'maison/chargement': 'error' }
  })

describe('the rule by which all of them come so', () => {
  it.each([
    `const { a } = await import('./a')`,
    `const charger = () => import('./a')`,
    `void import('./a').then(({ a }) => a())`,
    `load(import('./a'), 'a')`
  ])('tells %s', (texte) => {
    expect(lint(texte)).toHaveLength(1)
  })

  it.each([
    `const a = await takeExport(import('./a'), 'a')`,
    `const { a } = await checkExport(import('./a'), 'a')`,
    `const charger = () => checkExport(import(adresse) as Promise<A>, 'a')`,
    `type A = typeof import('./a')`
  ])('lets %s be', (texte) => {
    expect(lint(texte)).toEqual([])
  })

  it('holds in all of the app, but where the single file runs a text that it carries', () => {
    const sans = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((nom) => /\.(?:ts|svelte)$/.test(nom))
      .filter((nom) => /eslint-disable.*maison\/chargement/.test(readFileSync(`src/${nom}`, 'utf8')))
    expect(sans.map((nom) => nom.replaceAll('\\', '/'))).toEqual(['export/programmeEmbarque.ts'])
  })
})
