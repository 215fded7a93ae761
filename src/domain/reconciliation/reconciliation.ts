import { computeComptes, listSansFeuilleDeRoute, listSansGouvernance } from '../territoire/requetes'
import {
  findContradiction,
  hasFeuilleDeRoute,
  isCoporteurCite,
  isGouvernanceRemontee,
  TYPES_COPORTEUR,
  type Instantane,
  type Territoire,
  type TypeCoporteur
} from '../territoire/territoire'

/**
 * The figures that a source states about its territories, as numbers only.
 * A figure that the source does not give is null, and is then not compared.
 */
export interface FiguresAnnoncees {
  readonly gouvernances: number | null
  readonly feuillesRemontees: number | null
  readonly feuillesManquantes: number | null
  /** 'Feuilles de route annoncées': another count, several can exist in one territory. */
  readonly feuillesAnnoncees: number | null
  readonly coporteurs: Readonly<Record<TypeCoporteur, number | null>>
  /** Codes that the source names under each type; null when it gives no list. */
  readonly cites: Readonly<Record<TypeCoporteur, readonly string[]>> | null
  readonly nonRemontees: readonly string[] | null
  readonly sansFeuille: readonly string[] | null
}

interface BilanCoporteur {
  readonly annonce: number | null
  /** Codes that the source names under this type, sorted. */
  readonly cites: readonly string[]
  /** Codes given this type by elimination, sorted. */
  readonly deduits: readonly string[]
}

/** What is stated and what is counted, side by side. All code lists are sorted. */
export interface Bilan {
  readonly territoires: number
  readonly gouvernances: {
    readonly annonce: number | null
    readonly remontees: number
    readonly nonRemontees: readonly string[]
  }
  readonly feuillesDeRoute: {
    readonly annonce: number | null
    readonly annonceManquantes: number | null
    readonly annoncees: number | null
    readonly remontees: number
    readonly manquantes: readonly string[]
    readonly dontSansGouvernance: readonly string[]
  }
  readonly coporteurs: Readonly<Record<TypeCoporteur, BilanCoporteur>>
  /** Sum of the stated figures by type; null when one is missing. */
  readonly sommeAnnoncee: number | null
  /** Codes about which the source contradicts itself, sorted. */
  readonly contradictoires: readonly string[]
}

const codes = (territoires: readonly Territoire[]) => territoires.map((territoire) => territoire.code).sort()

/** Counts a snapshot and sets the source's own figures beside the counts. */
export function computeBilan(instantane: Instantane, annonces: FiguresAnnoncees): Bilan {
  const { territoires } = instantane
  const comptes = computeComptes(territoires)
  const coporteurs = Object.fromEntries(
    TYPES_COPORTEUR.map((type): [TypeCoporteur, BilanCoporteur] => [
      type,
      {
        annonce: annonces.coporteurs[type],
        cites: codes(territoires.filter((t) => isCoporteurCite(t, type))),
        deduits: codes(
          territoires.filter(
            (t) => t.gouvernance.origine === 'deduit' && t.gouvernance.coporteurs.includes(type)
          )
        )
      }
    ])
  ) as Record<TypeCoporteur, BilanCoporteur>
  const stated = TYPES_COPORTEUR.map((type) => annonces.coporteurs[type])
  return {
    territoires: comptes.total,
    gouvernances: {
      annonce: annonces.gouvernances,
      remontees: comptes.gouvernances,
      nonRemontees: codes(listSansGouvernance(instantane))
    },
    feuillesDeRoute: {
      annonce: annonces.feuillesRemontees,
      annonceManquantes: annonces.feuillesManquantes,
      annoncees: annonces.feuillesAnnoncees,
      remontees: comptes.feuillesDeRoute,
      manquantes: codes(listSansFeuilleDeRoute(instantane)),
      dontSansGouvernance: codes(
        territoires.filter((t) => !hasFeuilleDeRoute(t) && !isGouvernanceRemontee(t))
      )
    },
    coporteurs,
    sommeAnnoncee: stated.every((n) => n !== null)
      ? stated.reduce<number>((sum, n) => sum + (n ?? 0), 0)
      : null,
    contradictoires: codes(territoires.filter((t) => findContradiction(t) !== null))
  }
}
