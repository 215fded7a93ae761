/** CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A part of the window, in CSS pixels. */
export interface Rectangle extends Point {
  readonly largeur: number
  readonly hauteur: number
}

export interface Segment {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** A place that a mark belongs to, and half the size of what stands there and is to stay readable. */
export interface Ancre extends Point {
  readonly emprise: Point
}

export interface RepereAPoser {
  /** The frames that show its territory: it stands at the one of them where it does least harm. */
  readonly ancres: readonly Ancre[]
  readonly largeur: number
  readonly hauteur: number
  /** Where it has to stay. */
  readonly cadre: Rectangle
  /** True for a sign that stands on its place, where there is room, and not beside it. */
  readonly dessus?: boolean
}

export interface Obstacles {
  /** What is never covered. */
  readonly interdits: readonly Rectangle[]
  /** What is left in sight as long as there is room elsewhere. */
  readonly genes: readonly Rectangle[]
}

export interface Pose extends Rectangle {
  /** Which of its anchors it stands at. */
  readonly ancre: number
  /** What leads from there to it; null where it is beside. */
  readonly trait: Segment | null
}

/** Pixels between a label and what it must not cover. */
const ECART = 3
/** Pixels between what stands at its place and a label, up to which no line has to lead there. */
const VOISINAGE = 4.5
/** How many pixels farther away a label rather stands than to cover something wholly, or to cross a line or a label by a line. */
const POIDS_GENE = 50
const POIDS_CROISEMENT = 150

/**
 * Places labels beside what they belong to, the first ones nearest. None leaves its frame, and none covers another or
 * what is forbidden: null for one that has no room left.
 * @returns one place a label, in the same order
 */
export function placeReperes(
  etiquettes: readonly RepereAPoser[],
  { interdits, genes }: Obstacles = { interdits: [], genes: [] }
): (Pose | null)[] {
  const posees: Pose[] = []
  return etiquettes.map((etiquette) => {
    const { dessus } = etiquette
    const pris = [...interdits, ...posees]
    const siens = dessus ? [] : etiquette.ancres.map(toEmprise)
    let meilleure: Pose | null = null
    let moindre = Infinity
    for (const [i, ancre] of etiquette.ancres.entries()) {
      // The nearest ones first: one that is farther away than the best has cost so far need not be looked at.
      for (const { loin, ...candidat } of sortCandidats(etiquette, ancre)) {
        if (loin >= moindre) break
        if (pris.some((autre) => measureRecouvrement(candidat, autre, dessus ? 0 : ECART) > 0)) continue
        if (siens.some((autre) => measureRecouvrement(candidat, autre) > 0)) continue
        const trait = drawTrait(candidat, ancre)
        const cout =
          loin +
          genes.reduce((somme, gene) => somme + measurePart(candidat, gene), 0) * POIDS_GENE +
          countCroisements(candidat, trait, pris, posees) * POIDS_CROISEMENT
        if (cout < moindre) [moindre, meilleure] = [cout, { ...candidat, ancre: i, trait }]
      }
    }
    if (meilleure) posees.push(meilleure)
    return meilleure
  })
}

/** The places that a label may take within its frame, and how far each is from its anchor, nearest first. */
function sortCandidats(etiquette: RepereAPoser, ancre: Ancre): (Rectangle & { readonly loin: number })[] {
  const { largeur, hauteur, cadre, dessus } = etiquette
  return [...listCandidats(etiquette, ancre)]
    .map(({ x, y }) => {
      const place = {
        x: clamp(x, cadre.x, cadre.x + cadre.largeur - largeur),
        y: clamp(y, cadre.y, cadre.y + cadre.hauteur - hauteur),
        largeur,
        hauteur
      }
      return { ...place, loin: dessus ? measureCentres(place, ancre) : measureEcart(place, ancre) }
    })
    .sort((a, b) => a.loin - b.loin)
}

/** Above and below, left and right, and at the corners; then any place of the frame. */
function* listCandidats(
  { largeur, hauteur, cadre, dessus }: RepereAPoser,
  { x, y, emprise }: Ancre
): Generator<Point> {
  if (dessus) yield { x: x - largeur / 2, y: y - hauteur / 2 }
  else {
    const [gauche, milieu, droite] = [x - emprise.x - ECART - largeur, x - largeur / 2, x + emprise.x + ECART]
    const [haut, centre, bas] = [y - emprise.y - ECART - hauteur, y - hauteur / 2, y + emprise.y + ECART]
    yield { x: milieu, y: haut }
    yield { x: droite, y: centre }
    yield { x: gauche, y: centre }
    yield { x: milieu, y: bas }
    for (const coin of [haut, bas]) for (const cote of [droite, gauche]) yield { x: cote, y: coin }
  }
  // A sign is small in a small frame, a label large in a large one.
  const [pasX, pasY] = dessus ? [2, 2] : [Math.max(8, largeur / 4), Math.max(8, hauteur / 2)]
  for (let j = cadre.y; j <= cadre.y + cadre.hauteur - hauteur; j += pasY)
    for (let i = cadre.x; i <= cadre.x + cadre.largeur - largeur; i += pasX) yield { x: i, y: j }
}

const clamp = (n: number, min: number, max: number) => Math.max(min, Math.min(n, max))

/** What stands at a place. */
export const toEmprise = ({ x, y, emprise }: Ancre): Rectangle => ({
  x: x - emprise.x,
  y: y - emprise.y,
  largeur: 2 * emprise.x,
  hauteur: 2 * emprise.y
})

const nearestOf = ({ x, y, largeur, hauteur }: Rectangle, point: Point): Point => ({
  x: clamp(point.x, x, x + largeur),
  y: clamp(point.y, y, y + hauteur)
})

function measureEcart(rectangle: Rectangle, point: Point): number {
  const { x, y } = nearestOf(rectangle, point)
  return Math.hypot(x - point.x, y - point.y)
}

const measureCentres = ({ x, y, largeur, hauteur }: Rectangle, point: Point) =>
  Math.hypot(x + largeur / 2 - point.x, y + hauteur / 2 - point.y)

/** The line from the edge of what stands at a place to the label; null where the label is beside it. */
function drawTrait(etiquette: Rectangle, ancre: Ancre): Segment | null {
  const fin = nearestOf(etiquette, ancre)
  const debut = nearestOf(toEmprise(ancre), fin)
  if (Math.hypot(fin.x - debut.x, fin.y - debut.y) <= VOISINAGE) return null
  const [dx, dy] = [fin.x - ancre.x, fin.y - ancre.y]
  const t = Math.min(
    ...[ancre.emprise.x / Math.abs(dx), ancre.emprise.y / Math.abs(dy)].filter((n) => !Number.isNaN(n))
  )
  return { x1: ancre.x + t * dx, y1: ancre.y + t * dy, x2: fin.x, y2: fin.y }
}

/** How often a label or its line lies over another's line, or its line over what is to be read. */
function countCroisements(
  candidat: Rectangle,
  trait: Segment | null,
  pris: readonly Rectangle[],
  posees: readonly Pose[]
): number {
  const couverts = posees.filter((pose) => pose.trait && isCrossed(candidat, pose.trait)).length
  return couverts + (trait ? pris.filter((autre) => isCrossed(autre, trait)).length : 0)
}

/** True where a segment has a part inside of a rectangle (Liang and Barsky). */
function isCrossed({ x, y, largeur, hauteur }: Rectangle, { x1, y1, x2, y2 }: Segment): boolean {
  let [debut, fin] = [0, 1]
  for (const [sens, ecart] of [
    [x1 - x2, x1 - x],
    [x2 - x1, x + largeur - x1],
    [y1 - y2, y1 - y],
    [y2 - y1, y + hauteur - y1]
  ] as const) {
    if (sens === 0 && ecart <= 0) return false
    if (sens < 0) debut = Math.max(debut, ecart / sens)
    if (sens > 0) fin = Math.min(fin, ecart / sens)
  }
  return debut < fin
}

/** Area that two rectangles have in common, in square pixels; with `ecart`, what nearly touches counts too. */
function measureRecouvrement(a: Rectangle, b: Rectangle, ecart = 0): number {
  const largeur = Math.min(a.x + a.largeur, b.x + b.largeur) - Math.max(a.x, b.x) + ecart
  const hauteur = Math.min(a.y + a.hauteur, b.y + b.hauteur) - Math.max(a.y, b.y) + ecart
  return largeur > 0 && hauteur > 0 ? largeur * hauteur : 0
}

/** The part of the smaller of two rectangles that the other covers, from 0 to 1. */
function measurePart(a: Rectangle, b: Rectangle): number {
  const aire = Math.min(a.largeur * a.hauteur, b.largeur * b.hauteur)
  return aire > 0 ? Math.min(1, measureRecouvrement(a, b) / aire) : 0
}
