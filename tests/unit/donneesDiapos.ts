import { readFige } from '../fixtures/figes'
import { parseScenes } from '../../src/data/scenes'
import type { DonneesDiapos } from '../../src/export/diapos/donnees'
import { VUE_PAR_DEFAUT } from '../../src/state/vue'
import { CHIFFRES, CONTOURS, INSTANTANE } from './fichiers'

/** What the slides of the frozen scenes are made of. */
export const DONNEES_DIAPOS: DonneesDiapos = {
  scenes: (parseScenes(readFige('donnees/scenes.json'), 'scenes.json').valeur ?? []).filter(
    ({ masquee }) => !masquee
  ),
  instantane: INSTANTANE,
  chiffres: CHIFFRES,
  contours: CONTOURS,
  aujourdhui: '2026-01-15',
  vue: VUE_PAR_DEFAUT,
  page: 'https://exemple.fr/carte/',
  projetees: false
}
