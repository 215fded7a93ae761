import { createLecteurEmbarque } from '../data/lectureEmbarquee'

const adresses = new Map<string, Promise<string>>()

async function unpack(fichier: string): Promise<string> {
  const texte = await createLecteurEmbarque(document)(fichier)
  return URL.createObjectURL(new Blob([texte], { type: 'text/javascript' }))
}

/**
 * Runs a program that the single file carries once, packed (scripts/portable.mjs): in a worker, or in the page itself where
 * a page from a disk may start none, or it failed.
 * @param inPage given what loads the program into the page, for what it leaves in the global scope
 * @throws where the program is not in the page, or `inPage` does
 */
export async function runEmbarque<T>(
  fichier: string,
  inWorker: (travail: Worker) => Promise<T>,
  inPage: (load: () => Promise<unknown>) => Promise<T>
): Promise<T> {
  const adresse = adresses.get(fichier) ?? unpack(fichier)
  adresses.set(fichier, adresse)
  const programme = await adresse
  try {
    return await inWorker(new Worker(programme))
  } catch {
    // eslint-disable-next-line maison/pieces, maison/chargement -- a text of the page's own: no room of this program, and whole
    return inPage(() => import(/* @vite-ignore */ programme))
  }
}
