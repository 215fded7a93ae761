/** Reads the tables of `@etalab/decoupage-administratif` (INSEE's COG, La Poste, DGCL), as they are. */
import { readFileSync } from 'node:fs'

/**
 * @param {'communes' | 'departements' | 'regions' | 'epci'} table
 * @returns {any[]} rows of the table, in the package's own order
 */
export function readTable(table) {
  const fichier = new URL(`node_modules/@etalab/decoupage-administratif/data/${table}.json`, import.meta.url)
  return JSON.parse(readFileSync(fichier, 'utf8'))
}

/** The project writes the typographic apostrophe everywhere; the package the straight one. */
export const apostropher = (texte) => texte.replace(/'/g, '’')
