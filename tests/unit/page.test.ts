import { describe, expect, it } from 'vitest'
import { embedFichiers, fillPremiere, joinSquelette, listFichiers, splitSquelette } from '../../src/data/page'

const PAGE =
  '<html><head><style>a{}</style><script>const t = "<!--premiere-carte--><!--/premiere-carte-->"</script></head>' +
  '<body><div><!--premiere-carte-->une<!--/premiere-carte--></div><script>fin()</script></body></html>'

describe('the first picture of a page', () => {
  it('takes the place of the one before, and leaves the same words in the program alone', () => {
    const deux = fillPremiere(PAGE, '$& deux')
    expect(deux).toBe(PAGE.replace('>une<', () => '>$& deux<'))
    expect(fillPremiere(deux, 'une')).toBe(PAGE)
  })

  it('is refused by a page that has no place for it', () => {
    expect(() => fillPremiere('<body></body>', 'une')).toThrow('place de la première carte')
  })
})

describe('the files that a page carries', () => {
  const un = new Map([
    ['donnees/index.json', 'AAA='],
    ['squelette.html', 'BBB=']
  ])

  it('are read back, stand before the end of the page, and are replaced as a whole', () => {
    const page = embedFichiers(PAGE, un)
    expect(listFichiers(page)).toEqual(un)
    expect(page.indexOf('data-fichier')).toBeGreaterThan(page.indexOf('fin()'))
    const deux = new Map([['donnees/index.json', 'CCC=']])
    expect(listFichiers(embedFichiers(page, deux))).toEqual(deux)
    expect(embedFichiers(page, new Map())).toBe(PAGE)
  })
})

describe('the skeleton of a page', () => {
  it('holds no program and no style, and makes the page again from its own elements', () => {
    const { page, squelette } = splitSquelette(PAGE)
    expect(squelette).not.toMatch(/<script|<style|fin\(\)|a\{\}/)
    const elements = [...page.matchAll(/<(script|style) data-element="(\d+)"[\s\S]*?<\/\1>/g)]
    expect(elements).toHaveLength(3)
    expect(joinSquelette(squelette, (n) => elements[n]?.[0] ?? '')).toBe(page)
    expect(page.replace(/ data-element="\d+"/g, '')).toBe(PAGE)
  })
})
