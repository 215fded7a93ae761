import { expect, test, type Locator } from './banc'
import { couleurCoporteur } from '../../src/map/apparence/palette'
import {
  avecFeuille,
  avecGouvernance,
  codesOf,
  fiche,
  goTo,
  LIGNES,
  listCodes,
  NAVIGATION,
  open,
  panneau,
  PANNEAUX,
  sansFeuille,
  sansFeuilleAvecGouvernance,
  sansGouvernance
} from './panneaux-donnees'
import { readLivre } from './livre'
import { coloursAt, followLien } from './outils'

const CHIFFRES = JSON.parse(readLivre('chiffres.json'))

test('panels: each has its address, and is reached by the navigation and the keys of the browser', async ({
  page,
  context
}) => {
  await open(page, '?panneau=donnees')
  await test.step('every panel has its address, its heading, and is the current one of the navigation', async () => {
    for (const [cle, titre] of PANNEAUX) {
      await followLien(page, `?panneau=${cle}`)
      await expect(page.getByRole('heading', { level: 2, name: titre, exact: true })).toBeVisible()
      const nav = page.getByRole('navigation', { name: 'Panneaux' })
      const { groupe, court } = NAVIGATION.find((entree) => entree.titre === titre) ?? {
        groupe: '',
        court: ''
      }
      await expect(nav.locator('[aria-current="page"]')).toHaveText(court)
      await expect(nav.locator('[aria-current]').first()).toHaveText(groupe)
      await expect(nav.getByRole('list').first().getByRole('link')).toHaveText([
        ...new Set(NAVIGATION.map((entree) => entree.groupe))
      ])
      const seconds = NAVIGATION.filter((entree) => entree.groupe === groupe).map((entree) => entree.court)
      await expect(nav.getByRole('list', { name: groupe }).getByRole('link')).toHaveText(
        seconds.length > 1 ? seconds : []
      )
    }
  })

  await test.step('the navigation changes the panel, the address and the focus; back comes back', async () => {
    await followLien(page, '?vue=croisee')
    const nav = page.getByRole('navigation', { name: 'Panneaux' })
    await nav.getByRole('link', { name: 'Plan national' }).click()
    await expect(page.getByRole('heading', { level: 2, name: 'Chiffres clés' })).toBeFocused()
    const lien = nav.getByRole('link', { name: 'Calendrier' })
    expect(await lien.getAttribute('href')).toContain('panneau=calendrier')
    await lien.click()
    await expect(page).toHaveURL(/vue=croisee.*panneau=calendrier/)
    await expect(page.getByRole('heading', { level: 2, name: 'Calendrier' })).toBeFocused()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 2, name: 'Chiffres clés' })).toBeVisible()
  })

  await test.step('a click with the control key is left to the browser, which opens the same address', async () => {
    await followLien(page, './')
    const [autre] = await Promise.all([
      context.waitForEvent('page'),
      page
        .getByRole('navigation', { name: 'Panneaux' })
        .getByRole('link', { name: 'Financements' })
        .click({ modifiers: ['ControlOrMeta'] })
    ])
    await expect(autre.getByRole('heading', { level: 2, name: 'Financements' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 2, name: 'Synthèse' })).toBeVisible()
    await autre.close()
  })
})

