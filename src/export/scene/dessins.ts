import type { MultiLineString } from 'geojson'
import type { Territoires } from '../../data/topologie'
import { CADRE_METROPOLE, ENCARTS, isOutreMer, type Cadre } from '../../map/cadre/cadres'
import { stepTraces, type Traces } from '../../map/svg/traces'
import { runDUneTraite } from '../../ui/inactivite'
import type { SujetScene } from './scene'

/** Units to the width of a frame: what four times the size still draws finely. */
const FINESSE = { ensemble: 2000, proche: 6000, encart: 300 }

/** The outlines of a picture. */
export interface Dessins {
  readonly carte: Traces
  /** In the order of the insets. */
  readonly encarts: readonly Traces[]
}

const gardes = new WeakMap<Territoires, Map<string, Traces>>()

/** An overseas territory that is chosen has the map of the picture to itself; undefined: metropolitan France has it. */
export const findCadreSeul = ({ selection }: Pick<SujetScene, 'selection'>): Cadre | undefined =>
  selection !== null && isOutreMer(selection)
    ? ENCARTS.find(({ codes }) => codes?.includes(selection))
    : undefined

/**
 * Draws the outlines of a picture, a territory at a time: between two of them, the page can answer. What was drawn once is
 * kept for as long as the outlines are: another title, size or colour asks for the same.
 */
export function* stepDessins(
  sujet: Pick<SujetScene, 'territoires' | 'regions' | 'selection' | 'bornes'>
): Generator<void, Dessins> {
  const { territoires, bornes } = sujet
  const connus = gardes.get(territoires) ?? new Map<string, Traces>()
  gardes.set(territoires, connus)
  function* keep(cadre: Cadre, finesse: number, regions?: MultiLineString): Generator<void, Traces> {
    const cle = `${cadre.id} ${finesse} ${regions !== undefined}`
    const traces = connus.get(cle) ?? (yield* stepTraces(territoires, cadre, finesse, regions))
    connus.set(cle, traces)
    return traces
  }
  const seul = findCadreSeul(sujet)
  const carte = yield* keep(
    seul ?? CADRE_METROPOLE,
    bornes || seul ? FINESSE.proche : FINESSE.ensemble,
    (!seul && sujet.regions) || undefined
  )
  const encarts: Traces[] = []
  for (const cadre of ENCARTS) encarts.push(yield* keep(cadre, FINESSE.encart))
  return { carte, encarts }
}

/** The outlines of a picture, at once. */
export const drawDessins = (...sujet: Parameters<typeof stepDessins>): Dessins =>
  runDUneTraite(stepDessins(...sujet))
