import { DATE_FIGEE, readFige } from '../fixtures/figes'

/** The dates of the snapshots that the tested app is built with, the latest last. */
export const DATES_LIVREES = (
  JSON.parse(readFige('donnees/index.json')) as { instantanes: { date: string }[] }
).instantanes
  .map(({ date }) => date)
  .sort()

/** The snapshot that the app opens with. */
export const DATE_LIVREE = DATE_FIGEE

/** The text of one of its files. */
export const readLivre = (nom: 'gouvernances.csv' | 'chiffres.json' | 'ecarts-connus.json'): string =>
  readFige(`donnees/${DATE_LIVREE}/${nom}`)
