import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'

const SOUS_DOSSIER = '/outils/carte/'
/** Read from the disk at each request, and asked for again each time by the browser. */
const OPTIONS = { dev: true, etag: true }

export interface ServeurStatique {
  /** Where the app is, in a sub-folder of its origin; ends with '/'. */
  readonly adresse: string
  /** From now on serves another folder, as a deployment does. */
  deploy(dossier: string): void
  /** Answers nothing any more, not even to a connection that is open. */
  close(): Promise<void>
}

/** A plain file server, as an institution has: a folder, a sub-folder of an address, no rewriting, no fallback. */
export async function serve(dossier: string): Promise<ServeurStatique> {
  let servir = sirv(dossier, OPTIONS)
  const serveur = createServer((requete, reponse) => {
    const chemin = requete.url ?? '/'
    if (!chemin.startsWith(SOUS_DOSSIER)) {
      reponse.writeHead(404).end()
      return
    }
    requete.url = `/${chemin.slice(SOUS_DOSSIER.length)}`
    servir(requete, reponse, () => void reponse.writeHead(404).end())
  })
  await new Promise<void>((resolve) => serveur.listen(0, 'localhost', resolve))
  const { port } = serveur.address() as AddressInfo
  return {
    adresse: `http://localhost:${port}${SOUS_DOSSIER}`,
    deploy: (autre) => (servir = sirv(autre, OPTIONS)),
    close: () =>
      new Promise((resolve) => {
        serveur.close(() => resolve())
        serveur.closeAllConnections()
      })
  }
}
