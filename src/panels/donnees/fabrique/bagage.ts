/**
 * What only the page has, as plain data for whoever makes a file of it: itself, where it is a single file, and the
 * snapshots that it can show, imported ones too. What is made of them knows no page (it runs in a worker).
 */
import type { Depot } from '../../../data/depot'
import { toEcartsConnus } from '../../../data/ecrireEcarts'
import {
  cheminChiffres,
  cheminEcartsConnus,
  cheminGouvernances,
  CHEMIN_INDEX,
  type EntreeInstantane,
  type InstantaneDisponible
} from '../../../data/instantanes'
import { isAbsent, type LireTexte } from '../../../data/lecture'
import type { Ecart } from '../../../domain/reconciliation/ecarts'
import { readPage } from './modele'
import type { DemandeFichier, DemandePublication, Textes } from './sortie'

/** What there is to take along. */
export interface Bagage {
  readonly instantanes: readonly InstantaneDisponible[]
  /** The snapshot that the file opens with. */
  readonly affiche: InstantaneDisponible | null
  readonly depot: Depot
  readonly lire: LireTexte
}

/**
 * What the single file is made of.
 * @throws {ErreurDeLecture} where a file cannot be had
 */
export async function readBagage({ instantanes, affiche, depot, lire }: Bagage): Promise<DemandeFichier> {
  const textes = await Promise.all(instantanes.map((instantane) => readInstantane(instantane, depot, lire)))
  return {
    quoi: 'fichier',
    base: document.baseURI,
    modele: readPage(document),
    index: instantanes.map(({ cle, date, titre, local }): EntreeInstantane => ({
      date,
      titre,
      ...(local ? { cle, local } : {}),
      ...(cle === affiche?.cle ? { affiche: true } : {})
    })),
    textes: textes.flat()
  }
}

/** What is to be published. */
export interface Publication {
  /** A local snapshot. */
  readonly instantane: InstantaneDisponible
  /** All that differs in it from what its source states, read and accepted on the screen. */
  readonly ecarts: readonly Ecart[]
  readonly instantanes: readonly InstantaneDisponible[]
  readonly depot: Depot
  readonly lire: LireTexte
}

/**
 * What the folder to publish is made of.
 * @throws {ErreurDeLecture} where a file cannot be had
 */
export async function readPublication(publication: Publication): Promise<DemandePublication> {
  return { quoi: 'publication', base: document.baseURI, textes: await listDonnees(publication) }
}

/** The snapshot's own files, and the list with it in. */
async function listDonnees({ instantane, ecarts, instantanes, depot, lire }: Publication): Promise<Textes> {
  const { cle, date, titre } = instantane
  const lus = new Map(await readInstantane(instantane, depot, lire))
  const chiffres = lus.get(cheminChiffres(cle))
  const livres = instantanes.filter((autre) => !autre.local && autre.date !== date)
  const index = [
    ...livres.map((livre): EntreeInstantane => ({ date: livre.date, titre: livre.titre })),
    { date, titre }
  ]
  index.sort((a, b) => (a.date < b.date ? -1 : 1))
  return [
    [cheminGouvernances(date), lus.get(cheminGouvernances(cle)) ?? ''],
    ...(chiffres === undefined ? [] : [[cheminChiffres(date), chiffres] as const]),
    [cheminEcartsConnus(date), toJson(toEcartsConnus(ecarts))],
    [CHEMIN_INDEX, toJson({ instantanes: index })]
  ]
}

const toJson = (valeur: unknown) => `${JSON.stringify(valeur, null, 2)}\n`

/**
 * The files of one snapshot, by their paths.
 * @throws {ErreurDeLecture} where one cannot be had
 */
async function readInstantane(
  { cle, local, embarque }: InstantaneDisponible,
  depot: Depot,
  lire: LireTexte
): Promise<Textes> {
  const garde = local && !embarque ? await depot.read(cle) : undefined
  const base = garde ? garde.base : cle
  const chiffres = garde?.chiffres ?? (base === null ? null : await lire(cheminChiffres(base)))
  const ecarts = base === null ? null : await readFacultatif(lire, cheminEcartsConnus(base))
  return [
    [cheminGouvernances(cle), garde?.gouvernances ?? (await lire(cheminGouvernances(cle)))],
    ...(chiffres === null ? [] : [[cheminChiffres(cle), chiffres] as const]),
    ...(ecarts === null ? [] : [[cheminEcartsConnus(cle), ecarts] as const])
  ]
}

async function readFacultatif(lire: LireTexte, chemin: string): Promise<string | null> {
  try {
    return await lire(chemin)
  } catch (erreur) {
    if (isAbsent(erreur)) return null
    throw erreur
  }
}
