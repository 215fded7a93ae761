/**
 * Writes tests/bench/requetes.json: the 500 queries that the search is measured on, drawn from INSEE's tables with a
 * fixed seed, never from what the search answers. Run by hand when the kinds of query change: `node scripts/lieux/requetes.mjs`.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runEtape } from '../etapes.mjs'
import { apostropher } from './apostrophe.mjs'
import { readTable } from './source.mjs'

const SORTIE = new URL('../../tests/bench/requetes.json', import.meta.url)
const LETTRES = 'abcdefghijklmnopqrstuvwxyz'

/** mulberry32: the same numbers on every machine. */
function createHasard(graine) {
  let etat = graine
  return () => {
    etat = (etat + 0x6d2b79f5) | 0
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const hasard = createHasard(2024)
const pick = (liste) => liste[Math.floor(hasard() * liste.length)]
const repeat = (fois, build) => Array.from({ length: fois }, (_, i) => build(i))

const communes = readTable('communes').filter(
  ({ type, zone }) => type === 'commune-actuelle' && zone !== 'com'
)
const grandes = communes.filter(({ population }) => population >= 10_000)
const epci = readTable('epci')
const departements = new Map(readTable('departements').map((d) => [d.code, d]))

/** One town in two is a big one: they are what is looked for, and the others must not be lost. */
const pickCommune = (i) => pick(i % 2 === 0 ? grandes : communes)

/** One mistake among letters: wrong, missing, too many, or swapped with the next. */
function mistype(nom) {
  const places = [...nom].flatMap((lettre, i) => (/\p{L}/u.test(lettre) ? [i] : []))
  const i = pick(places)
  const avant = nom.slice(0, i)
  const apres = nom.slice(i + 1)
  return pick([
    () => avant + pick(LETTRES) + apres,
    () => avant + apres,
    () => avant + pick(LETTRES) + nom[i] + apres,
    () => (/\p{L}/u.test(apres[0] ?? '') ? avant + apres[0] + nom[i] + apres.slice(1) : avant + apres)
  ])()
}

const strip = (nom) => nom.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
const VARIANTES = [
  (nom) => strip(nom).toLowerCase().replace(/[-']/g, ' '),
  (nom) => nom.toUpperCase(),
  (nom) => nom.replace(/\bSaint(e?)\b/g, 'St$1').replace(/-/g, ' '),
  (nom) => strip(nom).replace(/[-' ]/g, ''),
  (nom) => apostropher(nom).replace(/œ/g, 'oe').toLowerCase()
]
const pickLongue = (i) => {
  const commune = pickCommune(i)
  return commune.nom.length >= 5 ? commune : pickLongue(i)
}

const prefixes = repeat(40, (i) => {
  const { nom } = i % 4 === 3 ? pick(epci) : pickCommune(i)
  return [1, 2, 3, 5, 8].map((n) => ({ sorte: 'prefixe', requete: nom.slice(0, n) }))
}).flat()
const fautes = repeat(150, (i) => {
  const { nom, code } = pickLongue(i)
  return { sorte: 'faute', requete: mistype(nom), code, nom: apostropher(nom) }
})
const variantes = repeat(50, (i) => {
  const { nom, code } = pickCommune(i)
  return { sorte: 'variante', requete: VARIANTES[i % VARIANTES.length](nom), code, nom: apostropher(nom) }
})
const codes = repeat(50, (i) => {
  if (i % 5 === 4) {
    const { code } = pick(epci)
    return { sorte: 'code', requete: code, code }
  }
  if (i % 5 === 3) return { sorte: 'code', requete: pick(communes).departement }
  const { codesPostaux, code } = pickCommune(i)
  return i % 5 === 2
    ? { sorte: 'code', requete: code, code }
    : { sorte: 'code', requete: pick(codesPostaux).slice(0, i % 5 === 0 ? 5 : 4) }
})
const precisions = repeat(50, (i) => {
  const { nom, code, departement, codesPostaux } = pickCommune(i)
  const suite = [departement, pick(codesPostaux), departements.get(departement).nom][i % 3]
  return { sorte: 'precision', requete: `${nom} ${suite}`, code, nom: apostropher(nom) }
})

const requetes = [...prefixes, ...fautes, ...variantes, ...codes, ...precisions]
writeFileSync(SORTIE, JSON.stringify(requetes))
process.exitCode = runEtape('Format', 'npx', ['oxfmt', '--write', fileURLToPath(SORTIE)])
console.log(`${requetes.length} requêtes`)
