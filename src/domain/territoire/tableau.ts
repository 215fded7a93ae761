import { computeFiabilite, LIBELLES_FIABILITE, type Fiabilite } from '../texte/fiabilite'
import { formatListe, matchTexte } from '../texte/francais'
import { LIBELLES_COPORTEUR } from '../texte/libelles'
import { findRegion } from './referentiel'
import { computeEtatFeuille, ETATS_FEUILLE_DE_ROUTE, ETATS_GOUVERNANCE, type Territoire } from './territoire'

/** The columns of the table of territories. */
export const COLONNES = ['code', 'nom', 'region', 'coporteurs', 'origine', 'gouvernance', 'feuille'] as const
export type Colonne = (typeof COLONNES)[number]

type Sens = 'croissant' | 'decroissant'

export interface Tri {
  readonly colonne: Colonne
  readonly sens: Sens
}

const DECROISSANT = '-decroissant'
/** An order as the address bar names it: 'nom', or 'nom-decroissant' for the other way round. */
export type CleTri = Colonne | `${Colonne}${typeof DECROISSANT}`
/** Every order that a link can ask for. */
export const TRIS: readonly CleTri[] = COLONNES.flatMap((colonne): CleTri[] => [
  colonne,
  `${colonne}${DECROISSANT}`
])

export function toTri(cle: CleTri): Tri {
  return cle.endsWith(DECROISSANT)
    ? { colonne: cle.slice(0, -DECROISSANT.length) as Colonne, sens: 'decroissant' }
    : { colonne: cle as Colonne, sens: 'croissant' }
}

const nomRegion = ({ region }: Territoire) => (region === null ? null : (findRegion(region)?.nom ?? region))
const nomCoporteurs = ({ gouvernance: { coporteurs } }: Territoire) =>
  coporteurs.length === 0 ? null : formatListe(coporteurs.map((type) => LIBELLES_COPORTEUR[type]))
const FIABILITES = Object.keys(LIBELLES_FIABILITE) as Fiabilite[]

/** Corsica's two departments stand where number 20 was: between 19 and 21. */
function rankCode({ code }: Territoire): number {
  return Number(code.replace('2A', '20').replace('2B', '20.5'))
}

/** What a column sorts by; null stands last in both directions: there is nothing to compare. */
const CLES: Readonly<Record<Colonne, (territoire: Territoire) => string | number | null>> = {
  code: rankCode,
  nom: ({ nom }) => nom,
  region: nomRegion,
  coporteurs: nomCoporteurs,
  origine: (t) => FIABILITES.indexOf(computeFiabilite(t)),
  gouvernance: ({ gouvernance }) => ETATS_GOUVERNANCE.indexOf(gouvernance.etat),
  feuille: (t) => ETATS_FEUILLE_DE_ROUTE.indexOf(computeEtatFeuille(t))
}

/** The territories in the order of a column; those that are equal in it by code. The list given is left as it is. */
export function sortTerritoires(territoires: readonly Territoire[], { colonne, sens }: Tri): Territoire[] {
  const signe = sens === 'croissant' ? 1 : -1
  return territoires
    .map((territoire) => ({ territoire, cle: CLES[colonne](territoire) }))
    .sort((a, b) => {
      if (a.cle === null || b.cle === null) return Number(a.cle === null) - Number(b.cle === null)
      return signe * compareCles(a.cle, b.cle) || rankCode(a.territoire) - rankCode(b.territoire)
    })
    .map(({ territoire }) => territoire)
}

const collateur = new Intl.Collator('fr')

function compareCles(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collateur.compare(String(a), String(b))
}

/** The same column again turns the order round; another one begins with its first value. */
export function toggleTri(tri: CleTri, colonne: Colonne): CleTri {
  return tri === colonne ? `${colonne}${DECROISSANT}` : colonne
}

/** The territories of which the name, the code, the region or a co-bearer holds a word that begins with the text. */
export function filterTexte(territoires: readonly Territoire[], texte: string): Territoire[] {
  return territoires.filter((t) =>
    matchTexte([t.code, t.nom, nomRegion(t) ?? '', nomCoporteurs(t) ?? ''], texte)
  )
}
