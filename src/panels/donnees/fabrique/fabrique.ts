import { makeFichierSeul } from './fichierSeul'
import { makePublication } from './publication'
import type { DemandeSortie, Suivi } from './sortie'

/**
 * Makes the file that is asked for, in whatever thread this runs.
 * @throws {ErreurDeLecture} where a file cannot be had; whatever `suivi.pause` rejects with; Error for the rest
 */
export const makeSortie = (demande: DemandeSortie, suivi: Suivi): Promise<Blob> =>
  demande.quoi === 'fichier' ? makeFichierSeul(demande, suivi) : makePublication(demande, suivi)
