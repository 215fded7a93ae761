import { findPort } from './ports.mjs'
import { ensureDependencies, quit } from './setup.mjs'

/** `npm start`: installs what is missing, builds, serves on localhost and prints the address. */
ensureDependencies()
const { buildAll } = await import('./build.mjs')
await buildAll()
const { preview } = await import('vite')
const PORT = await findPort()
try {
  const serveur = await preview({ preview: { port: PORT, strictPort: true, host: 'localhost' } })
  console.log(`\nLa carte est à l’adresse ${serveur.resolvedUrls?.local[0] ?? `http://localhost:${PORT}/`}`)
  console.log('Ctrl+C pour arrêter.')
} catch (erreur) {
  quit(
    `Le serveur n’a pas pu démarrer sur le port ${PORT}\u202F: ${erreur instanceof Error ? erreur.message : erreur}`
  )
}
