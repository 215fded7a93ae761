/** French typography for the texts that the domain writes itself. */
import { listGraphies, normaliser } from './normaliser'

/** Narrow no-break space: before ; ? ! % and inside numbers. */
export const FINE = '\u202F'
/** No-break space: before a colon, inside guillemets, and before units. */
export const INSECABLE = '\u00A0'

const nombres = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })
const listes = new Intl.ListFormat('fr-FR', { type: 'conjunction' })
const pourcents = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 })

/** '4 511 889', with narrow no-break spaces. */
export function formatNombre(nombre: number): string {
  return nombres.format(nombre)
}

/** A fraction as a whole percentage: 0.6927 gives '69 %'. */
export function formatPourcent(fraction: number): string {
  return pourcents.format(fraction).replace(/[\u00A0 ]/g, FINE)
}

/** 'Ain, Allier et Aude'. */
export function formatListe(mots: readonly string[]): string {
  return listes.format(mots)
}

/** The form that French gives with a number: the plural from two on. */
export const accord = (nombre: number, singulier: string, pluriel = `${singulier}s`): string =>
  Math.abs(nombre) < 2 ? singulier : pluriel

/** '1 territoire', '36 territoires': French counts as plural from two on. */
export function formatCompte(nombre: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${formatNombre(nombre)}${INSECABLE}${accord(nombre, singulier, pluriel)}`
}

/** '6 décembre 2024' from an ISO date; the text itself when it is no date. */
export function formatDate(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return iso
  const text = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(date)
  return text.replace(/^1 /, '1er ').replace(/ /g, INSECABLE)
}

/** '6 déc. 2024' from an ISO date, for where the whole month has no room; the text itself when it is no date. */
export function formatDateCourte(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return iso
  const text = new Intl.DateTimeFormat('fr-FR', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC'
  }).format(date)
  return text.replace(/^1 /, '1er ').replace(/ /g, INSECABLE)
}

/** '« Morbihan »' with the no-break spaces that keep the guillemets with their text. */
export function quote(texte: string): string {
  return `«${INSECABLE}${texte}${INSECABLE}»`
}

/** 'Même si' gives 'même si': for a sentence of the data that is set inside another one. */
export function lowerFirst(texte: string): string {
  return texte.charAt(0).toLocaleLowerCase('fr') + texte.slice(1)
}

/** 'épinglé' gives 'Épinglé': for words that open a line of their own. */
export function upperFirst(texte: string): string {
  return texte.charAt(0).toLocaleUpperCase('fr') + texte.slice(1)
}

/** A name as it is compared: accents, case, hyphens, apostrophes and 'St' for 'Saint' do not make another one. */
export function foldNom(texte: string): string {
  return normaliser(texte.replace(/\s+/g, ' '))
}

/** True when one of the fields has a word that begins with the text; an empty text matches all. */
export function matchTexte(champs: readonly string[], texte: string): boolean {
  const cherches = listGraphies(texte.replace(/\s+/g, ' '))
  return champs.some((champ) => cherches.some((cherche) => ` ${foldNom(champ)}`.includes(` ${cherche}`)))
}

/** Sets the spaces and apostrophes of plain text as French typography wants them. Idempotent. */
export function typographier(texte: string): string {
  return texte
    .replace(/'/g, '’')
    .replace(/[ \u00A0]([;?!%€])/g, `${FINE}$1`)
    .replace(/[ \u00A0]:/g, `${INSECABLE}:`)
    .replace(/« /g, `«${INSECABLE}`)
    .replace(/ »/g, `${INSECABLE}»`)
}
