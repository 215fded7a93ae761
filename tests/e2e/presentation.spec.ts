import { expect, test, type Page } from './banc'
import type { Scene } from '../../src/domain/vue/scene'
import { avecGouvernance, LIGNES } from './panneaux-donnees'
import {
  clickTerritoire,
  coloursAt,
  expectCarteVivante,
  middleOf,
  placeOf,
  territoireOf,
  watch
} from './outils'
import { CHIFFRES, DITS, FIGURES, plain } from './presentation-dits'
import { serve } from './serveurStatique'
import { readFige } from '../fixtures/figes'
import { DIST } from '../../scripts/dossiers.mjs'

const SCENES = (JSON.parse(readFige('donnees/scenes.json')) as { scenes: Scene[] }).scenes
const titre = (page: Page) => page.locator('.fne-diapo-titre')
const diapo = (page: Page, id: string) => page.locator(`.fne-diapo[data-scene="${id}"]`)

/** The number of a scene, as it is typed. */
const rangOf = (id: string) => SCENES.findIndex((scene) => scene.id === id) + 1
const lire = async (page: Page, id: string) => plain(await diapo(page, id).innerText())

test('a clicker walks all scenes: their titles and figures, nothing cut off on a small projector', async ({
  page
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  const fautes = watch(page)
  await page.goto('./?vue=croisee&panneau=calendrier')
  await page.getByRole('link', { name: 'Présenter' }).click()
  const titres = new Set<string>()
  for (const [i, { id, elements = [] }] of SCENES.entries()) {
    await diapo(page, id).waitFor()
    await expect(titre(page)).toBeFocused()
    titres.add(await titre(page).innerText())
    const texte = await lire(page, id)
    const engagements: { axe: string; titre: string }[] = CHIFFRES.engagements.liste
    const siens = engagements.filter(({ axe }) => elements.includes(axe))
    const dits = [...(DITS[id] ?? []), ...siens.map((engagement) => engagement.titre)]
    // One expectation for all of them: Playwright reports each one as a step, which takes longer than to look for a word.
    expect(
      dits.filter((dit) => !texte.includes(plain(dit))),
      id
    ).toEqual([])
    for (const [place, figures] of FIGURES[id] ?? [])
      expect((await diapo(page, id).locator(place).allInnerTexts()).map(plain), `${id} ${place}`).toEqual(
        figures
      )
    const coupes = await page.evaluate(() =>
      ['.fne-diapo', '.fne-diapo-titre', '.fne-carte', 'html'].filter((nom) => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.querySelector(
          nom
        ) as Element
        return scrollWidth > clientWidth || scrollHeight > clientHeight
      })
    )
    expect(coupes, id).toEqual([])
    if (i < SCENES.length - 1) await page.keyboard.press('PageDown')
  }
  expect([...titres].map(plain)).toContain(`${avecGouvernance.length} gouvernances territoriales ont émergé`)
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  await page.keyboard.press('PageUp')
  await diapo(page, SCENES.at(-2)?.id ?? '').waitFor()
  // Full screen is refused by some browsers and in frames: nothing changes, nothing complains.
  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => {
      document.documentElement.dataset['demande'] = 'plein-ecran'
      return Promise.reject(new TypeError('Permissions check failed'))
    }
  })
  await page.keyboard.press('f')
  await expect(page.locator('html')).toHaveAttribute('data-demande', 'plein-ecran')
  await expect(diapo(page, SCENES.at(-2)?.id ?? '')).toBeVisible()

  // Escape leads where one stood; the whole walk is one step of the history.
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\?vue=croisee&panneau=calendrier$/)
  await expect(page.getByRole('heading', { level: 2, name: 'Calendrier' })).toBeVisible()
  expect(fautes).toEqual([])
})

const faits = (page: Page, code: string) =>
  page
    .locator(`.fne-faits[data-territoire="${code}"] #fne-fiche-titre`)
    .filter({ hasText: territoireOf(code)?.nom ?? '?' })

async function goTo(page: Page, id: string): Promise<void> {
  for (const chiffre of String(rangOf(id))) await page.keyboard.press(chiffre)
  await page.keyboard.press('Enter')
  await diapo(page, id).waitFor()
}

