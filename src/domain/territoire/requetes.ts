import {
  hasFeuilleDeRoute,
  isGouvernanceRemontee,
  TYPES_COPORTEUR,
  type Instantane,
  type Territoire,
  type TypeCoporteur
} from './territoire'

/** Questions that can be asked of a snapshot. All are pure and keep the order of the territories (by code). */

export function findTerritoire(instantane: Instantane, code: string): Territoire | undefined {
  return instantane.territoires.find((territoire) => territoire.code === code)
}

export function listSansFeuilleDeRoute(instantane: Instantane): Territoire[] {
  return instantane.territoires.filter((territoire) => !hasFeuilleDeRoute(territoire))
}

export function listSansGouvernance(instantane: Instantane): Territoire[] {
  return instantane.territoires.filter((territoire) => !isGouvernanceRemontee(territoire))
}

export function listParRegion(instantane: Instantane, region: string): Territoire[] {
  return instantane.territoires.filter((territoire) => territoire.region === region)
}

export interface GroupeRegional {
  /** Region code, or the territory's own code where it belongs to no region. */
  readonly cle: string
  readonly region: string | null
  readonly territoires: readonly Territoire[]
}

/** Territories grouped by region; a collectivity without region stands alone, under its own code. */
export function groupByRegion(territoires: readonly Territoire[]): GroupeRegional[] {
  const groupes = new Map<string, Territoire[]>()
  for (const territoire of territoires) {
    const cle = territoire.region ?? territoire.code
    groupes.set(cle, [...(groupes.get(cle) ?? []), territoire])
  }
  return [...groupes].map(([cle, membres]) => ({
    cle,
    region: membres[0]?.region ?? null,
    territoires: membres
  }))
}

export interface ComptesTerritoires {
  readonly total: number
  readonly gouvernances: number
  readonly feuillesDeRoute: number
  readonly sansFeuilleDeRoute: number
  readonly sansGouvernance: number
  /** Without roadmap, although the governance is there. */
  readonly sansFeuilleAvecGouvernance: number
  readonly parCoporteur: Readonly<Record<TypeCoporteur, number>>
}

/** Counts for any set of territories: the whole snapshot, a region, a selection. */
export function computeComptes(territoires: readonly Territoire[]): ComptesTerritoires {
  const count = (test: (territoire: Territoire) => boolean) => territoires.filter(test).length
  const parCoporteur = Object.fromEntries(
    TYPES_COPORTEUR.map((type) => [type, count((t) => t.gouvernance.coporteurs.includes(type))])
  ) as Record<TypeCoporteur, number>
  return {
    total: territoires.length,
    gouvernances: count(isGouvernanceRemontee),
    feuillesDeRoute: count(hasFeuilleDeRoute),
    sansFeuilleDeRoute: count((t) => !hasFeuilleDeRoute(t)),
    sansGouvernance: count((t) => !isGouvernanceRemontee(t)),
    sansFeuilleAvecGouvernance: count((t) => !hasFeuilleDeRoute(t) && isGouvernanceRemontee(t)),
    parCoporteur
  }
}
