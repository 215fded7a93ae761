/** Makes the lists of lieux.json searchable. Everything is ordered once, by weight: the first found is the best. */
import type { ContenuLieux } from './decoder'
import type { Lieu, TypeLieu } from '../domain/territoire/lieu'
import { compacter, normaliser } from './normaliser'
import { buildRepertoire, findRattachement, prefixePostal, type Repertoire } from './repertoire'

/** What stands before a letter of the index: a letter, a space, or only words that nobody types ('CA de', 'Le'). */
export const DANS_UN_MOT = 0
export const DEBUT_DE_MOT = 1
export const DEBUT_DE_NOM = 2

/** A rank counts the places that are searched, the heaviest first. */
export interface IndexLieux {
  readonly source: string
  readonly repertoire: Repertoire
  /** Number in the directory of each rank. */
  readonly numeros: Int32Array
  /** Inhabitants, lessened for what is not first looked for, by rank. */
  readonly poids: Float64Array
  /** Normalised names with their spaces, by rank. */
  readonly noms: readonly string[]
  /** Normalised names without spaces, each between two '\n'. */
  readonly texte: string
  /** For each letter of `texte`, one of the three marks above. */
  readonly marques: Uint8Array
  /** Position in `texte` of each rank's name; one more at the end. */
  readonly positions: Int32Array
  /** INSEE code, postal codes and former INSEE codes of each rank, ' 41018 41000', each between two '\n'. */
  readonly codes: string
  readonly positionsCodes: Int32Array
  /** Departments, collectivities and regions, under their normalised names without spaces. */
  readonly territoires: readonly { readonly lettres: string; readonly lieu: Lieu }[]
}

/** An EPCI bears the name of its town, which is meant first; a delegated commune's own population is not known. */
const PART_DES_AUTRES = 20

const lessen = (habitants: number) => Math.floor(habitants / PART_DES_AUTRES)

/** Weight of each place by its number; negative for one not to be searched. */
function computePoids({ territoires, communes, groupements, nombre }: Repertoire): Float64Array {
  const poids = new Float64Array(nombre)
  let numero = 0
  for (const { population } of territoires) poids[numero++] = population ?? 0
  for (let ligne = 0; ligne < communes.codes.length; ligne++) {
    const parent = findRattachement(communes, ligne)
    const habitants = Number(communes.populations[ligne]) || 0
    // A delegated commune under its commune's own name would be the same answer twice.
    if (parent >= 0 && communes.noms[parent] === communes.noms[ligne]) poids[numero++] = -1
    else if (parent >= 0 && habitants === 0)
      poids[numero++] = lessen(Number(communes.populations[parent]) || 0)
    else poids[numero++] = habitants
  }
  for (const { population } of groupements) poids[numero++] = lessen(population ?? 0)
  return poids
}

/** Numbers of the places that are searched, heaviest first; the order of the directory settles ties. */
function sortNumeros(poids: Float64Array): Int32Array {
  // Weight and number in one: a typed array sorts numbers ten times quicker than a callback does.
  const cles = poids.map((p, numero) => (p < 0 ? Infinity : -p * poids.length + numero)).sort()
  const fin = cles.indexOf(Infinity)
  const numeros = new Int32Array(fin < 0 ? cles.length : fin)
  for (let rang = 0; rang < numeros.length; rang++) {
    const reste = (cles[rang] ?? 0) % poids.length
    numeros[rang] = reste < 0 ? reste + poids.length : reste
  }
  return numeros
}

const TETE_DE_COMMUNE = /^(?:le|la|les|l) (?=.)/
const TETE_DE_GROUPEMENT =
  /^(?:(?:cc|ca|cu|metropole|eurometropole) )?(?:du |de la |de l |des |de |d |le |la |les |l )?(?=.)/

