import type { Depot } from './depot'
import { loadChiffres, loadEcartsConnus, type DonneesInstantane, type EntreeInstantane } from './instantanes'
import { ErreurDeLecture, type LireTexte } from './lecture'
import { loadAnalyseurs } from './lectureSure'

/** The local snapshots as the catalogue lists and reads them. */
export interface LecteurLocaux {
  /** `cle`: 'AAAA-MM-JJ~name', as the address bar carries it. */
  readonly list: () => Promise<readonly (EntreeInstantane & { readonly cle: string })[]>
  /** Rejects when there is none of that key, or when the storage does not answer. */
  readonly read: (cle: string) => Promise<DonneesInstantane>
}

/** Reads what the store keeps; figures that came with no import are those of the shipped snapshot that it is based on. */
export function createLecteurLocaux(depot: Depot, lire: LireTexte): LecteurLocaux {
  return {
    list: () => depot.list(),
    read: async (cle) => {
      const garde = await depot.read(cle)
      if (!garde) throw new ErreurDeLecture(cle, 'Cet instantané n’est pas gardé sur cet appareil.')
      const { date, titre, base, gouvernances, chiffres } = garde
      const { parseChiffres, parseGouvernances } = await loadAnalyseurs(cle)
      const territoires = parseGouvernances(gouvernances, 'gouvernances.csv')
      const [figures, ecartsConnus] = await Promise.all([
        chiffres !== null
          ? parseChiffres(chiffres, 'chiffres.json')
          : base
            ? loadChiffres(lire, base)
            : { valeur: {}, problemes: [] },
        base ? loadEcartsConnus(lire, base) : { valeur: [], problemes: [] }
      ])
      return {
        instantane: territoires.valeur && { date, territoires: territoires.valeur, local: titre },
        chiffres: figures.valeur,
        ecartsConnus: ecartsConnus.valeur ?? [],
        // Its warnings were told when it was imported.
        problemes: [...territoires.problemes, ...figures.problemes, ...ecartsConnus.problemes].filter(
          ({ gravite }) => gravite === 'erreur'
        )
      }
    }
  }
}
