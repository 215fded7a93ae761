import { LIBELLES_COPORTEUR } from './libelles'
import {
  findContradiction,
  hasFeuilleDeRoute,
  isGouvernanceRemontee,
  TYPES_COPORTEUR,
  type Territoire,
  type TypeCoporteur
} from './territoire'

/** Classes that a territory can be in; their names are what the address bar carries in `filtre=`. */
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
export type Filtre = (typeof FILTRES)[number]

/** Filters of one group widen each other; filters of two groups narrow each other. */
type Groupe = 'gouvernance' | 'feuille' | 'fiabilite'

interface DefinitionFiltre {
  readonly libelle: string
  readonly groupe: Groupe
  readonly test: (territoire: Territoire) => boolean
}

const coporteur = (type: TypeCoporteur): DefinitionFiltre => ({
  libelle: LIBELLES_COPORTEUR[type],
  groupe: 'gouvernance',
  test: (territoire) => territoire.gouvernance.coporteurs.includes(type)
})

export const DEFINITIONS_FILTRES: Readonly<Record<Filtre, DefinitionFiltre>> = {
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

export function isFiltre(valeur: string): valeur is Filtre {
  return (FILTRES as readonly string[]).includes(valeur)
}

/** True when the territory passes: no filter at all, or one of each group that has any. */
export function matchFiltres(territoire: Territoire, filtres: readonly Filtre[]): boolean {
  const groupes = new Set(filtres.map((filtre) => DEFINITIONS_FILTRES[filtre].groupe))
  return [...groupes].every((groupe) =>
    filtres.some(
      (filtre) =>
        DEFINITIONS_FILTRES[filtre].groupe === groupe && DEFINITIONS_FILTRES[filtre].test(territoire)
    )
  )
}
