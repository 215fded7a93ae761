import { expect, test, type Page } from './banc'

/** A page of somebody else's, with the app below its first screen, in a frame too low for a sheet: its page scrolls. */
async function openHote(page: Page, requete: string, largeur: number) {
  await page.unrouteAll()
  await page.route('**/hote.html*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Un portail</title>
        <h1>Un portail</h1><p style="height: 1600px">Ce que le lecteur lit.</p>
        <iframe title="Carte" src="./${requete}" width="${largeur}" height="440"></iframe>
        <p style="height: 1600px">La suite.</p>`
    })
  )
  // An address of its own: a page opened again at the same one would have its frame where it was.
  await page.goto(`hote.html${requete}`)
  return page.frameLocator('iframe')
}

test('the page around the map stays where its reader is', async ({ page }) => {
  for (const requete of ['?territoire=45', '?region=24', '?lieu=41018', '?panneau=tableau'])
    await test.step(requete, async () => {
      const carte = await openHote(page, requete, 600)
      const fiche = carte.locator(
        requete.includes('panneau') ? '.fne-panneau-contenu' : '.fne-fiche, .fne-fiche-region'
      )
      await expect(fiche.first()).toBeVisible()
      // The frame itself has gone to the sheet: what it had to do is done.
      await expect
        .poll(() =>
          fiche.first().evaluate((element) => element.getBoundingClientRect().top < window.innerHeight)
        )
        .toBe(true)
      await expect.poll(() => fiche.first().evaluate(() => window.scrollY)).toBeGreaterThan(0)
      expect(await page.evaluate(() => window.scrollY)).toBe(0)
    })

  // Nor does it move for what is done within the map.
  const carte = await openHote(page, '', 600)
  await carte.locator('.fne-carte').first().waitFor()
  await carte.getByRole('combobox', { name: /Rechercher/ }).fill('Blois')
  await expect(carte.getByRole('option').first()).toBeVisible()
  // The test's own way to the field may move the page; what follows is done within the map.
  const avant = await page.evaluate(() => window.scrollY)
  await page.keyboard.press('Enter')
  await expect(carte.locator('.fne-fiche')).toBeVisible()
  await expect.poll(() => carte.locator('.fne-fiche').evaluate(() => window.scrollY)).toBeGreaterThan(0)
  expect(await page.evaluate(() => window.scrollY)).toBe(avant)
})
