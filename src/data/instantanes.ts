import type { Chiffres } from '../domain/chiffres/chiffres'
import type { SignatureEcart } from '../domain/reconciliation/ecarts'
import type { Lecture, Probleme } from '../domain/texte/probleme'
import type { Instantane, Territoire } from '../domain/territoire/territoire'
import { buildProbleme } from './constat'
import { isAbsent, read, type LireTexte } from './lecture'
import { loadAnalyseurs, readSur } from './lectureSure'
import { buildContours, type Contours } from './topologie'

/** Where the data lie, relative to the page. */
export const CHEMIN_INDEX = 'donnees/index.json'
export const CHEMIN_CONTOURS = 'geo/territoires.topo.json'
export const cheminGouvernances = (date: string) => `donnees/${date}/gouvernances.csv`
export const cheminChiffres = (date: string) => `donnees/${date}/chiffres.json`
export const cheminEcartsConnus = (date: string) => `donnees/${date}/ecarts-connus.json`

export interface EntreeInstantane {
  /** ISO date: the name of the folder and of the snapshot. */
  readonly date: string
  readonly titre: string
  /** Name of its folder where that is not its date: a local one, in a file made with local data in it. */
  readonly cle?: string
  /** True for local data. */
  readonly local?: boolean
  /** True for the one that is shown where a link names none. */
  readonly affiche?: boolean
}

/** One snapshot that can be shown: shipped with the app, or kept on this machine. */
export interface InstantaneDisponible extends EntreeInstantane {
  /** What the address bar calls it: the date, or for a local one the date, '~' and a name. */
  readonly cle: string
  readonly local: boolean
  /** True where it is local and comes with the app: in a file made with local data in it. */
  readonly embarque?: boolean
}

/** All that belongs to one snapshot, as far as it could be read. */
export interface DonneesInstantane {
  readonly instantane: Instantane | null
  /** null: the figures could not be read at all. */
  readonly chiffres: Partial<Chiffres> | null
  readonly ecartsConnus: readonly SignatureEcart[]
  readonly problemes: readonly Probleme[]
}

/** The list of shipped snapshots, the latest last; entries that cannot be read are left out and told. */
export function loadIndex(lire: LireTexte): Promise<Lecture<readonly EntreeInstantane[]>> {
  return readSur<readonly EntreeInstantane[]>(lire, CHEMIN_INDEX, async (texte, fichier) => {
    const { valeur, problemes } = (await loadAnalyseurs(fichier)).parseIndex(texte, fichier)
    if (valeur && valeur.length > 0)
      return { valeur: [...valeur].sort((a, b) => (a.date < b.date ? -1 : 1)), problemes }
    if (problemes.length > 0) return { valeur: null, problemes }
    const message = 'La liste des instantanés est vide\u202F: il y faut une date et un titre par instantané.'
    return { valeur: null, problemes: [buildProbleme(fichier, { ligne: 1, colonne: 1, message })] }
  })
}

/** The territories of one snapshot. */
export async function loadInstantane(lire: LireTexte, dossier: string): Promise<Lecture<Instantane>> {
  const { valeur, problemes } = await readSur<readonly Territoire[]>(
    lire,
    cheminGouvernances(dossier),
    async (texte, fichier) => (await loadAnalyseurs(fichier)).parseGouvernances(texte, fichier)
  )
  // A folder is named by its date, and one of local data by its date and a name.
  return { valeur: valeur && { date: dossier.slice(0, 'AAAA-MM-JJ'.length), territoires: valeur }, problemes }
}

/** The national figures of one snapshot; what could not be read is left out. */
export function loadChiffres(lire: LireTexte, date: string): Promise<Lecture<Partial<Chiffres>>> {
  return readSur<Partial<Chiffres>>(lire, cheminChiffres(date), async (texte, fichier) =>
    (await loadAnalyseurs(fichier)).parseChiffres(texte, fichier)
  )
}

/**
 * The discrepancies of one snapshot that are known and explained; none where there is no such file. Where the file
 * cannot be read it is told: else what is known would be shown as new, without a word.
 */
export async function loadEcartsConnus(
  lire: LireTexte,
  date: string
): Promise<Lecture<readonly SignatureEcart[]>> {
  return readSur<readonly SignatureEcart[]>(
    async (chemin) => {
      try {
        return await lire(chemin)
      } catch (erreur) {
        if (isAbsent(erreur)) return '{ "ecarts": [] }'
        throw erreur
      }
    },
    cheminEcartsConnus(date),
    async (texte, fichier) => (await loadAnalyseurs(fichier)).parseEcartsConnus(texte, fichier)
  )
}

/**
 * The files of one snapshot that comes with the app, read together. Never rejects.
 * @param dossier name of its folder
 * @param local title of the snapshot where it holds local data
 */
export async function loadDonnees(
  lire: LireTexte,
  dossier: string,
  local?: string
): Promise<DonneesInstantane> {
  const [instantane, chiffres, ecartsConnus] = await Promise.all([
    loadInstantane(lire, dossier),
    loadChiffres(lire, dossier),
    loadEcartsConnus(lire, dossier)
  ])
  return {
    instantane:
      instantane.valeur && local !== undefined ? { ...instantane.valeur, local } : instantane.valeur,
    chiffres: chiffres.valeur,
    ecartsConnus: ecartsConnus.valeur ?? [],
    // The warnings of local data were told when they were imported.
    problemes: [...instantane.problemes, ...chiffres.problemes, ...ecartsConnus.problemes].filter(
      ({ gravite }) => local === undefined || gravite === 'erreur'
    )
  }
}

/** The outlines. */
export function loadContours(lire: LireTexte): Promise<Lecture<Contours>> {
  return read(lire, CHEMIN_CONTOURS, async (texte, fichier) => {
    let contenu: unknown
    try {
      contenu = JSON.parse(texte)
    } catch {
      return (await loadAnalyseurs(fichier)).explainTopologie(texte, fichier)
    }
    return buildContours(contenu, fichier)
  })
}
