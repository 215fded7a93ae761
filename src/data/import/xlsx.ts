import { unzipSync, type UnzipFileInfo } from 'fflate'
import { foldEntete, NOMS_OBLIGATOIRES } from '../colonnes'
import { readClasseur, type Classeur, type FeuilleListee, type Parties } from './classeur'
import { ErreurImport } from './erreur'
import { readFeuille, type FeuilleLue } from './feuille'
import { ABIME } from './xml'

/** Bytes of XML, unpacked; a workbook of ours has some 100,000. */
const DEPLIE_MAX = 20 * 1024 * 1024
const PARTIES_MAX = 500

const ENORME =
  'Le classeur contient trop de données une fois décompressé : il ne peut pas être celui des gouvernances.'

/** What was read of a workbook. */
export interface ClasseurLu {
  /** The sheet that was read, and its rows; null where several could be meant and none is on screen. */
  readonly feuille: (FeuilleLue & Pick<FeuilleListee, 'nom' | 'masquee'>) | null
  /** Names of all sheets that could be meant, the one that was read among them. */
  readonly possibles: readonly string[]
}

/**
 * The rows of the sheet of governances, as the spreadsheet shows them. That is the visible sheet on screen where its
 * heading names the columns, else the only visible one that does; hidden ones count where no visible one does. Formulas
 * are not run: their last result is read, as the spreadsheet left it.
 * @param voulue name of the sheet to be read, where somebody has chosen; null for the one that is meant
 * @throws {ErreurImport} and nothing else
 */
export function readXlsx(octets: Uint8Array, voulue: string | null = null): ClasseurLu {
  const parties = unpack(octets)
  checkFormat([...parties.keys()])
  try {
    return chooseFeuille(parties, readClasseur(parties), voulue)
  } catch (cause) {
    throw cause instanceof ErreurImport ? cause : new ErreurImport(ABIME, { cause })
  }
}

function chooseFeuille(parties: Parties, classeur: Classeur, voulue: string | null): ClasseurLu {
  const lues = classeur.feuilles.map(({ nom, masquee, active, partie }) => {
    const lue = readFeuille(parties.get(partie) ?? new Uint8Array(), classeur)
    return {
      nom,
      masquee,
      active,
      rang: rankEntete(lue),
      enregistrements: lue.enregistrements,
      arret: lue.arret
    }
  })
  if (lues.length === 0) throw new ErreurImport('Le classeur n’a aucune feuille de cellules.')
  const rang = Math.max(...lues.map((lue) => lue.rang))
  const visibles = lues.filter((lue) => lue.rang === rang && !lue.masquee)
  const bonnes = visibles.length > 0 ? visibles : lues.filter((lue) => lue.rang === rang)
  const feuille =
    lues.find(({ nom }) => nom === voulue) ??
    bonnes.find(({ active }) => active) ??
    // Without any heading there is nothing to choose between: whichever is read is refused with its reason.
    (bonnes.length === 1 || rang === 0 ? bonnes[0] : undefined)
  return { feuille: feuille ?? null, possibles: [...new Set(bonnes.map(({ nom }) => nom))] }
}

/** 2: the first row names all columns; 1: it names that of the codes; 0: neither. */
function rankEntete({ enregistrements }: FeuilleLue): 0 | 1 | 2 {
  const entete = (enregistrements[0]?.cellules ?? []).map(foldEntete)
  if (NOMS_OBLIGATOIRES.every((nom) => entete.includes(nom))) return 2
  return entete.includes('code_territoire') ? 1 : 0
}

/** The XML of the workbook. Sizes are checked before anything is inflated, into memory of just that size. */
function unpack(octets: Uint8Array): Parties {
  let total = 0
  let nombre = 0
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    if (++nombre > PARTIES_MAX) throw new ErreurImport(ENORME)
    if (!/\.(xml|rels)$/.test(name)) return /(^mimetype|\.bin)$/.test(name) && originalSize < 1000
    total += originalSize
    if (total > DEPLIE_MAX) throw new ErreurImport(ENORME)
    return true
  }
  try {
    return new Map(Object.entries(unzipSync(octets, { filter })))
  } catch (cause) {
    if (cause instanceof ErreurImport) throw cause
    throw new ErreurImport(ABIME, { cause })
  }
}

function checkFormat(noms: readonly string[]): void {
  if (noms.some((nom) => /^xl\/workbook\.xml$/.test(nom))) return
  const quoi = noms.includes('mimetype')
    ? 'C’est un document OpenDocument'
    : noms.some((nom) => nom.startsWith('word/'))
      ? 'C’est un document Word'
      : noms.some((nom) => nom.startsWith('ppt/'))
        ? 'C’est une présentation'
        : 'Ce n’est pas un classeur Excel (.xlsx)'
  throw new ErreurImport(`${quoi} : l’enregistrer en « Classeur Excel (.xlsx) » ou en « CSV UTF-8 ».`)
}
