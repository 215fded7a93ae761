import { expect, test, type Locator, type Page } from '../e2e/banc'
import { coloursAt, followLien, fondOf, placeOf, waitForMoteur } from '../e2e/outils'

const rgb = (couleur: string) => [1, 3, 5].map((i) => parseInt(couleur.slice(i, i + 2), 16))
/** Relative luminance, and contrast, as WCAG defines them. */
const luminance = (couleur: string) =>
  rgb(couleur)
    .map((canal) => canal / 255)
    .map((canal) => (canal <= 0.04045 ? canal / 12.92 : ((canal + 0.055) / 1.055) ** 2.4))
    .reduce((somme, canal, i) => somme + canal * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0)
const contraste = (a: string, b: string) => {
  const [clair = 0, sombre = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (clair + 0.05) / (sombre + 0.05)
}

/** The colour at a part of the width and height of an element. */
async function colourIn(page: Page, cible: Locator, [x, y]: readonly [number, number]): Promise<string> {
  const boite = (await cible.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const [couleur = ''] = await coloursAt(
    page,
    { x: boite.x + boite.width * x, y: boite.y + boite.height * y },
    1
  )
  return couleur
}
const isEqual = (a: Buffer, b: Buffer) => a.equals(b)

for (const scheme of ['light', 'dark'] as const)
  test(`where the system forces its own colours (${scheme}): map, legend, what is chosen, focus, switches and charts are seen`, async ({
    page
  }) => {
    test.setTimeout(120_000)
    // The theme of the page says one thing and the system another: the worst case.
    await page.addInitScript(() => localStorage.setItem('fne-theme', 'clair'))
    await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme })
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto('./')
    await waitForMoteur(page, 'svg')
    await page.locator('#fne-panneau-titre').waitFor()
    const [mer = ''] = await coloursAt(page, { x: 300, y: 700 }, 3)

    await test.step('the map: each colour is the one of the legend, and stands out from what is around it', async () => {
      for (const code of ['29', '80', '61', '60']) {
        const couleurs = await coloursAt(page, await placeOf(page, code))
        expect(couleurs, code).toContain(fondOf(code))
        expect(contraste(fondOf(code), mer), `${code} on ${mer}`).toBeGreaterThan(2.4)
      }
      // An inset has the same ground as the map has, whatever the window has.
      const encart = page.locator('.fne-encart[data-encart="974"]')
      expect(
        contraste(fondOf('974'), await colourIn(page, encart.locator('svg').first(), [0.02, 0.5]))
      ).toBeGreaterThan(3)
      const echantillons = page.locator('.fne-legende-classe .fne-echantillon')
      expect(await colourIn(page, echantillons.first(), [0.5, 0.5])).toBe(fondOf('29'))
    })

    await test.step('what is chosen', async () => {
      await followLien(page, '?territoire=974')
      await page.locator('.fne-fiche .fne-actions').waitFor()
      const apres = await page.locator('.fne-encart[data-encart="974"]').screenshot()
      await followLien(page, '?')
      await expect(page.locator('.fne-fiche')).toHaveCount(0)
      expect(isEqual(apres, await page.locator('.fne-encart[data-encart="974"]').screenshot())).toBe(false)
      const classes = page.locator('.fne-legende-classe')
      await classes.first().click()
      await page.mouse.move(640, 5)
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      const pale = await coloursAt(page, await placeOf(page, '80'))
      expect(pale, 'what the filter leaves out').not.toContain(fondOf('80'))
      expect(await colourIn(page, classes.first(), [0.004, 0.5])).not.toBe(
        await colourIn(page, classes.nth(1), [0.004, 0.5])
      )
      await followLien(page, '?')
    })

    await test.step('the focus, wherever the Tab key comes', async () => {
      await page.evaluate(() => {
        ;(document.activeElement as HTMLElement).blur()
        scrollTo(0, 0)
      })
      const invisibles: string[] = []
      for (let pas = 0; pas < 25; pas++) {
        await page.keyboard.press('Tab')
        const cible = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement
          const { x, y, width, height } = element.getBoundingClientRect()
          return {
            x,
            y,
            width,
            height,
            nom: `${element.tagName} ${element.className} ${element.textContent?.trim().slice(0, 30)}`
          }
        })
        const [x, y] = [Math.max(0, cible.x - 4), Math.max(0, cible.y - 4)]
        const clip = {
          x,
          y,
          width: Math.min(1280 - x, cible.width + 8),
          height: Math.min(800 - y, cible.height + 8)
        }
        const avec = await page.screenshot({ clip, caret: 'hide' })
        await page.evaluate(() => {
          const style = new CSSStyleSheet()
          style.replaceSync(
            '*, *::before, *::after { outline: none !important; box-shadow: none !important }'
          )
          document.adoptedStyleSheets = [style]
        })
        if (isEqual(avec, await page.screenshot({ clip, caret: 'hide' }))) invisibles.push(cible.nom)
        await page.evaluate(() => (document.adoptedStyleSheets = []))
      }
      expect(invisibles).toEqual([])
    })

    await test.step('charts: each part stands out from its ground', async () => {
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      const vus: string[] = []
      for (const panneau of ['chiffres', 'calendrier']) {
        await followLien(page, `?panneau=${panneau}`)
        await page.locator('#fne-panneau-titre').waitFor()
        const formes = page
          .locator('.fne-panneau svg')
          .locator('rect.part, circle, line.axe')
          .filter({ visible: true })
        await formes.first().waitFor({ timeout: 20_000 })
        for (const forme of (await formes.all()).slice(0, 6)) {
          await forme.scrollIntoViewIfNeeded()
          const boite = await forme.boundingBox()
          if (!boite || boite.width < 4) continue
          const fond = await page.evaluate(() => {
            const sonde = document.createElement('span')
            document.body.append(sonde)
            sonde.style.setProperty('background-color', 'Canvas')
            const [r = 0, v = 0, b = 0] = (getComputedStyle(sonde).backgroundColor.match(/\d+/g) ?? []).map(
              Number
            )
            sonde.remove()
            return `#${[r, v, b].map((canal) => canal.toString(16).padStart(2, '0')).join('')}`
          })
          const couleurs = await coloursAt(
            page,
            { x: boite.x + boite.width / 2, y: boite.y + boite.height / 2 },
            Math.ceil(boite.height / 2)
          )
          vus.push(panneau)
          expect(
            Math.max(...couleurs.map((couleur) => contraste(couleur, fond))),
            `${panneau} ${couleurs.join(' ')} on ${fond}`
          ).toBeGreaterThan(3)
        }
      }
      expect(new Set(vus).size).toBe(2)
    })
  })
