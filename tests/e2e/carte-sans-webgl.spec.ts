import { expect, test } from './banc'
import { coloursAt, fondOf, placeOf, waitForMoteur, watch } from './outils'

test('the map is there in its colours, zooms, and goes to what is chosen', async ({ page }) => {
  const fautes = watch(page)
  await page.goto('./')
  await waitForMoteur(page, 'svg')
  expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull()
  const largeurOf = (code: string) =>
    page
      .locator(`.fne-scene [data-code="${code}"]`)
      .evaluate((chemin) => chemin.getBoundingClientRect().width)
  for (const code of ['64', '74', '29']) {
    expect(await coloursAt(page, await placeOf(page, code))).toContain(fondOf(code))
  }
  const ensemble = await largeurOf('45')
  await page.getByRole('button', { name: 'Zoomer', exact: true }).click()
  await expect.poll(() => largeurOf('45')).toBeGreaterThan(ensemble * 1.9)
  await page.getByRole('button', { name: 'Vue d’ensemble' }).click()
  await expect.poll(() => largeurOf('45')).toBeCloseTo(ensemble, 0)
  const { x, y } = await placeOf(page, '45')
  await page.mouse.click(x, y)
  await expect.poll(() => largeurOf('45')).toBeGreaterThan(ensemble * 2.5)
  await page.locator('.fne-encart [data-code="974"]').click()
  await expect(page.locator('.fne-scene [data-code="974"]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect.poll(() => largeurOf('45')).toBeCloseTo(ensemble, 0)
  // The SVG is all there is to have here, and lacks nothing.
  await expect(page.getByText('Carte simplifiée')).toHaveCount(0)
  expect(fautes).toEqual([])
})
