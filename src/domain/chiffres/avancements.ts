import { computeAvancement } from './avancement'
import type { Cible, Indicateur } from './chiffres'
import { formatPourcent, typographier } from '../texte/francais'

export interface AvancementDeCible {
  readonly cible: Cible
  readonly atteinte: boolean
  /** '69 %', kept between 0 and 100 as the source shows it. */
  readonly texte: string
  /** '164 % en valeur réelle' when the target is over-reached; otherwise null. */
  readonly reel: string | null
  /** A French sentence where the source states another percentage than the computed one; otherwise null. */
  readonly ecart: string | null
}

/** How far an indicator is on the way to each of its targets, counted from its initial value. */
export function listAvancements({ initiale, actuelle, cibles }: Indicateur): AvancementDeCible[] {
  return cibles.map((cible) => {
    const { brut, affiche } = computeAvancement(initiale.valeur, actuelle.valeur, cible.valeur)
    const annonce = cible.avancementAnnonce
    return {
      cible,
      atteinte: brut >= 1,
      texte: formatPourcent(affiche),
      reel: brut > 1 ? `${formatPourcent(brut)} en valeur réelle` : null,
      ecart:
        annonce === null || annonce === Math.round(affiche * 100)
          ? null
          : typographier(`La source annonce ${annonce} %.`)
    }
  })
}