test('the map answers in the middle of the story, by click and by search, and one step leads back', async ({
  page
}) => {
  await page.goto(`./?mode=presentation&scene=${rangOf('gouvernances')}`)
  await diapo(page, 'gouvernances').waitFor()
  const clic = (code: string) => clickTerritoire(page, code)

  await clic('56')
  await expect(faits(page, '56')).toBeFocused()
  await expect(page.locator('.fne-faits')).toContainText('La source se contredit')
  await clic('35')
  await expect(faits(page, '35')).toBeVisible()
  await expect(page).toHaveURL(/territoire=35/)
  // The arrow is the story's, although the map was clicked; the story has not moved.
  await page.keyboard.press('ArrowRight')
  await expect(titre(page)).toBeFocused()
  await expect(page.locator('.fne-faits')).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(`[?&]scene=${rangOf('gouvernances')}$`))
  // A double click is one choice; a later click on the same place takes it back.
  await page.locator('.fne-scene [data-code="45"]').dblclick()
  await expect(faits(page, '45')).toBeVisible()
  await clic('45')
  await expect(page.locator('.fne-faits')).toHaveCount(0)

  await page.keyboard.press('/')
  await page.keyboard.type('Blois')
  await page.keyboard.press('Enter')
  await expect(faits(page, '41')).toBeVisible()
  await expect(page.locator('#fne-lieu-titre')).toContainText('Blois')
  await page.keyboard.press('PageDown')
  await expect(page.locator('.fne-faits')).toHaveCount(0)

  // A region of the list; then a number, the ends, the dark, and the arrows of the map where one has tabbed to it.
  await goTo(page, 'feuilles-par-region')
  await page.locator('[data-region="53"]').getByRole('link').click()
  await expect(page.locator('.fne-faits[data-region="53"]')).toContainText('Côtes-d’Armor')
  await page.keyboard.press('ArrowLeft')
  await expect(diapo(page, 'feuilles-par-region').locator('[data-region="53"]')).toBeVisible()
  await page.keyboard.press('End')
  await diapo(page, SCENES.at(-1)?.id ?? '').waitFor()
  await page.keyboard.press('Home')
  await diapo(page, SCENES[0]?.id ?? '').waitFor()
  for (const rallume of [() => page.keyboard.press('PageDown'), () => page.mouse.click(500, 400)]) {
    await page.keyboard.press('b')
    await expect(page.locator('.fne-noir')).toBeVisible()
    for (const place of [{ x: 20, y: 20 }, { x: 500, y: 400 }, await middleOf(page)])
      expect(await coloursAt(page, place)).toEqual(['#000000'])
    await rallume()
    await expect(page.locator('.fne-noir')).toHaveCount(0)
    await diapo(page, SCENES[0]?.id ?? '').waitFor()
  }
  await page.locator('.fne-scene').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tooltip')).toBeVisible()
  await diapo(page, SCENES[0]?.id ?? '').waitFor()

  // A browser that keeps windows from being opened: the slides say so, and keep the keys.
  await page.evaluate(() => (window.open = () => null))
  await page.getByRole('button', { name: 'Orateur' }).click()
  const refus = page.getByRole('status').filter({ hasText: 'Le navigateur a bloqué la fenêtre de l’orateur' })
  await expect(refus).toBeVisible()
  await expect(titre(page)).toBeFocused()

  // A link that was pasted has no 'before': it leads to the view and the panel of its scene.
  await goTo(page, 'financements')
  await expect(refus).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 2, name: 'Financements' })).toBeVisible()
})

test('a step brings back what the room has moved: the filter, the frame, and what the pointer was told', async ({
  page
}) => {
  await page.goto(`./?mode=presentation&scene=${rangOf('gouvernances')}`)
  await diapo(page, 'gouvernances').waitFor()
  const cadre = page.locator('.fne-scene [data-code="45"]')
  const boite = () => cadre.evaluate((trace) => Math.round(trace.getBoundingClientRect().width))
  await expect.poll(boite).toBeGreaterThan(0)
  const avant = await boite()
  // The buttons are out of sight on slides, and do what the wheel does on the WebGL map.
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('[aria-label="Zoomer"]')?.click())
  await expect.poll(boite).toBeGreaterThan(avant * 1.5)
  const { x, y } = await middleOf(page)
  // A hand moves on: what it was told while the map was still growing goes with the growing.
  let pas = 0
  await expect
    .poll(async () => {
      await page.mouse.move(x + (pas++ % 2), y)
      return page.getByRole('tooltip').isVisible()
    })
    .toBe(true)
  await page.keyboard.press('PageDown')
  await diapo(page, 'gouvernances-manquantes').waitFor()
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await page.keyboard.press('PageUp')
  await diapo(page, 'gouvernances').waitFor()
  await expect.poll(boite).toBe(avant)
  // A question, and the browser's own way back.
  await page.locator('.fne-encart[data-code="974"]').click()
  await expect(faits(page, '974')).toBeVisible()
  await page.goBack()
  await expect(page.locator('.fne-faits')).toHaveCount(0)
  await diapo(page, 'gouvernances').waitFor()
})

