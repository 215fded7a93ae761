import { FINE, formatListe } from '../../domain/texte/francais'
import type { LieuCite } from '../../domain/territoire/lieu'
import { nameTerritoire } from '../../domain/territoire/referentiel'

/** What is marked on a territory: its place in the comparison, and the places named that lie in it. */
export interface Repere {
  readonly code: string
  /** From 1, the column of the comparison; null where it is not pinned. */
  readonly rang: number | null
  /** Names of the places; empty where none is named. */
  readonly lieux: readonly string[]
  /** Where they lie, said beside their names; null where the place named is the territory itself. */
  readonly territoire: string | null
}

/** One mark a territory: those pinned in the order of the comparison, then those of the places named. */
export function listReperes(epingles: readonly string[], cites: readonly LieuCite[]): Repere[] {
  const codes = new Set([...epingles, ...cites.flatMap(({ territoires }) => territoires)])
  return [...codes].map((code) => {
    const nom = nameTerritoire(code)
    const lieux = cites.filter(({ territoires }) => territoires.includes(code)).map((lieu) => lieu.nom)
    return {
      code,
      rang: epingles.includes(code) ? epingles.indexOf(code) + 1 : null,
      lieux,
      territoire: lieux.some((lieu) => lieu !== nom) ? nom : null
    }
  })
}

/** The mark in words: 'épinglé, colonne 2 de la comparaison ; lieux cités : Blois et Vendôme'; empty for no mark. */
export function describeRepere(repere: Repere | undefined): string {
  if (!repere) return ''
  const { rang, lieux } = repere
  return [
    ...(rang === null ? [] : [`épinglé, colonne${FINE}${rang} de la comparaison`]),
    ...(lieux.length === 0
      ? []
      : [`${lieux.length > 1 ? 'lieux cités' : 'lieu cité'}\u00A0: ${formatListe(lieux)}`])
  ].join(`${FINE}; `)
}

/** Share of the map that labels in full may cover: where they need more, they are written short. */
const PART_MAX = 0.07

/**
 * True where the marks in full would hide too much of the map: a place is then named with its department's code alone,
 * which the map bears ('Blois (41)').
 * @param corps size of their text, in CSS pixels
 * @param surface area of the map, in square CSS pixels
 */
export function isDense(reperes: readonly Repere[], corps: number, surface: number): boolean {
  const lettres = ({ lieux, territoire }: Repere) => lieux.join(', ').length + (territoire?.length ?? 0) + 3
  const cites = reperes.filter(({ lieux }) => lieux.length > 0)
  // A letter is about half as wide as the text is high, and a line half as high again.
  return (
    cites.reduce((somme, repere) => somme + lettres(repere) * 0.55 * 1.6 * corps ** 2, 0) > surface * PART_MAX
  )
}

/** A part of the window, in CSS pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly largeur: number
  readonly hauteur: number
}

export interface Etiquette {
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
  etiquettes: readonly Etiquette[],
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
function listCandidats({ ancre, emprise, largeur, hauteur, fixe }: Etiquette): { x: number; y: number }[] {
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
