import { themes } from '../../ui/theme/choix.svelte'
import { TAILLE_ETIQUETTE } from './etiquette'

/** How many times bigger than on a desk the map's parts are drawn: all 1 but in the projector theme. */
export interface Echelle {
  readonly traits: number
  readonly motifs: number
  readonly etiquettes: number
}

/** The same before the projector's enlargement: larger, four codes in ten would have no room in their territory. */
const TAILLE_PROJETEE = 13
/** Thin lines are the first to go in a washed-out beam. */
const TRAITS_RENFORCES = 1.25

/** Follows the theme and the window's width. */
export function getEchelle(): Echelle {
  if (themes.applique !== 'projecteur') return { traits: 1, motifs: 1, etiquettes: 1 }
  const { echelle } = themes
  return {
    traits: echelle * TRAITS_RENFORCES,
    motifs: echelle,
    etiquettes: (echelle * TAILLE_PROJETEE) / TAILLE_ETIQUETTE
  }
}
