/** What ends every stylesheet of a build: one that comes cut short, or empty, has it not (src/ui/feuilles.ts). */
export const FIN = '.fne-fin{}'

/** Vite's own helper, which loads the stylesheets of a program that is loaded later, remembers one that failed as one that came. */
const AIDE = 'vite/preload-helper.js'
const RETENU = /seen\[href\] = (?:void 0|undefined);(\s*throw err)/

/**
 * A Vite plugin: stylesheets whose end can be seen, and that are asked for again with the program that needs them, once they
 * failed. Without it that program would be shown without its style, and nothing said.
 * @returns {import('vite').Plugin}
 */
export function feuilles() {
  return {
    name: 'carte-fne:feuilles',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: new RegExp(AIDE.replaceAll('.', '\\.')) },
      handler(code) {
        if (!RETENU.test(code)) throw new Error(`${AIDE}\u202F: Vite a changé, voir scripts/feuilles.mjs.`)
        return { code: code.replace(RETENU, 'delete seen[href];$1'), map: null }
      }
    },
    generateBundle: {
      order: 'post',
      handler(_, fichiers) {
        for (const fichier of Object.values(fichiers))
          if (fichier.type === 'asset' && fichier.fileName.endsWith('.css')) fichier.source += FIN
      }
    }
  }
}
