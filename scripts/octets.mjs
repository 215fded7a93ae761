import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { DIST } from './dossiers.mjs'

/** How far a sum may grow before somebody has to say why: parts of it. */
export const TOLERANCE = 0.05

const NOMS = {
  premiereCarte: 'jusqu’à la première carte en couleurs, qui répond d’une phrase à un clic',
  premierClic: 'jusqu’à la fiche entière du premier clic'
}

/**
 * What the default view loads, in brotli bytes, as the built page itself names it: the page is the first map and its
 * answers, and the files that it asks for then are what draws a sheet. MapLibre is in neither.
 * @param {string} dossier the built folder
 */
export function weigh(dossier) {
  const page = readFileSync(resolve(dossier, 'index.html'))
  const premiereCarte = brotliCompressSync(page).length
  const fichiers = new Set(String(page).match(/\.\/(?:assets|geo|donnees)\/[^"'\s)]+/g))
  const suite = [...fichiers].map((nom) => brotliCompressSync(readFileSync(resolve(dossier, nom))).length)
  return { premiereCarte, premierClic: suite.reduce((somme, octets) => somme + octets, premiereCarte) }
}

const format = (octets) => `${(octets / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} ko`

/** One French sentence for each sum that has outgrown its budget. */
export function listDepassements(poids, budget) {
  return Object.keys(NOMS).flatMap((cle) => {
    const part = poids[cle] / budget[cle] - 1
    if (poids[cle] <= Math.round(budget[cle] * (1 + TOLERANCE))) return []
    const pourcent = (part * 100).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
    return [
      `Trop d’octets ${NOMS[cle]}\u202F: ${format(poids[cle])} au lieu de ${format(budget[cle])} (+ ${pourcent}\u00A0%, ` +
        'pour 5\u00A0% permis). Alléger ce qui vient d’être ajouté, ou le charger plus tard\u202F; si c’est voulu, changer ' +
        'scripts/octets.json et dire pourquoi.'
    ]
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const poids = weigh(DIST)
  const fautes = listDepassements(poids, JSON.parse(readFileSync('scripts/octets.json', 'utf8')))
  for (const [cle, nom] of Object.entries(NOMS)) console.log(`${format(poids[cle])} ${nom}`)
  for (const faute of fautes) console.error(faute)
  process.exitCode = fautes.length > 0 ? 1 : 0
}
