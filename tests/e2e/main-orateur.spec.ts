import { expect, test, type BrowserContext, type Page } from './banc'
import type { Scene } from '../../src/domain/vue/scene'
import { readFige } from '../fixtures/figes'
import { coloursAt, middleOfEncart, placeOf } from './outils'

const SCENES = (JSON.parse(readFige('donnees/scenes.json')) as { scenes: Scene[] }).scenes
/** A scene of all of France on a large map. */
const RANG = SCENES.findIndex(({ contenu }) => contenu === 'coporteurs') + 1
const ROUGE = '#e1000f'

/** Slides and presenter's window of different sizes and shapes, at a scene with a large map. */
async function open(context: BrowserContext): Promise<{ diapos: Page; orateur: Page }> {
  const diapos = await context.newPage()
  await diapos.setViewportSize({ width: 1280, height: 720 })
  await diapos.goto(`./?mode=presentation&scene=${RANG}`)
  await diapos.locator('.fne-scene [data-code="45"]').first().waitFor()
  const [orateur] = await Promise.all([
    context.waitForEvent('page'),
    diapos.getByRole('button', { name: 'Orateur' }).click()
  ])
  await orateur.setViewportSize({ width: 1024, height: 768 })
  await orateur.locator('.surface [data-code="45"]').first().waitFor()
  await expect(orateur.locator('.rang')).toContainText(`${RANG}`)
  return { diapos, orateur }
}

const pointeur = (page: Page) => page.locator('.fne-main .pointeur')
const traits = (page: Page) => page.locator('.fne-main .trait')

async function middleOf(page: Page, selecteur: string): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await page.locator(selecteur).boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0
  }
  return { x: x + width / 2, y: y + height / 2 }
}

/** Where a place of the window is on metropolitan France as it is drawn there, in parts of its width and height. */
const partOf = (page: Page, place: { x: number; y: number }) =>
  page
    .locator('.fne-scene .fne-svg-fonds')
    .first()
    .evaluate((groupe, { x, y }) => {
      const { left, top, width, height } = groupe.getBoundingClientRect()
      return [(x - left) / width, (y - top) / height]
    }, place)

test('what the presenter points at and draws is on the same place of the slides’ map, and in no link', async ({
  context
}) => {
  const { diapos, orateur } = await open(context)
  const adresse = diapos.url()

  // The pointer: with the button, then with the key.
  for (const [code, touche] of [
    ['45', null],
    ['2A', 'p']
  ] as const) {
    const la = await placeOf(orateur, code)
    await orateur.mouse.move(la.x, la.y)
    if (touche) await orateur.keyboard.down(touche)
    else await orateur.mouse.down()
    await pointeur(diapos).waitFor()
    const ici = await middleOf(diapos, '.fne-main .pointeur')
    const [attendu, vu] = [await partOf(orateur, la), await partOf(diapos, ici)]
    expect(vu[0], code).toBeCloseTo(attendu[0] ?? 0, 2)
    expect(vu[1], code).toBeCloseTo(attendu[1] ?? 0, 2)
    expect((await coloursAt(diapos, ici, 2))[0]).toBe(ROUGE)
    if (touche) await orateur.keyboard.up(touche)
    else await orateur.mouse.up()
    await expect(pointeur(diapos)).toHaveCount(0)
  }
  const reunion = await middleOfEncart(orateur, '974')
  await orateur.mouse.move(reunion.x, reunion.y)
  await orateur.mouse.down()
  await pointeur(diapos).waitFor()
  const ici = await middleOf(diapos, '.fne-main .pointeur')
  const attendu = await middleOfEncart(diapos, '974')
  expect(Math.hypot(ici.x - attendu.x, ici.y - attendu.y)).toBeLessThan(3)
  await orateur.mouse.up()

  // The pen: a stroke from one territory to another, which goes by itself.
  await orateur.getByRole('button', { name: 'Crayon' }).click()
  const [de, vers] = [await placeOf(orateur, '45'), await placeOf(orateur, '33')]
  await orateur.mouse.move(de.x, de.y)
  await orateur.mouse.down()
  await orateur.mouse.move(vers.x, vers.y, { steps: 8 })
  await orateur.mouse.up()
  const trait = traits(diapos).locator('path').last()
  await trait.waitFor()
  const bouts = await trait.evaluate((chemin) => {
    const path = chemin as SVGPathElement
    return [path.getPointAtLength(0), path.getPointAtLength(path.getTotalLength())].map(({ x, y }) => ({
      x,
      y
    }))
  })
  for (const [i, place] of [de, vers].entries()) {
    const [a, b] = [await partOf(orateur, place), await partOf(diapos, bouts[i] ?? { x: 0, y: 0 })]
    expect(b[0]).toBeCloseTo(a[0] ?? 0, 2)
    expect(b[1]).toBeCloseTo(a[1] ?? 0, 2)
  }
  await expect(traits(diapos)).toHaveCount(0)
  await expect(traits(orateur)).toHaveCount(0)

  // The circle: around what is under the pointer, until the next scene.
  const loir = await placeOf(orateur, '41')
  await orateur.mouse.move(loir.x, loir.y)
  await orateur.keyboard.press('z')
  const cercle = diapos.locator('.fne-main [data-cercle="41"] circle').last()
  await cercle.waitFor()
  const [autour, dedans] = await Promise.all([
    cercle.boundingBox(),
    diapos.locator('.fne-scene .fne-svg-fonds [data-code="41"]').boundingBox()
  ])
  expect(autour?.x).toBeLessThan(dedans?.x ?? 0)
  expect((autour?.x ?? 0) + (autour?.width ?? 0)).toBeGreaterThan((dedans?.x ?? 0) + (dedans?.width ?? 0))
  expect(diapos.url()).toBe(adresse)
  expect(await diapos.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(/lon|cercle/)
  await orateur.keyboard.press('PageDown')
  await expect(diapos.locator('.fne-main [data-cercle]')).toHaveCount(0)
})

test('a pen on the slides draws, and a finger once it is asked to; the map stays where it is', async ({
  context
}) => {
  const { diapos, orateur } = await open(context)
  const cdp = await context.newCDPSession(diapos)
  const [de, vers] = [await placeOf(diapos, '45'), await placeOf(diapos, '33')]
  const avant = await diapos.locator('.fne-scene .fne-svg').getAttribute('viewBox')
  const souris = (type: string, { x, y }: { x: number; y: number }) =>
    cdp.send('Input.dispatchMouseEvent', {
      type: type as 'mousePressed',
      x,
      y,
      button: 'left',
      buttons: 1,
      clickCount: 1,
      pointerType: 'pen'
    })
  await souris('mousePressed', de)
  await souris('mouseMoved', { x: (de.x + vers.x) / 2, y: (de.y + vers.y) / 2 })
  await souris('mouseMoved', vers)
  await souris('mouseReleased', vers)
  await expect(traits(orateur)).toHaveCount(1)
  await expect(diapos.locator('.fne-faits')).toHaveCount(0)
  await expect(traits(orateur)).toHaveCount(0)

  await diapos.getByRole('button', { name: 'Crayon' }).click()
  const doigt = (type: string, points: { x: number; y: number }[]) =>
    cdp.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints: points })
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await doigt('touchStart', [vers])
  await doigt('touchMove', [de])
  await doigt('touchEnd', [])
  await expect(traits(orateur)).toHaveCount(1)
  await expect(diapos.locator('.fne-faits')).toHaveCount(0)
  expect(await diapos.locator('.fne-scene .fne-svg').getAttribute('viewBox')).toBe(avant)
})

