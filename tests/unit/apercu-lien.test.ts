import { decode } from 'fast-png'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addApercu, APERCU, drawPng, readAdresse, TAILLE } from '../../scripts/apercuLien.mjs'
import { finishPage } from '../../scripts/horsLigne.mjs'
import { renderApercu } from '../../src/app/apercu'
import { readFige } from '../fixtures/figes'

const PAGE = readFileSync('index.html', 'utf8')

// The picture is tested below, and takes a build of its own.
vi.mock('../../scripts/apercuLien.mjs', async (charge) => ({
  ...(await charge<object>()),
  drawApercu: () => Promise.resolve(Buffer.from('picture'))
}))
afterEach(() => vi.unstubAllEnvs())

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

  it('is in the page as it is published, with its picture beside it, where the build is told an address', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'fne-apercu-'))
    try {
      vi.stubEnv('CARTE_ADRESSE', '')
      const sans = await finishPage(PAGE, dossier)
      expect(sans).not.toMatch(/og:|twitter:/)
      expect(existsSync(join(dossier, APERCU))).toBe(false)
      vi.stubEnv('CARTE_ADRESSE', 'https://carte.example/fne')
      const [tete = ''] = (await finishPage(PAGE, dossier)).split('</head>')
      expect(readFileSync(join(dossier, APERCU), 'utf8')).toBe('picture')
      for (const nom of ['url', 'image'])
        expect(tete).toMatch(new RegExp(`<meta property="og:${nom}" content="https://carte\\.example/fne/`))
      // What it adds is nothing that the page's policy is about.
      const politique = (html: string) => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]
      expect(politique(tete)).toBe(politique(sans))
      vi.stubEnv('CARTE_ADRESSE', 'carte.example')
      await expect(finishPage(PAGE, dossier)).rejects.toThrow('CARTE_ADRESSE')
    } finally {
      rmSync(dossier, { recursive: true, force: true })
    }
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
