import { expect, test, type Page } from './banc'
import { coloursAt, fondOf, placeOf, waitForMoteur, watch } from './outils'

/** The hand on the map where there is no WebGL: what the pointer holds stays under the pointer. */
const contour = (page: Page, code: string) => page.locator(`.fne-scene [data-code="${code}"]`)
const boxOf = (page: Page, code: string) =>
  contour(page, code).evaluate((chemin) => {
    const { x, y, width, height } = chemin.getBoundingClientRect()
    return { x, y, width, height }
  })

test.beforeEach(async ({ page }) => {
  await page.goto('./')
  await waitForMoteur(page, 'svg')
  // The gestures come with the pointer; the hand of a person is slower than that of a test. It waits far from where it goes
  // then: a pointer that rests and moves to its tooltip has the tooltip kept.
  const gestes = page.waitForFunction(() => '__zoom' in (document.querySelector('.fne-scene') ?? {}))
  const { x, y } = await placeOf(page, '29')
  await page.mouse.move(x, y)
  await gestes
  // A hand that has rested may go over its tooltip, which stays, and lies where a test goes next.
  await page.mouse.move(5, 5)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
})

test('the wheel zooms around the pointer, the tooltip goes, there as where the search goes, and a resize keeps the place', async ({
  page
}) => {
  const fautes = watch(page)
  const place = await placeOf(page, '74')
  await page.mouse.move(place.x, place.y)
  await expect(page.getByRole('tooltip')).toContainText('(74)')
  const avant = await boxOf(page, '74')
  for (let i = 0; i < 6; i++) await page.mouse.wheel(0, -200)
  await expect.poll(async () => (await boxOf(page, '74')).width).toBeGreaterThan(avant.width * 3)
  const apres = await boxOf(page, '74')
  const part = (b: typeof avant) => [(place.x - b.x) / b.width, (place.y - b.y) / b.height]
  part(apres).forEach((n, i) => expect(n).toBeCloseTo(part(avant)[i] ?? 0, 1))
  expect(await coloursAt(page, place, 8)).toContain(fondOf('74'))
  await expect(page.getByRole('tooltip')).toHaveCount(0)

  await page.setViewportSize({ width: 1439, height: 901 })
  await expect.poll(async () => (await boxOf(page, '74')).width / apres.width).toBeCloseTo(1, 1)

  // So does what the search moves below a hand that rests.
  await page.getByRole('button', { name: 'Vue d’ensemble' }).click()
  await expect.poll(async () => (await boxOf(page, '74')).width / avant.width).toBeCloseTo(1, 1)
  await page.keyboard.press('/')
  await page.keyboard.type('Loir-et-Cher')
  await expect(page.getByRole('option').first()).toContainText('Loir-et-Cher')
  const loiret = await placeOf(page, '45')
  await page.mouse.move(loiret.x, loiret.y)
  await expect(page.getByRole('tooltip')).toContainText('(45)')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/territoire=41/)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  expect(fautes).toEqual([])
})

test('a drag moves the map with the pointer and chooses nothing; the next click chooses', async ({
  page
}) => {
  const depart = await placeOf(page, '74')
  await page.mouse.move(depart.x, depart.y)
  await page.mouse.down()
  await page.mouse.move(depart.x - 100, depart.y + 60, { steps: 5 })
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await page.mouse.up()
  const arrivee = { x: depart.x - 100, y: depart.y + 60 }
  await expect.poll(() => coloursAt(page, arrivee, 7)).toContain(fondOf('74'))
  await expect(page).not.toHaveURL(/territoire/)
  await page.mouse.click(arrivee.x, arrivee.y)
  await expect(page).toHaveURL(/territoire=74/)
})

test('a double click on the sea zooms, one on a territory chooses it once', async ({ page }) => {
  const scene = await page.locator('.fne-scene').boundingBox()
  if (!scene) throw new Error('no scene')
  const avant = await boxOf(page, '29')
  const ouest = { x: avant.x + avant.width / 2, y: avant.y + avant.height * 3 }
  await page.mouse.dblclick(ouest.x, ouest.y)
  await expect.poll(async () => (await boxOf(page, '29')).width).toBeGreaterThan(avant.width * 1.9)
  await expect(page).not.toHaveURL(/territoire/)
  await page.getByRole('button', { name: 'Vue d’ensemble' }).click()
  await expect.poll(async () => (await boxOf(page, '29')).width).toBeCloseTo(avant.width, 0)
  const { x, y } = await placeOf(page, '74')
  await page.mouse.dblclick(x, y)
  await expect(page).toHaveURL(/territoire=74/)
  await expect(
    page.locator('.fne-panneau').getByRole('heading', { name: 'Haute-Savoie' }).first()
  ).toBeVisible()
})

// Too low a window for a sheet over the map: the page scrolls.
test.describe('with fingers', () => {
  test.use({ viewport: { width: 390, height: 460 }, hasTouch: true, isMobile: true })

  test('two of them zoom, one scrolls the page and is told how', async ({ page }) => {
    const cdp = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points })
    const avant = await boxOf(page, '23')
    const milieu = { x: avant.x + avant.width / 2, y: avant.y + avant.height / 2 }
    const fingers = (ecart: number) => [
      { x: milieu.x - ecart, y: milieu.y },
      { x: milieu.x + ecart, y: milieu.y }
    ]
    await touch('touchStart', fingers(20))
    for (const ecart of [30, 40, 50, 60]) await touch('touchMove', fingers(ecart))
    await touch('touchEnd', [])
    await expect.poll(async () => (await boxOf(page, '23')).width / avant.width).toBeCloseTo(3, 0)

    const { x, y } = milieu
    await touch('touchStart', [{ x, y }])
    for (const dy of [20, 60, 100, 140]) await touch('touchMove', [{ x, y: y - dy }])
    await touch('touchEnd', [])
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(50)
    await expect(page.locator('.fne-scene')).toContainText('Utilisez deux doigts pour déplacer la carte')
  })
})
