import { expect, test, type Locator, type Page, type Route } from './banc'
import { readFige } from '../fixtures/figes'
import type { Scene } from '../../src/domain/vue/scene'
import { expectCarteVivante, fondOf, followLien, hold, territoireOf, waitForMoteur } from './outils'
import { panneau } from './panneaux-donnees'

// Of what is read ahead, too: a window that does.
test.use({ neuve: true })

/** A real network, slow, cut and back again, in one page that goes on being used; what is simulated is in pannes.spec. */

/** Slow 3G, as the browsers' own tools have it. */
const LENT_3G = { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 }
/** The same for files as the tests' server sends them: a web server packs them, and they weigh a quarter. */
const LENT_3G_NU = { ...LENT_3G, downloadThroughput: 4 * LENT_3G.downloadThroughput }
const COUPE = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
const PLEIN = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }

const perte = (page: Page) => page.getByRole('alert').filter({ hasText: 'vérifier la connexion' })

test('slow 3G, then no network, then it is back: what is there goes on, what is not says so, nothing is lost; fifty fast clicks end where the last one was', async ({
  page,
  context
}) => {
  const erreurs: string[] = []
  page.on('pageerror', ({ message }) => erreurs.push(message))
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', LENT_3G_NU)
  // Panels come ahead of their being asked for: on a fast machine this one would be there before the network is slow again.
  const release = await hold(page, '**/assets/Calendrier-*.js')
  const venus: string[] = []
  page.on('requestfinished', (requete) => venus.push(requete.url()))
  await test.step('the cable is out as soon as the program is asked for, then slow 3G again: it starts', async () => {
    const cut = async (route: Route) => {
      await cdp.send('Network.emulateNetworkConditions', COUPE)
      await route.abort('internetdisconnected')
    }
    await page.route('**/assets/index-*.js', cut)
    await page.goto('./', { waitUntil: 'commit' })
    // The page itself is the map, in its colours and with its legend: no program has come.
    const contour = page.locator('#app[data-premiere] .fne-scene [data-code="74"]').first()
    await expect(contour).toBeVisible()
    expect(await contour.evaluate((path) => path.getAttribute('fill'))).toBe(fondOf('74'))
    const personne = page.getByRole('alert').filter({ hasText: 'n’a pas pu être chargée entièrement' })
    await expect(personne).toContainText('la carte affichée est lisible')
    await expect(contour).toBeVisible()
    await page.unroute('**/assets/index-*.js', cut)
    await cdp.send('Network.emulateNetworkConditions', LENT_3G_NU)
    await personne.getByRole('button', { name: 'Réessayer' }).click()
    await waitForMoteur(page, 'svg')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(page.locator('[data-classe="prefecture"] strong')).not.toHaveText('0')
  })
  await cdp.send('Network.emulateNetworkConditions', PLEIN)

  // A panel that is on its way: it says so, and the map answers.
  await cdp.send('Network.emulateNetworkConditions', LENT_3G)
  await followLien(page, '?panneau=calendrier', false)
  await expect(panneau(page).getByRole('status')).toHaveText('Chargement…')
  await expectCarteVivante(page)
  release()
  await cdp.send('Network.emulateNetworkConditions', PLEIN)
  await expect(panneau(page).getByRole('heading', { name: 'Calendrier' })).toBeVisible()

  // The cable is out: the panels had come ahead of their being asked for, the map answers, and what is not there says so.
  await expect
    .poll(
      () => venus.filter((adresse) => /assets\/(Objectifs|Reconciliation)-[\w-]+\.js$/.test(adresse)).length
    )
    .toBe(2)
  await cdp.send('Network.emulateNetworkConditions', COUPE)
  await followLien(page, '?panneau=objectifs&territoire=45&filtre=deduit')
  await expect(
    panneau(page).getByRole('heading', { name: 'Objectifs 2027', exact: true }).first()
  ).toBeVisible()
  await expect(page.locator('#fne-fiche-titre')).toContainText(territoireOf('45')?.nom ?? '?')
  const exporter = page.getByRole('banner').getByRole('button', { name: 'Exporter', exact: true })
  await exporter.click()
  await expect(perte(page)).toContainText('L’export n’a pas pu être chargé')
  await expect(page.locator('#fne-fiche-titre')).toBeVisible()
  await cdp.send('Network.emulateNetworkConditions', PLEIN)
  // As its sentence says.
  await page.reload()
  await expect(perte(page)).toHaveCount(0)
  await expect(page.locator('#fne-fiche-titre')).toContainText(territoireOf('45')?.nom ?? '?')
  for (const partie of ['panneau=objectifs', 'territoire=45', 'filtre=deduit'])
    expect(page.url()).toContain(partie)
  await exporter.click()
  await expect(page.getByRole('dialog', { name: 'Exporter et partager' })).toBeVisible()
  await page.keyboard.press('Escape')

  await test.step('fifty clicks on territories, tabs and views in one task, then half as many by a hand that is too fast', async () => {
    await followLien(page, '?')
    await waitForMoteur(page, 'svg')
    const navigation = page.getByRole('navigation', { name: 'Panneaux' })
    const vues = page.getByRole('group', { name: 'Colorer la carte par' })
    const onglets = ['Territoires', 'Financements', 'Plan national', 'Données']
    const dernier = await page.evaluate(() => {
      const listOf = (selecteur: string) => [...document.querySelectorAll<HTMLElement>(selecteur)]
      const [contours, liens, radios] = [
        listOf('.fne-scene [data-code]'),
        listOf('.fne-nav .groupes a'),
        listOf('.fne-bascule input')
      ]
      let code = ''
      for (let i = 0; i < 50; i++) {
        const contour = contours[(i * 7) % contours.length]
        contour?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
        code = contour?.getAttribute('data-code') ?? ''
        liens[i % 4]?.click()
        radios[i % 3]?.click()
      }
      return code
    })
    /** What the address says is what is seen. */
    const expectAccord = async () => {
      await expect
        .poll(async () => {
          const { searchParams } = new URL(page.url())
          const voulu = territoireOf(searchParams.get('territoire') ?? '')?.nom ?? ''
          const vue = searchParams.get('vue') ?? 'coporteurs'
          return (
            (await page.locator('#fne-fiche-titre').allTextContents()).join().includes(voulu) &&
            (await page.locator(`.fne-bascule input[value="${vue}"]`).isChecked())
          )
        })
        .toBe(true)
      await expect(page.locator('.fne-panneau #fne-fiche-titre')).toHaveCount(1)
    }
    await expect(page.locator('#fne-fiche-titre')).toContainText(territoireOf(dernier)?.nom ?? '?')
    await expect(page).toHaveURL(new RegExp(`territoire=${dernier}\\b`))
    await expect(vues.getByRole('radio').nth(49 % 3)).toBeChecked()
    await expect(navigation.getByRole('link', { name: onglets[49 % 4] as string })).toHaveAttribute(
      'aria-current'
    )
    await expectAccord()

    const middleOf = async (cible: Locator) => {
      const { x, y, width, height } = (await cible.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
      return { x: x + width / 2, y: y + height / 2 }
    }
    const places = await Promise.all([
      middleOf(page.locator('.fne-scene')),
      ...onglets.map((nom) => middleOf(navigation.getByRole('link', { name: nom, exact: true }))),
      ...[0, 1, 2].map((rang) => middleOf(vues.locator('label').nth(rang)))
    ])
    await Promise.all(
      Array.from(
        { length: 24 },
        (_, i) => places[(i * 3 + 1) % places.length] as { x: number; y: number }
      ).flatMap((place) =>
        (['mousePressed', 'mouseReleased'] as const).map((type) =>
          cdp.send('Input.dispatchMouseEvent', { type, ...place, button: 'left', clickCount: 1 })
        )
      )
    )
    await expectAccord()
    const fin = page.url()
    await page.goBack()
    await expect(page).not.toHaveURL(fin)
    await expectAccord()
    await page.goForward()
    await expect(page).toHaveURL(fin)
    await expectAccord()
  })
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(erreurs, 'what nobody caught').toEqual([])
})

const SCENES = (JSON.parse(readFige('donnees/scenes.json')) as { scenes: Scene[] }).scenes

test('the programs that write files do not come: each says so in French and names another way; what needs none is written, the dialogs go on, and the page does what a worker would have', async ({
  page
}) => {
  const erreurs: string[] = []
  page.on('pageerror', ({ message }) => erreurs.push(message))
  const refuses = new Set<string>()
  let programmes = ['pptx', 'universal', 'document']
  await page.route(/\/assets\/(pptx|universal|document|travail)-[\w-]+\.js$/, (route) => {
    const nom = /assets\/(\w+)/.exec(route.request().url())?.[1] ?? ''
    if (!programmes.includes(nom)) return route.continue()
    refuses.add(nom)
    return route.fulfill({ status: 404, body: '' })
  })
  // A stylesheet, too, first of all ahead of its being asked for.
  let [feuilles, manque] = [0, true]
  await page.route('**/assets/Calendrier-*.css', (route) => {
    feuilles++
    return manque ? route.fulfill({ status: 404, body: '' }) : route.continue()
  })
  await page.goto('./?panneau=donnees')
  await test.step('a panel without its style says so, as often as it is asked for, and comes once that is there', async () => {
    await expect.poll(() => feuilles).toBe(1)
    await followLien(page, '?panneau=calendrier')
    const echec = panneau(page).getByRole('alert')
    await expect(echec).toContainText('Ce panneau n’a pas pu être chargé')
    manque = false
    await followLien(page, '?panneau=donnees')
    await expect(echec).toHaveCount(0)
    await followLien(page, '?panneau=calendrier')
    await expect(panneau(page).getByRole('img', { name: 'Ligne de temps' })).toBeVisible()
    await expect(echec).toHaveCount(0)
    expect(feuilles).toBe(3)
    await followLien(page, '?panneau=donnees')
  })
  await test.step('the list of licences cannot be had', async () => {
    await page.route('**/licences.json', (route) => route.fulfill({ status: 500, body: '' }))
    await page.evaluate(() => (location.hash = '#licences'))
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText(
      'La liste des licences ne peut pas être affichée'
    )
    await page.keyboard.press('Escape')
  })
  await panneau(page).getByRole('button', { name: 'Classeur Excel (.xlsx)' }).click()
  await expect(panneau(page)).toContainText('Le classeur n’a pas pu être préparé')

  await page.getByRole('banner').getByRole('button', { name: 'Exporter', exact: true }).click()
  const sorties = page.getByRole('dialog', { name: 'Exporter et partager' })
  const dit = (texte: string) => sorties.getByRole('status').filter({ hasText: texte })
  await sorties.getByRole('button', { name: 'PowerPoint' }).click()
  await sorties.getByRole('button', { name: 'Excel', exact: true }).click()
  await expect(dit('Le fichier n’a pas pu être préparé')).toContainText('prendre le CSV')
  await expect(dit('Les diapositives n’ont pas pu être préparées')).toContainText('rien n’a été enregistré')
  const csv = page.waitForEvent('download')
  await sorties.getByRole('button', { name: 'CSV', exact: true }).click()
  expect((await csv).suggestedFilename()).toMatch(/\.csv$/)
  await expect(sorties.getByRole('button', { name: 'PowerPoint' })).toHaveAttribute('aria-disabled', 'false')
  await page.keyboard.press('Escape')

  await followLien(page, `?mode=presentation&scene=${SCENES.length}`)
  await page.locator('.fne-diapo-titre').waitFor()
  await page.keyboard.press('n')
  const notes = page.getByRole('dialog', { name: 'Notes et compte rendu' })
  await notes.getByRole('textbox', { name: 'Note', exact: true }).fill('À ne pas perdre')
  // Its worker carries all that it needs: without it, the page would write the document itself.
  programmes = ['document', 'travail']
  await notes.getByRole('button', { name: 'Document Word' }).click()
  await expect(notes.getByRole('status').filter({ hasText: 'Le document n’a pas pu' })).toContainText(
    'copier le texte'
  )
  await expect(notes.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue('À ne pas perdre')
  await page.keyboard.press('Escape')

  // Where only the workers do not come, the page itself makes the slides, under its own policy.
  await followLien(page, '?')
  await page.getByRole('banner').getByRole('button', { name: 'Exporter', exact: true }).click()
  const diapos = page.waitForEvent('download')
  await sorties.getByRole('button', { name: 'PowerPoint' }).click()
  expect((await diapos).suggestedFilename()).toMatch(/\.pptx$/)
  expect([...refuses].sort()).toEqual(['document', 'pptx', 'travail', 'universal'])
  expect(erreurs, 'what nobody caught').toEqual([])
})
