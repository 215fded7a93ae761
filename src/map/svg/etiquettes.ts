import { findTerritoireRef } from '../../domain/territoire/referentiel'
import { measureTexte } from '../../ui/mesureTexte'
import { TAILLE_ETIQUETTE } from '../apparence/etiquette'
import { RAYON_MARQUEUR } from '../apparence/motifs'
import { placeFormat, type Point } from './placement'
import type { Traces } from './traces'

/** A line of a label; offsets from the label's place to its middle and its foot, in label pixels. */
interface Ligne {
  readonly texte: string
  readonly dx: number
  readonly dy: number
}

/** What is written on a territory, wholly inside its outline. */
export interface Etiquette {
  readonly code: string
  /** Where it stands, in viewBox units: all offsets are from here. */
  readonly x: number
  readonly y: number
  /** Size of its letters, in label pixels. */
  readonly corps: number
  /** The code, and the name in one or two lines where there is room. */
  readonly lignes: readonly Ligne[]
  /** The middle of the marker of a contradiction; null where there is none. */
  readonly marqueur: { readonly dx: number; readonly dy: number } | null
}

/** Room around the middle of a territory from which on its name is written, in label pixels. */
const RAYON_NOM = 34
/** In the narrowest territories a label is that much smaller. */
const TAILLES = [1, 0.85] as const
/** With its marker, a code is smaller rather than left away. */
const TAILLES_MARQUEES = [...TAILLES, 0.75, 0.65] as const

/** In parts of the letters' size, for the bold face and those that stand in for it until it is there. */
const HAUTEUR_CHIFFRE = 0.73
const INTERLIGNE = 1.15
const DESCENDANTE = 0.24
/** The halo around the letters, on each side. */
export const HALO = 0.07
/** Between the marker and the code, and between a label and its border, in label pixels. */
const ECART = 0.5

/** A label before it has a place: what it takes, in label pixels, and where its parts are in it. */
interface Forme extends Pick<Etiquette, 'corps' | 'lignes' | 'marqueur'> {
  readonly largeur: number
  readonly hauteur: number
}

/** The room that a bold letter takes; '1' is the narrowest digit, the two letters are Corsica's. */
const CHASSES: Readonly<Record<string, number>> = { '1': 0.556, A: 0.75, B: 0.68 }
const CHASSE_CHIFFRE = 0.605
/** Before the first digit and after the last one, nothing is drawn. */
const APPROCHES = 0.04

const widthOf = (texte: string, corps: number) =>
  corps *
  (/^\d/.test(texte)
    ? [...texte].reduce((somme, signe) => somme + (CHASSES[signe] ?? CHASSE_CHIFFRE), -APPROCHES)
    : measureTexte(texte, 1, true))

/** Lines in the middle of a box, with their halo. */
function formTexte(textes: readonly string[], taille: number): Forme {
  const corps = TAILLE_ETIQUETTE * taille
  const suite = textes.length - 1
  const hauteur = corps * (HAUTEUR_CHIFFRE + suite * INTERLIGNE + (suite > 0 ? DESCENDANTE : 0) + 2 * HALO)
  return {
    corps,
    largeur: Math.max(...textes.map((texte) => widthOf(texte, corps))) + 2 * HALO * corps,
    hauteur,
    lignes: textes.map((texte, i) => ({
      texte,
      dx: 0,
      dy: corps * (HALO + HAUTEUR_CHIFFRE - 0.01 + i * INTERLIGNE) - hauteur / 2
    })),
    marqueur: null
  }
}

/** The marker above a label, or to its left. */
function addMarqueur(forme: Forme, cote: 'haut' | 'gauche'): Forme {
  const taille = (2 * RAYON_MARQUEUR * forme.corps) / TAILLE_ETIQUETTE
  const move = (dx: number, dy: number) =>
    forme.lignes.map((ligne) => ({ ...ligne, dx: ligne.dx + dx, dy: ligne.dy + dy }))
  if (cote === 'haut') {
    const hauteur = forme.hauteur + ECART + taille
    return {
      ...forme,
      largeur: Math.max(forme.largeur, taille),
      hauteur,
      lignes: move(0, (hauteur - forme.hauteur) / 2),
      marqueur: { dx: 0, dy: (taille - hauteur) / 2 }
    }
  }
  const largeur = forme.largeur + ECART + taille
  return {
    ...forme,
    largeur,
    hauteur: Math.max(forme.hauteur, taille),
    lignes: move((largeur - forme.largeur) / 2, 0),
    marqueur: { dx: (taille - largeur) / 2, dy: 0 }
  }
}