test('the presenter’s window shows the next map, the time left and notes of one’s size, also after a reload', async ({
  context
}) => {
  const { diapos, orateur } = await open(context)
  const suivante = orateur.getByRole('img', { name: 'La carte de la scène suivante' })
  await expect(suivante).toBeVisible()
  await expect(suivante.locator('[data-code="45"]')).toBeVisible()
  // The map that one points at has its place, and all its insets are in sight, on a desk and on a phone.
  for (const size of [
    { width: 390, height: 844 },
    { width: 1024, height: 768 }
  ]) {
    await orateur.setViewportSize(size)
    const boites = await orateur.locator('.surface').evaluate((surface) =>
      [surface, ...surface.querySelectorAll('.fne-scene, .fne-encart')].map((e) => {
        const { left, right, top, bottom } = e.getBoundingClientRect()
        return { left, right, haut: bottom - top }
      })
    )
    const [cadre, carte, ...encarts] = boites
    expect(carte?.haut, `${size.width}`).toBeGreaterThan(200)
    expect(encarts).toHaveLength(8)
    for (const { left, right } of encarts) {
      expect(left).toBeGreaterThanOrEqual(cadre?.left ?? 0)
      expect(right).toBeLessThanOrEqual((cadre?.right ?? 0) + 1)
      expect(right).toBeLessThanOrEqual(size.width)
    }
  }
  const notes = orateur.locator('.notes > p')
  const corps = () => notes.evaluate((p) => parseFloat(getComputedStyle(p).fontSize))
  const petit = await corps()
  await orateur.getByRole('button', { name: 'Notes plus grandes' }).click()
  await expect.poll(corps).toBeGreaterThan(petit)
  const grand = await corps()
  const duree = orateur.getByLabel('Durée prévue (min)')
  await duree.fill('20')
  await duree.press('Tab')
  await expect(orateur.locator('.reste')).toContainText(/Reste\s*(19:\d\d|20:00)/)
  await orateur.reload()
  await expect(duree).toHaveValue('20')
  expect(await corps()).toBe(grand)
  await diapos.reload()
  await orateur.close()
  const [rouverte] = await Promise.all([
    context.waitForEvent('page'),
    diapos.getByRole('button', { name: 'Orateur' }).click()
  ])
  await expect(rouverte.getByLabel('Durée prévue (min)')).toHaveValue('20')
})
