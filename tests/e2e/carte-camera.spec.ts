import { expect, test } from './banc'
import { coloursAt, fondOf, forceWebGl, middleOf, placeOf, territoireOf, waitForMoteur } from './outils'

test.beforeEach(({ page }) => forceWebGl(page))

test('the map goes to what is chosen, from wherever it is chosen, and comes back @webgl', async ({
  page
}) => {
  // Of a class that is not in the middle of the country: Creuse there is of the class of Haute-Savoie.
  await page.goto('./?territoire=67')
  await waitForMoteur(page, 'gl')
  const colours = async () => coloursAt(page, await middleOf(page), 12)
  await expect.poll(colours, 'a pasted link').toContain(fondOf('67'))

  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/territoire/)
  await expect.poll(colours, 'Escape: the middle of the country').not.toContain(fondOf('67'))
  for (const code of ['29', '64', '74']) {
    await expect.poll(async () => coloursAt(page, await placeOf(page, code)), code).toContain(fondOf(code))
  }

  const { x, y } = await placeOf(page, '29')
  await page.mouse.click(x, y)
  await expect.poll(colours, 'a click').toContain(fondOf('29'))
  await page.locator('.fne-encart [data-code="973"]').click()
  await expect.poll(colours, 'a click on an inset').toContain(fondOf('973'))
  await page.goBack()
  await expect.poll(colours, 'back').toContain(fondOf('29'))
  await page.goForward()
  await expect.poll(colours, 'forward').toContain(fondOf('973'))
})

test('the buttons zoom, and show the whole again without closing the sheet @webgl', async ({ page }) => {
  await page.goto('./?territoire=60')
  await waitForMoteur(page, 'gl')
  const large = async () => (await coloursAt(page, await middleOf(page), 40)).slice(0, 1)
  await expect.poll(large).toEqual([fondOf('60')])
  await page.getByRole('button', { name: 'Vue d’ensemble' }).click()
  await expect.poll(large).not.toEqual([fondOf('60')])
  await expect(page).toHaveURL(/territoire=60/)
  const nom = territoireOf('60')?.nom ?? '?'
  await expect(page.locator('.fne-panneau').getByRole('heading', { name: nom }).first()).toBeVisible()
})

test('a region frames its territories and dims the others @webgl', async ({ page }) => {
  await page.goto('./?region=53')
  await waitForMoteur(page, 'gl')
  for (const code of ['22', '29', '35']) {
    await expect.poll(async () => coloursAt(page, await placeOf(page, code)), code).toContain(fondOf(code))
  }
  const [bretagne, scene] = await Promise.all([
    page.locator('.fne-scene [data-code="29"]').boundingBox(),
    page.locator('.fne-scene').boundingBox()
  ])
  expect(bretagne?.width ?? 0).toBeGreaterThan((scene?.width ?? Infinity) / 6)
})

test('a click on the sea chooses nothing @webgl', async ({ page }) => {
  await page.goto('./')
  await waitForMoteur(page, 'gl')
  const scene = await page.locator('.fne-scene').boundingBox()
  const mer = {
    x: (scene?.x ?? 0) + (scene?.width ?? 0) * 0.35,
    y: (scene?.y ?? 0) + (scene?.height ?? 0) * 0.9
  }
  await page.mouse.click(mer.x, mer.y)
  // A click that does choose comes after it: were the first one heard, it would be in the history.
  const { x, y } = await placeOf(page, '74')
  await page.mouse.click(x, y)
  await expect(page).toHaveURL(/territoire=74/)
  await page.goBack()
  await expect(page).not.toHaveURL(/territoire/)
})

test('a drag moves the map and chooses nothing @webgl', async ({ page }) => {
  await page.goto('./')
  await waitForMoteur(page, 'gl')
  const depart = await placeOf(page, '74')
  await page.mouse.move(depart.x, depart.y)
  await page.mouse.down()
  await page.mouse.move(depart.x - 100, depart.y + 60, { steps: 5 })
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await page.mouse.up()
  await expect
    .poll(async () => coloursAt(page, { x: depart.x - 100, y: depart.y + 60 }, 7))
    .toContain(fondOf('74'))
  await expect(page).not.toHaveURL(/territoire/)
})
