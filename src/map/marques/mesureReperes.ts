import {
  placeReperes,
  toEmprise,
  type Ancre,
  type Obstacles,
  type Point,
  type Pose,
  type Rectangle
} from './poserReperes'

/** Where a territory's label would be in the window, on the main frame (null) or an inset; null where it is not. */
export type PositionOf = (code: string, encart: string | null) => Point | null

/** A territory that one of the insets shows. */
interface Encart {
  readonly id: string
  /** The inset shows this territory alone: all of it is the territory. */
  readonly seul: boolean
  /** What is drawn, without its caption. */
  readonly dessin: Rectangle
}

/** Where a mark may stand, in CSS pixels of the window: read from the page once the map is at rest. */
export interface Plan {
  readonly section: Rectangle
  readonly scene: Rectangle
  readonly obstacles: Obstacles
  /** The codes that are written on the main frame, where they are. */
  readonly codes: ReadonlyMap<string, Rectangle>
  encartOf(code: string): Encart | null
}

/** What keeps its place and is always read: controls, and the legend where it lies on the map. */
const MEUBLES =
  '.fne-zoom, .fne-bandeau-local, .fne-legende, .fne-barre, .fne-simplifiee, .fne-bascule-panneau'
/** Half the size of the sign that stands for a code that is not written. */
const EMPRISE_NUE = { x: 6, y: 6 }

const toRectangle = ({ left, top, width, height }: DOMRect, retrait = 0): Rectangle => ({
  x: left + retrait,
  y: top + retrait,
  largeur: width - 2 * retrait,
  hauteur: height - 2 * retrait
})
const readBoite = (element: Element) => toRectangle(element.getBoundingClientRect())

const holds = ({ x, y, largeur, hauteur }: Rectangle, point: Point) =>
  point.x >= x && point.x <= x + largeur && point.y >= y && point.y <= y + hauteur

/** Below the drawing of an inset, over its whole width: its caption. */
function readLegende(encart: Rectangle, dessin: Rectangle): Rectangle {
  const y = dessin.y + dessin.hauteur
  return { x: encart.x, y, largeur: encart.largeur, hauteur: encart.y + encart.hauteur - y }
}

/** Reads what is on the map: `section` holds the main frame `.fne-scene`, the insets `.fne-encart` and what lies over them. */
export function readPlan(section: Element): Plan {
  const scene = section.querySelector('.fne-scene') ?? section
  const encarts = [...section.querySelectorAll<HTMLElement>('.fne-encart')].map((element) => ({
    element,
    boite: readBoite(element),
    dessin: readBoite(element.querySelector('svg') ?? element)
  }))
  const codes = new Map(
    [...scene.querySelectorAll('[data-etiquette]')].map(
      (element) => [element.getAttribute('data-etiquette') ?? '', readBoite(element)] as const
    )
  )
  // The way back to the panel stands beside the map, and over it.
  const meubles = [...(section.parentElement ?? section).querySelectorAll(MEUBLES)].map(readBoite)
  return {
    section: toRectangle(section.getBoundingClientRect(), 4),
    scene: readBoite(scene),
    codes,
    obstacles: {
      interdits: [...meubles, ...encarts.map(({ boite, dessin }) => readLegende(boite, dessin))].filter(
        ({ largeur, hauteur }) => largeur > 1 && hauteur > 1
      ),
      genes: [...codes.values(), ...encarts.map(({ dessin }) => dessin)]
    },
    encartOf(code) {
      const encart = encarts.find(({ element }) => element.querySelector(`path[data-code="${code}"]`))
      if (!encart || encart.dessin.largeur < 1) return null
      const { element, dessin } = encart
      return { id: element.dataset['encart'] ?? '', seul: 'code' in element.dataset, dessin }
    }
  }
}

/** Size of the letters of a sign on an inset, in CSS pixels: as large as leaves the territory in sight. */
export function computeCorps({ seul, dessin }: Encart, corps: number): number {
  const { largeur, hauteur } = dessin
  const place = seul ? Math.min(largeur * 0.22, hauteur * 0.6) : Math.min(largeur * 0.16, hauteur * 0.4)
  return Math.max(8, Math.min(corps, place))
}