test('Synthèse: what the file holds, beside what is stated of it, and where each figure leads', async ({
  page
}) => {
  await open(page, '')
  await test.step('counts what the file holds, and says which figure is another count', async () => {
    const tuiles = panneau(page).locator('.fne-tuiles')
    await expect(tuiles).toContainText(`${avecGouvernance.length} / ${LIGNES.length}`)
    await expect(tuiles).toContainText(`${avecFeuille.length} / ${LIGNES.length}`)
    await expect(tuiles.getByRole('link', { name: /sans feuille de route/ })).toContainText(
      String(sansFeuille.length)
    )
    await expect(tuiles).toContainText(`${sansFeuilleAvecGouvernance.length} avec une gouvernance remontée`)
    const annoncees = tuiles.locator('li').filter({ hasText: CHIFFRES.feuillesDeRoute.annoncees.texte })
    await expect(annoncees).toContainText('Un autre compte')
  })

  await test.step('sets the stated figures beside the named and the deduced ones', async () => {
    for (const { type, annonce } of CHIFFRES.gouvernances.coporteurs) {
      const count = (origine: string) =>
        LIGNES.filter((ligne) => ligne.origine === origine && ligne.coporteurs.includes(type)).length
      const cellules = panneau(page).locator(`tr[data-type="${type}"] td`)
      await expect(cellules).toHaveText([annonce, count('source'), count('deduit')].map(String))
      const marque = panneau(page).locator(`tr[data-type="${type}"]`).getByRole('link', { name: 'écart' })
      await expect(marque).toHaveCount(annonce === count('source') + count('deduit') ? 0 : 1)
    }
    const annonces: number[] = CHIFFRES.gouvernances.coporteurs.map((c: { annonce: number }) => c.annonce)
    await expect(panneau(page).locator('tr[data-type="somme"] td').first()).toHaveText(
      String(annonces.reduce((a, b) => a + b))
    )
  })

  await test.step('lists every known discrepancy, and opens the territory that it is about', async () => {
    const connus = JSON.parse(readLivre('ecarts-connus.json')).ecarts
    await expect(page.locator('.fne-ecarts li[id]')).toHaveCount(connus.length)
    await expect(page.locator('.fne-ecarts')).not.toContainText('Nouveau')
    await page.locator('#ecart-contradiction-56').getByRole('link').click()
    await expect(page).toHaveURL(/territoire=56/)
    await expect(fiche(page).getByRole('heading', { level: 2 })).toBeFocused()
  })

  await test.step('counts are links that filter the map or open the list', async () => {
    await followLien(page, './')
    await panneau(page)
      .getByRole('link', { name: /feuilles de route remontées/ })
      .click()
    await expect(page).toHaveURL(/vue=feuilles-de-route.*filtre=avec-feuille/)
    await expect(page.getByRole('region', { name: 'Filtres de la carte' })).toContainText(
      `${avecFeuille.length}\u00A0territoires`
    )
    await page.getByRole('link', { name: /Retirer le filtre/ }).click()
    await expect(page).not.toHaveURL(/filtre/)
    await panneau(page).getByRole('link', { name: 'Syndicat mixte', exact: true }).click()
    await expect(page).toHaveURL(/filtre=syndicat_mixte/)
    await panneau(page)
      .getByRole('link', { name: /avec une gouvernance remontée/ })
      .click()
    await expect(page.getByRole('heading', { level: 2, name: 'Territoires manquants' })).toBeVisible()
    expect(await listCodes(page, '.fne-groupe')).toEqual(codesOf(sansFeuilleAvecGouvernance))
  })

  await test.step('where the system forces its own colours, those of the map are still those of its key', async () => {
    await followLien(page, './')
    await page.emulateMedia({ forcedColors: 'active' })
    const seen = async (pastille: Locator) => {
      await pastille.scrollIntoViewIfNeeded()
      const { x, y, width, height } = (await pastille.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
      return coloursAt(page, { x: x + width / 2, y: y + height / 2 }, 3)
    }
    for (const [type, classe] of [
      ['epci', 'EPCI uniquement'],
      ['prefecture', 'Préfecture uniquement']
    ] as const) {
      const couleur = couleurCoporteur(type)
      const ligne = panneau(page).locator(`tr[data-type="${type}"]`)
      expect(await seen(ligne.locator('.fne-pastille').first()), type).toContain(couleur)
      const legende = page.locator('.fne-legende').getByRole('button', { name: new RegExp(`^${classe}`) })
      expect(await seen(legende.locator('.fne-echantillon')), classe).toContain(couleur)
    }
  })

  await test.step('marks a discrepancy that the source did not have', async () => {
    await page.emulateMedia({ forcedColors: null })
    const csv = readLivre('gouvernances.csv')
    await page.route('**/gouvernances.csv', (route) =>
      route.fulfill({ body: csv.replace('60,Oise,remontee,epci', '60,Oise,remontee,region') })
    )
    await open(page, '')
    await expect(page.locator('#ecart-coporteurs-epci')).toContainText('Nouveau')
    await expect(page.locator('#ecart-coporteurs-prefecture')).not.toContainText('Nouveau')
  })
})

test('Territoires manquants: the list, what narrows it, and what it shows on the map', async ({ page }) => {
  await open(page, '?panneau=manquants')
  await test.step('lists those of the file, region by region, with a count each', async () => {
    expect(await listCodes(page, '.fne-groupe')).toEqual(codesOf(sansFeuille))
    for (const groupe of await page.locator('.fne-groupe').all()) {
      const nombre = await groupe.locator('a[data-territoire]').count()
      await expect(groupe.getByRole('heading')).toHaveText(new RegExp(` ${nombre}$`))
    }
    await expect(page.locator('[data-region="53"] a')).toHaveCount(4)
    await expect(page.locator('[data-region="978"]')).toContainText('Collectivité sans région')
  })

  await test.step('is narrowed by the choice, which the address keeps', async () => {
    const choix = page.getByRole('list', { name: 'Territoires à montrer' })
    await choix.getByRole('link', { name: `Sans gouvernance (${sansGouvernance.length})` }).click()
    expect(await listCodes(page, '.fne-groupe')).toEqual(codesOf(sansGouvernance))
    await page.reload()
    await expect(choix.locator('[aria-current]')).toHaveText(/Sans gouvernance/)
    expect(await listCodes(page, '.fne-groupe')).toEqual(codesOf(sansGouvernance))
    await choix
      .getByRole('link', { name: `sans feuille de route (${sansFeuilleAvecGouvernance.length})` })
      .click()
    expect(await listCodes(page, '.fne-groupe')).toEqual(codesOf(sansFeuilleAvecGouvernance))
    await choix.getByRole('link', { name: `Tous (${sansFeuille.length})` }).click()
    expect(await listCodes(page, '.fne-groupe')).toEqual(codesOf(sansFeuille))
  })

  await test.step('is narrowed by text, and says how many are left', async () => {
    const champ = page.getByRole('searchbox', { name: /Filtrer/ })
    await champ.fill('saone')
    await expect(panneau(page).getByRole('status')).toHaveText(/^2.territoires/)
    expect(await listCodes(page, '.fne-groupe')).toEqual(['70', '71'])
    await champ.fill('zzz')
    await expect(panneau(page).getByRole('status')).toHaveText('Aucun territoire ne correspond.')
    await champ.fill('')
  })

  await test.step('shows the territory under the pointer on the map, and opens its sheet', async () => {
    const lien = page.locator('.fne-groupe a[data-territoire="45"]')
    await expect(page.locator('.fne-carte .fne-svg-survol')).toHaveCount(0)
    await lien.hover()
    await expect(page.locator('.fne-carte .fne-svg-survol').first()).toBeVisible()
    await lien.click()
    await expect(page).toHaveURL(/territoire=45/)
    const titre = fiche(page).getByRole('heading', { level: 2 })
    await expect(titre).toBeFocused()
    await expect(titre).toBeInViewport()
    await fiche(page).getByRole('button', { name: 'Fermer la fiche' }).click()
    await expect(fiche(page)).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 2, name: 'Territoires manquants' })).toBeFocused()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('a sheet opened on the map comes into view, and does again when its link is opened', async ({
    page
  }) => {
    await open(page, '')
    await page.locator('[data-encart="974"] [data-code="974"]').click()
    const titre = fiche(page).getByRole('heading', { level: 2 })
    await expect(titre).toBeInViewport()
    // The page that a link opens starts at its top, where a page that is loaded again stays where it was.
    const lien = page.url()
    await page.goto('about:blank')
    await page.goto(lien)
    await expect(titre).toBeInViewport()

    // So does the panel that a link asks for; the focus stays where a page just opened has it.
    const panneaux = page.locator('#fne-panneau-titre')
    await page.goto('about:blank')
    await page.goto('./?panneau=manquants')
    await expect(panneaux).toHaveText('Territoires manquants')
    await expect(panneaux).toBeInViewport()
    await expect(page.locator('body')).toBeFocused()
    await page.goto('about:blank')
    await page.goto('./')
    await panneaux.waitFor()
    await expect(panneaux, 'the map, where the link asks for nothing').not.toBeInViewport()
  })

  test('nothing is wider than the narrowest screen, 320 px: the page scrolls one way', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await open(page, '?territoire=978&lieu=97801&epingles=978,41,45')
    await expect(fiche(page)).toBeVisible()
    const measure = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await measure()).toBeLessThanOrEqual(320)
    await fiche(page).getByRole('button', { name: 'Fermer la fiche' }).click()
    for (const [cle, titre] of PANNEAUX) {
      await goTo(page, titre)
      expect(await measure(), cle).toBeLessThanOrEqual(320)
    }
    await page.goto('./?region=24&vue=croisee&filtre=prefecture')
    await page.locator('.fne-fiche-region').waitFor()
    expect(await measure()).toBeLessThanOrEqual(320)
  })
})
