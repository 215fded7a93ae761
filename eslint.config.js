import js from '@eslint/js'
import compat from 'eslint-plugin-compat'
import globals from 'globals'
import svelte from 'eslint-plugin-svelte'
import ts from 'typescript-eslint'
import { chargement } from './scripts/regles/chargement.mjs'
import { pieces } from './scripts/regles/pieces.mjs'

export default ts.config(
  {
    ignores: [
      'dist/',
      'dist-portable/',
      'node_modules/',
      'static/',
      'scripts/*/node_modules/',
      'tests/bench/pairs/node_modules/',
      '.cache/',
      '.svelte-check/',
      'playwright-report/',
      'test-results/'
    ]
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'svelte/no-at-html-tags': 'error',
      // Values are replaced whole ($state.raw, $derived): reactive collections would only hide where they change.
      'svelte/prefer-svelte-reactivity': 'off',
      'no-console': 'error'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } }
  },
  { files: ['scripts/**', 'tests/**', '*.config.*'], rules: { 'no-console': 'off' } },
  {
    files: ['tests/**'],
    // What is measured is what is published.
    ignores: ['tests/bench/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['Literal[value=', 'TemplateElement[value.raw='].map((selector) => ({
          selector: `${selector}/static\\u002Fdonnees\\u002F(?!schema-)/]`,
          message: 'What is published changes: tests read the frozen copy (tests/fixtures/figes.ts).'
        }))
      ]
    }
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    plugins: { maison: { rules: { pieces, chargement } } },
    rules: { 'maison/pieces': 'error', 'maison/chargement': 'error' }
  },
  {
    // What the browsers that package.json names have not.
    files: ['src/**/*.{ts,svelte}'],
    plugins: { compat },
    rules: { 'compat/compat': 'error' },
    settings: { lintAllEsApis: true }
  },
  {
    files: ['tests/e2e/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@playwright/test',
          message: 'Tests come from ./banc: there they fail where the page breaks its own policy of security.'
        }
      ]
    }
  },
  {
    files: ['src/**'],
    ignores: ['src/data/lecture.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          name: 'fetch',
          message:
            'Files are read through a LireTexte: the single-file app has them in its page (src/data/lecture.ts).'
        }
      ]
    }
  },
  {
    // The mere look at a storage throws where the browser refuses it.
    files: ['src/**'],
    ignores: ['src/ui/stockage.ts', 'src/presentation/memoire.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self'].flatMap((object) =>
          ['localStorage', 'sessionStorage', 'indexedDB'].map((property) => ({
            object,
            property,
            message: 'Storage can be refused: use src/ui/stockage.ts, or src/data/depot.ts.'
          }))
        )
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression > Identifier.object[name=/^(localStorage|sessionStorage|indexedDB)$/]',
          message: 'Storage can be refused: use src/ui/stockage.ts, or src/data/depot.ts.'
        },
        {
          selector: 'CallExpression > MemberExpression.callee > Identifier.property[name="scrollIntoView"]',
          message:
            'It scrolls the page that this one is embedded in, too: use scrollDansLaPage (src/ui/focus.ts).'
        }
      ]
    }
  },
  {
    files: ['src/domain/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'fetch',
        'location',
        'history',
        'localStorage',
        'navigator',
        'indexedDB',
        'URL',
        'URLSearchParams'
      ]
    }
  }
)