/** What part of the window's height metropolitan France has, from its outlines. */
const partDeFrance = (page: Page) =>
  page.locator('.fne-scene').evaluate((scene) => {
    const boites = [...scene.querySelectorAll('.fne-svg-fonds [data-code]')].map((trace) =>
      trace.getBoundingClientRect()
    )
    const haut = Math.min(...boites.map(({ top }) => top))
    const bas = Math.max(...boites.map(({ bottom }) => bottom))
    return Math.min(...boites.map(({ left }) => left)) < 0 || bas > innerHeight
      ? 0
      : (100 * (bas - haut)) / innerHeight
  })

const ECRANS = [
  // A projector of before, where the width is short; then those of today.
  { largeur: 1024, hauteur: 768, carte: 72, moitie: 60 },
  { largeur: 1280, hauteur: 720, carte: 82, moitie: 78 },
  { largeur: 1920, hauteur: 1080, carte: 82, moitie: 78 },
  // A browser that is not in full screen, and a very wide screen: the height counts.
  { largeur: 1366, hauteur: 633, carte: 80, moitie: 76 },
  { largeur: 2560, hauteur: 1080, carte: 82, moitie: 78 }
]

test('on any screen no slide is cut, the map has its height, and text scenes have neither codes nor legend', async ({
  page
}) => {
  for (const { largeur, hauteur, carte, moitie } of ECRANS)
    await test.step(`${largeur} × ${hauteur}`, async () => {
      await page.setViewportSize({ width: largeur, height: hauteur })
      await page.goto('./?mode=presentation')
      for (const { id, disposition = 'carte' } of SCENES) {
        await diapo(page, id).waitFor()
        await expect(page.getByRole('button', { name: 'La suite plus bas' }), id).toHaveCount(0)
        const { scrollHeight, clientHeight } = await diapo(page, id).evaluate((element) => ({
          scrollHeight: element.scrollHeight,
          clientHeight: element.clientHeight
        }))
        expect(scrollHeight, id).toBeLessThanOrEqual(clientHeight)
        const codes = page.locator('.fne-scene .fne-svg-etiquettes')
        const classes = page.locator('.fne-ligne-classe, .fne-legende-classe').filter({ visible: true })
        if (disposition === 'texte') {
          await expect(codes, id).toHaveCount(0)
          await expect(classes, id).toHaveCount(0)
        } else {
          await expect(codes, id).toBeVisible()
          expect(await classes.count(), id).toBeGreaterThan(1)
          expect(await partDeFrance(page), id).toBeGreaterThanOrEqual(
            disposition === 'moitie' ? moitie : carte
          )
        }
        await page.keyboard.press('PageDown')
      }
    })
})

test('a list that is the legend lights its class on the map, and the map marks its line', async ({
  page
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto(`./?mode=presentation&scene=${rangOf('gouvernances')}`)
  await diapo(page, 'gouvernances').waitFor()
  const siens = LIGNES.filter(({ coporteurs }) => coporteurs.includes('syndicat_mixte'))
  const eclaires = page.locator('.fne-scene .fne-svg-fonds path:not(.estompe)')
  const ligne = diapo(page, 'gouvernances').locator('[data-type="syndicat_mixte"] button')
  const tous = await eclaires.count()
  await ligne.hover()
  await expect(eclaires).toHaveCount(siens.length)
  await expect(page).not.toHaveURL(/filtre/)
  await titre(page).hover()
  await expect(eclaires).toHaveCount(tous)
  await ligne.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(eclaires).toHaveCount(siens.length)
  await ligne.click()
  await expect(page).toHaveURL(/filtre=syndicat_mixte/)
  await titre(page).hover()
  await expect(ligne).toHaveAttribute('aria-pressed', 'true')
  await expect(eclaires).toHaveCount(siens.length)
  await page.getByRole('button', { name: 'Revenir à la scène' }).click()
  await expect(page).not.toHaveURL(/filtre/)
  // The scene is back whole, and its foot without the way back: the map has the place that it keeps.
  await expect(eclaires).toHaveCount(tous)
  await expect(page.getByRole('button', { name: 'Revenir à la scène' })).toHaveCount(0)
  const { x, y } = await placeOf(page, '85')
  await page.mouse.move(x, y)
  await expect(page.locator('.fne-ligne-classe.montree')).toHaveText(/Syndicat mixte/)
})

test('a text that does not fit says so, and can be scrolled', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 380 })
  await page.goto(`./?mode=presentation&scene=${rangOf('feuilles-par-region')}`)
  await diapo(page, 'feuilles-par-region').waitFor()
  const suite = page.getByRole('button', { name: 'La suite plus bas' })
  await expect(suite).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect
    .poll(() => diapo(page, 'feuilles-par-region').evaluate(({ scrollTop }) => scrollTop))
    .toBeGreaterThan(0)
  while (await suite.isVisible()) await page.keyboard.press('ArrowDown')
  await expect(diapo(page, 'feuilles-par-region').locator('.fne-ligne-classe').last()).toBeInViewport()
  // One finger scrolls it, two enlarge it: a browser without a touch screen does neither, and knows what it would do.
  await expect(diapo(page, 'feuilles-par-region')).toHaveCSS('touch-action', 'pan-y pinch-zoom')
})

