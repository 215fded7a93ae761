import { CLASSES_EVOLUTION, type ClasseEvolution, type Evolution } from '../temps/evolution'
import { isCodeEcart, nameEcart, type Ecart } from '../reconciliation/ecarts'
import { LIBELLES_EVOLUTION } from '../temps/direEvolution'
import { lowerFirst, quote } from '../texte/francais'
import { LIBELLES_COPORTEUR } from '../texte/libelles'
import {
  findContradiction,
  hasFeuilleDeRoute,
  isGouvernanceRemontee,
  TYPES_COPORTEUR,
  type Territoire,
  type TypeCoporteur
} from '../territoire/territoire'

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

/** What became of the territories between two snapshots; means something only where two are compared. */
export type FiltreEvolution = `evolution:${ClasseEvolution}`

export type Filtre = FiltreTerritoire | FiltreEcart | FiltreEvolution

/** What a filter that a territory does not answer by itself asks of the snapshot. */
export interface ContexteFiltres {
  readonly ecarts: readonly Pick<Ecart, 'code' | 'territoires'>[]
  /** null where only one snapshot is shown. */
  readonly evolution: Evolution | null
}

const SANS_CONTEXTE: ContexteFiltres = { ecarts: [], evolution: null }

/** Filters of one group widen each other; filters of two groups narrow each other. */
type Groupe = 'gouvernance' | 'feuille' | 'fiabilite' | 'ecart' | 'evolution'

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

const FILTRES_EVOLUTION = CLASSES_EVOLUTION.map((classe): FiltreEvolution => `evolution:${classe}`)

export function isFiltreEvolution(filtre: string): filtre is FiltreEvolution {
  return (FILTRES_EVOLUTION as readonly string[]).includes(filtre)
}
const classeOf = (filtre: FiltreEvolution) => filtre.slice('evolution:'.length) as ClasseEvolution

export function isFiltre(valeur: string): valeur is Filtre {
  return (
    (FILTRES as readonly string[]).includes(valeur) ||
    isFiltreEvolution(valeur) ||
    (isFiltreEcart(valeur) && isCodeEcart(codeEcart(valeur)))
  )
}

/** What a filter is called, and which others it goes with. */
export function describeFiltre(filtre: Filtre): DescriptionFiltre {
  if (isFiltreEcart(filtre))
    return { libelle: `Écart ${quote(nameEcart(codeEcart(filtre)))}`, groupe: 'ecart' }
  if (isFiltreEvolution(filtre))
    return {
      libelle: `Évolution\u00A0: ${lowerFirst(LIBELLES_EVOLUTION[classeOf(filtre)])}`,
      groupe: 'evolution'
    }
  return DEFINITIONS_FILTRES[filtre]
}

/** A territory of which the data say nothing has a code only. */
type Connu = Territoire | Pick<Territoire, 'code'>

function passes(territoire: Connu, filtre: Filtre, { ecarts, evolution }: ContexteFiltres): boolean {
  if (isFiltreEcart(filtre))
    return ecarts.some(
      ({ code, territoires }) => code === codeEcart(filtre) && territoires.includes(territoire.code)
    )
  if (isFiltreEvolution(filtre))
    return (
      evolution === null ||
      evolution.territoires.some(
        ({ code, classe }) => code === territoire.code && classe === classeOf(filtre)
      )
    )
  return 'gouvernance' in territoire && DEFINITIONS_FILTRES[filtre].test(territoire)
}

/** True when the territory passes: no filter at all, or one of each group that has any. */
export function matchFiltres(
  territoire: Connu,
  filtres: readonly Filtre[],
  contexte: ContexteFiltres = SANS_CONTEXTE
): boolean {
  const groupes = new Set(filtres.map((filtre) => describeFiltre(filtre).groupe))
  return [...groupes].every((groupe) =>
    filtres.some((filtre) => describeFiltre(filtre).groupe === groupe && passes(territoire, filtre, contexte))
  )
}
