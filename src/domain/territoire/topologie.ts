import type { GeometryCollection, Topology } from 'topojson-specification'

export interface ProprietesContour {
  /** Longitude and latitude of the label, in degrees: the pole of inaccessibility of the largest polygon. */
  readonly etiquette: readonly [number, number]
}

/** The outlines of the territories as scripts/geo writes them; each geometry's `id` is the territory's code. */
export type TopologieTerritoires = Topology<{ territoires: GeometryCollection<ProprietesContour> }>
