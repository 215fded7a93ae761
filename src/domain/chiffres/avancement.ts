/** How far an indicator is on the way from its initial value to its target, as fractions. */
export interface Avancement {
  /** The true fraction: above 1 when the target is over-reached, below 0 when the indicator went the other way. */
  readonly brut: number
  /** The same kept between 0 and 1, as the source shows it. */
  readonly affiche: number
}

/**
 * Progress counted from the initial value: (actuelle − initiale) / (cible − initiale).
 * A target equal to the initial value is reached (1) or not (0), there is no way between them.
 */
export function computeAvancement(initiale: number, actuelle: number, cible: number): Avancement {
  const chemin = cible - initiale
  const brut = chemin === 0 ? Number(actuelle >= cible) : (actuelle - initiale) / chemin
  return { brut, affiche: Math.min(1, Math.max(0, brut)) }
}
