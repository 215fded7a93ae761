import postcss from 'postcss'
import { PurgeCSS } from 'purgecss'

/** Where the classes of the design system are written: whole words, none is put together from parts. */
const CONTENU = ['index.html', 'src/**/*.svelte', 'src/**/*.ts']

/**
 * Vite plugins that keep of the design system's style what the app can use: of 340 kB the rules for some twenty
 * classes, then the colours that they name. Our own rules are left as they are.
 * @returns {import('vite').Plugin[]}
 */
export function dsfrUtile() {
  return [
    {
      name: 'dsfr-utile',
      enforce: 'pre',
      async transform(code, id) {
        if (!id.includes('@gouvfr/dsfr/') || !/\.css(\?|$)/.test(id)) return null
        // The theme is an attribute that the page sets on itself.
        const safelist = { standard: [/^data-fr-/, /^(dark|light)$/], deep: [/^:root/] }
        const [resultat] = await new PurgeCSS().purge({ content: CONTENU, css: [{ raw: code }], safelist })
        return resultat?.css ?? null
      }
    },
    {
      name: 'dsfr-variables',
      apply: 'build',
      enforce: 'post',
      generateBundle(_options, bundle) {
        const fichiers = Object.values(bundle)
        const styles = fichiers.filter(({ type, fileName }) => type === 'asset' && fileName.endsWith('.css'))
        const scripts = fichiers.flatMap((fichier) => (fichier.type === 'chunk' ? [fichier.code] : []))
        const arbres = styles.map(({ source }) => postcss.parse(String(source)))
        dropVariables(arbres, listNoms(scripts.join('\n')))
        styles.forEach((fichier, i) => (fichier.source = arbres[i].toString()))
      }
    }
  ]
}

const listNoms = (texte) => new Set(texte.match(/--[\w-]+/g) ?? [])

/**
 * Takes the custom properties away that nobody reads, then those that only these read. Ours (`--fne-`) stay.
 * @param {import('postcss').Root[]} arbres every style sheet of the app
 * @param {ReadonlySet<string>} ailleurs names that the program reads or sets
 */
export function dropVariables(arbres, ailleurs) {
  for (;;) {
    const lues = new Set(ailleurs)
    for (const arbre of arbres)
      arbre.walkDecls(({ value }) => {
        for (const [, nom] of value.matchAll(/var\(\s*(--[\w-]+)/g)) lues.add(nom)
      })
    let encore = false
    for (const arbre of arbres)
      arbre.walkDecls(/^--(?!fne-)/, (declaration) => {
        if (lues.has(declaration.prop)) return
        const regle = declaration.parent
        declaration.remove()
        if (regle?.nodes?.length === 0) regle.remove()
        encore = true
      })
    if (!encore) return
  }
}
