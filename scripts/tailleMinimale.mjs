/** Sizes that follow the page's or the parent's: what is in pixels is part of a drawing, which is scaled as a whole. */
const RELATIVE = /^\d*\.?\d+(?:rem|em|%)$/

/**
 * A PostCSS plugin: no font size, whoever wrote it, goes below `--fne-texte-min` where a theme sets it
 * (docs/decisions/0005-theme-projecteur.md). Where none does, nothing changes.
 * @returns {import('postcss').Plugin}
 */
export function tailleMinimale() {
  return {
    postcssPlugin: 'fne-taille-minimale',
    Declaration: {
      'font-size': (declaration) => {
        if (!RELATIVE.test(declaration.value)) return
        declaration.value = `max(${declaration.value}, var(--fne-texte-min, 0px))`
      }
    }
  }
}
