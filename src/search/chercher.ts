import { searchApproche } from './approche'
import { createTamisDeCode, isCode, searchCode } from './codes'
import { listContextes, type Contexte } from './contexte'
import { describePrecision } from './fiche'
import type { IndexLieux } from './indexer'
import type { Correspondance, ResultatLieu } from '../domain/territoire/lieu'
import { listAcceptions } from './acceptions'
import { getLieu } from './repertoire'
import { scanMots, scanNoms, type Tamis } from './texte'
import { findUsuel } from './usages'

/** Answers that leave their place to bigger ones that are a mistake away. */
const PLACES_CEDEES = 2

const tous: Tamis = () => true

/** Ranks found so far, in the order of the answer. */
class Reponse {
  readonly rangs = new Map<number, Correspondance>()
  constructor(readonly limite: number) {}
  get isPleine() {
    return this.rangs.size >= this.limite
  }
  /** True when somebody who typed a whole name has been answered. */
  get hasNom() {
    return [...this.rangs.values()].includes('nom')
  }
  /** True when there is an answer to the letter, by name or by code. */
  get isTrouvee() {
    return this.hasNom || [...this.rangs.values()].includes('code')
  }
  add(rangs: readonly number[], correspondance: Correspondance) {
    for (const rang of rangs) {
      if (this.isPleine) return
      if (!this.rangs.has(rang)) this.rangs.set(rang, correspondance)
    }
  }
}

/** Adds the names that match to the letter. */
function addNoms(index: IndexLieux, mots: readonly string[], tamis: Tamis, reponse: Reponse) {
  const { limite } = reponse
  const { exacts, exactsSansTete, debuts, mots: milieux } = scanNoms(index, mots.join(''), tamis, limite)
  reponse.add(exacts, 'nom')
  // 'havre' is Le Havre, but 'saint' is hardly Le Saint: weight decides, as ranks are in its order.
  const sansTete = new Set(exactsSansTete)
  for (const rang of [...exactsSansTete, ...debuts].sort((a, b) => a - b))
    reponse.add([rang], sansTete.has(rang) ? 'nom' : 'debut')
  reponse.add(milieux, 'mot')
  if (mots.length > 1 && !reponse.isPleine) reponse.add(scanMots(index, mots, tamis, limite), 'mot')
}

/** Adds the names that are one mistake away. */
function addApproches(index: IndexLieux, mots: readonly string[], tamis: Tamis, reponse: Reponse) {
  const { entiers, debuts } = searchApproche(index, mots.join(''), tamis, reponse.limite)
  reponse.add(entiers, 'approche')
  reponse.add(debuts, 'approche')
}

/**
 * Adds what may be meant by somebody who is answered to the letter: 'lile' begins L’Île-d’Yeu, but Lille is bigger;
 * 'Ploëmel' is a commune, but Ploërmel a bigger one. The last answers make room if they have to.
 */
function addPlusGrands(index: IndexLieux, mots: readonly string[], reponse: Reponse) {
  const { rangs, limite } = reponse
  const noms = [...rangs].filter(([, correspondance]) => correspondance === 'nom').map(([rang]) => rang)
  // Ranks climb as weights fall: bigger than the exact names, and than what would make room.
  const dernier = reponse.isPleine ? ([...rangs.keys()].at(-1) ?? 0) : Infinity
  const nombre = Math.min(noms.length > 0 ? Math.min(...noms) : Math.max(...rangs.keys()), dernier)
  const { entiers } = searchApproche(index, mots.join(''), tous, limite, nombre)
  const autres = entiers.filter((rang) => !rangs.has(rang)).slice(0, PLACES_CEDEES)
  const cedees = Math.max(0, rangs.size + autres.length - limite)
  if (cedees < limite) for (const rang of [...rangs.keys()].slice(rangs.size - cedees)) rangs.delete(rang)
  reponse.add(autres, 'approche')
}

