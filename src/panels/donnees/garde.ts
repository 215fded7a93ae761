import { createCle, type Depot, type InstantaneGarde } from '../../data/depot'
import { formatGouvernancesCsv } from '../../data/ecrireCsv'
import type { LectureImport } from '../../data/import/lire'
import type { InstantaneDisponible } from '../../data/instantanes'

/** What the person says of the data that they import. */
export interface Choix {
  /** ISO date. */
  readonly date: string
  readonly titre: string
}

/** The import as it is kept; its figures, where it brought none, are those of the snapshot that was in view. */
export async function buildGarde(
  { territoires, chiffres }: LectureImport,
  { date, titre }: Choix,
  affiche: InstantaneDisponible | null,
  existants: readonly InstantaneDisponible[],
  depot: Depot
): Promise<InstantaneGarde> {
  const local = affiche?.local ? await depot.read(affiche.cle).catch(() => undefined) : undefined
  return {
    cle: createCle(
      date,
      titre,
      existants.map(({ cle }) => cle)
    ),
    date,
    titre,
    importeLe: new Date().toISOString(),
    base: local ? local.base : (affiche?.cle ?? null),
    gouvernances: formatGouvernancesCsv(territoires ?? [], { forme: 'depot' }),
    chiffres: chiffres?.texte ?? local?.chiffres ?? null
  }
}
