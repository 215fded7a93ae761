import { askWorker } from '../askWorker'
import { ErreurImport } from './erreur'
import { readImport, readNothing, tell, type Etape, type FichierRecu, type LectureImport } from './lire'
import { checkFichier, TAILLE_FIL_PRINCIPAL } from './nature'
import type { DemandeTravail, MessageTravail } from './travail'
import { createTravailleur } from './travailleur'

const FICHIERS_MAX = 5

/**
 * Reads the files that were chosen or dropped: sizes first, then the bytes, off the main thread where they are many or
 * a workbook. Where no worker can be had it reads in the page, and says so.
 * @param signal ends it at once
 * @param feuille name of the sheet to be read in a workbook; null for the one that is meant
 * @returns what was read; null once the signal ended it. Never rejects
 */
export async function runImport(
  fichiers: readonly File[],
  etape: Etape,
  signal: AbortSignal,
  feuille: string | null = null
): Promise<LectureImport | null> {
  const refuses = fichiers.flatMap(({ name, size }) => {
    try {
      checkFichier(name, size)
      return []
    } catch (erreur) {
      return [tell(name, erreur)]
    }
  })
  if (fichiers.length > FICHIERS_MAX)
    refuses.push(
      tell(
        `${fichiers.length} fichiers`,
        new ErreurImport('Choisir un fichier de gouvernances, et au plus un de chiffres.')
      )
    )
  if (refuses.length > 0) return readNothing(refuses)

  etape('Ouverture du fichier')
  const recus: FichierRecu[] = []
  for (const fichier of fichiers) {
    try {
      recus.push({ nom: fichier.name, octets: new Uint8Array(await fichier.arrayBuffer()) })
    } catch {
      const perdu = new ErreurImport(
        'Le fichier ne peut plus être lu : il a été déplacé ou modifié. Le choisir à nouveau.'
      )
      return readNothing([tell(fichier.name, perdu)])
    }
  }
  if (signal.aborted) return null
  const taille = recus.reduce((somme, { octets }) => somme + octets.length, 0)
  const classeur = recus.some(({ octets }) => octets[0] === 0x50 && octets[1] === 0x4b)
  const lecture =
    classeur || taille > TAILLE_FIL_PRINCIPAL
      ? ((await readInWorker({ fichiers: recus, feuille }, etape, signal)) ??
        (await readInPage({ fichiers: recus, feuille }, taille, etape, signal)))
      : await readImport(recus, etape)
  return signal.aborted ? null : lecture
}

/** null: no worker could do it, or the signal ended it. */
async function readInWorker(
  demande: DemandeTravail,
  etape: Etape,
  signal: AbortSignal
): Promise<LectureImport | null> {
  try {
    return await askWorker(createTravailleur(), demande, signal, (message: MessageTravail) => {
      if (message.genre !== 'etape') return { valeur: message.lecture }
      etape(message.etape)
      return undefined
    })
  } catch {
    return null
  }
}

async function readInPage(
  { fichiers, feuille }: DemandeTravail,
  taille: number,
  etape: Etape,
  signal: AbortSignal
): Promise<LectureImport | null> {
  if (signal.aborted) return null
  if (taille > TAILLE_FIL_PRINCIPAL) {
    etape('Lecture dans la page : elle peut rester figée quelques secondes')
    // Lets the page be drawn with that sentence before it freezes.
    await new Promise((resolve) => setTimeout(resolve))
  }
  return readImport(fichiers, etape, feuille)
}
