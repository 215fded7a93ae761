import { nameEcart, type Ecart } from './ecarts'
import { quote } from './francais'
import { LIBELLES_COPORTEUR } from './libelles'
import {
  findContradiction,
  hasFeuilleDeRoute,
  isGouvernanceRemontee,
  TYPES_COPORTEUR,
  type Territoire,
  type TypeCoporteur
} from './territoire'

/** Classes that a territory can be in by itself; their names are what the address bar carries in `filtre=`. */
export const FILTRES = [
  ...TYPES_COPORTEUR,
  'sans-coporteur',
  'avec-gouvernance',
  'sans-gouvernance',
  'avec-feuille',
  'sans-feuille',
  'sans-feuille-avec-gouvernance',
  'ni-feuille-ni-gouvernance',
  'deduit',
  'contradiction'
] as const
export type FiltreTerritoire = (typeof FILTRES)[number]

/** The territories that a discrepancy is about: 'ecart:' and its code. Which ones they are follows from the snapshot. */
export type FiltreEcart = `ecart:${string}`

export type Filtre = FiltreTerritoire | FiltreEcart

/** What a filter that a territory does not answer by itself asks of the snapshot. */
export interface ContexteFiltres {
  readonly ecarts: readonly Pick<Ecart, 'code' | 'territoires'>[]
}

const SANS_CONTEXTE: ContexteFiltres = { ecarts: [] }

/** Filters of one group widen each other; filters of two groups narrow each other. */
type Groupe = 'gouvernance' | 'feuille' | 'fiabilite' | 'ecart'

interface DescriptionFiltre {
  readonly libelle: string
  readonly groupe: Groupe
}

interface DefinitionFiltre extends DescriptionFiltre {
  readonly test: (territoire: Territoire) => boolean
}

const coporteur = (type: TypeCoporteur): DefinitionFiltre => ({
  libelle: LIBELLES_COPORTEUR[type],
  groupe: 'gouvernance',
  test: (territoire) => territoire.gouvernance.coporteurs.includes(type)
})

export const DEFINITIONS_FILTRES: Readonly<Record<FiltreTerritoire, DefinitionFiltre>> = {
  region: coporteur('region'),
  departement: coporteur('departement'),
  syndicat_mixte: coporteur('syndicat_mixte'),
  collectivite_statut_particulier: coporteur('collectivite_statut_particulier'),
  epci: coporteur('epci'),
  prefecture: coporteur('prefecture'),
  'sans-coporteur': {
    libelle: 'Coporteur non renseigné',
    groupe: 'gouvernance',
    test: (t) => isGouvernanceRemontee(t) && t.gouvernance.coporteurs.length === 0
  },
  'avec-gouvernance': {
    libelle: 'Gouvernance remontée',
    groupe: 'gouvernance',
    test: isGouvernanceRemontee
  },
  'sans-gouvernance': {
    libelle: 'Gouvernance non remontée',
    groupe: 'gouvernance',
    test: (t) => !isGouvernanceRemontee(t)
  },
  'avec-feuille': { libelle: 'Feuille de route remontée', groupe: 'feuille', test: hasFeuilleDeRoute },
  'sans-feuille': {
    libelle: 'Feuille de route non remontée',
    groupe: 'feuille',
    test: (t) => !hasFeuilleDeRoute(t)
  },
  'sans-feuille-avec-gouvernance': {
    libelle: 'Feuille de route non remontée, gouvernance remontée',
    groupe: 'feuille',
    test: (t) => !hasFeuilleDeRoute(t) && isGouvernanceRemontee(t)
  },
  'ni-feuille-ni-gouvernance': {
    libelle: 'Ni feuille de route ni gouvernance remontée',
    groupe: 'feuille',
    test: (t) => !hasFeuilleDeRoute(t) && !isGouvernanceRemontee(t)
  },
  deduit: {
    libelle: 'Coporteur déduit par élimination',
    groupe: 'fiabilite',
    test: (t) => t.gouvernance.origine === 'deduit'
  },
  contradiction: {
    libelle: 'Contradiction dans la source',
    groupe: 'fiabilite',
    test: (t) => findContradiction(t) !== null
  }
}

const PREFIXE_ECART = 'ecart:'

const isFiltreEcart = (filtre: string): filtre is FiltreEcart => filtre.startsWith(PREFIXE_ECART)
const codeEcart = (filtre: FiltreEcart) => filtre.slice(PREFIXE_ECART.length)

/** The filter that shows the territories of a discrepancy. */
export function filtreEcart({ code }: Pick<Ecart, 'code'>): FiltreEcart {
  return `${PREFIXE_ECART}${code}`
}

export function isFiltre(valeur: string): valeur is Filtre {
  return (FILTRES as readonly string[]).includes(valeur) || /^ecart:[a-z][\w-]{0,60}$/.test(valeur)
}

/** What a filter is called, and which others it goes with. */
export function describeFiltre(filtre: Filtre): DescriptionFiltre {
  return isFiltreEcart(filtre)
    ? { libelle: `Écart ${quote(nameEcart(codeEcart(filtre)))}`, groupe: 'ecart' }
    : DEFINITIONS_FILTRES[filtre]
}

function passes(territoire: Territoire, filtre: Filtre, { ecarts }: ContexteFiltres): boolean {
  if (!isFiltreEcart(filtre)) return DEFINITIONS_FILTRES[filtre].test(territoire)
  return ecarts.some(
    ({ code, territoires }) => code === codeEcart(filtre) && territoires.includes(territoire.code)
  )
}

/** True when the territory passes: no filter at all, or one of each group that has any. */
export function matchFiltres(
  territoire: Territoire,
  filtres: readonly Filtre[],
  contexte: ContexteFiltres = SANS_CONTEXTE
): boolean {
  const groupes = new Set(filtres.map((filtre) => describeFiltre(filtre).groupe))
  return [...groupes].every((groupe) =>
    filtres.some((filtre) => describeFiltre(filtre).groupe === groupe && passes(territoire, filtre, contexte))
  )
}
