import { announceTerritoire } from '../domain/texte/description'
import { describeProvenance } from '../domain/texte/provenance'
import { findTerritoireRef } from '../domain/territoire/referentiel'
import type { Atlas } from '../state/atlas.svelte'
import { buildLienVue } from './lien'
import { nameVue } from './scene/sujet'

/** What is said of a view when its link is handed on. */
export interface Partage {
  readonly titre: string
  /** One or two sentences: of the territory where one is chosen, and of when the data are. */
  readonly texte: string
  /** What another device opens; a file's own address opens nothing elsewhere: null. */
  readonly lien: string | null
}

/** @param adresse the page's own address */
export function buildPartage(atlas: Atlas, adresse: string): Partage {
  const { territoire: code } = atlas.vue
  const ref = code ? findTerritoireRef(code) : undefined
  const titre = ref ? `${ref.nom} (${ref.code})\u00A0: inclusion numérique` : nameVue(atlas)
  return {
    titre,
    texte: [
      ref
        ? `${announceTerritoire(ref, atlas.parCode.get(ref.code))}.`
        : nameVue(atlas).replace(/([^?])$/, '$1.'),
      describeProvenance(atlas.instantane)
    ]
      .join(' ')
      .trim(),
    lien: buildLienVue(atlas.vue, adresse).qr
  }
}

/** A mail with its subject and text; lines break as RFC 6068 says. */
export function buildCourriel({ titre, texte, lien }: Partage): string {
  const corps = [texte, ...(lien ? ['', lien] : [])].join('\r\n')
  return `mailto:?subject=${encodeURIComponent(titre)}&body=${encodeURIComponent(corps)}`
}
