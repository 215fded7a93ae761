import { formatNombre } from '../../domain/texte/francais'
import type { EnregistrementCsv } from '../csv'
import { COLONNES_MAX, LIGNES_MAX } from '../gouvernances'
import { showCellule } from './affichage'
import { TexteRiche, type Classeur } from './classeur'
import { ErreurImport } from './erreur'
import { ABIME, readXml, type LireAttribut } from './xml'

export interface FeuilleLue {
  readonly enregistrements: readonly EnregistrementCsv[]
  /** Line at which reading stopped because there are too many; null when all were read. */
  readonly arret: number | null
}

/**
 * The rows of a sheet that hold anything, as text; lines are those that the spreadsheet shows. A cell or row without an
 * address follows the one before. No more rows are kept than are examined, whatever their addresses say, and none is
 * made up between two that are far apart.
 * @throws {ErreurImport}
 */
export function readFeuille(octets: Uint8Array, classeur: Classeur): FeuilleLue {
  const lecteur = new LecteurFeuille(classeur)
  readXml(octets, {
    open: (nom, attribut) => lecteur.open(nom, attribut),
    text: (texte) => lecteur.text(texte),
    close: (nom) => lecteur.close(nom)
  })
  return lecteur
}

class LecteurFeuille implements FeuilleLue {
  readonly enregistrements: EnregistrementCsv[] = []
  arret: number | null = null
  readonly #classeur: Classeur
  readonly #riche = new TexteRiche()
  #ligne = 0
  #colonne = -1
  #cellules: string[] = []
  #type: string | null = null
  #style = 0
  #brut = ''
  #dansV = false

  constructor(classeur: Classeur) {
    this.#classeur = classeur
  }

  open(nom: string, attribut: LireAttribut): false | void {
    if (this.arret !== null) return false
    if (nom === 'row') this.#startLigne(attribut('r'))
    else if (nom === 'c') this.#startCellule(attribut)
    else if (nom === 'v') this.#dansV = true
    else this.#riche.open(nom)
  }

  text(texte: string): void {
    if (this.#dansV) this.#brut += texte
    else this.#riche.text(texte)
  }

  close(nom: string): void {
    if (nom === 'row') this.#endLigne()
    else if (nom === 'c') this.#endCellule()
    else if (nom === 'v') this.#dansV = false
    else this.#riche.close(nom)
  }

  #startLigne(adresse: string | null): void {
    if (adresse !== null && !/^\d{1,7}$/.test(adresse)) throw new ErreurImport(ABIME)
    this.#ligne = adresse === null ? this.#ligne + 1 : Number(adresse)
    this.#colonne = -1
    this.#cellules = []
  }

  #startCellule(attribut: LireAttribut): void {
    const adresse = attribut('r')
    this.#colonne = adresse === null ? this.#colonne + 1 : this.#parseColonne(adresse)
    if (this.#colonne >= COLONNES_MAX * 10) {
      throw new ErreurImport(
        `Le classeur a une cellule bien loin du tableau, ${adresse ?? `ligne ${formatNombre(this.#ligne)}`} : ne garder que le tableau des gouvernances, dans une feuille neuve.`
      )
    }
    this.#type = attribut('t')
    this.#style = Number(attribut('s') ?? 0)
    this.#brut = ''
    this.#riche.take()
  }

  /** 'G12' is column 6, and has to stand in row 12. */
  #parseColonne(adresse: string): number {
    const [, lettres = '', chiffres = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(adresse) ?? []
    if (Number(chiffres) !== this.#ligne) throw new ErreurImport(ABIME)
    return [...lettres].reduce((somme, lettre) => somme * 26 + lettre.charCodeAt(0) - 64, 0) - 1
  }

  #endCellule(): void {
    const { length } = this.#cellules
    if (length < this.#colonne) this.#cellules.push(...Array<string>(this.#colonne - length).fill(''))
    this.#cellules[this.#colonne] =
      this.#type === 'inlineStr'
        ? this.#riche.take()
        : showCellule(this.#classeur, this.#type, this.#style, this.#brut)
  }

  #endLigne(): void {
    if (this.arret !== null || this.#cellules.every((cellule) => cellule.trim() === '')) return
    // One more than is examined: the heading.
    if (this.enregistrements.length > LIGNES_MAX) this.arret = this.#ligne
    else this.enregistrements.push({ ligne: this.#ligne, cellules: this.#cellules })
  }
}
