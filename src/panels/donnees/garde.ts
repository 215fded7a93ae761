import { createCle, type Depot, type InstantaneGarde } from '../../data/depot'
import { formatGouvernancesCsv } from '../../data/ecrireCsv'
import type { LectureImport } from '../../data/import/lire'
import type { InstantaneDisponible } from '../../data/instantanes'

/** What the person says of the data that they import. */
export interface Choix {
  /** ISO date. */
  date: string
  titre: string
}

/** The import as it is kept; its figures, where it brought none, are those of the snapshot that was in view. */
export async function buildGarde(
  { territoires, chiffres }: LectureImport,
  { date, titre }: Readonly<Choix>,
  affiche: InstantaneDisponible | null,
  existants: readonly InstantaneDisponible[],
  depot: Depot
): Promise<InstantaneGarde> {
  const local = affiche?.local ? await depot.read(affiche.cle).catch(() => undefined) : undefined
  const nom = distinguish(date, titre, existants)
  return {
    cle: createCle(date, nom),
    date,
    titre: nom,
    importeLe: new Date().toISOString(),
    base: local ? local.base : (affiche?.cle ?? null),
    gouvernances: formatGouvernancesCsv(territoires ?? [], { forme: 'canonique' }),
    chiffres: chiffres?.texte ?? local?.chiffres ?? null
  }
}

/** 'Point de juin (2)' where that date already has a 'Point de juin': two of one name could not be told apart. */
function distinguish(date: string, titre: string, existants: readonly InstantaneDisponible[]): string {
  const pris = existants.filter((autre) => autre.date === date).map((autre) => autre.titre)
  if (!pris.includes(titre)) return titre
  let n = 2
  while (pris.includes(`${titre} (${n})`)) n++
  return `${titre} (${n})`
}
