import { readFileSync } from 'node:fs'

/**
 * The snapshot that the app opens with, read from the list that ships: the tests hold for the next one too, which is a
 * folder and a line more.
 */
export const DATE_LIVREE = (
  JSON.parse(readFileSync('static/donnees/index.json', 'utf8')) as { instantanes: { date: string }[] }
).instantanes
  .map(({ date }) => date)
  .sort()
  .at(-1) as string

/** The text of one of its files. */
export const readLivre = (nom: 'gouvernances.csv' | 'chiffres.json' | 'ecarts-connus.json'): string =>
  readFileSync(`static/donnees/${DATE_LIVREE}/${nom}`, 'utf8')
