import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

function isProgramme(chemin) {
  try {
    accessSync(chemin, constants.X_OK)
    return statSync(chemin).isFile()
  } catch {
    return false
  }
}

/**
 * The first of these programs that PATH leads to.
 * @param {readonly string[]} noms in the order in which they are wanted
 * @returns {string | null} its path
 */
export function findSurPath(noms) {
  const dossiers = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const chemins = noms.flatMap((nom) => dossiers.map((dossier) => join(dossier, nom)))
  return chemins.find(isProgramme) ?? null
}

/** The folders in which Windows has its programs, none of which PATH names. */
const listDossiersWindows = () =>
  ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((nom) => process.env[nom] ?? [])

/**
 * A program of the system: the one that a variable of the environment names, and no other then; else the first of the
 * usual names on PATH; else the first where Windows puts it.
 * @param {string} variable
 * @param {readonly string[]} noms
 * @param {readonly string[]} [windows] paths in a folder of programs
 * @returns {string | null} its path
 */
export function findProgramme(variable, noms, windows = []) {
  const voulu = process.env[variable]
  if (voulu) return existsSync(voulu) ? voulu : null
  const ailleurs = windows.flatMap((chemin) => listDossiersWindows().map((dossier) => join(dossier, chemin)))
  return findSurPath(noms) ?? ailleurs.find(isProgramme) ?? null
}
