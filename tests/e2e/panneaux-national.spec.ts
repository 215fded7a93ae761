import { expect, test } from './banc'
import { open, panneau } from './panneaux-donnees'
import { readLivre } from './livre'
import { followLien } from './outils'

const CHIFFRES = JSON.parse(readLivre('chiffres.json'))
/** Spaces of any kind count as one: the typography is tested for itself. */
const spaced = (texte: string) =>
  new RegExp(texte.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))

test('the deadline is open or over as the day has it, with the date of the data', async ({ page }) => {
  for (const [jour, passee, message, rang] of [
    ['2025-12-31', 'false', /Échéance aujourd’hui/, 'echeance'],
    ['2025-06-15', 'false', /Échéance dans 199\sjours/, 'echeance'],
    ['2026-01-01', 'true', /Échéance dépassée depuis le\s31\sdécembre\s2025/, 'aujourdhui']
  ] as const) {
    await test.step(jour, async () => {
      await page.clock.setFixedTime(new Date(`${jour}T12:00:00Z`))
      await open(page, '?panneau=financements')
      const echeance = panneau(page).locator('.fne-echeance')
      await expect(echeance).toHaveAttribute('data-passee', passee)
      await expect(echeance).toContainText(message)
      await expect(echeance).toContainText(/«\sFin\s2025\s»/)
      await expect(echeance).toContainText(/Données au\s6\sdécembre\s2024/)
      for (const article of await panneau(page).locator('[data-financement]').all())
        await expect(article).toContainText(passee === 'true' ? 'échéance dépassée' : 'échéance à venir')
      await followLien(page, '?panneau=calendrier')
      await expect(panneau(page).locator('[data-point]').first()).toBeVisible()
      const [avant, dernier] = (await panneau(page).locator('[data-point]').all()).slice(-2)
      const suite = [avant, dernier].map((point) => point?.getAttribute('class'))
      const attendu =
        rang === 'echeance' && jour !== '2025-12-31' ? ['aujourdhui', 'echeance'] : ['echeance', 'aujourdhui']
      expect(
        (await Promise.all(suite)).map((classe) => attendu.find((nom) => classe?.includes(nom)))
      ).toEqual(attendu)
      // The page stayed open, and is looked at again on a later day.
      await page.clock.setFixedTime(new Date('2026-01-02T12:00:00Z'))
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      await expect(panneau(page)).toContainText(/Aujourd’hui\s:\s2\sjanvier\s2026/)
    })
  }
})

