import { readFileSync } from 'node:fs'

/** The dates of the shipped snapshots, the latest last, read from the list that ships. */
export const DATES_LIVREES = (
  JSON.parse(readFileSync('static/donnees/index.json', 'utf8')) as { instantanes: { date: string }[] }
).instantanes
  .map(({ date }) => date)
  .sort()

/** The snapshot that the app opens with: the tests hold for the next one too, which is a folder and a line more. */
export const DATE_LIVREE = DATES_LIVREES.at(-1) as string

/** The text of one of its files. */
export const readLivre = (nom: 'gouvernances.csv' | 'chiffres.json' | 'ecarts-connus.json'): string =>
  readFileSync(`static/donnees/${DATE_LIVREE}/${nom}`, 'utf8')
