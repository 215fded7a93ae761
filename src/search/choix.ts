import type { Lieu } from '../domain/territoire/lieu'
import { addLieu } from '../state/animation'
import { keepsLieux, type Vue } from '../state/vue'

/**
 * What the view becomes when a place is chosen, as one move: the department with the place at the head of its sheet,
 * or the region. Where places are kept it is added to them; a region is framed, and marks nothing.
 */
export function toVue(lieu: Lieu, vue: Pick<Vue, 'lieu' | 'animation'>): Partial<Vue> {
  const gardes = keepsLieux(vue)
  if (lieu.type === 'region') return { region: lieu.code, territoire: null, lieu: gardes ? vue.lieu : [] }
  const territoire = lieu.territoires[0] ?? null
  if (gardes) return { territoire, region: null, lieu: addLieu(vue.lieu, lieu.cle) }
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
