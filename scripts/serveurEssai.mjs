import { createServer } from 'node:http'
import sirv from 'sirv'
import { DIST } from './dossiers.mjs'

/**
 * Serves the built app to the browser tests, on PORT: as docs/publier sets up a server, what bears the mark of its content
 * in its name is kept by the browser, so that a page opened again asks for its data only. Compressing for a browser on the
 * same machine would cost both sides time.
 */
const CACHE = { assets: 'public, max-age=31536000, immutable', reste: 'no-cache' }
const servir = sirv(DIST, {
  etag: true,
  setHeaders: (reponse, chemin) =>
    reponse.setHeader('Cache-Control', chemin.startsWith('/assets/') ? CACHE.assets : CACHE.reste)
})

createServer((requete, reponse) => servir(requete, reponse, () => void reponse.writeHead(404).end())).listen(
  Number(process.env.PORT),
  'localhost'
)
