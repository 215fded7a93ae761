/** Where a label under a scale stands. */
export interface EtiquettePosee {
  /** Share of the width, in per cent. */
  readonly place: number
  readonly ancre: 'start' | 'middle' | 'end'
  /** 0 is the row next to the scale. */
  readonly rang: number
}

type Intervalle = readonly [debut: number, fin: number]

/**
 * Places labels along a scale so that none covers another: each is centred on its place, or set to one side of it, or
 * on a row further away.
 * @param places shares of the width in per cent, in any order
 * @param largeur width of a label, in the same unit
 * @returns one label a place, in the same order
 */
export function placeEtiquettes(places: readonly number[], largeur: number): EtiquettePosee[] {
  const rangs: Intervalle[][] = []
  const posees = new Map<number, EtiquettePosee>()
  // From the right: the last one has the edge behind it, those before can still give way to the left.
  const ordre = places.map((_, i) => i).sort((a, b) => (places[b] ?? 0) - (places[a] ?? 0))
  for (const i of ordre) {
    const place = places[i] ?? 0
    for (let rang = 0; !posees.has(i); rang++) {
      const occupes = (rangs[rang] ??= [])
      const ancre = (['middle', 'end', 'start'] as const).find((candidat) => {
        const [debut, fin] = spread(place, candidat, largeur)
        return debut >= -0.5 && fin <= 100.5 && occupes.every(([d, f]) => fin <= d || debut >= f)
      })
      if (!ancre && rang < places.length) continue
      const choisie = ancre ?? 'middle'
      occupes.push(spread(place, choisie, largeur))
      posees.set(i, { place, ancre: choisie, rang })
    }
  }
  return places.map((place, i) => posees.get(i) ?? { place, ancre: 'middle', rang: 0 })
}

function spread(place: number, ancre: EtiquettePosee['ancre'], largeur: number): Intervalle {
  if (ancre === 'start') return [place, place + largeur]
  return ancre === 'end' ? [place - largeur, place] : [place - largeur / 2, place + largeur / 2]
}
