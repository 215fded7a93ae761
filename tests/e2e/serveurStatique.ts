import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import type { AddressInfo } from 'node:net'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json'
}
const SOUS_DOSSIER = '/outils/carte/'

export interface ServeurStatique {
  /** Where the app is, in a sub-folder of its origin; ends with '/'. */
  readonly adresse: string
  /** From now on serves another folder, as a deployment does. */
  deploy(dossier: string): void
  /** Answers nothing any more, not even to a connection that is open. */
  close(): Promise<void>
}

/** A plain file server, as an institution has: a folder, a sub-folder of an address, no rewriting, no fallback. */
export async function serve(dossierInitial: string): Promise<ServeurStatique> {
  let dossier = dossierInitial
  const serveur = createServer((requete, reponse) => {
    const { pathname } = new URL(requete.url ?? '/', 'http://localhost')
    const relatif = pathname.startsWith(SOUS_DOSSIER) ? pathname.slice(SOUS_DOSSIER.length) : null
    const fichier = relatif === null ? '' : join(dossier, normalize(relatif === '' ? 'index.html' : relatif))
    if (!fichier || !existsSync(fichier) || !statSync(fichier).isFile()) {
      reponse.writeHead(404).end()
      return
    }
    reponse.writeHead(200, {
      'content-type': TYPES[extname(fichier)] ?? 'application/octet-stream',
      'cache-control': 'no-cache'
    })
    createReadStream(fichier).pipe(reponse)
  })
  await new Promise<void>((resolve) => serveur.listen(0, 'localhost', resolve))
  const { port } = serveur.address() as AddressInfo
  return {
    adresse: `http://localhost:${port}${SOUS_DOSSIER}`,
    deploy: (autre) => (dossier = autre),
    close: () =>
      new Promise((resolve) => {
        serveur.close(() => resolve())
        serveur.closeAllConnections()
      })
  }
}
