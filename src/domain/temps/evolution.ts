import { formatCompte, formatListe, lowerFirst } from '../texte/francais'
import { LIBELLES_COPORTEUR, LIBELLES_ETAT_GOUVERNANCE, LIBELLES_ORIGINE } from '../texte/libelles'
import { isGouvernanceRemontee, type Instantane, type Territoire } from '../territoire/territoire'

/** What can change for a territory from one snapshot to another; the first ones weigh most. */
const NATURES = [
  'gouvernance-perdue',
  'feuille-perdue',
  'gouvernance-gagnee',
  'feuille-gagnee',
  'coporteur',
  'origine',
  'etat-gouvernance',
  'etat-feuille',
  'note'
] as const
type Nature = (typeof NATURES)[number]

/**
 * One class a territory, for the map and its legend. Where several things changed, the class is what must not be
 * missed: a loss before a gain, a gain before another co-bearer. `incomparable`: a snapshot says nothing of it.
 */
export const CLASSES_EVOLUTION = ['perdu', 'gagne', 'coporteur', 'autre', 'inchange', 'incomparable'] as const
export type ClasseEvolution = (typeof CLASSES_EVOLUTION)[number]

/** One change, with both states in French words. */
interface Changement {
  readonly nature: Nature
  readonly avant: string
  readonly apres: string
}

export interface EvolutionTerritoire {
  readonly code: string
  readonly classe: ClasseEvolution
  /** Empty when nothing changed, or when there is nothing to compare. */
  readonly changements: readonly Changement[]
}

/** Two snapshots compared, territory by territory. */
export interface Evolution {
  /** ISO dates. */
  readonly avant: string
  readonly apres: string
  /** Every code of either snapshot, sorted. */
  readonly territoires: readonly EvolutionTerritoire[]
  /** Territories a class; they sum to all of them. */
  readonly comptes: Readonly<Record<ClasseEvolution, number>>
  /** Territories a nature; one territory can count under several. */
  readonly natures: Readonly<Record<Nature, number>>
}

/** What changed from the first snapshot to the second. */
export function computeEvolution(avant: Instantane, apres: Instantane): Evolution {
  const [anciens, nouveaux] = [avant, apres].map(
    ({ territoires }) => new Map(territoires.map((territoire) => [territoire.code, territoire]))
  ) as [Map<string, Territoire>, Map<string, Territoire>]
  const codes = [...new Set([...anciens.keys(), ...nouveaux.keys()])].sort()
  const territoires = codes.map((code) => compareTerritoire(code, anciens.get(code), nouveaux.get(code)))
  const count = <T extends string>(cles: readonly T[], test: (t: EvolutionTerritoire, cle: T) => boolean) =>
    Object.fromEntries(
      cles.map((cle) => [cle, territoires.filter((territoire) => test(territoire, cle)).length])
    ) as Record<T, number>
  return {
    avant: avant.date,
    apres: apres.date,
    territoires,
    comptes: count(CLASSES_EVOLUTION, ({ classe }, cle) => classe === cle),
    natures: count(NATURES, ({ changements }, cle) => changements.some(({ nature }) => nature === cle))
  }
}

function compareTerritoire(
  code: string,
  avant: Territoire | undefined,
  apres: Territoire | undefined
): EvolutionTerritoire {
  if (!avant || !apres) return { code, classe: 'incomparable', changements: [] }
  const changements = [
    ...compareGouvernance(avant, apres),
    ...compareFeuilles(avant, apres),
    ...compareCoporteurs(avant, apres),
    ...(avant.note === apres.note
      ? []
      : [{ nature: 'note' as const, avant: avant.note || 'Sans note', apres: apres.note || 'Sans note' }])
  ].sort((a, b) => NATURES.indexOf(a.nature) - NATURES.indexOf(b.nature))
  return { code, classe: classOf(changements[0]?.nature), changements }
}

