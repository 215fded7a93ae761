import type { Lieu } from '../domain/lieu'
import type { Vue } from '../state/vue'

/**
 * What the view becomes when a place is chosen, as one move: the department with the place at the head of its sheet,
 * or the region.
 */
export function toVue(lieu: Lieu): Partial<Vue> {
  if (lieu.type === 'region') return { region: lieu.code, territoire: null, lieu: [] }
  const territoire = lieu.territoires[0] ?? null
  // A department is the territory itself: it needs no other head.
  return { territoire, region: null, lieu: lieu.type === 'departement' ? [] : [lieu.cle] }
}

/** What a place is, in a word. */
const SORTES: Readonly<Record<Lieu['type'], string>> = {
  commune: 'Commune',
  'commune-deleguee': 'Commune déléguée',
  'commune-associee': 'Commune associée',
  'arrondissement-municipal': 'Arrondissement',
  epci: 'EPCI',
  ept: 'EPT',
  departement: 'Département',
  region: 'Région',
  collectivite: 'Outre-mer'
}

export const nameSorte = ({ type }: Lieu): string => SORTES[type]
