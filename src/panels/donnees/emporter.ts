import type { Depot } from '../../data/depot'
import {
  cheminChiffres,
  cheminEcartsConnus,
  cheminGouvernances,
  CHEMIN_INDEX,
  type EntreeInstantane,
  type InstantaneDisponible
} from '../../data/instantanes'
import { ErreurDeLecture, isAbsent, type LireTexte } from '../../data/lecture'
import { embedFichiers, fillPremiere } from '../../data/page'
import { decode, encode, importRendu, readHeberge, readPage } from './modele'

/** What there is to take along. */
export interface Bagage {
  readonly instantanes: readonly InstantaneDisponible[]
  /** The snapshot that the file opens with. */
  readonly affiche: InstantaneDisponible | null
  readonly depot: Depot
  readonly lire: LireTexte
}

/**
 * The whole app as one file with all snapshots that this page can show, imported ones too, and its first picture drawn
 * from them. Made from the page itself where that is such a file, else from the one beside the hosted app.
 * @throws {ErreurDeLecture} where a file cannot be had; Error where the data cannot be drawn
 */
export async function buildFichierSeul({ instantanes, affiche, depot, lire }: Bagage): Promise<string> {
  const modele = readPage(document) ?? (await readHeberge(lire))
  const fichiers = new Map([...modele.fichiers].filter(([chemin]) => !/^donnees\/\d{4}-/.test(chemin)))
  for (const instantane of instantanes) {
    for (const [chemin, texte] of await readInstantane(instantane, depot, lire))
      fichiers.set(chemin, encode(texte))
  }
  const index = instantanes.map(({ cle, date, titre, local }): EntreeInstantane => {
    return {
      date,
      titre,
      ...(local ? { cle, local } : {}),
      ...(cle === affiche?.cle ? { affiche: true } : {})
    }
  })
  fichiers.set(CHEMIN_INDEX, encode(JSON.stringify({ instantanes: index }, null, 2)))
  const lireFichiers: LireTexte = async (chemin) => {
    const base64 = fichiers.get(chemin)
    if (base64 === undefined)
      throw new ErreurDeLecture(chemin, 'Le fichier n’est pas dans cette page.', { absent: true })
    return decode(base64)
  }
  const { renderPremiereVue } = await importRendu(modele)
  // The rules that its elements need are in the page: they are of its layout, not of its data.
  const { html } = await renderPremiereVue(lireFichiers)
  return embedFichiers(fillPremiere(modele.page, html), fichiers)
}

/** The files of one snapshot, by their paths. */
export async function readInstantane(
  { cle, local, embarque }: InstantaneDisponible,
  depot: Depot,
  lire: LireTexte
): Promise<[chemin: string, texte: string][]> {
  const garde = local && !embarque ? await depot.read(cle) : undefined
  const base = garde ? garde.base : cle
  const chiffres = garde?.chiffres ?? (base === null ? null : await lire(cheminChiffres(base)))
  const ecarts = base === null ? null : await readFacultatif(lire, cheminEcartsConnus(base))
  return [
    [cheminGouvernances(cle), garde?.gouvernances ?? (await lire(cheminGouvernances(cle)))],
    ...(chiffres === null ? [] : [[cheminChiffres(cle), chiffres] as [string, string]]),
    ...(ecarts === null ? [] : [[cheminEcartsConnus(cle), ecarts] as [string, string]])
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
