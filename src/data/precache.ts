/**
 * The list of files that a built service worker (sw.js, made by Workbox) keeps for offline use, as text: what publishing
 * new data without the build has to write anew in it.
 */
const ENTREE = /\{url:"([^"]+)",revision:(?:"[^"]*"|null)(?:,integrity:"([^"]*)")?\}/g

/** A file of the offline copy. */
export interface FichierGarde {
  /** Relative to the page, without './'. */
  readonly url: string
  /** 'sha256-' and the digest in base64. */
  readonly integrite: string
}

/** The integrity that the service worker asks of each file, by address; '' where it asks none. */
export const listPrecache = (sw: string): ReadonlyMap<string, string> =>
  new Map([...sw.matchAll(ENTREE)].map(([, url = '', integrite = '']) => [url, integrite]))

/**
 * The service worker with these files in its list: new ones are added, those that it has get a new revision. A browser
 * sees another service worker, fetches them, and announces the new version.
 * @throws Error where the text has no such list
 */
export function writePrecache(sw: string, fichiers: readonly FichierGarde[]): string {
  const debut = sw.search(ENTREE)
  if (debut < 0) throw new Error('sw.js n’a pas de liste de fichiers.')
  const connus = listPrecache(sw)
  const entrees = new Map(
    fichiers.map(({ url, integrite }) => [
      url,
      `{url:"${url}",revision:"${integrite}",integrity:"${integrite}"}`
    ])
  )
  const neuves = fichiers.flatMap(({ url }) => (connus.has(url) ? [] : [`${entrees.get(url)},`]))
  const liste = sw.slice(debut).replace(ENTREE, (entree, url: string) => entrees.get(url) ?? entree)
  return sw.slice(0, debut) + neuves.join('') + liste
}
