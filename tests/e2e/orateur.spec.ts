import { expect, test, type BrowserContext, type Page } from './banc'
import type { Scene } from '../../src/domain/vue/scene'
import { readFige } from '../fixtures/figes'
import { clickTerritoire, expectCarteVivante, territoireOf, watch } from './outils'

const SCENES = (JSON.parse(readFige('donnees/scenes.json')) as { scenes: Scene[] }).scenes
const rangOf = (page: Page) => page.locator('.rang')
/** The window is at this scene, as its foot or head writes it. */
const isAt = (page: Page, scene: number) =>
  expect(rangOf(page)).toContainText(new RegExp(`(^|\\D)${scene}\\D`))
const noir = (page: Page) => page.locator('.fne-noir')

async function present(context: BrowserContext, scene = 1): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`./?mode=presentation&scene=${scene}`)
  await isAt(page, scene)
  return page
}

async function openOrateur(page: Page): Promise<Page> {
  const [orateur] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Orateur' }).click()
  ])
  await rangOf(orateur).waitFor()
  return orateur
}
const seule = (orateur: Page) => orateur.getByText('ne reçoit rien de la présentation')
const quittee = (orateur: Page) => orateur.getByText('La présentation a été quittée')

test('steps taken in both windows at the same instant leave them at the same scene; Escape closes what the room has open first', async ({
  context
}) => {
  const diapos = await present(context)
  const orateur = await openOrateur(diapos)
  for (const [ici, la] of [
    ['End', 'Home'],
    ['Home', 'End'],
    ['b', 'End'],
    ['PageDown', 'Home']
  ] as const) {
    await Promise.all([diapos.keyboard.press(ici), orateur.keyboard.press(la)])
    await expect
      .poll(async () => {
        const [a = '', b = ''] = await Promise.all([rangOf(diapos).innerText(), rangOf(orateur).innerText()])
        const sombres = [await noir(diapos).isVisible(), await orateur.getByText('Rallumer').isVisible()]
        return a.replace(/\D+/g, ' ').trim() === b.replace(/\D+/g, ' ').trim() && sombres[0] === sombres[1]
      })
      .toBe(true)
    if (await noir(diapos).isVisible()) await diapos.keyboard.press('x')
  }

  // Escape in the presenter’s window closes what the room has open, and only then the window.
  await diapos.keyboard.press('6')
  await diapos.keyboard.press('Enter')
  await isAt(diapos, 6)
  await isAt(orateur, 6)
  await clickTerritoire(diapos, '45')
  await expect(diapos.locator('.fne-faits')).toContainText(territoireOf('45')?.nom ?? '?')
  await expect(orateur.getByText('La salle voit les faits')).toContainText('Loiret')
  await orateur.keyboard.press('Escape')
  await expect(diapos.locator('.fne-faits')).toHaveCount(0)
  await isAt(diapos, 6)
  await isAt(orateur, 6)
  // The key may not come up again in a window that is gone.
  await Promise.all([orateur.waitForEvent('close'), orateur.keyboard.down('Escape').catch(() => {})])
})

