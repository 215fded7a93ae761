import jsQR from 'jsqr'
import { render } from 'svelte/server'
import { describe, expect, test } from 'vitest'
import CodeQr from '../../src/ui/CodeQr.svelte'
import { drawQr, MARGE_QR, type DessinQr } from '../../src/ui/qr'

const LIEN = 'https://carte.exemple.fr/fne/?vue=croisee&territoire=2A&lieu=2A004'

/** The path as pixels, so many to a module, as a reader's camera gets them. */
function rasterize({ cote, d }: DessinQr, echelle = 4) {
  const largeur = cote * echelle
  const pixels = new Uint8ClampedArray(largeur * largeur * 4).fill(255)
  for (const [, x, y, w] of d.matchAll(/M(\d+),(\d+)h(\d+)v1h-\d+z/g)) {
    for (let j = Number(y) * echelle; j < (Number(y) + 1) * echelle; j++) {
      for (let i = Number(x) * echelle; i < (Number(x) + Number(w)) * echelle; i++) {
        pixels.set([0, 0, 0], (j * largeur + i) * 4)
      }
    }
  }
  return { pixels, largeur }
}

const decode = (dessin: DessinQr) => {
  const { pixels, largeur } = rasterize(dessin)
  return jsQR(pixels, largeur, largeur)?.data
}

describe('a QR code', () => {
  test.each([LIEN, 'Île-de-France\u202F: « élus »', 'x'.repeat(1200)])(
    'gives its text back: %.40s',
    (texte) => {
      expect(decode(drawQr(texte) as DessinQr)).toBe(texte)
    }
  )

  test('keeps its quiet zone clear on all sides', () => {
    const { cote, d } = drawQr(LIEN) as DessinQr
    for (const [, x, y, w] of d.matchAll(/M(\d+),(\d+)h(\d+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(MARGE_QR)
      expect(Number(y)).toBeGreaterThanOrEqual(MARGE_QR)
      expect(Number(x) + Number(w)).toBeLessThanOrEqual(cote - MARGE_QR)
      expect(Number(y)).toBeLessThan(cote - MARGE_QR)
    }
  })

  test('is not drawn of what it cannot hold', () => {
    expect(drawQr('x'.repeat(4000))).toBeNull()
    expect(render(CodeQr, { props: { texte: 'x'.repeat(4000), titre: 'Lien' } }).body).not.toContain('<svg')
  })

  test('is a picture with a name', () => {
    const { body } = render(CodeQr, { props: { texte: LIEN, titre: 'QR code du lien' } })
    expect(body).toMatch(/<svg[^>]*role="img"[^>]*aria-label="QR code du lien"/)
  })
})
