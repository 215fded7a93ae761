import type { MultiPolygon, Polygon, Position } from 'geojson'

/** Twice the area that a ring goes round, positive where it goes counter-clockwise; in squared degrees. */
function computeAire(anneau: readonly Position[]): number {
  let aire = 0
  for (let i = 1; i < anneau.length; i++) {
    const [x0 = 0, y0 = 0] = anneau[i - 1] ?? []
    const [x1 = 0, y1 = 0] = anneau[i] ?? []
    aire += (x0 - x1) * (y0 + y1)
  }
  return aire
}

/** Outer rings counter-clockwise, holes clockwise (RFC 7946, 3.1.6). TopoJSON winds them the other way round. */
export function rewind<T extends Polygon | MultiPolygon>(geometrie: T): T {
  const turn = (anneaux: Position[][]) =>
    anneaux.map((anneau, i) => (computeAire(anneau) > 0 === (i === 0) ? anneau : [...anneau].reverse()))
  return {
    ...geometrie,
    coordinates: geometrie.type === 'Polygon' ? turn(geometrie.coordinates) : geometrie.coordinates.map(turn)
  }
}
