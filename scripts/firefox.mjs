import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NOMS = ['firefox-esr', 'firefox', 'firefox.exe']

/**
 * The system's Firefox: FIREFOX_PATH where it is set, or the first of the usual names on PATH.
 * @returns {string | null} its path
 */
export function findFirefox() {
  const { FIREFOX_PATH, PATH = '' } = process.env
  if (FIREFOX_PATH) return existsSync(FIREFOX_PATH) ? FIREFOX_PATH : null
  const chemins = NOMS.flatMap((nom) => PATH.split(delimiter).map((dossier) => join(dossier, nom)))
  return chemins.find((chemin) => existsSync(chemin)) ?? null
}
