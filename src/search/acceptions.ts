/** The words that are typed, read in every way that they can be meant: places are said as one addresses a letter. */
import { listGraphies } from '../domain/texte/normaliser'
import { abregerNature } from './normaliser'

/** Nobody types more; whatever is pasted beyond is cut. */
const LETTRES_MAX = 80

export interface Acceptions {
  /** The words as they are typed; the first way is the best. */
  readonly premieres: readonly (readonly string[])[]
  /** What they may stand for where no place bears them as its name. */
  readonly autres: readonly (readonly string[])[]
}

/** 'LILLE CEDEX 9': what follows is a sorting office, and its postal code is no commune's. */
const CEDEX = / cedex(?: \d{1,2})?(?= |$)/g
/** '41 000 Blois' */
const CODE_COUPE = /(^| )(\d\d|2[ab]) (\d{3})(?= |$)/g
/** 'département du Loir-et-Cher', 'dept 41' */
const DEPARTEMENT = /^(?:departement|dept|dep|dpt)(?: (?:du|de la|de l|des|de|d))? (?=.)/
/** 'Lyon 3ème', 'Marseille 3e arr', 'Paris 1' */
const ARRONDISSEMENT = /^(paris|lyon|marseille) (\d{1,2}) ?(?:er|e|eme|ieme|nd|d)?(?: arr[a-z]*)?$/
/** '3e arrondissement de Lyon' */
const ARRONDISSEMENT_DE = /^(\d{1,2}) ?(?:er|e|eme|ieme|nd|d)? arr[a-z]*(?: de| a)? (paris|lyon|marseille)$/
/** 'ville de Blois', 'région Bretagne' */
const SORTE = /^(?:ville|commune|mairie|prefecture|region)(?: (?:du|de la|de l|des|de|d))? (?=.)/
const PAYS = /(?<=.) france$/
/** 'stmalo' */
const SAINT_COLLE = /^st(e?)(?=[a-z]{3})/

/** Only the department of a postal code is sure: '75000 Paris' is of no commune, nor is a sorting office's. */
const toDepartement = (mot: string) => (/^\d{5}$/.test(mot) ? mot.slice(0, /^9[78]/.test(mot) ? 3 : 2) : mot)

function findArrondissement(texte: string): string[] {
  const [, ville, numero] = ARRONDISSEMENT.exec(texte) ?? []
  const [, rang, cite] = ARRONDISSEMENT_DE.exec(texte) ?? []
  const n = Number(numero ?? rang ?? 0)
  return n === 0 ? [] : [`${ville ?? cite} ${n}${n === 1 ? 'er' : 'e'} arrondissement`]
}

const split = (texte: string) => texte.split(' ').filter(Boolean)

/** @param query as typed, or pasted */
export function listAcceptions(query: string): Acceptions {
  const texte = query.slice(0, LETTRES_MAX).replace(/\s+/g, ' ')
  const graphies = listGraphies(texte).map((graphie) =>
    ` ${abregerNature(graphie)}`
      .replace(CEDEX, '')
      .trim()
      .replace(CODE_COUPE, '$1$2$3')
      .replace(DEPARTEMENT, '')
  )
  const [premiere = ''] = graphies
  const sansPays = premiere.replace(SORTE, '').replace(PAYS, '')
  const autres = [
    sansPays,
    sansPays.replace(SAINT_COLLE, 'saint$1'),
    split(sansPays).map(toDepartement).join(' '),
    ...findArrondissement(sansPays)
  ].filter((autre) => autre !== premiere)
  return {
    premieres: [...findArrondissement(premiere), ...graphies].map(split).filter((mots) => mots.length > 0),
    autres: [...new Set(autres)].map(split).filter((mots) => mots.length > 0)
  }
}