/** Every way to read a code or the last words as where to look, with the words that are left to name the place. */
function listLieuxOu(index: IndexLieux, mots: readonly string[]): readonly Contexte[] {
  const codes = mots.filter(isCode)
  if (codes.length === 0) return listContextes(index, mots)
  const filtres = codes.map((code) => createTamisDeCode(index, code))
  return [
    { mots: mots.filter((mot) => !isCode(mot)), tamis: (rang) => filtres.every((tamis) => tamis(rang)) }
  ]
}

/** Adds what bears the words as its name, wherever it is, and then where the words say. */
function addLitteral(index: IndexLieux, mots: readonly string[], reponse: Reponse) {
  addNoms(index, mots, tous, reponse)
  addOu(index, mots, reponse)
}

function addOu(index: IndexLieux, mots: readonly string[], reponse: Reponse) {
  for (const contexte of listLieuxOu(index, mots)) {
    if (contexte.mots.length > 0 && !reponse.isPleine) addNoms(index, contexte.mots, contexte.tamis, reponse)
  }
}

function searchNoms(
  index: IndexLieux,
  mots: readonly string[],
  autres: readonly (readonly string[])[],
  reponse: Reponse
) {
  addLitteral(index, mots, reponse)
  if (reponse.isPleine || reponse.hasNom) return addPlusGrands(index, mots, reponse)
  for (const acception of autres) {
    const lettres = acception.join('')
    if (isCode(lettres)) reponse.add(searchCode(index, lettres, reponse.limite), 'code')
    // 'Marseille' in 13 is not its 13e arrondissement.
    else if (acception.some(isCode)) addOu(index, acception, reponse)
    else addLitteral(index, acception, reponse)
    if (reponse.isTrouvee) return
  }
  addApproches(index, mots, tous, reponse)
  for (const contexte of listLieuxOu(index, mots)) {
    if (contexte.mots.length > 0 && !reponse.isPleine)
      addApproches(index, contexte.mots, contexte.tamis, reponse)
  }
}

/** Adds the place that goes by another name than its own. */
function addUsuel({ repertoire, numeros }: IndexLieux, lettres: string, reponse: Reponse) {
  const usuel = findUsuel(lettres)
  if (usuel === null) return
  const { territoires, communes, groupements } = repertoire
  const isRegion = usuel.type === 'region'
  const place = isRegion
    ? territoires.findIndex(({ type, code }) => type === 'region' && code === usuel.code)
    : groupements.findIndex(({ code }) => code === usuel.code)
  // The file may not have what goes by this name; nor does what stands before the first group.
  if (place < 0) return
  const numero = isRegion ? place : territoires.length + communes.codes.length + place
  reponse.add([numeros.indexOf(numero)], 'nom')
}

/**
 * Places for what is typed, best first. Accents, case, hyphens, apostrophes, ligatures, 'St' for 'Saint' and one mistake
 * make no difference; a department, by code or name, or a postal code narrows: 'saint-denis 974'. Places are found as
 * they are said, too: 'paca', 'Lyon 3ème', 'BLOIS CEDEX' (acceptions.ts, usages.ts).
 * Exact names come first, then the biggest places. Never throws.
 * @param query as typed; blank finds nothing
 * @param limite at most so many answers
 */
export function searchLieux(index: IndexLieux, query: string, limite = 8): ResultatLieu[] {
  const { premieres, autres } = listAcceptions(query)
  const reponse = new Reponse(limite)
  const lettres = premieres[0]?.join('') ?? ''
  if (isCode(lettres)) reponse.add(searchCode(index, lettres, limite), 'code')
  else {
    addUsuel(index, lettres, reponse)
    for (const mots of premieres) searchNoms(index, mots, autres, reponse)
  }
  return [...reponse.rangs].map(([rang, correspondance]) => {
    const lieu = getLieu(index.repertoire, index.numeros[rang] ?? 0)
    return {
      lieu,
      precision: describePrecision(index, lieu),
      correspondance,
      horsPerimetre: lieu.territoires.length === 0
    }
  })
}
