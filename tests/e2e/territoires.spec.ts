import { expect, test } from '@playwright/test'
import { codesOf, fiche, LIGNES, open, panneau, sansFeuille } from './panneaux-donnees'

test('the table holds every territory, is sorted by its headers, and is narrowed with the map', async ({
  page
}) => {
  await open(page, '?panneau=tableau')
  const lignes = panneau(page).locator('tbody tr')
  const codes = () => lignes.evaluateAll((tr) => tr.map((ligne) => ligne.getAttribute('data-territoire')))
  const compte = panneau(page).getByRole('status')
  await expect(lignes).toHaveCount(LIGNES.length)
  await expect(compte).toHaveText(`${LIGNES.length}\u00A0territoires sur ${LIGNES.length}.`)
  await expect(lignes.filter({ hasText: 'Haute-Saône' })).toContainText(/Contradictoire.*En cours de valid/)

  const nom = panneau(page).getByRole('columnheader', { name: 'Nom' })
  await expect(panneau(page).getByRole('columnheader', { name: 'Code' })).toHaveAttribute(
    'aria-sort',
    'ascending'
  )
  await nom.getByRole('button').click()
  await expect(nom).toHaveAttribute('aria-sort', 'ascending')
  const noms = LIGNES.map((ligne) => ligne.nom).sort((a, b) => a.localeCompare(b, 'fr'))
  await expect(lignes.first()).toContainText(noms[0] ?? '')
  await nom.getByRole('button').click()
  await expect(nom).toHaveAttribute('aria-sort', 'descending')
  await expect(lignes.first()).toContainText(noms.at(-1) ?? '')

  await page
    .getByRole('button', { name: /^Feuille de route non remontée|^Préfecture uniquement/ })
    .first()
    .click()
  const prefectures = LIGNES.filter(({ coporteurs }) => coporteurs.includes('prefecture'))
  await expect(compte).toHaveText(`${prefectures.length}\u00A0territoires sur ${LIGNES.length}.`)
  expect((await codes()).sort()).toEqual(codesOf(prefectures))
  await panneau(page).getByRole('searchbox').fill('haute')
  const hautes = prefectures.filter((ligne) => /^Hautes?-/.test(ligne.nom))
  await expect(lignes).toHaveCount(hautes.length)
  await page.reload()
  await expect(lignes).toHaveCount(hautes.length)
  await panneau(page).getByRole('link', { name: 'Afficher tous les territoires' }).click()
  await expect(lignes).toHaveCount(LIGNES.length)
  await page.goto('?panneau=tableau&region=53&filtre=sans-feuille')
  await expect(lignes).toHaveCount(sansFeuille.filter(({ code }) => /^(22|29|35|56)$/.test(code)).length)
})

test('the map and the table point at the same territory, and the map sends to the table', async ({
  page
}) => {
  await open(page, '')
  await page.keyboard.press('Tab')
  const evitement = page.getByRole('link', { name: /Passer la carte/ })
  for (let i = 0; i < 10 && !(await evitement.evaluate((a) => a === document.activeElement)); i++)
    await page.keyboard.press('Tab')
  await expect(evitement).toBeFocused()
  await expect(evitement).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Tableau des territoires' })).toBeFocused()

  const ligne = panneau(page).locator('tr[data-territoire="971"]')
  await page.locator('[data-encart="971"]').hover()
  await expect(ligne).toHaveClass(/survol/)
  await page.locator('[data-encart="971"]').click()
  await expect(ligne).toHaveClass(/choisi/)
  await expect(ligne).toBeInViewport()
  await panneau(page).locator('tr[data-territoire="974"]').hover()
  await expect(page.locator('[data-encart="974"] .fne-svg-survol')).toBeVisible()
  await panneau(page).getByRole('link', { name: 'La Réunion' }).click()
  await expect(fiche(page).getByRole('heading', { level: 2 })).toHaveText(/La Réunion/)
  await expect(fiche(page).getByRole('heading', { level: 2 })).toBeFocused()
})
