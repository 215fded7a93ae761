import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import type { Scene } from '../../src/domain/scene'
import { avecFeuille, avecGouvernance, hideWebGl, sansFeuille, sansGouvernance } from './panneaux-donnees'
import { watch } from './outils'

const SCENES = (JSON.parse(readFileSync('static/donnees/scenes.json', 'utf8')) as { scenes: Scene[] }).scenes
const CHIFFRES = JSON.parse(readFileSync('static/donnees/2024-12-06/chiffres.json', 'utf8'))
/** Spaces and apostrophes do not make another text. */
const plain = (texte: string) =>
  texte
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .replace(/'/g, '’')
    .trim()

const titre = (page: Page) => page.locator('.fne-diapo-titre')
const diapo = (page: Page, id: string) => page.locator(`.fne-diapo[data-scene="${id}"]`)

const lire = async (page: Page, id: string) => plain(await diapo(page, id).innerText())

/** What each scene has to say, from the files. */
const DITS: Readonly<Record<string, readonly string[]>> = {
  ouverture: [
    ...[CHIFFRES.evenement.animatrice, ...CHIFFRES.evenement.intervenants].flatMap(({ nom, fonction }) => [
      nom,
      fonction
    ])
  ],
  plan: [
    ...CHIFFRES.feuilleDeRouteNationale.jalons.map(({ nom }: { nom: string }) => nom),
    ...CHIFFRES.objectifs.liste.map(({ texte }: { texte: string }) => texte)
  ],
  signataires: CHIFFRES.signataires.liste.map(({ nom }: { nom: string }) => nom),
  calendrier: CHIFFRES.calendrier.dates.map(({ texte }: { texte: string }) => texte),
  gouvernances: CHIFFRES.gouvernances.coporteurs.map(({ annonce }: { annonce: number }) => String(annonce)),
  'gouvernances-manquantes': sansGouvernance.map(({ nom }) => nom),
  'feuilles-de-route': [
    String(avecFeuille.length),
    String(sansFeuille.length),
    CHIFFRES.feuillesDeRoute.annoncees.texte
  ],
  'feuilles-par-region': sansFeuille.map(({ code }) => code),
  financements: CHIFFRES.financements.liste.flatMap(
    ({ montant }: { montant: { texte: string } | null }) => montant?.texte ?? []
  ),
  accompagnements: ['4 511 889', '3 200 000', '6 000 000', '100 %', '69 %'],
  postes: [CHIFFRES.postes.attribues.texte, CHIFFRES.postes.pourvus.texte, CHIFFRES.postes.restants.texte],
  'aidants-formes': ['19 616', '18 000', '20 000', '100 %', '95 %']
}

test('a clicker walks all scenes: their titles and figures, nothing cut off on a small projector', async ({
  page
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  const fautes = watch(page)
  await hideWebGl(page)
  await page.goto('./?vue=croisee&panneau=calendrier')
  await page.getByRole('link', { name: 'Présenter' }).click()
  const titres = new Set<string>()
  for (const [i, { id, element }] of SCENES.entries()) {
    await diapo(page, id).waitFor()
    await expect(titre(page)).toBeFocused()
    titres.add(await titre(page).innerText())
    const texte = await lire(page, id)
    for (const dit of DITS[id] ?? []) expect(texte, id).toContain(plain(dit))
    for (const { axe, titre: engagement } of CHIFFRES.engagements.liste)
      if (axe === element) expect(texte).toContain(plain(engagement))
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

  // Escape leads where one stood; the whole walk is one step of the history.
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\?vue=croisee&panneau=calendrier$/)
  await expect(page.getByRole('heading', { level: 2, name: 'Calendrier' })).toBeVisible()
  expect(fautes).toEqual([])
})
