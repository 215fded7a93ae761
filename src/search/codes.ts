/** Finds places by postal, INSEE, department or SIREN code. */
import type { IndexLieux } from './indexer'
import type { Lieu } from '../domain/territoire/lieu'
import { getLieu, toDepartement } from './repertoire'
import { findRang, type Tamis } from './texte'

const CODE = /^(?:\d{1,5}|2[ab]\d{0,3}|\d{9}|\d{6,8})$/

/** True for what is written as a code: '41', '41 000', '2a004', '200030385'. */
export function isCode(lettres: string): boolean {
  return CODE.test(lettres)
}

/** Ranks that have a code beginning so, heaviest first. */
function scanCodes(index: IndexLieux, debut: string, limite: number, isRetenu: (rang: number) => boolean) {
  const { codes, positionsCodes } = index
  const cherche = ` ${debut.toUpperCase()}`
  const rangs: number[] = []
  for (let p = codes.indexOf(cherche); p >= 0 && rangs.length < limite; p = codes.indexOf(cherche, p + 1)) {
    const rang = findRang(positionsCodes, p)
    if (rangs.at(-1) !== rang && isRetenu(rang)) rangs.push(rang)
  }
  return rangs
}

/** Numbers of departments and collectivities whose code is, or begins with, what is typed; '7' is also '07'. */
function listDepartements({ repertoire }: IndexLieux, typed: string): number[] {
  const cherche = typed.toUpperCase()
  const exacts: number[] = []
  const debuts: number[] = []
  repertoire.territoires.forEach(({ type, code, territoires }, numero) => {
    if (type === 'region') return
    const isSaintBarthelemy = cherche === '977' && territoires.includes('978')
    if (code === cherche || code === `0${cherche}` || isSaintBarthelemy) exacts.push(numero)
    else if (code.startsWith(cherche) || (cherche === '20' && /^2[AB]$/.test(code))) debuts.push(numero)
  })
  return [...exacts, ...debuts]
}

/**
 * Ranks for a code, best first: the department, then communes by postal code, then by INSEE code, then EPCI by SIREN.
 * @param typed see {@link isCode}
 */
export function searchCode(index: IndexLieux, typed: string, limite: number): number[] {
  const { repertoire, numeros } = index
  const departements = listDepartements(index, typed).map((numero) => numeros.indexOf(numero))
  if (departements.length >= limite || typed.length < 2) return departements
  const get = (rang: number) => getLieu(repertoire, numeros[rang] ?? 0)
  const cherche = typed.toUpperCase()
  const parPostal = scanCodes(index, typed, limite * 3, (rang) =>
    get(rang).codesPostaux.some((cp) => cp.startsWith(typed))
  )
  if (typed.length === 5) {
    // '75012' means the arrondissement before the whole of Paris.
    const isArrondissement = (rang: number) => get(rang).type === 'arrondissement-municipal'
    parPostal.sort((a, b) => Number(isArrondissement(b)) - Number(isArrondissement(a)) || a - b)
  }
  // The code of a commune that was merged is that of the commune which took it in.
  const code = repertoire.anciens.get(cherche) ?? cherche
  const parInsee =
    typed.length === 5 ? scanCodes(index, typed, limite, (rang) => get(rang).code === code) : []
  if (typed.length === 4) addSansZero(index, typed, limite, parPostal)
  const parSiren =
    typed.length > 5 ? scanCodes(index, typed, limite, (rang) => get(rang).code.startsWith(cherche)) : []
  const trouves = [...new Set([...departements, ...parPostal, ...parInsee, ...parSiren])].slice(0, limite)
  return trouves.length === 0 ? listGenerique(index, typed) : trouves
}

/**
 * Adds the communes whose code has lost its first zero in a spreadsheet: '6000' is Nice's 06000. A round code is meant
 * whole; any other may also still be in the typing, and the biggest commune comes first.
 */
function addSansZero(index: IndexLieux, typed: string, limite: number, parPostal: number[]): void {
  const entier = `0${typed}`
  const get = (rang: number) => getLieu(index.repertoire, index.numeros[rang] ?? 0)
  const siens = scanCodes(
    index,
    entier,
    limite,
    (rang) => get(rang).codesPostaux.includes(entier) || get(rang).code === entier
  ).filter((rang) => !parPostal.includes(rang))
  parPostal.unshift(...siens)
  if (!typed.endsWith('000')) parPostal.sort((a, b) => a - b)
}

/** '75000', '69000', '13000': no commune's code, but what people write for the city of the department. */
function listGenerique({ repertoire, numeros }: IndexLieux, typed: string): number[] {
  const departement = /^(\d\d)000$/.exec(typed)?.[1]
  if (departement === undefined) return []
  const { communes, territoires } = repertoire
  const rang = numeros.findIndex((numero) => {
    const ligne = numero - territoires.length
    return communes.types[ligne] === 'c' && toDepartement(communes.codes[ligne] ?? '') === departement
  })
  return rang < 0 ? [] : [rang]
}

/** No postal code has more communes than this. */
const COMMUNES_MAX = 100

/**
 * The communes that have a postal code, biggest first; of a city's code, its arrondissement alone.
 * @param code five digits; anything else, or a code of none, gives an empty list
 */
export function listParCodePostal(index: IndexLieux, code: string): Lieu[] {
  if (!/^\d{5}$/.test(code)) return []
  const get = (rang: number) => getLieu(index.repertoire, index.numeros[rang] ?? 0)
  const communes = scanCodes(index, code, COMMUNES_MAX, (rang) => get(rang).codesPostaux.includes(code)).map(
    get
  )
  const arrondissements = communes.filter(({ type }) => type === 'arrondissement-municipal')
  return arrondissements.length > 0 ? arrondissements : communes
}

/** Narrows to the places that a code may stand for: in that department, or with such a postal or INSEE code. */
export function createTamisDeCode(index: IndexLieux, typed: string): Tamis {
  const { repertoire, numeros, codes, positionsCodes } = index
  const { territoires, communes } = repertoire
  // Of four digits the first zero may be lost.
  const cherches = [typed.toUpperCase(), ...(/^\d{4}$/.test(typed) ? [`0${typed}`] : [])]
  const isWithin = ({ departements, codesPostaux }: Lieu) =>
    [...departements, ...codesPostaux].some((code) => cherches.some((cherche) => code.startsWith(cherche)))
  return (rang) => {
    const numero = numeros[rang] ?? 0
    const ligne = numero - territoires.length
    const type = communes.types[ligne]
    // An INSEE code begins with its department's: most communes can be told without making them objects.
    const siens = type ? codes.slice(positionsCodes[rang], positionsCodes[rang + 1]) : ''
    if (cherches.some((cherche) => siens.includes(` ${cherche}`))) return true
    if (type === 'c' || type === 'm') return false
    const lieu = getLieu(repertoire, numero)
    return isWithin(lieu) || (lieu.rattachement !== null && isWithin(lieu.rattachement))
  }
}