test('two presentations on one computer do not hear each other; a window that names none asks which', async ({
  context
}) => {
  const salle = await present(context, 6)
  const orateur = await openOrateur(salle)
  await isAt(orateur, 6)
  await orateur.getByRole('button', { name: 'Écran noir' }).click()
  await noir(salle).waitFor()

  // A colleague's tab, which begins at the first scene and goes on.
  const collegue = await context.newPage()
  await collegue.goto('./')
  await collegue.getByRole('link', { name: 'Présenter' }).click()
  await isAt(collegue, 1)
  await collegue.keyboard.press('PageDown')
  await isAt(collegue, 2)
  await orateur.keyboard.press('x')
  await orateur.keyboard.press('PageDown')
  await isAt(salle, 7)
  await expect(noir(salle)).toHaveCount(0)
  await isAt(collegue, 2)

  // A presenter's window that was closed and is opened again by an address without a name, or with one that is over.
  for (const fragment of ['#orateur', '#orateur=celle-d-hier']) {
    const rouverte = await context.newPage()
    await rouverte.goto(`./?mode=presentation&scene=3${fragment}`)
    await seule(rouverte).waitFor()
    await expect(rouverte.getByRole('button', { name: /Suivre celle-ci/ })).toHaveCount(2)
    await rouverte.getByRole('button', { name: /Suivre celle-ci \(scène 7/ }).click()
    await isAt(rouverte, 7)
    await expect(seule(rouverte)).toHaveCount(0)
    await rouverte.reload()
    await isAt(rouverte, 7)
    await rouverte.close()
  }
  await isAt(salle, 7)
  await isAt(collegue, 2)
})

test('a window that joins follows, whatever its link says, and is told when the slides are gone', async ({
  context
}) => {
  const diapos = await present(context, 6)
  const orateur = await context.newPage()
  await orateur.goto('./?mode=presentation&scene=2#orateur')
  await isAt(orateur, 6)
  await isAt(diapos, 6)
  await orateur.keyboard.press('PageDown')
  await isAt(diapos, 7)

  await diapos.keyboard.press('Escape')
  await expect(diapos).toHaveURL(/^[^?]*(\?(?!.*mode=presentation).*)?$/)
  await quittee(orateur).waitFor()
  // The same tab presents again.
  await diapos.getByRole('link', { name: 'Présenter' }).click()
  await expect(quittee(orateur)).toHaveCount(0)
  await isAt(diapos, 7)
  await diapos.keyboard.press('End')
  await isAt(orateur, SCENES.length)
  await diapos.close()
  await quittee(orateur).waitFor()
  await orateur.keyboard.press('Home')
  await isAt(orateur, 1)
})

test('the talk’s clock and the dark screen are still there after a reload of either window', async ({
  context
}) => {
  await context.clock.install({ time: new Date('2026-03-05T14:00:00+01:00') })
  const diapos = await present(context, 3)
  const orateur = await openOrateur(diapos)
  const ecoule = (minutes: string) =>
    expect(orateur.locator('.duree')).toContainText(new RegExp(`\\b${minutes}:\\d\\d`))
  await ecoule('00')
  await orateur.getByRole('button', { name: 'Écran noir' }).click()
  await noir(diapos).waitFor()
  await context.clock.fastForward('12:00')
  await ecoule('12')
  await orateur.reload()
  await isAt(orateur, 3)
  await ecoule('12')
  await expect(orateur.getByRole('button', { name: 'Rallumer' })).toBeVisible()
  await diapos.reload()
  await isAt(diapos, 3)
  await noir(diapos).waitFor()
  await ecoule('12')
  await diapos.keyboard.press('x')
  await expect(orateur.getByRole('button', { name: 'Écran noir' })).toBeVisible()
  await diapos.getByRole('button', { name: 'Orateur' }).click()
  await isAt(orateur, 3)
  await ecoule('12')
  // Closed, and opened anew.
  await orateur.close()
  const rouverte = await openOrateur(diapos)
  await expect(rouverte.locator('.duree')).toContainText(/\b12:\d\d/)
})

test('with all storage and channels refused the presentation plays, and ends', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    for (const nom of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, nom, { get: refuse })
    Object.defineProperty(window, 'BroadcastChannel', { value: refuse })
  })
  const fautes = watch(page)
  await page.goto('./')
  await page.getByRole('link', { name: 'Présenter' }).click()
  await isAt(page, 1)
  // Its window is still reached: the one that opened it is known.
  const orateur = await openOrateur(page)
  await orateur.keyboard.press('PageDown')
  await isAt(page, 2)
  await page.keyboard.press('PageDown')
  await isAt(orateur, 3)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'Présenter' })).toBeVisible()
  expect(fautes).toEqual([])
})

test('scenes that never come: it can be left at once, and after a while it says so', async ({ page }) => {
  await page.clock.install()
  await page.route('**/donnees/scenes.json', () => new Promise(() => {}))
  await page.goto('./')
  await page.getByRole('link', { name: 'Présenter' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Lecture des scènes' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Présenter' }).click()
  await page.getByRole('status').filter({ hasText: 'Lecture des scènes' }).waitFor()
  await expectCarteVivante(page)
  await page.clock.fastForward(30_000)
  const alerte = page.getByRole('alert').filter({ hasText: 'n’ont pas pu être lues' })
  await expect(alerte).toContainText('aucune réponse')
  await page.unroute('**/donnees/scenes.json')
  await alerte.getByRole('button', { name: 'Réessayer' }).click()
  await isAt(page, 1)
})
