import { createServer } from 'node:http'
import sirv from 'sirv'

/**
 * Serves a folder the way all are served here: files as they are, compressed copies in brotli, nothing kept.
 * @param {string} dossier
 * @returns {Promise<{ adresse: string, close: () => void }>}
 */
export async function serveDossier(dossier) {
  const serveFichier = sirv(dossier, { brotli: true, gzip: true, etag: false, dev: false })
  const serveur = createServer((requete, reponse) =>
    serveFichier(requete, reponse, () => reponse.writeHead(404).end())
  )
  await new Promise((resolve) => serveur.listen(0, 'localhost', resolve))
  return { adresse: `http://localhost:${serveur.address().port}/`, close: () => serveur.close() }
}
