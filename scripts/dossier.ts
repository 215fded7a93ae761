import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import * as analyseurs from '../src/data/analyseurs'
import { loadIndex } from '../src/data/instantanes'
import { ErreurDeLecture } from '../src/data/lecture'
import { provideAnalyseurs } from '../src/data/lectureSure'
import { formatDate, typographier } from '../src/domain/texte/francais'
import type { Probleme } from '../src/domain/texte/probleme'

// What vite has read for this program is all that there will be: it loads nothing later.
provideAnalyseurs(analyseurs)

const build = (fichier: string, message: string, gravite: Probleme['gravite'] = 'erreur'): Probleme => ({
  fichier,
  ligne: null,
  colonne: null,
  message: typographier(message),
  gravite
})

/** Figures of another date than the folder's: right where the new file of territories came without new figures. */
export const tellAutreDate = (date: string) =>
  build(
    'chiffres.json',
    `Avertissement : ces chiffres sont datés du ${formatDate(date)}. C’est juste s’ils viennent toujours de cette source ; sinon, corriger la date et les chiffres.`,
    'avertissement'
  )

/**
 * Reads a file from the disk as the app will read it over HTTP: as UTF-8, which a server does not convert.
 * @throws {ErreurDeLecture} when it is not there, or is in another encoding
 */
export async function readTexte(chemin: string): Promise<string> {
  const nom = basename(chemin)
  let octets: Uint8Array
  try {
    octets = await readFile(chemin)
  } catch (cause) {
    const absent = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw new ErreurDeLecture(nom, `Le fichier n’existe pas ou ne peut pas être lu (${chemin}).`, {
      cause,
      absent
    })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch (cause) {
    const message =
      'Le fichier n’est pas en UTF-8 : l’importer dans le panneau « Données » de la carte, qui lit les autres encodages, puis prendre celui qu’elle exporte.'
    throw new ErreurDeLecture(nom, typographier(message), { cause })
  }
}

/** An ISO date that exists: not the 31st of February. */
const isDate = (texte: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(texte) && new Date(`${texte}T00:00:00Z`).toJSON()?.startsWith(texte) === true

/** Whether there is such a folder at all; where there is none, nothing else is worth saying. */
export const isDossier = async (chemin: string) =>
  (await stat(chemin).catch(() => null))?.isDirectory() ?? false

/**
 * What is wrong with the folder of a snapshot itself, whatever its files say: its name, what it lacks, and the list of
 * snapshots beside it, without which the app would never show it.
 * @param dossier an absolute path
 */
export async function checkDossier(dossier: string): Promise<readonly Probleme[]> {
  const nom = basename(dossier)
  if (!(await isDossier(dossier)))
    return [
      build(
        nom,
        `Ce n’est pas un dossier (${dossier}) : donner celui de l’instantané, par exemple static/donnees/2025-03-01.`
      )
    ]
  const problemes: Probleme[] = []
  if (!isDate(nom))
    problemes.push(
      build(
        nom,
        'Le nom du dossier doit être la date de l’instantané, année-mois-jour : par exemple 2025-03-01.'
      )
    )
  const contenu = await readdir(dossier)
  const classeur = contenu.find((fichier) => /\.(xlsx?|ods)$/i.test(fichier))
  if (classeur && !contenu.includes('gouvernances.csv'))
    problemes.push(
      build(
        classeur,
        'Un classeur n’est pas publié tel quel : l’importer dans le panneau « Données » de la carte, puis prendre le CSV qu’elle exporte.'
      )
    )
  const voisins = await readdir(dirname(dossier))
  if (voisins.includes('index.json')) {
    const { valeur, problemes: illisible } = await loadIndex((chemin) =>
      readTexte(join(dirname(dossier), basename(chemin)))
    )
    problemes.push(...illisible)
    if (valeur && !valeur.some(({ date }) => date === nom))
      problemes.push(
        build(
          'index.json',
          `L’instantané ${nom} n’y est pas : sans une ligne avec sa date et son titre, la carte ne le montrera pas.`
        )
      )
  }
  return problemes
}
