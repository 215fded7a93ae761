import { ensureDependencies } from './setup.mjs'

/**
 * `npm run publier`: builds dist/, with the single file that the app fills with other data, and puts the compressed copy
 * of each file beside it, ready for any web server.
 */
ensureDependencies()
const { buildAll } = await import('./build.mjs')
const { buildPortable } = await import('./portable.mjs')
const { compresserDossier } = await import('./compresser.mjs')
await buildAll()
await buildPortable()
const { fichiers, avant, apres } = await compresserDossier('dist')
const ko = (octets) => `${new Intl.NumberFormat('fr-FR').format(Math.round(octets / 1000))} ko`
console.log(
  `dist/ est prêt à publier : ${fichiers} fichiers compressés, ${ko(avant)} → ${ko(apres)} (brotli).`
)
console.log('Les réglages de nginx et d’Apache sont dans docs/publier/.')
