import { defineConfig } from 'vite'
import browserslistToEsbuild from 'browserslist-to-esbuild'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { dsfrFonts } from './scripts/dsfrFonts.mjs'
import { dsfrUtile } from './scripts/dsfrUtile.mjs'
import { tailleMinimale } from './scripts/tailleMinimale.mjs'
import { DIST, STATIQUE } from './scripts/dossiers.mjs'
import { feuilles } from './scripts/feuilles.mjs'
import { horsLigne } from './scripts/horsLigne.mjs'
import { noteLicences, writeLicences } from './scripts/licences.mjs'
import { policesExport } from './scripts/policesExport.mjs'

export default defineConfig(({ mode }) => ({
  // Relative addresses: the built folder works at the root of a domain or in any sub-folder.
  base: './',
  publicDir: STATIQUE,
  // The single file, which has no address, adds its own (scripts/portable.mjs).
  plugins: [
    dsfrFonts(),
    dsfrUtile(),
    policesExport(),
    svelte(),
    feuilles(),
    noteLicences(),
    writeLicences(),
    mode === 'portable' ? [] : horsLigne()
  ],
  css: { postcss: { plugins: [tailleMinimale()] } },
  worker: { format: 'es', plugins: () => [noteLicences()] },
  build: {
    outDir: DIST,
    // A folder of the tests' own lies as deep as they like.
    emptyOutDir: true,
    // The browsers that package.json names.
    target: browserslistToEsbuild(),
    // Says what the start of the app is made of (scripts/horsLigne.mjs, which takes it away again).
    manifest: mode !== 'portable',
    // MapLibre alone is above the default limit; it is loaded after the first paint.
    chunkSizeWarningLimit: 1100,
    // The first view is drawn in a plugin's callback: it is no plugin that is slow.
    rolldownOptions: { checks: { pluginTimings: false } }
  }
}))
