import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatGouvernancesCsv } from '../src/data/ecrireCsv'
import { readImport } from '../src/data/import/lire'
import { formatProbleme } from '../src/domain/texte/probleme'

const NOM = 'gouvernances.csv'

/**
 * Writes the gouvernances.csv of a folder anew in the form that is kept: commas, LF, UTF-8, no BOM. It is read as the
 * import reads it, whatever a spreadsheet made of it; with an error in it, it is left as it is.
 * @returns true when the file has that form now
 */
export async function normaliser(dossier: string): Promise<boolean> {
  const chemin = join(dossier, NOM)
  const octets = await readFile(chemin).catch(() => null)
  if (!octets) {
    console.error(`${NOM}\u00A0: le fichier n’existe pas ou ne peut pas être lu (${chemin}).`)
    return false
  }
  const { territoires, problemes } = await readImport([{ nom: NOM, octets: new Uint8Array(octets) }])
  const erreurs = problemes.filter(({ gravite }) => gravite === 'erreur')
  if (!territoires || erreurs.length > 0) {
    for (const probleme of erreurs) console.error(formatProbleme(probleme))
    console.error(`${NOM} n’a pas été réécrit.`)
    return false
  }
  await writeFile(chemin, formatGouvernancesCsv(territoires, { forme: 'canonique' }))
  console.error(`${NOM} est écrit dans sa forme de référence (virgules, UTF-8).`)
  return true
}
