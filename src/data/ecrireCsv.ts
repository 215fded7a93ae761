import Papa from 'papaparse'
import type { Probleme } from '../domain/texte/probleme'
import type { Territoire } from '../domain/territoire/territoire'
import { escapeFormule } from './formules'
import { COLONNES_GOUVERNANCES } from './colonnes'
import { listLignesGouvernances } from './lignesGouvernances'

/**
 * 'excel': what French Excel opens with a double click (semicolons, BOM, CRLF).
 * 'canonique': what is kept and shipped (commas, LF), so that versions can be compared line by line.
 */
export type FormeCsv = 'excel' | 'canonique'

function format(lignes: readonly (readonly string[])[], forme: FormeCsv): string {
  const options = forme === 'excel' ? { delimiter: ';', newline: '\r\n' } : { delimiter: ',', newline: '\n' }
  const texte = Papa.unparse(lignes as string[][], { ...options, escapeFormulae: false })
  return `${forme === 'excel' ? '\uFEFF' : ''}${texte}${options.newline}`
}

/** gouvernances.csv: {@link parseGouvernances} reads it back to the same territories. */
export function formatGouvernancesCsv(
  territoires: readonly Territoire[],
  { forme }: { forme: FormeCsv }
): string {
  return format(
    [COLONNES_GOUVERNANCES.map(({ name }) => name), ...listLignesGouvernances(territoires)],
    forme
  )
}

/** Every problem of a file, complete, as a table to be worked through in a spreadsheet. */
export function formatProblemesCsv(problemes: readonly Probleme[]): string {
  const entete = ['gravite', 'fichier', 'ligne', 'colonne', 'champ', 'valeur', 'message']
  const lignes = problemes.map(({ gravite, fichier, ligne, colonne, champ, valeur, message }) =>
    [gravite, fichier, String(ligne ?? ''), String(colonne ?? ''), champ ?? '', valeur ?? '', message].map(
      escapeFormule
    )
  )
  return format([entete, ...lignes], 'excel')
}
