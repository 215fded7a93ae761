import { foldNom } from '../domain/texte/francais'
import type { Instantane } from '../domain/territoire/territoire'

const LONGUEUR_MAX = 60

/**
 * A name for a file that leaves the app: 'loir-et-cher-2024-12-06', with 'donnees-locales' where they are. Plain letters
 * alone, so that no mail or drive mangles it.
 */
export function nameFichier(titre: string, instantane: Pick<Instantane, 'date' | 'local'> | null): string {
  const debut = foldNom(titre)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGUEUR_MAX)
    .replace(/^-+|-+$/g, '')
  return [
    debut || 'carte',
    ...(instantane ? [instantane.date] : []),
    ...(instantane?.local === undefined ? [] : ['donnees-locales'])
  ].join('-')
}
