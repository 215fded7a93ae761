import type { LireTexte } from '../data/lecture'
import { decodeLieux } from './decoder'
import { FICHIER_LIEUX } from './fichier'
import { buildIndex, type IndexLieux } from './indexer'

/**
 * Reads and prepares the places; to be called when the search is first used, and once.
 * @param lire reader of the app's files
 * @throws {ErreurDeLecture} when the file cannot be had or read, with a sentence to show; nothing else
 */
export async function loadLieux(lire: LireTexte): Promise<IndexLieux> {
  return buildIndex(decodeLieux(await lire(FICHIER_LIEUX), FICHIER_LIEUX))
}
