import { readFileSync } from 'node:fs'
import { decode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { addApercu, drawPng, readAdresse, TAILLE } from '../../scripts/apercuLien.mjs'
import { renderApercu } from '../../src/app/apercu'
import { readFige } from '../fixtures/figes'

const PAGE = readFileSync('index.html', 'utf8')

describe('the preview of a link', () => {
  it('names absolute addresses, with the title and description of the page', () => {
    const html = addApercu(PAGE, 'https://carte.example/fne/')
    const metas = Object.fromEntries(
      [...html.matchAll(/<meta property="([^"]+)" content="([^"]*)" \/>/g)].map(([, nom, valeur]) => [
        nom,
        valeur
      ])
    )
    expect(metas['og:url']).toBe('https://carte.example/fne/')
    expect(metas['og:image']).toBe('https://carte.example/fne/apercu.png')
    expect(PAGE).toContain(`<title>${metas['og:title']}</title>`)
    expect(PAGE).toContain(`content="${metas['og:description']}"`)
    expect(html.indexOf('og:image')).toBeLessThan(html.indexOf('</head>'))
  })

  it('is asked for by an address, and by nothing else', () => {
    expect(readAdresse('')).toBeNull()
    expect(readAdresse('https://carte.example/fne')).toBe('https://carte.example/fne/')
    expect(() => readAdresse('carte.example')).toThrow('CARTE_ADRESSE')
    expect(() => readAdresse('file:///carte')).toThrow('CARTE_ADRESSE')
    expect(PAGE).not.toContain('og:')
  })

  it('is a picture of the map, with its words, of the size that is asked for', async () => {
    const svg = await renderApercu((chemin) => Promise.resolve(readFige(chemin)), TAILLE)
    const { width, height, channels, data } = decode(await drawPng(svg))
    expect([width, height]).toEqual([TAILLE.largeur, TAILLE.hauteur])
    const count = (r: number, g: number, b: number) => {
      let n = 0
      for (let i = 0; i < data.length; i += channels)
        if (data[i] === r && data[i + 1] === g && data[i + 2] === b) n++
      return n
    }
    // White ground; the ink of its title and legend.
    expect(count(255, 255, 255)).toBeGreaterThan(width * height * 0.4)
    expect(count(0x16, 0x16, 0x16)).toBeGreaterThan(2000)
  })
})
