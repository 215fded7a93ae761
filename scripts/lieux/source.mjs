/** Reads the tables of `@etalab/decoupage-administratif` (INSEE's COG, La Poste, DGCL), as they are. */
import { readFileSync } from 'node:fs'

/**
 * @param {'communes' | 'departements' | 'regions' | 'epci' | 'ept'} table
 * @returns {any[]} rows of the table, in the package's own order
 */
export function readTable(table) {
  const fichier = new URL(`node_modules/@etalab/decoupage-administratif/data/${table}.json`, import.meta.url)
  return JSON.parse(readFileSync(fichier, 'utf8'))
}

/** 'name version' of the package in use. */
export function readVersion() {
  const fichier = new URL('node_modules/@etalab/decoupage-administratif/package.json', import.meta.url)
  const { name, version } = JSON.parse(readFileSync(fichier, 'utf8'))
  return `${name} ${version}`
}
