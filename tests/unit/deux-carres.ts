import type { TopologieTerritoires } from '../../src/domain/territoire/topologie'

/** Outlines of two territories: squares side by side, with the border that they share as the first arc. */
export const buildDeuxCarres = (gauche: string, droite: string): TopologieTerritoires => ({
  type: 'Topology',
  arcs: [
    [
      [1, 0],
      [1, 1]
    ],
    [
      [1, 1],
      [0, 1],
      [0, 0],
      [1, 0]
    ],
    [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1]
    ]
  ],
  objects: {
    territoires: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], id: gauche, properties: { etiquette: [0, 0] } },
        { type: 'Polygon', arcs: [[2, ~0]], id: droite, properties: { etiquette: [1, 0] } }
      ]
    }
  }
})
