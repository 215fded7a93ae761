import type { Contours, Territoires } from '../data/topologie'
import { findTerritoireRef, TERRITOIRES } from '../domain/territoire/referentiel'
import { CADRE_METROPOLE, ENCARTS, isOutreMer, type Cadre } from '../map/cadre/cadres'
import { computeBornes, type Bornes } from '../map/cadre/camera'
import { meshRegions } from '../map/cadre/frontieres'
import type { Apparence } from '../map/apparence/palette'
import { computeBoite, computeTraces, type Boite, type Traces } from '../map/svg/traces'
import { TEINTES } from './teintes'

/** One map of the sheet. */
export interface Vignette {
  readonly cadre: Cadre
  readonly traces: Traces
  readonly boite: Boite
}

/** Where a territory is: near by, in its region and its neighbours; in France; among the overseas territories. */
export interface Reperage {
  readonly proche: Vignette
  readonly france: Vignette
  readonly outreMer: readonly Vignette[]
  readonly apparences: ReadonlyMap<string, Apparence>
}

/** Units to a side: of the near map, to draw coasts finely on paper; of the small ones, no finer than ink. */
const LARGEUR_PROCHE = 4000
const LARGEUR_FRANCE = 700
const LARGEUR_OUTRE_MER = 120
/** Room around the region, in parts of its size. */
const MARGE = 0.08

const plain = (fond: string): Apparence => ({
  fonds: [fond],
  points: null,
  hachures: null,
  contradiction: false
})

/** What is the same for all territories is drawn once for the outlines that there are. */
const ensembles = new WeakMap<Contours, Pick<Reperage, 'france' | 'outreMer'>>()

function drawEnsemble(contours: Contours): Pick<Reperage, 'france' | 'outreMer'> {
  const { topologie, territoires } = contours
  const draw = (cadre: Cadre, largeur: number, regions?: ReturnType<typeof meshRegions>): Vignette => {
    const traces = computeTraces(territoires, cadre, largeur, regions)
    return { cadre, traces, boite: [0, 0, traces.largeur, traces.hauteur] }
  }
  const connu = ensembles.get(contours)
  if (connu) return connu
  const ensemble = {
    france: draw(CADRE_METROPOLE, LARGEUR_FRANCE, meshRegions(topologie)),
    outreMer: ENCARTS.filter(({ codes }) => codes?.length === 1).map((cadre) =>
      draw(cadre, LARGEUR_OUTRE_MER)
    )
  }
  ensembles.set(contours, ensemble)
  return ensemble
}

/**
 * The maps that say where a territory is.
 * @returns null where it has no outline
 */
export function computeReperage(contours: Contours, code: string): Reperage | null {
  const { territoires } = contours
  if (!territoires.features.some(({ id }) => id === code)) return null
  const ref = findTerritoireRef(code)
  const membres = TERRITOIRES.filter(
    (t) => t.code === code || (t.region !== null && t.region === ref?.region)
  ).map((t) => t.code)
  return {
    proche: drawProche(territoires, code, membres),
    ...drawEnsemble(contours),
    apparences: new Map(
      territoires.features.map(({ id }) => [
        id,
        plain(id === code ? TEINTES.choisi : membres.includes(id) ? TEINTES.region : TEINTES.ailleurs)
      ])
    )
  }
}

/** The region with what of its neighbours is beside it; an overseas territory alone, whole. */
function drawProche(territoires: Territoires, code: string, membres: readonly string[]): Vignette {
  const bornes = widen(computeBornes(territoires, membres) as Bornes)
  const codes = isOutreMer(code)
    ? membres
    : territoires.features
        .map(({ id }) => id)
        .filter((id) => !isOutreMer(id) && overlaps(bornes, computeBornes(territoires, [id]) as Bornes))
  const cadre: Cadre = { id: 'proche', titre: '', codes }
  const traces = computeTraces(territoires, cadre, LARGEUR_PROCHE)
  return { cadre, traces, boite: computeBoite(traces, bornes) }
}

function widen([ouest, sud, est, nord]: Bornes): Bornes {
  const [dx, dy] = [(est - ouest) * MARGE, (nord - sud) * MARGE]
  return [ouest - dx, sud - dy, est + dx, nord + dy]
}

const overlaps = (a: Bornes, b: Bornes) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