test('the national plan is shown whole, each fact as its file has it', async ({ page }) => {
  await open(page, '?panneau=financements')
  await test.step('Financements: amount, purpose and users of each means, and the rule that they add up', async () => {
    await expect(panneau(page)).toContainText(CHIFFRES.financements.cumul.texte)
    for (const { id, montant, objet, beneficiaires } of CHIFFRES.financements.liste) {
      const article = panneau(page).locator(`[data-financement="${id}"]`)
      await expect(article).toContainText(spaced(montant?.texte ?? 'La source ne donne pas de montant.'))
      await expect(article).toContainText(spaced(objet))
      await expect(article).toContainText(spaced(beneficiaires ?? 'La source ne précise pas.'))
    }
  })

  await test.step('Chiffres clés: values, targets and progress as text and as a table', async () => {
    await followLien(page, '?panneau=chiffres')
    for (const { id, titre, initiale, actuelle, cibles } of CHIFFRES.indicateurs.liste) {
      const section = panneau(page).locator(`[data-indicateur="${id}"]`)
      await expect(section.getByRole('heading')).toHaveText(titre)
      for (const { valeur } of [initiale, actuelle, ...cibles]) {
        const texte = valeur.toLocaleString('fr-FR')
        await expect(section.locator('svg')).toContainText(texte)
        await expect(section.getByRole('table')).toContainText(texte)
      }
      for (const { annee, avancementAnnonce } of cibles)
        await expect(section.locator(`[data-cible="${annee}"]`)).toContainText(`${avancementAnnonce}\u202F%`)
      const vrai = Math.round(
        ((actuelle.valeur - initiale.valeur) / (cibles[0].valeur - initiale.valeur)) * 100
      )
      expect(vrai).toBeGreaterThan(100)
      await expect(section.locator('[data-cible="2024"]')).toContainText(`${vrai}\u202F% en valeur réelle`)
    }
  })

  await test.step('Chiffres clés: the bar is as long as the progress towards the last target', async () => {
    for (const { id, cibles } of CHIFFRES.indicateurs.liste) {
      const svg = panneau(page).locator(`[data-indicateur="${id}"] svg`)
      const width = async (classe: string) => (await svg.locator(`rect.${classe}`).boundingBox())?.width ?? 0
      const part = ((await width('part')) / (await width('piste'))) * 100
      expect(Math.abs(part - cibles.at(-1).avancementAnnonce)).toBeLessThan(1)
    }
  })

  await test.step('Chiffres clés: the two shares of the posts are as stated, and one is told that they exceed the whole', async () => {
    const { id, attribues, pourvus, restants } = CHIFFRES.postes
    const section = panneau(page).locator(`[data-indicateur="${id}"]`)
    for (const { texte } of [attribues, pourvus, restants]) await expect(section).toContainText(spaced(texte))
    await expect(section).toContainText(`${pourvus.valeur + restants.valeur}\u202F%`)
  })

  await test.step('Calendrier: the four steps and every date of the source', async () => {
    await followLien(page, '?panneau=calendrier')
    const { etapes, dates } = CHIFFRES.calendrier
    await expect(panneau(page).locator('.etape h3')).toHaveText(
      etapes.map(({ numero, titre }: { numero: number; titre: string }) => `${numero}. ${titre}`)
    )
    for (const { id, date, texte } of dates) {
      const point = panneau(page).locator(`[data-point="${id}"]`)
      await expect(point).toContainText(spaced(texte))
      await expect(point).toContainText(new RegExp(date.texte.replace(/\s+/g, '\\s'), 'i'))
    }
    await expect(panneau(page).locator('[aria-current="date"]')).toContainText('Aujourd’hui')
  })

  await test.step('Engagements: all of them under their axes, and a number that is ours is marked', async () => {
    await followLien(page, '?panneau=engagements')
    const { annonce, axes, liste } = CHIFFRES.engagements
    await expect(panneau(page).locator('section li')).toHaveCount(annonce)
    for (const { id, numero, numeroOrigine } of axes) {
      const section = panneau(page).locator(`[data-axe="${numero}"]`)
      const siens = liste.filter(({ axe }: { axe: string }) => axe === id)
      await expect(section.locator('li')).toHaveText(
        siens.map((e: { numero: number; titre: string }) => new RegExp(`^${e.numero}\\s*\\D`))
      )
      await expect(section.locator('[data-fiabilite="deduit"]')).toHaveCount(
        numeroOrigine === 'deduit' ? 1 : 0
      )
    }
  })

  await test.step('Objectifs 2027: targets, milestones, signatories and the round table, nobody left out', async () => {
    await followLien(page, '?panneau=objectifs')
    const { objectifs, signataires, evenement, feuilleDeRouteNationale } = CHIFFRES
    for (const { id, texte, libelle } of objectifs.liste) {
      const objectif = panneau(page).locator(`[data-objectif="${id}"]`)
      await expect(objectif).toContainText(spaced(texte))
      await expect(objectif).toContainText(spaced(libelle))
    }
    for (const { annee, nom } of feuilleDeRouteNationale.jalons)
      await expect(panneau(page)).toContainText(spaced(`${annee} ${nom}`))
    await expect(panneau(page).locator('.fne-signataires li')).toHaveText(
      signataires.liste.map(({ nom }: { nom: string }) => nom)
    )
    const tableRonde = panneau(page).locator('[data-evenement]')
    for (const { nom, fonction } of [evenement.animatrice, ...evenement.intervenants]) {
      await expect(tableRonde).toContainText(nom)
      await expect(tableRonde).toContainText(spaced(fonction))
    }
  })
})
