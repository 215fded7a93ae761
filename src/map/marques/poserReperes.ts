/** A part of the window, in CSS pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly largeur: number
  readonly hauteur: number
}

export interface RepereAPoser {
  /** The place that it belongs to. */
  readonly ancre: { readonly x: number; readonly y: number }
  /** Half the size of what stands there and is to stay readable. */
  readonly emprise: { readonly x: number; readonly y: number }
  readonly largeur: number
  readonly hauteur: number
  /** Where it has to stay. */
  readonly cadre: Rectangle
  /** True for one that is not to go looking for room: it would be taken for another's. */
  readonly fixe?: boolean
}

/** Pixels between a label and what it must not cover. */
const ECART = 3
/** How much worse it is to cover something, by pixel of its area, than to stand a pixel farther away. */
const POIDS_RECOUVREMENT = 4

/**
 * Places labels beside what they belong to, so that none covers another as long as there is room: the first ones are
 * nearest. None leaves its frame.
 * @param obstacles what is there already and must stay in sight
 * @returns one rectangle a label, in the same order
 */
export function placeReperes(
  etiquettes: readonly RepereAPoser[],
  obstacles: readonly Rectangle[] = []
): Rectangle[] {
  const posees: Rectangle[] = []
  for (const etiquette of etiquettes) {
    const { ancre, largeur, hauteur, cadre } = etiquette
    const candidats = listCandidats(etiquette).map(({ x, y }) => ({
      x: clamp(x, cadre.x, cadre.x + cadre.largeur - largeur),
      y: clamp(y, cadre.y, cadre.y + cadre.hauteur - hauteur),
      largeur,
      hauteur
    }))
    const cout = (candidat: Rectangle) =>
      [...obstacles, ...posees].reduce((somme, autre) => somme + measureRecouvrement(candidat, autre), 0) *
        POIDS_RECOUVREMENT +
      Math.hypot(candidat.x + largeur / 2 - ancre.x, candidat.y + hauteur / 2 - ancre.y)
    posees.push(candidats.reduce((a, b) => (cout(b) < cout(a) ? b : a)))
  }
  return posees
}

/** Above and below, left and right, and at the corners; then the same farther away. */
function listCandidats({ ancre, emprise, largeur, hauteur, fixe }: RepereAPoser): { x: number; y: number }[] {
  return (fixe ? [0] : [0, 1, 2, 3, 4]).flatMap((rang) => {
    const dx = emprise.x + ECART + rang * (largeur / 2)
    const dy = emprise.y + ECART + rang * (hauteur + ECART)
    const [gauche, milieu, droite] = [ancre.x - dx - largeur, ancre.x - largeur / 2, ancre.x + dx]
    const [haut, centre, bas] = [ancre.y - dy - hauteur, ancre.y - hauteur / 2, ancre.y + dy]
    return [
      { x: milieu, y: haut },
      { x: droite, y: centre },
      { x: gauche, y: centre },
      { x: milieu, y: bas },
      { x: droite, y: haut },
      { x: gauche, y: haut },
      { x: droite, y: bas },
      { x: gauche, y: bas }
    ]
  })
}

const clamp = (n: number, min: number, max: number) => Math.max(min, Math.min(n, max))

/** Area that two rectangles have in common, in square pixels; what nearly touches counts too. */
function measureRecouvrement(a: Rectangle, b: Rectangle): number {
  const largeur = Math.min(a.x + a.largeur, b.x + b.largeur) - Math.max(a.x, b.x) + ECART
  const hauteur = Math.min(a.y + a.hauteur, b.y + b.hauteur) - Math.max(a.y, b.y) + ECART
  return largeur > 0 && hauteur > 0 ? largeur * hauteur : 0
}