test.describe('offline', () => {
  test.use({ serviceWorkers: 'allow' })
  test('the presenter’s window and the slides keep in step, driven from either', async ({
    page,
    context
  }) => {
    const serveur = await serve(DIST)
    await page.goto(serveur.adresse)
    await page.getByRole('status').filter({ hasText: 'Prêt pour le hors connexion' }).waitFor()
    await serveur.close()
    await context.setOffline(true)

    await page.getByRole('link', { name: 'Présenter' }).click()
    await diapo(page, 'ouverture').waitFor()
    await page.keyboard.press('PageDown')
    const [orateur] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Orateur' }).click()
    ])
    const notes = orateur.locator('.notes')
    const isAt = async (id: string) => {
      const rang = rangOf(id)
      await diapo(page, id).waitFor()
      await expect(notes).toContainText(SCENES[rang - 1]?.notes ?? '?')
      await expect(orateur.locator('.rang')).toContainText(new RegExp(`^Scène ${rang}\\D`))
      await expect(orateur.locator('[data-suivante]')).toHaveAttribute(
        'data-suivante',
        SCENES[rang]?.id ?? ''
      )
    }
    await isAt('plan')
    await expect(orateur.locator('.heure')).toHaveText(/^\d{2}:\d{2}$/)
    await orateur.keyboard.press('PageDown')
    await isAt('signataires')
    await page.keyboard.press('PageDown')
    await isAt('engagements-1')
    await orateur.getByRole('button', { name: 'Écran noir' }).click()
    await expect(page.locator('.fne-noir')).toBeVisible()
    await page.keyboard.press('x')
    await expect(orateur.getByRole('button', { name: 'Écran noir' })).toBeVisible()
    await page.locator('.fne-encart[data-code="974"]').click()
    await expect(orateur.getByText('La salle voit les faits')).toContainText('La Réunion')
    await orateur.keyboard.press('ArrowRight')
    await expect(page.locator('.fne-faits')).toHaveCount(0)
    // A reload of either finds the other again, the slides too: they know no more which window they opened.
    await orateur.reload()
    await isAt('engagements-1')
    const seule = orateur.getByText('ne reçoit rien de la présentation')
    await page.reload()
    await isAt('engagements-1')
    await page.keyboard.press('PageDown')
    await isAt('engagements-2')
    await orateur.keyboard.press('PageUp')
    await isAt('engagements-1')
    await expect(seule).toHaveCount(0)
    // Alone, it says so, and its notes go on.
    await page.close()
    await orateur.reload()
    await expect(seule).toBeVisible()
    await orateur.keyboard.press('PageDown')
    await expect(notes).toContainText(SCENES[rangOf('engagements-2') - 1]?.notes ?? '?')
  })
})

test('a broken scene is left out and told; a broken file says so, and is asked for again', async ({
  page
}) => {
  const texte = readFige('donnees/scenes.json')
  const answer = (body: string) =>
    page.route('**/donnees/scenes.json', (route) => route.fulfill({ body, contentType: 'application/json' }))
  await answer(texte.replace('"contenu": "plan"', '"contenu": "programme"'))
  await page.goto('./?mode=presentation')
  await diapo(page, 'ouverture').waitFor()
  await page.getByText('1 avis').click()
  const ligne = texte.slice(0, texte.indexOf('"contenu": "plan"')).split('\n').length
  await expect(page.locator('.avis')).toContainText(`ligne ${ligne}`)
  await expect(page.locator('.avis')).toContainText('Scène 2 (plan) laissée de côté')
  await page.keyboard.press('PageDown')
  await diapo(page, 'signataires').waitFor()

  await page.unroute('**/donnees/scenes.json')
  await answer('<!doctype html><title>Portail Wi-Fi</title>')
  await page.reload()
  const alerte = page.getByRole('alert').filter({ hasText: 'n’ont pas pu être lues' })
  await expect(alerte).toContainText('une page web')
  await expectCarteVivante(page)
  await page.unroute('**/donnees/scenes.json')
  await alerte.getByRole('button', { name: 'Réessayer' }).click()
  await diapo(page, SCENES[1]?.id ?? '').waitFor()
})
