import { waitForPanneau } from './outils'
import type { Page } from '@playwright/test'
import { readLivre } from './livre'

/** One row of the shipped gouvernances.csv, as text: what the tests of the panels derive their facts from. */
export interface Ligne {
  readonly code: string
  readonly nom: string
  readonly etat: string
  readonly coporteurs: readonly string[]
  readonly origine: string
  readonly feuille: string
}

// The cells before the note hold neither comma nor quote.
export const LIGNES: readonly Ligne[] = readLivre('gouvernances.csv')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((ligne) => {
    const [code = '', nom = '', etat = '', coporteurs = '', origine = '', feuille = ''] = ligne.split(',')
    return { code, nom, etat, coporteurs: coporteurs.split('|').filter(Boolean), origine, feuille }
  })

export const avecGouvernance = LIGNES.filter(({ etat }) => etat === 'remontee')
export const sansGouvernance = LIGNES.filter(({ etat }) => etat !== 'remontee')
export const avecFeuille = LIGNES.filter(({ feuille }) => feuille === 'remontee')
export const sansFeuille = LIGNES.filter(({ feuille }) => feuille !== 'remontee')
export const sansFeuilleAvecGouvernance = sansFeuille.filter(({ etat }) => etat === 'remontee')
export const codesOf = (lignes: readonly Ligne[]) => lignes.map(({ code }) => code).sort()

export const PANNEAUX = [
  ['synthese', 'Synthèse'],
  ['manquants', 'Territoires manquants'],
  ['financements', 'Financements'],
  ['tableau', 'Tableau des territoires'],
  ['comparaison', 'Comparaison'],
  ['chiffres', 'Chiffres clés'],
  ['calendrier', 'Calendrier'],
  ['engagements', 'Engagements'],
  ['objectifs', 'Objectifs 2027'],
  ['reconciliation', 'Ce que disent les chiffres'],
  ['donnees', 'Données']
] as const

/** Opens a view, and waits until its panel is on screen: its heading comes first. */
export async function open(page: Page, query: string): Promise<void> {
  await page.goto(`./${query}`)
  await page.locator('#fne-panneau-titre').waitFor()
  await waitForPanneau(page)
}

/** The panels as their navigation has them, in its order: group, heading, and the name there where it is shorter. */
export const NAVIGATION = (
  [
    ['Territoires', 'Synthèse'],
    ['Territoires', 'Territoires manquants', 'Manquants'],
    ['Territoires', 'Tableau des territoires', 'Tableau'],
    ['Territoires', 'Comparaison'],
    ['Financements', 'Financements'],
    ['Plan national', 'Chiffres clés'],
    ['Plan national', 'Calendrier'],
    ['Plan national', 'Engagements'],
    ['Plan national', 'Objectifs 2027'],
    ['Données', 'Ce que disent les chiffres'],
    ['Données', 'Données', 'Importer, exporter']
  ] as const
).map(([groupe, titre, court = titre]) => ({ groupe, titre, court }))

/** Goes to another panel of the open page by its navigation. */
export async function goTo(page: Page, titre: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Panneaux' })
  const { groupe, court } = NAVIGATION.find((entree) => entree.titre === titre) ?? {
    groupe: titre,
    court: titre
  }
  await navigation.getByRole('link', { name: groupe, exact: true }).first().click()
  const second = navigation
    .getByRole('list', { name: groupe })
    .getByRole('link', { name: court, exact: true })
  if ((await second.count()) > 0) await second.click()
  await page.getByRole('heading', { level: 2, name: titre, exact: true }).waitFor()
  await waitForPanneau(page)
}

export const panneau = (page: Page) => page.locator('.fne-panneau-contenu')
export const fiche = (page: Page) => page.locator('.fne-fiche')
/** The codes of the territories that a part of the page links to, sorted. */
export const listCodes = async (page: Page, selecteur: string) =>
  (
    await page
      .locator(`${selecteur} a[data-territoire]`)
      .evaluateAll((liens) => liens.map((lien) => lien.getAttribute('data-territoire') ?? ''))
  ).sort()