function classOf(nature: Nature | undefined): ClasseEvolution {
  switch (nature) {
    case undefined:
      return 'inchange'
    case 'gouvernance-perdue':
    case 'feuille-perdue':
      return 'perdu'
    case 'gouvernance-gagnee':
    case 'feuille-gagnee':
      return 'gagne'
    case 'coporteur':
      return 'coporteur'
    default:
      return 'autre'
  }
}

function compareGouvernance(avant: Territoire, apres: Territoire): Changement[] {
  if (avant.gouvernance.etat === apres.gouvernance.etat) return []
  const [avait, a] = [isGouvernanceRemontee(avant), isGouvernanceRemontee(apres)]
  return [
    {
      nature: avait === a ? 'etat-gouvernance' : a ? 'gouvernance-gagnee' : 'gouvernance-perdue',
      avant: LIBELLES_ETAT_GOUVERNANCE[avant.gouvernance.etat],
      apres: LIBELLES_ETAT_GOUVERNANCE[apres.gouvernance.etat]
    }
  ]
}

const countFeuilles = ({ feuillesDeRoute }: Territoire, etat: string) =>
  feuillesDeRoute.filter((feuille) => feuille.etat === etat).length

/** 'Feuille de route non remontée', '2 feuilles de route remontées et 1 annoncée'. */
function describeFeuilles(territoire: Territoire): string {
  const [remontees, annoncees] = [
    countFeuilles(territoire, 'remontee'),
    countFeuilles(territoire, 'annoncee')
  ]
  if (remontees === 0 && annoncees === 0) return 'Feuille de route non remontée'
  const quoi = (n: number, adjectif: string) =>
    n === 1 ? `Feuille de route ${adjectif}` : formatCompte(n, '', `feuilles de route ${adjectif}s`)
  return formatListe([
    ...(remontees > 0 ? [quoi(remontees, 'remontée')] : []),
    ...(annoncees > 0 ? [lowerFirst(quoi(annoncees, 'annoncée'))] : [])
  ])
}

function compareFeuilles(avant: Territoire, apres: Territoire): Changement[] {
  const etats = (t: Territoire) => [countFeuilles(t, 'remontee'), countFeuilles(t, 'annoncee')] as const
  const [[avait, annoncait], [a, annonce]] = [etats(avant), etats(apres)]
  if (avait === a && annoncait === annonce) return []
  return [
    {
      nature: a > avait ? 'feuille-gagnee' : a < avait ? 'feuille-perdue' : 'etat-feuille',
      avant: describeFeuilles(avant),
      apres: describeFeuilles(apres)
    }
  ]
}

/** 'Conseil départemental, déduit par élimination'. */
function describeCoporteurs({ gouvernance: { coporteurs, origine } }: Territoire): string {
  if (coporteurs.length === 0) return 'Sans coporteur connu'
  const noms = formatListe(coporteurs.map((type) => LIBELLES_COPORTEUR[type]))
  return origine === null ? noms : `${noms}, ${LIBELLES_ORIGINE[origine]}`
}

function compareCoporteurs(avant: Territoire, apres: Territoire): Changement[] {
  const liste = ({ gouvernance }: Territoire) => [...gouvernance.coporteurs].sort().join('|')
  const [ancienne, nouvelle] = [liste(avant), liste(apres)]
  if (ancienne === nouvelle && avant.gouvernance.origine === apres.gouvernance.origine) return []
  // A governance that comes with its first co-bearer, or goes with its last, is one change and not two.
  const commeLaGouvernance =
    isGouvernanceRemontee(avant) !== isGouvernanceRemontee(apres) && (ancienne === '' || nouvelle === '')
  if (commeLaGouvernance) return []
  return [
    {
      nature: ancienne === nouvelle ? 'origine' : 'coporteur',
      avant: describeCoporteurs(avant),
      apres: describeCoporteurs(apres)
    }
  ]
}