/** A mark whose signs and label are drawn, but not placed yet. */
export interface Marque {
  readonly code: string
  /** What stands beside the territory; null where its sign on an inset is all. */
  readonly etiquette: Pick<Rectangle, 'largeur' | 'hauteur'> | null
  /** True where a name is written: it may stand beside the inset as well. */
  readonly nommee: boolean
  /** The sign on the inset; null where none shows it. */
  readonly signe: Pick<Rectangle, 'largeur' | 'hauteur'> | null
}

/** What is drawn of the marks of a territory: each null where there is no room or no such thing. */
export interface Placees {
  readonly etiquette: Pose | null
  readonly signe: Pose | null
  /** The place on the main frame, where the label is not there. */
  readonly rappel: Point | null
}

/** True where the main frame shows a place, and nothing lies over it. */
const isSeen = ({ scene, obstacles }: Plan, point: Point) =>
  holds(scene, point) && !obstacles.interdits.some((obstacle) => holds(obstacle, point))

/** The main frame's place of a territory, with the code that is to stay readable there; null out of sight. */
function findAncre(plan: Plan, positionOf: PositionOf, code: string): Ancre | null {
  const point = positionOf(code, null)
  if (!point || !isSeen(plan, point)) return null
  const ecrit = plan.codes.get(code)
  if (!ecrit) return { ...point, emprise: EMPRISE_NUE }
  const [x, y] = [ecrit.x + ecrit.largeur / 2, ecrit.y + ecrit.hauteur / 2]
  return { x, y, emprise: { x: ecrit.largeur / 2, y: ecrit.hauteur / 2 } }
}

/** The signs on the insets: in a corner of an inset of one territory, else on the territory, none over another. */
function placeSignes(plan: Plan, positionOf: PositionOf, marques: readonly Marque[]): Map<string, Pose> {
  const signes = marques.flatMap(({ code, signe }) => {
    const encart = signe && plan.encartOf(code)
    if (!encart) return []
    const { x, y, largeur } = encart.dessin
    const coin = { x: x + largeur - signe.largeur / 2, y: y + signe.hauteur / 2 }
    const point = encart.seul ? coin : positionOf(code, encart.id)
    if (!point) return []
    const ancre = { ...point, emprise: { x: 0, y: 0 } }
    return [{ code, ancres: [ancre], ...signe, cadre: encart.dessin, dessus: true }]
  })
  const poses = placeReperes(signes)
  return new Map(
    signes.flatMap(({ code }, i) => {
      const pose = poses[i]
      return pose ? [[code, pose] as const] : []
    })
  )
}

const toAncre = ({ x, y, largeur, hauteur }: Rectangle): Ancre => ({
  x: x + largeur / 2,
  y: y + hauteur / 2,
  emprise: { x: largeur / 2, y: hauteur / 2 }
})

/**
 * Places the signs on the insets, then the labels: at the main frame or at the inset, wherever less is covered; over no
 * caption, no sign and no other label.
 */
export function placeMarques(
  plan: Plan,
  positionOf: PositionOf,
  marques: readonly Marque[]
): Map<string, Placees> {
  const signes = placeSignes(plan, positionOf, marques)
  const etiquettes = marques.flatMap(({ code, etiquette, nommee }) => {
    const principale = findAncre(plan, positionOf, code)
    const signe = nommee ? signes.get(code) : undefined
    const ancres = [...(principale ? [principale] : []), ...(signe ? [toAncre(signe)] : [])]
    return etiquette && ancres.length > 0
      ? [{ code, principale, ancres, ...etiquette, cadre: plan.section }]
      : []
  })
  const { interdits, genes } = plan.obstacles
  // What is marked keeps its code, or the sign in its place.
  const lus = etiquettes.flatMap(({ principale }) => (principale ? [toEmprise(principale)] : []))
  const poses = placeReperes(etiquettes, {
    interdits: [...interdits, ...signes.values(), ...lus],
    genes
  })
  return new Map(
    marques.map(({ code }) => {
      const i = etiquettes.findIndex((etiquette) => etiquette.code === code)
      const etiquette = poses[i] ?? null
      const principale = etiquettes[i]?.principale ?? null
      // Where the label is at the inset, or nowhere, a sign stands on the main frame.
      const rappel = principale && etiquette?.ancre !== 0 ? principale : null
      return [code, { etiquette, signe: signes.get(code) ?? null, rappel }] as const
    })
  )
}
