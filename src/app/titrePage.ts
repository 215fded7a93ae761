import { findRegion, nameTerritoire } from '../domain/territoire/referentiel'
import { REGISTRE } from '../panels/cadre/registre'
import { VUE_PAR_DEFAUT, type Vue } from '../state/vue'

/** The name of the whole, as index.html has it. */
export const TITRE_PAGE = 'Carte FNE\u00A0: qui porte l’inclusion numérique dans chaque département'

/**
 * The title of the page in a view: what tells it from another in a list of tabs, in the history, and to whoever hears the
 * page named first (RGAA 8.6). What is in view comes before what is always the same.
 * @param orateur true in the presenter's window
 */
export function nameVue(
  vue: Pick<Vue, 'territoire' | 'region' | 'panneau' | 'mode' | 'scene'>,
  orateur = false
): string {
  const { territoire, region, panneau, mode, scene } = vue
  const parts = [
    territoire === null ? null : `${nameTerritoire(territoire)} (${territoire})`,
    territoire === null && region !== null ? (findRegion(region)?.nom ?? region) : null,
    mode === 'presentation' ? `${orateur ? 'Orateur' : 'Présentation'}, scène\u00A0${scene}` : null,
    mode !== 'presentation' && panneau !== VUE_PAR_DEFAUT.panneau ? REGISTRE[panneau].titre : null
  ].filter((part) => part !== null)
  return parts.length === 0 ? TITRE_PAGE : [...parts, 'Carte FNE'].join(' · ')
}
