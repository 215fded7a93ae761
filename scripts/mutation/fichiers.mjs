import { existsSync, readFileSync } from 'node:fs'

/** What the measuring program and the runner of tests tell each other, in the folder where the faults are. */
export const MUTANTS = 'mutants.json'
export const RESULTATS = 'resultats.jsonl'
/** The fault that is tried now: where nothing comes any more, the one that made an endless loop. */
export const COURANT = 'courant'

/** @returns what the runner has noted so far; null before it has noted anything */
export const readNotes = (chemin = RESULTATS) =>
  existsSync(chemin)
    ? readFileSync(chemin, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((ligne) => JSON.parse(ligne))
    : null
