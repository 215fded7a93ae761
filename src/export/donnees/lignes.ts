import { listCitations } from '../../domain/chiffres/citations'
import type { ChiffresLus } from '../../domain/chiffres/chiffres'
import { computeFiabilite, LIBELLES_FIABILITE } from '../../domain/texte/fiabilite'
import {
  LIBELLES_COPORTEUR,
  LIBELLES_ETAT_GOUVERNANCE,
  LIBELLES_FEUILLE_DE_ROUTE
} from '../../domain/texte/libelles'
import { nameRegion } from '../../domain/territoire/referentiel'
import type { Instantane, Territoire } from '../../domain/territoire/territoire'

/** What goes out with the data, whatever the file is. */
export interface Provenance {
  /** ISO date of the snapshot. */
  readonly date: string
  readonly source: string
  readonly licence: string
  /** Title of data that are on this device alone; null for published ones. */
  readonly donneesLocales: string | null
  readonly territoires: number
  /** 'tous', or what the rows are narrowed to. */
  readonly perimetre: string
}

const SOURCE =
  'Présentation de la table ronde « Organiser la gouvernance pour rendre efficace l’alliance des acteurs »'
/** The source names no licence: saying more would be inventing one. */
const LICENCE = 'Données : la source ne précise pas de licence. Contours : Natural Earth, domaine public.'

export function describeExport(
  { date, local }: Pick<Instantane, 'date' | 'local'>,
  territoires: number,
  perimetre: string
): Provenance {
  return {
    date,
    source: local === undefined ? SOURCE : 'Données importées sur un appareil, ni publiées ni vérifiées',
    licence: LICENCE,
    donneesLocales: local ?? null,
    territoires,
    perimetre
  }
}

/** One territory with the origin of each fact, as JSON and as the properties of a GeoJSON feature. */
export interface LigneExport {
  readonly code: string
  readonly nom: string
  readonly region: string
  readonly coporteurs: readonly string[]
  /** 'Cité par la source', 'Déduit par élimination', 'La source se contredit' or 'Non renseigné'. */
  readonly coporteursOrigine: string
  readonly gouvernance: string
  readonly feuillesDeRoute: readonly string[]
  readonly note: string
  /** The words of the source behind each fact, and how one gets from them to it. */
  readonly origines: readonly {
    readonly fait: string
    readonly source: string
    readonly lecture: string | null
  }[]
}

export function listLignes(territoires: readonly Territoire[], chiffres: ChiffresLus): LigneExport[] {
  return territoires.map((territoire) => ({
    code: territoire.code,
    nom: territoire.nom,
    region: nameRegion(territoire),
    coporteurs: territoire.gouvernance.coporteurs.map((type) => LIBELLES_COPORTEUR[type]),
    coporteursOrigine: LIBELLES_FIABILITE[computeFiabilite(territoire)],
    gouvernance: LIBELLES_ETAT_GOUVERNANCE[territoire.gouvernance.etat],
    feuillesDeRoute: territoire.feuillesDeRoute.map(({ etat }) => LIBELLES_FEUILLE_DE_ROUTE[etat]),
    note: territoire.note,
    origines: listCitations(territoire, chiffres).map(({ fait, source, lecture }) => ({
      fait,
      source,
      lecture
    }))
  }))
}

export const COLONNES_EXPORT = [
  'Code',
  'Nom',
  'Région',
  'Coporteur(s)',
  'Origine du coporteur',
  'Gouvernance',
  'Feuille de route',
  'Note',
  'Ce que dit la source',
  'Date des données',
  'Données locales',
  'Source',
  'Licence'
] as const

/** The same as a table: one row a territory, one text a column of {@link COLONNES_EXPORT}. */
export function listCellules(lignes: readonly LigneExport[], provenance: Provenance): string[][] {
  return lignes.map((ligne) => [
    ligne.code,
    ligne.nom,
    ligne.region,
    ligne.coporteurs.join(' ; '),
    ligne.coporteursOrigine,
    ligne.gouvernance,
    ligne.feuillesDeRoute.join(' ; '),
    ligne.note,
    ligne.origines
      .map(({ fait, source, lecture }) => `${fait} : « ${source} »${lecture ? ` ${lecture}` : ''}`)
      .join('\n'),
    provenance.date,
    provenance.donneesLocales ?? '',
    provenance.source,
    provenance.licence
  ])
}
