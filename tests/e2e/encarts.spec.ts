import { expect, test } from './banc'
import { ENCARTS } from '../../src/map/cadre/cadres'
import { computeApparence } from '../../src/map/apparence/vues'
import { territoireOf } from './outils'
import { open } from './panneaux-donnees'

test('the insets are in sight without scrolling, on a phone as in a meeting room, in the colours of each view', async ({
  page
}) => {
  await open(page, '')
  for (const [width, height] of [
    [390, 844],
    [1024, 768],
    [1440, 900]
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const { titre } of ENCARTS) {
      await expect(page.getByRole('img', { name: titre })).toBeInViewport({ ratio: 1 })
    }
  }
  for (const [vue, nom] of [
    ['feuilles-de-route', 'Feuilles de route'],
    ['croisee', 'Vue croisée'],
    ['coporteurs', 'Coporteurs']
  ] as const) {
    await page.getByRole('radio', { name: nom }).check({ force: true })
    const fonds = page.locator('.fne-encart .fne-svg-fonds path')
    const codes = await fonds.evaluateAll((chemins) => chemins.map((c) => c.getAttribute('data-code') ?? ''))
    expect(codes.length).toBeGreaterThanOrEqual(ENCARTS.length)
    const voulus = codes.map((code) => computeApparence(territoireOf(code), vue).fonds)
    await expect
      .poll(() => fonds.evaluateAll((chemins) => chemins.map((c) => getComputedStyle(c).fill)), vue)
      .toEqual(
        voulus.map((couleurs) => (couleurs.length > 1 ? expect.stringContaining('url') : toRgb(couleurs[0])))
      )
  }
})

/** As a browser gives a computed colour. */
const toRgb = (hex = '') => `rgb(${[1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)).join(', ')})`