/** How many letters (spaces not counted) of a normalised name nobody types: 'ca de' gives 4. */
function countTete(nom: string, type: TypeLieu | null): number {
  const motif = type === 'epci' || type === 'ept' ? TETE_DE_GROUPEMENT : TETE_DE_COMMUNE
  const tete = motif.exec(nom)?.[0]
  return tete ? compacter(tete).length : 0
}

function buildTexte(noms: readonly string[], isGroupement: (rang: number) => boolean) {
  const taille = noms.reduce((somme, nom) => somme + nom.length + 1, 1)
  const lettres = new Uint8Array(taille)
  const marques = new Uint8Array(taille)
  const positions = new Int32Array(noms.length + 1)
  let fin = 0
  lettres[fin++] = 10
  for (let rang = 0; rang < noms.length; rang++) {
    const nom = noms[rang] ?? ''
    const debut = fin
    positions[rang] = debut
    let marque = DEBUT_DE_NOM
    for (let i = 0; i < nom.length; i++) {
      const lettre = nom.charCodeAt(i)
      if (lettre === 32) marque = DEBUT_DE_MOT
      else {
        marques[fin] = marque
        lettres[fin++] = lettre
        marque = DANS_UN_MOT
      }
    }
    marques[debut + countTete(nom, isGroupement(rang) ? 'epci' : null)] = DEBUT_DE_NOM
    lettres[fin++] = 10
  }
  positions[noms.length] = fin
  return {
    texte: new TextDecoder().decode(lettres.subarray(0, fin)),
    marques: marques.subarray(0, fin),
    positions
  }
}

function buildCodes({ territoires, communes, groupements, anciens }: Repertoire, numeros: Int32Array) {
  const anciensDe = new Map<string, string[]>()
  for (const [ancien, code] of anciens) anciensDe.set(code, [...(anciensDe.get(code) ?? []), ancien])
  const positions = new Int32Array(numeros.length + 1)
  let codes = '\n'
  for (let rang = 0; rang < numeros.length; rang++) {
    positions[rang] = codes.length
    const ligne = (numeros[rang] ?? 0) - territoires.length
    const insee = communes.codes[ligne]
    const postaux = communes.codesPostaux[ligne]
    if (!insee) codes += ` ${groupements[ligne - communes.codes.length]?.code ?? ''}`
    else if (!postaux) codes += ` ${insee}`
    else if (postaux.length < 5) codes += ` ${insee} ${prefixePostal(insee)}${postaux}`
    else {
      codes += ` ${insee}`
      for (const cp of postaux.split(' ')) codes += ` ${cp.length < 5 ? prefixePostal(insee) : ''}${cp}`
    }
    if (insee) for (const ancien of anciensDe.get(insee) ?? []) codes += ` ${ancien}`
    codes += '\n'
  }
  positions[numeros.length] = codes.length
  return { codes, positionsCodes: positions }
}

/** @param contenu what lieux.json holds */
export function buildIndex(contenu: ContenuLieux): IndexLieux {
  const repertoire = buildRepertoire(contenu)
  const { territoires, communes, groupements } = repertoire
  const parNumero = computePoids(repertoire)
  const numeros = sortNumeros(parNumero)
  const poids = new Float64Array(numeros.length)
  const ecrits: string[] = []
  for (let rang = 0; rang < numeros.length; rang++) {
    const numero = numeros[rang] ?? 0
    poids[rang] = parNumero[numero] ?? 0
    ecrits.push(
      communes.noms[numero - territoires.length] ??
        territoires[numero]?.nom ??
        groupements[numero - territoires.length - communes.noms.length]?.nom ??
        ''
    )
  }
  const noms = normaliser(ecrits.join('\n')).split('\n')
  const premierGroupement = territoires.length + communes.codes.length
  return {
    source: contenu.source,
    repertoire,
    numeros,
    poids,
    noms,
    ...buildTexte(noms, (rang) => (numeros[rang] ?? 0) >= premierGroupement),
    ...buildCodes(repertoire, numeros),
    territoires: territoires.map((lieu) => ({ lettres: compacter(normaliser(lieu.nom)), lieu }))
  }
}
