import { foldNom, formatCompte } from '../domain/texte/francais'

/** Nothing is seen of them: spaces of no width, marks of direction and of order, the hyphen that may be. */
const INVISIBLES = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g

/** A text as it is seen. */
export const sansInvisibles = (texte: string) => texte.replace(INVISIBLES, '')

/** How people keep the zero of '01' in a spreadsheet: ="01". */
const EGAL = /^=\s*"((?:[^"]|"")*)"$/

/** What was read in another way than it is written; told once for all cells of which it is true. */
export interface Reparation {
  readonly champ: string
  /** Of the first such cell. */
  readonly ligne: number
  readonly valeur: string
  readonly message: string
}

interface Groupe {
  readonly champ: string
  readonly ligne: number
  readonly valeur: string
  readonly tell: (nombre: number) => string
  nombre: number
}

/**
 * Reads cells as their owner sees them: accents composed, ="01" as 01, without what cannot be seen, and known values
 * whatever their accents and case. What that changes is counted, to be told.
 */
export class Reparations {
  readonly #groupes = new Map<string, Groupe>()

  /** @param valeurs the only values that the column knows, where it is such a column; several stand in one cell with '|' */
  mend(champ: string, ligne: number, brut: string, valeurs: readonly string[] | null): string {
    const compose = brut.normalize('NFC').trim()
    const texte = this.#mendEgal(champ, ligne, compose)
    // In a text an invisible character may join two that are seen.
    if (champ === 'note') return texte
    const visible = sansInvisibles(texte).trim()
    if (visible !== texte) {
      this.#count('invisibles', champ, ligne, texte, (n) =>
        n > 1
          ? `${formatCompte(n, 'cellule')} de « ${champ} » contiennent des caractères invisibles (la première : « ${visible} »), qui ne sont pas repris.`
          : `La cellule « ${visible} » contient des caractères invisibles, qui ne sont pas repris.`
      )
    }
    return valeurs
      ? visible
          .split('|')
          .map((valeur) => this.#mendValeur(champ, ligne, valeur.trim(), valeurs))
          .join('|')
      : visible
  }

  list(): readonly Reparation[] {
    return [...this.#groupes.values()].map(({ champ, ligne, valeur, tell, nombre }) => ({
      champ,
      ligne,
      valeur,
      message: tell(nombre)
    }))
  }

  #mendEgal(champ: string, ligne: number, texte: string): string {
    const dedans = EGAL.exec(texte)?.[1]?.replaceAll('""', '"').trim()
    if (dedans === undefined) return texte
    this.#count('egal', champ, ligne, texte, (n) =>
      n > 1
        ? `${formatCompte(n, 'cellule')} de « ${champ} » sont écrites comme des formules (la première : ${texte}) : c’est le texte entre les guillemets qui est lu.`
        : `La cellule ${texte} est lue « ${dedans} ».`
    )
    return dedans
  }

  #mendValeur(champ: string, ligne: number, valeur: string, valeurs: readonly string[]): string {
    if (valeurs.includes(valeur)) return valeur
    const plie = foldNom(valeur)
    const connue = valeurs.find((autre) => foldNom(autre) === plie)
    if (connue === undefined) return valeur
    this.#count(`valeur ${valeur}`, champ, ligne, valeur, (n) =>
      n > 1
        ? `« ${valeur} » est lu « ${connue} », dans ${formatCompte(n, 'cellule')} de « ${champ} ».`
        : `« ${valeur} » est lu « ${connue} ».`
    )
    return connue
  }

  #count(genre: string, champ: string, ligne: number, valeur: string, tell: (nombre: number) => string) {
    const cle = `${champ} ${genre}`
    const groupe = this.#groupes.get(cle)
    if (groupe) groupe.nombre++
    else this.#groupes.set(cle, { champ, ligne, valeur, tell, nombre: 1 })
  }
}
