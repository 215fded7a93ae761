import type { Contours } from '../../data/topologie'
import type { ChiffresLus } from '../../domain/chiffres/chiffres'
import { toFiguresAnnoncees } from '../../domain/chiffres/figuresAnnoncees'
import { computeBilan } from '../../domain/reconciliation/reconciliation'
import type { Instantane } from '../../domain/territoire/territoire'
import { createReponses, fill } from '../../domain/vue/jetons'
import type { Scene } from '../../domain/vue/scene'
import { PALETTE, PALETTE_PROJETEE, type Palette } from '../../map/apparence/palette'
import type { Vue } from '../../state/vue'

/** All that slides are made of; plain data, so that it can be sent to a worker. */
export interface DonneesDiapos {
  /** Those that are played, in their order. */
  readonly scenes: readonly Scene[]
  readonly instantane: Instantane
  readonly chiffres: ChiffresLus
  readonly contours: Contours
  /** ISO date in Paris: against it deadlines are judged. */
  readonly aujourdhui: string
  readonly vue: Vue
  /** Address of the page: the closing scene gives it, unless it has its own. */
  readonly page: string
  /** True: the colours that are apart under a projector's light. */
  readonly projetees: boolean
}

/** The same, with what follows from it. */
export interface Matiere extends DonneesDiapos {
  readonly palette: Palette
  readonly bilan: ReturnType<typeof computeBilan>
  /** The words of a scene with their figures. */
  readonly dire: (texte: string) => string
}

export function prepare(donnees: DonneesDiapos): Matiere {
  const { instantane, chiffres, projetees } = donnees
  const repondre = createReponses({ territoires: instantane.territoires, chiffres })
  return {
    ...donnees,
    palette: projetees ? PALETTE_PROJETEE : PALETTE,
    bilan: computeBilan(instantane, toFiguresAnnoncees(chiffres)),
    dire: (texte) => fill(texte, repondre)
  }
}