/** A name in one line, then in two of about the same length. */
function listCoupes(nom: string): string[][] {
  const coupes = [...nom.matchAll(/[- ]/g)].map(({ index }) => [
    nom.slice(0, index + 1).trimEnd(),
    nom.slice(index + 1)
  ])
  const longueur = (lignes: readonly string[]) => Math.max(...lignes.map((ligne) => ligne.length))
  const [courte] = coupes.sort((a, b) => longueur(a) - longueur(b))
  return courte ? [[nom], courte] : [[nom]]
}

/** What could be written on a territory, from the fullest to the shortest. */
function listFormes(code: string, nom: string, marque: boolean): Forme[] {
  const formes = [
    ...(nom ? listCoupes(nom).map((lignes) => formTexte([code, ...lignes], 1)) : []),
    ...(marque ? TAILLES_MARQUEES : TAILLES).map((taille) => formTexte([code], taille))
  ]
  return marque
    ? formes.flatMap((forme) => [addMarqueur(forme, 'haut'), addMarqueur(forme, 'gauche')])
    : formes
}

/**
 * Places one label, or says that there is no room for it. What contradicts itself bears its marker in any case: alone,
 * in the middle of the territory, where the code has no room beside it.
 */
function placeEtiquette(traces: Traces, code: string, marque: boolean, pixel: number): Etiquette | null {
  const milieu = traces.ancres.get(code)
  const anneaux = traces.anneaux.get(code)
  if (!milieu || !anneaux) return null
  const rayon = traces.rayons.get(code) ?? 0
  const nom = rayon / pixel >= RAYON_NOM ? (findTerritoireRef(code)?.nom ?? '') : ''
  for (const { largeur, hauteur, ...forme } of listFormes(code, nom, marque)) {
    const format = { largeur: (largeur + 2 * ECART) * pixel, hauteur: (hauteur + 2 * ECART) * pixel }
    const place: Point | null =
      // What is as high as no circle of the territory is fits nowhere; what fits into the circle is already placed.
      format.hauteur > 2 * rayon + pixel
        ? null
        : Math.hypot(format.largeur, format.hauteur) <= 2 * rayon
          ? milieu
          : placeFormat(anneaux, format, milieu)
    if (place) return { code, x: round(place[0]), y: round(place[1]), ...forme }
  }
  return marque
    ? {
        code,
        x: round(milieu[0]),
        y: round(milieu[1]),
        corps: TAILLE_ETIQUETTE,
        lignes: [],
        marqueur: { dx: 0, dy: 0 }
      }
    : null
}

const round = (n: number) => Math.round(n * 10) / 10

/** Placed labels, by outlines and size: another view asks for the same again. */
const PLACEES = new WeakMap<Traces, Map<string, Etiquette | null>>()
/** Sizes that are kept at once, times the territories: a wheel goes through many. */
const MAX_PLACEES = 2000

type Demande = readonly [traces: Traces, isMarque: (code: string) => boolean, pixel: number]

function* stepPlacees(...[traces, isMarque, pixel]: Demande): Generator<Etiquette | null> {
  let placees = PLACEES.get(traces)
  if (!placees || placees.size > MAX_PLACEES) PLACEES.set(traces, (placees = new Map()))
  for (const { code } of traces.chemins) {
    const marque = isMarque(code)
    const cle = `${code}${marque ? '!' : ''}/${pixel.toFixed(4)}`
    let etiquette = placees.get(cle)
    if (etiquette === undefined) {
      etiquette = placeEtiquette(traces, code, marque, pixel)
      placees.set(cle, etiquette)
    }
    yield etiquette
  }
}

/**
 * The codes, and names where there is room, that fit wholly inside their territory: none covers a neighbour, so none
 * covers another.
 * @param demande isMarque: true for a territory that bears the marker of a contradiction; pixel: length of one label
 * pixel in viewBox units
 */
export const placeEtiquettes = (...demande: Demande): Etiquette[] =>
  [...stepPlacees(...demande)].filter((etiquette) => etiquette !== null)

/** Places them one at a time before they are asked for: between two of them, the page can answer. */
export function* stepEtiquettes(...demande: Demande): Generator<void> {
  for (const placee of stepPlacees(...demande)) {
    void placee
    yield
  }
}

/** A plate under a line, with round ends; in label pixels, from the label's place. */
export interface Plaque {
  /** Half the length between the ends. */
  readonly demi: number
  readonly dx: number
  readonly dy: number
  readonly epaisseur: number
}

/** The plates under the lines of a label: where a halo round the letters would put them into a text twice. */
export function computePlaques({ corps, lignes }: Etiquette): Plaque[] {
  const epaisseur = corps * (HAUTEUR_CHIFFRE + 2 * HALO)
  return lignes.map(({ texte, dx, dy }) => ({
    demi: Math.max(0, widthOf(texte, corps) / 2 + HALO * corps - epaisseur / 2),
    dx,
    dy: dy - (corps * HAUTEUR_CHIFFRE) / 2,
    epaisseur
  }))
}
