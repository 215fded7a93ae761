import { ErreurImport } from './erreur'
import { ABIME, readXml } from './xml'

/** One sheet of cells, as the workbook lists it. */
export interface FeuilleListee {
  readonly nom: string
  readonly masquee: boolean
  /** The one on screen when the workbook is opened. */
  readonly active: boolean
  /** Name of its part. */
  readonly partie: string
}

export interface Classeur {
  readonly feuilles: readonly FeuilleListee[]
  readonly textes: readonly string[]
  /** Names of the number format of each cell style: an identifier of the format, or a pattern of its own. */
  readonly formats: readonly (number | string)[]
  /** Days are counted from 1904, as old Excel on a Mac did. */
  readonly depuis1904: boolean
}

export type Parties = ReadonlyMap<string, Uint8Array>

const CLASSEUR = 'xl/workbook.xml'
const LIENS = 'xl/_rels/workbook.xml.rels'

/**
 * What a workbook says of itself: its sheets of cells in their order (a chart sheet is none), its shared texts and its
 * number formats.
 * @throws {ErreurImport}
 */
export function readClasseur(parties: Parties): Classeur {
  const liens = readLiens(parties.get(LIENS))
  const feuilles: (Omit<FeuilleListee, 'active'> & { index: number })[] = []
  let index = 0
  let activeIndex = 0
  let depuis1904 = false
  readXml(parties.get(CLASSEUR) ?? new Uint8Array(), {
    open: (nom, attribut) => {
      if (nom === 'workbookPr') depuis1904 = /^(1|true)$/.test(attribut('date1904') ?? '')
      if (nom === 'workbookView') activeIndex = Number(attribut('activeTab') ?? 0)
      if (nom !== 'sheet') return
      const lien = liens.get(attribut('id') ?? '')
      if (lien?.genre === 'worksheet' && parties.has(lien.partie)) {
        const etat = attribut('state') ?? 'visible'
        feuilles.push({
          nom: attribut('name') ?? '',
          masquee: etat !== 'visible',
          partie: lien.partie,
          index
        })
      }
      index++
    }
  })
  const find = (genre: string) => [...liens.values()].find((lien) => lien.genre === genre)?.partie ?? ''
  return {
    feuilles: feuilles.map(({ index: place, ...feuille }) => ({ ...feuille, active: place === activeIndex })),
    textes: readTextes(parties.get(find('sharedStrings'))),
    formats: readFormats(parties.get(find('styles'))),
    depuis1904
  }
}

/** The parts that the workbook names, by their identifier; their kind is the end of a long address. */
function readLiens(octets: Uint8Array | undefined): Map<string, { genre: string; partie: string }> {
  if (!octets) throw new ErreurImport(ABIME)
  const liens = new Map<string, { genre: string; partie: string }>()
  readXml(octets, {
    open: (nom, attribut) => {
      if (nom !== 'Relationship') return
      const genre = (attribut('Type') ?? '').split('/').pop() ?? ''
      liens.set(attribut('Id') ?? '', { genre, partie: resolve(attribut('Target') ?? '') })
    }
  })
  return liens
}

/** 'worksheets/sheet1.xml', '/xl/worksheets/sheet1.xml' and '../autre/s.xml' as names of parts. */
function resolve(cible: string): string {
  const etapes: string[] = []
  for (const etape of (cible.startsWith('/') ? cible : `/xl/${cible}`).split('/')) {
    if (etape === '..') etapes.pop()
    else if (etape !== '' && etape !== '.') etapes.push(etape)
  }
  return etapes.join('/')
}

/** Gathers the text of a rich or plain text element; the reading of Asian characters (`rPh`) is not part of it. */
export class TexteRiche {
  #texte = ''
  #dansT = false
  #dansPhonetique = false

  open(nom: string): void {
    if (nom === 'rPh') this.#dansPhonetique = true
    if (nom === 't') this.#dansT = !this.#dansPhonetique
  }

  close(nom: string): void {
    if (nom === 'rPh') this.#dansPhonetique = false
    if (nom === 't') this.#dansT = false
  }

  text(texte: string): void {
    if (this.#dansT) this.#texte += texte
  }

  /** What was gathered, and starts anew. */
  take(): string {
    const texte = decodeUnites(this.#texte)
    this.#texte = ''
    return texte
  }
}

/** '_x000D_' and its like are one UTF-16 unit each (ECMA-376, ST_Xstring). */
export const decodeUnites = (texte: string) =>
  texte.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hexa: string) => String.fromCharCode(parseInt(hexa, 16)))

function readTextes(octets: Uint8Array | undefined): string[] {
  const textes: string[] = []
  if (!octets) return textes
  const riche = new TexteRiche()
  readXml(octets, {
    open: (nom) => riche.open(nom),
    text: (texte) => riche.text(texte),
    close: (nom) => {
      riche.close(nom)
      if (nom === 'si') textes.push(riche.take())
    }
  })
  return textes
}

function readFormats(octets: Uint8Array | undefined): (number | string)[] {
  const motifs = new Map<number, string>()
  const formats: number[] = []
  let dansCellules = false
  if (!octets) return []
  readXml(octets, {
    open: (nom, attribut) => {
      if (nom === 'numFmt') motifs.set(Number(attribut('numFmtId')), attribut('formatCode') ?? '')
      if (nom === 'cellXfs') dansCellules = true
      if (nom === 'xf' && dansCellules) formats.push(Number(attribut('numFmtId') ?? 0))
    },
    close: (nom) => {
      if (nom === 'cellXfs') dansCellules = false
    }
  })
  return formats.map((id) => motifs.get(id) ?? id)
}
