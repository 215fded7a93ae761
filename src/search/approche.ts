/**
 * Finds names in spite of one mistake: a letter wrong, missing, too many, or two of them swapped.
 * uFuzzy judges; this file only spares it the 38,000 names that cannot match. See docs/decisions on the search.
 */
import uFuzzy from '@leeoniya/ufuzzy'
import { DANS_UN_MOT, DEBUT_DE_NOM, type IndexLieux } from './indexer'
import { findRang, type Tamis } from './texte'

/** Below, one mistake away from anything is nearly everything. */
const LETTRES_MIN = 4

type Tolerance = ReturnType<NonNullable<uFuzzy.Options['intraRules']>>
const UNE_FAUTE: Tolerance = { intraSlice: [0, Infinity], intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 }
const AUCUNE: Tolerance = { intraIns: 0, intraSub: 0, intraTrn: 0, intraDel: 0 }

const OPTIONS: uFuzzy.Options = {
  intraMode: 1,
  // Names are cut where they may begin: only there may a match begin.
  interLft: 2,
  intraChars: '[a-z0-9]',
  // uFuzzy's own rules spare words of five letters or fewer, and first letters; people mistype them as well.
  // 'Paris 12' for the 13th is another matter: digits are meant as they stand.
  intraRules: (terme) => (/\d/.test(terme) ? AUCUNE : UNE_FAUTE)
}
const moteurDebuts = new uFuzzy(OPTIONS)
const moteurEntiers = new uFuzzy({ ...OPTIONS, interRgt: 2 })

export interface Approches {
  /** The whole name is one mistake away. */
  readonly entiers: readonly number[]
  /** A beginning of the name, or of one of its words, is. */
  readonly debuts: readonly number[]
}

/**
 * Positions where a name or a word begins that could match. Of two halves one is without mistake, unless the mistake
 * swaps the letters on both sides of the cut: then it is looked for as such.
 */
function listCandidats({ texte, marques }: IndexLieux, lettres: string, finTexte: number): number[] {
  const milieu = lettres.length >> 1
  const avantFin = lettres.slice(0, -3)
  const deuxDernieres = lettres.slice(-2)
  const candidats = new Set<number>()
  // 'saint' begins 4,000 names: what follows has to agree too, but for the mistake.
  const isPlausible = (debut: number) =>
    texte.slice(debut + lettres.length - 3, debut + lettres.length + 1).includes(deuxDernieres) ||
    texte.startsWith(avantFin, debut)
  const scan = (morceau: string, decalages: readonly number[]) => {
    for (let p = texte.indexOf(morceau, 1); p >= 0 && p < finTexte; p = texte.indexOf(morceau, p + 1)) {
      for (const decalage of decalages) {
        const debut = p - decalage
        if (debut > 0 && marques[debut] !== DANS_UN_MOT && isPlausible(debut)) candidats.add(debut)
      }
    }
  }
  const echangees =
    lettres.slice(0, milieu - 1) + lettres[milieu] + lettres[milieu - 1] + lettres.slice(milieu + 1)
  scan(lettres.slice(0, milieu), [0])
  scan(lettres.slice(milieu), [milieu - 1, milieu, milieu + 1])
  scan(echangees, [0])
  return [...candidats].sort((a, b) => a - b)
}

/**
 * Ranks one mistake away, heaviest first.
 * @param lettres normalised, without spaces; fewer than {@link LETTRES_MIN} find nothing
 * @param limite at most so many of each kind
 * @param nombre only so many ranks are looked at, the heaviest
 */
export function searchApproche(
  index: IndexLieux,
  lettres: string,
  accepte: Tamis,
  limite: number,
  nombre = index.noms.length
): Approches {
  if (lettres.length < LETTRES_MIN || !/[a-z]/.test(lettres)) return { entiers: [], debuts: [] }
  const { texte, marques, positions } = index
  const candidats = listCandidats(index, lettres, positions[nombre] ?? texte.length)
  const fins = candidats.map((debut) => texte.indexOf('\n', debut))
  // One letter more than typed is enough to judge.
  const noms = candidats.map((debut, i) =>
    texte.slice(debut, Math.min(fins[i] ?? 0, debut + lettres.length + 1))
  )
  const proches = moteurDebuts.filter(noms, lettres) ?? []
  const complets = proches.filter(
    (i) =>
      marques[candidats[i] ?? 0] === DEBUT_DE_NOM &&
      (fins[i] ?? 0) - (candidats[i] ?? 0) <= lettres.length + 1
  )
  const getRangs = (liste: readonly number[]) => [
    ...new Set(liste.map((i) => findRang(positions, candidats[i] ?? 0)))
  ]
  const entiers = getRangs(moteurEntiers.filter(noms, lettres, complets) ?? []).filter(accepte)
  const debuts = getRangs(proches).filter((rang) => !entiers.includes(rang) && accepte(rang))
  return { entiers: entiers.slice(0, limite), debuts: debuts.slice(0, limite) }
}
