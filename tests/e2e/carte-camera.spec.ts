import { expect, test, type Page } from './banc'
import {
  coloursAt,
  followLien,
  fondOf,
  forceWebGl,
  middleOf,
  placeOf,
  territoireOf,
  waitForMoteur
} from './outils'

/** Where the WebGL map writes a code, in CSS pixels of the window: its labels are drawn by its own camera. */
const labelOf = (page: Page, code: string) =>
  page.locator(`.fne-gl-etiquettes [data-etiquette="${code}"] text`).evaluate((texte) => {
    const { left, top, width, height } = texte.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })
/** How far two codes are from each other: what zooms changes it, what moves the map does not. */
const spreadOf = async (page: Page) => {
  const [a, b] = [await labelOf(page, '01'), await labelOf(page, '38')]
  return Math.hypot(a.x - b.x, a.y - b.y)
}

// One page for what is asked of the camera, and one for the hand: starting WebGL takes the processor long.
test('the camera goes to what is chosen, and flies where it may @webgl', async ({ page }) => {
  await forceWebGl(page)

  await test.step('the map goes to what is chosen, from wherever it is chosen, and comes back; the sea is nothing to choose', async () => {
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

    await followLien(page, '?')
    await expect.poll(colours, 'the whole again').not.toContain(fondOf('973'))
    const scene = await page.locator('.fne-scene').boundingBox()
    await page.mouse.click(
      (scene?.x ?? 0) + (scene?.width ?? 0) * 0.35,
      (scene?.y ?? 0) + (scene?.height ?? 0) * 0.9
    )
    // A click that does choose comes after it: were the first one heard, it would be in the history.
    const haute = await placeOf(page, '74')
    await page.mouse.click(haute.x, haute.y)
    await expect(page).toHaveURL(/territoire=74/)
    await page.goBack()
    await expect(page).not.toHaveURL(/territoire/)
  })

  await test.step('the whole is shown again without closing the sheet; a region is framed and dims the others', async () => {
    // Here the camera flies.
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await followLien(page, '?territoire=60')
    const large = async () => (await coloursAt(page, await middleOf(page), 40)).slice(0, 1)
    await expect.poll(large).toEqual([fondOf('60')])
    await page.getByRole('button', { name: 'Vue d’ensemble' }).click()
    await expect.poll(large).not.toEqual([fondOf('60')])
    await expect(page).toHaveURL(/territoire=60/)
    const nom = territoireOf('60')?.nom ?? '?'
    await expect(page.locator('.fne-panneau').getByRole('heading', { name: nom }).first()).toBeVisible()

    await followLien(page, '?region=53')
    for (const code of ['22', '29', '35']) {
      await expect.poll(async () => coloursAt(page, await placeOf(page, code)), code).toContain(fondOf(code))
    }
    const [bretagne, scene] = await Promise.all([
      page.locator('.fne-scene [data-code="29"]').boundingBox(),
      page.locator('.fne-scene').boundingBox()
    ])
    expect(bretagne?.width ?? 0).toBeGreaterThan((scene?.width ?? Infinity) / 6)
  })
})

test('the map has the resolution of its screen, and follows the hand @webgl', async ({ page }) => {
  await forceWebGl(page)
  // A browser without a screen changes its density, and tells no media query of it.
  await page.addInitScript(() => {
    const { matchMedia } = window
    const densites: MediaQueryList[] = []
    window.matchMedia = (requete) => {
      const liste = matchMedia.call(window, requete)
      if (requete.includes('resolution')) densites.push(liste)
      return liste
    }
    addEventListener('densite', () => {
      for (const liste of [...densites]) if (!liste.matches) liste.dispatchEvent(new Event('change'))
    })
  })

  await test.step('the map has the resolution of its screen, and of another', async () => {
    await page.goto('./')
    await waitForMoteur(page, 'gl')
    const finesse = () =>
      page.locator('.fne-gl canvas').evaluate((canvas) => {
        const { width, clientWidth } = canvas as HTMLCanvasElement
        return width / clientWidth
      })
    expect(await finesse()).toBeCloseTo(1, 2)
    const session = await page.context().newCDPSession(page)
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
    for (const deviceScaleFactor of [2, 1.5, 1]) {
      const ecran = { width, height, deviceScaleFactor, mobile: false }
      await session.send('Emulation.setDeviceMetricsOverride', ecran)
      await page.evaluate(() => dispatchEvent(new Event('densite')))
      await expect.poll(finesse).toBeCloseTo(deviceScaleFactor, 2)
    }
    await session.detach()
  })

  await test.step('a drag and the wheel move the map, choose nothing, and a resize keeps the place; the tooltip goes', async () => {
    await expect.poll(async () => coloursAt(page, await placeOf(page, '74'))).toContain(fondOf('74'))
    const bulle = page.getByRole('tooltip')
    const [depart, label] = [await placeOf(page, '74'), await labelOf(page, '74')]
    await page.mouse.move(depart.x, depart.y)
    await expect(bulle).toContainText('(74)')
    await page.mouse.down()
    await page.mouse.move(depart.x - 100, depart.y + 60, { steps: 5 })
    await expect(bulle).toHaveCount(0)
    await page.mouse.up()
    const arrivee = { x: depart.x - 100, y: depart.y + 60 }
    await expect.poll(async () => coloursAt(page, arrivee, 7)).toContain(fondOf('74'))
    await expect(page).not.toHaveURL(/territoire/)

    // The wheel moves the map below a hand that rests: what was told of is elsewhere.
    const ecart = await spreadOf(page)
    await page.getByRole('button', { name: 'Vue d’ensemble' }).click()
    await expect.poll(async () => Math.round((await labelOf(page, '74')).x - label.x)).toBe(0)
    await page.mouse.move(depart.x + 1, depart.y)
    await expect(bulle).toContainText('(74)')
    await page.mouse.wheel(0, -300)
    await expect.poll(() => spreadOf(page)).toBeGreaterThan(ecart * 1.3)
    await expect(bulle).toHaveCount(0)
    // At rest, where the hand left it.
    let [avant, apres] = [0, await spreadOf(page)]
    await expect
      .poll(async () => {
        ;[avant, apres] = [apres, await spreadOf(page)]
        return apres === avant
      })
      .toBe(true)
    await page.setViewportSize({ width: 1439, height: 899 })
    await expect.poll(() => page.locator('.fne-gl canvas').evaluate((c) => c.clientHeight)).toBeLessThan(899)
    expect((await spreadOf(page)) / apres).toBeCloseTo(1, 2)
  })
})
