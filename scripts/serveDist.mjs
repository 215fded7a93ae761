import { createServer } from 'node:http'
import sirv from 'sirv'
import { DIST } from './dossiers.mjs'

const CACHE = { assets: 'public, max-age=31536000, immutable', reste: 'no-cache' }

/**
 * A server of the built app for browsers under test: as docs/publier sets one up, what bears the mark of its content in its
 * name is kept by the browser, so that a page opened again asks for its data only. Compressing for a browser on the same
 * machine would cost both sides time.
 * @returns {import('node:http').Server} not listening yet
 */
export function serveDist() {
  const servir = sirv(DIST, {
    etag: true,
    setHeaders: (reponse, chemin) =>
      reponse.setHeader('Cache-Control', chemin.startsWith('/assets/') ? CACHE.assets : CACHE.reste)
  })
  return createServer((requete, reponse) => servir(requete, reponse, () => void reponse.writeHead(404).end()))
}
