import { axeOf } from './axe'
import { readFileSync } from 'node:fs'
import { expect, test } from './banc'
import { BILAN_RGAA, NON_CONFORMITES } from '../../src/app/informations/conformite'
import { DIST } from '../../scripts/dossiers.mjs'
import { followLien } from './outils'

/** What a site of the State links from each of its pages, and what that page is headed. */
const LIENS = [
  ['Accessibilité\u00A0: non conforme', 'Déclaration d’accessibilité'],
  ['Mentions légales', 'Mentions légales'],
  ['Données personnelles', 'Données personnelles']
] as const

test('the legal pages are links on every page: what is not known is marked, the licences are those of what ships, and the way back is the map', async ({
  page
}) => {
  await page.goto('./?territoire=45')
  const pied = page.locator('.fne-pied')
  await expect(pied.getByRole('link')).toHaveText(LIENS.map(([lien]) => lien))
  await pied.getByRole('link', { name: 'Accessibilité : non conforme' }).click()
  const dialogue = page.getByRole('dialog')
  await expect(dialogue.getByRole('heading', { level: 2 })).toHaveText('Déclaration d’accessibilité')
  await expect(dialogue).toContainText('aucun audit n’a encore été réalisé')
  await expect(dialogue).toContainText(`${BILAN_RGAA.conformes} conformes`)
  for (const { critere, texte } of NON_CONFORMITES)
    await expect(dialogue.getByRole('listitem').filter({ hasText: texte }).last()).toContainText(critere)
  const recours = dialogue.locator('a[target="_blank"]')
  expect(await recours.evaluateAll((liens) => liens.map((lien) => (lien as HTMLAnchorElement).host))).toEqual(
    ['formulaire.defenseurdesdroits.fr', 'www.defenseurdesdroits.fr']
  )
  await expect(recours.first()).toHaveAccessibleDescription(/nouvelle fenêtre/)
  await expect(dialogue.locator('mark').first()).toContainText('à compléter')
  expect((await axeOf(page).include('dialog[open]').analyze()).violations).toEqual([])

  await dialogue.getByRole('link', { name: 'Données personnelles' }).click()
  await expect(dialogue).toContainText('aucun cookie')
  await expect(page).toHaveURL(/\?territoire=45#donnees-personnelles$/)

  await dialogue.getByRole('link', { name: 'Licences' }).click()
  const { parts } = JSON.parse(readFileSync(`${DIST}/licences.json`, 'utf8')) as { parts: { nom: string }[] }
  await expect(dialogue.locator('li strong')).toHaveText(parts.map(({ nom }) => nom))
  // A voice reads each text in its own language.
  const paragraphes = dialogue.locator('pre span')
  await expect(paragraphes.filter({ hasText: 'Permission is hereby granted' }).first()).toHaveAttribute(
    'lang',
    'en'
  )
  await expect(paragraphes.filter({ hasText: 'Le contenu de ce dépôt' })).not.toHaveAttribute('lang')
  for (const nom of [
    'svelte',
    'maplibre-gl',
    'pptxgenjs',
    '@gouvfr/dsfr',
    'workbox-precaching',
    'Natural Earth'
  ])
    expect(parts.map((part) => part.nom)).toContain(nom)

  await page.keyboard.press('Escape')
  await expect(dialogue).toHaveCount(0)
  await expect(page).toHaveURL(/\?territoire=45$/)
  await expect(page.locator('#fne-fiche-titre')).toContainText('Loiret')
  // A link that somebody was given.
  await page.goto('./#mentions-legales')
  await expect(dialogue.getByRole('heading', { level: 2 })).toHaveText('Mentions légales')
  await dialogue.getByText('Les programmes employés').getByRole('link', { name: 'Licences' }).click()
  await expect(dialogue.getByRole('heading', { level: 2 })).toHaveText('Licences')
  await page.keyboard.press('Escape')

  await test.step('the slides have them behind a button of their foot, and stay where they are', async () => {
    await followLien(page, '?mode=presentation&scene=2')
    const rang = page.locator('footer .rang')
    await expect(rang).toHaveText(/^2\D/)
    for (const [lien, titre] of LIENS) {
      await page.getByRole('button', { name: 'Raccourcis et informations légales' }).click()
      await dialogue.getByRole('link', { name: lien }).click()
      await expect(dialogue.getByRole('heading', { level: 2 })).toHaveText(titre)
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Escape')
      await expect(dialogue).toHaveCount(0)
    }
    await expect(rang).toHaveText(/^2\D/)
    await page.keyboard.press('PageDown')
    await expect(rang).toHaveText(/^3\D/)
  })
})
