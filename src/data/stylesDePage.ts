import { nameOf } from './empreinte'

const STYLE = /(<[a-zA-Z][^<>]*?) style="([^"]*)"/g

/**
 * Takes the style attributes out of HTML drawn for a page: its Content-Security-Policy refuses them, and takes rules whose
 * hash it knows. The program sets them anew when it brings the picture to life, which no policy refuses.
 * @returns the HTML, each element named by its style, and the rules that go with these names
 */
export function moveStyles(html: string): { html: string; css: string } {
  const regles = new Map<string, string>()
  const sans = html.replace(STYLE, (_, debut: string, style: string) => {
    regles.set(nameOf(style), style.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
    return `${debut} data-style="${nameOf(style)}"`
  })
  return { html: sans, css: [...regles].map(([nom, style]) => `[data-style="${nom}"]{${style}}`).join('') }
}
