import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { moveStyles } from '../../src/data/stylesDePage'
import { addPolitique, buildPolitique } from '../../scripts/politique.mjs'

const sha = (texte: string) => `'sha256-${createHash('sha256').update(texte).digest('base64')}'`
const directive = (politique: string, nom: string) =>
  politique
    .split('; ')
    .find((d) => d.startsWith(`${nom} `))
    ?.slice(nom.length + 1)
    .split(' ')

describe('the policy of a page', () => {
  const page = `<html><head><meta charset="utf-8" /><style>a{}</style><script>un()</script></head>
    <body><script type="module" src="./x.js"></script><script type="module">deux()</script>
    <script type="text/plain" data-fichier="a">H4sI</script>
    <script type="application/json">{}</script></body></html>`

  it('knows its own scripts and styles by their text, and no others', () => {
    expect(directive(buildPolitique(page), 'script-src')).toEqual(["'self'", sha('un()'), sha('deux()')])
    expect(directive(buildPolitique(page), 'style-src')).toEqual(["'self'", sha('a{}')])
  })

  it('lets nothing be run or styled that is not there at the build', () => {
    for (const portable of [false, true]) {
      const politique = buildPolitique(page, { portable })
      expect(politique).not.toContain('unsafe')
      expect(directive(politique, 'default-src')).toEqual(["'none'"])
      expect(directive(politique, 'require-trusted-types-for')).toEqual(["'script'"])
      // Whoever adds a policy says in docs/securite.md what it lets in.
      expect(directive(politique, 'trusted-types')).toEqual([
        'default',
        'svelte-trusted-html',
        'fne-contours'
      ])
    }
    expect(buildPolitique(page, { portable: true })).not.toContain("'self'")
    // Data are a program in the single file alone, whose worker has no address.
    expect(directive(buildPolitique(page), 'worker-src')).toEqual(["'self'"])
    for (const nom of ['script-src', 'default-src'])
      expect(directive(buildPolitique(page, { portable: true }), nom)).not.toContain('data:')
  })

  it('stands in the page before what it is about', () => {
    const avec = addPolitique(page)
    expect(avec.indexOf('Content-Security-Policy')).toBeLessThan(avec.indexOf('<style>'))
    expect(avec.replace(/\s*<meta http-equiv[^>]*>/, '')).toBe(page)
    expect(() => addPolitique('<html></html>')).toThrow()
  })
})

describe('style attributes of drawn HTML', () => {
  it('become rules of the same declarations, and leave all else as it was', () => {
    const { html, css } = moveStyles(
      '<svg class="a" style="--px: 1.5;" role="img"><path d="M0"/></svg><p style="color:red">style="x"</p><i style="--px: 1.5;"></i>'
    )
    const [, nom] = /<svg class="a" data-style="(\w+)" role="img">/.exec(html) ?? []
    expect(html).toContain(`<i data-style="${nom}">`)
    expect(html).toContain('<path d="M0"/>')
    expect(html).toContain('>style="x"</p>')
    expect(css).toContain(`[data-style="${nom}"]{--px: 1.5;}`)
    expect(css.match(/\{/g)).toHaveLength(2)
  })
})
