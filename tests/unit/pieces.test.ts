import { readdirSync } from 'node:fs'
import { Linter } from 'eslint'
import ts from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { PIECES, pieces } from '../../scripts/regles/pieces.mjs'

const linter = new Linter({ cwd: '/maison' })

/** What the rule says of a file of src with this text. */
function lint(fichier: string, texte: string): string[] {
  return linter
    .verify(
      texte,
      {
        files: ['**/*.ts'],
        languageOptions: { parser: ts.parser as Linter.Parser },
        plugins: { maison: { rules: { pieces } } },
        rules: { 'maison/pieces': 'error' }
      },
      `/maison/src/${fichier}`
    )
    .map(({ message }) => message)
}

describe('the rooms of the house', () => {
  const carte = '../../map/svg/traces'
  it.each([
    `import { tracer } from '${carte}'`,
    `import type { Trace } from '${carte}'`,
    `export { tracer } from '${carte}'`,
    `export * from '${carte}'`,
    `const { tracer } = await import('${carte}')`,
    `const { tracer } = await import(\`${carte}\`)`,
    `type Trace = typeof import('${carte}')`,
    `const adresse = new URL('${carte}.ts', import.meta.url)`,
    `import url from '${carte}?url'`
  ])('do not let a panel reach into the map: %s', (texte) => {
    expect(lint('panels/fiche/essai.ts', texte)).toEqual([
      'src/panels does not import from src/map: data flow one way (see docs/architecture.md).'
    ])
  })

  it('let a room import what the table names, its own files, and packages', () => {
    const texte = `import '../commun/a'; import '../domain/b'; import './fiche/c'; import 'd3-geo'; await import('../ui/d')`
    expect(lint('panels/essai.ts', texte)).toEqual([])
    expect(lint('app/essai.ts', `await import('../presentation/Presentation.svelte')`)).toEqual([])
  })

  it('want what is imported later to be written where it is', () => {
    expect(lint('panels/essai.ts', 'await import(chemin)')).toHaveLength(1)
  })

  it.each(['svelte/reactivity', 'maplibre-gl', 'd3-geo'])('keep %s out of the domain', (paquet) => {
    expect(lint('domain/essai.ts', `import '${paquet}'`)).toEqual([
      'The domain knows no DOM, no fetch, no MapLibre.'
    ])
  })

  it('are all in the table, and a new folder is asked what it may import', () => {
    const dossiers = readdirSync('src', { withFileTypes: true }).filter((entree) => entree.isDirectory())
    expect(Object.keys(PIECES).sort()).toEqual(dossiers.map(({ name }) => name).sort())
    expect(lint('grenier/essai.ts', `import '../map/x'`)).toEqual([expect.stringContaining('src/grenier')])
  })
})
