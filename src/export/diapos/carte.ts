import { nameTerritoire } from '../../domain/territoire/referentiel'
import { TAILLE_ETIQUETTE } from '../../map/apparence/etiquette'
import { COULEURS, couleursTexte, createApparenceOf, type Apparence } from '../../map/apparence/palette'
import { rayuresOf, surmotifOf, TAILLE_MARQUEUR } from '../../map/apparence/motifs'
import { CADRE_METROPOLE, ENCARTS, isOutreMer, type Cadre } from '../../map/cadre/cadres'
import { placeEtiquettes } from '../../map/svg/etiquettes'
import { computeBoite, computeTraces, type Boite, type Traces } from '../../map/svg/traces'
import type { SujetScene } from '../scene/scene'
import { wrapTexte } from '../../ui/mesureTexte'
import { readChemin } from './chemin'
import { ENCRE, TRAIT, type Element, type Forme, type Place, type Point, type Remplissage } from './diapo'

/** Units to the width of a frame: the outlines are rounded to them, so that neighbours share their border. */
const FINESSE = { ensemble: 800, proche: 2400, encart: 120 }
const FRONTIERE = '#3f4254'
/** What is left of a colour where it is dimmed, as on the map. */
const PALE = 0.16

type SujetCarte = Pick<
  SujetScene,
  'territoires' | 'regions' | 'apparences' | 'phrases' | 'estompes' | 'selection' | 'bornes'
>

/** The outlines are the same on every slide: they are projected once. */
const traces = new WeakMap<SujetCarte['territoires'], Map<string, Traces>>()

function trace(
  { territoires, regions }: SujetCarte,
  cadre: Cadre,
  finesse: number,
  avecRegions = false
): Traces {
  const connus = traces.get(territoires) ?? new Map<string, Traces>()
  traces.set(territoires, connus)
  const cle = `${cadre.id} ${finesse} ${avecRegions}`
  const deja = connus.get(cle)
  if (deja) return deja
  const trace = computeTraces(territoires, cadre, finesse, (avecRegions && regions) || undefined)
  connus.set(cle, trace)
  return trace
}

/** The map of a scene, each territory one shape that bears its name, and all insets. */
export function drawCarte(sujet: SujetCarte, place: Place, encarts: readonly Place[]): Element[] {
  const { selection, bornes } = sujet
  const seul =
    selection !== null && isOutreMer(selection)
      ? ENCARTS.find(({ codes }) => codes?.includes(selection))
      : undefined
  const traces = trace(
    sujet,
    seul ?? CADRE_METROPOLE,
    bornes || seul ? FINESSE.proche : FINESSE.ensemble,
    !seul
  )
  const boite: Boite = bornes && !seul ? computeBoite(traces, bornes) : [0, 0, traces.largeur, traces.hauteur]
  return [
    ...drawCadre(sujet, traces, boite, place, ''),
    ...ENCARTS.flatMap((cadre, i) => {
      const boiteEncart = encarts[i]
      if (!boiteEncart) return []
      const titre = cadre.titre
      const taille = 13
      const bas = wrapTexte(titre, taille, boiteEncart.largeur).length * taille * 1.35 + 4
      const dedans = {
        x: boiteEncart.x + 5,
        y: boiteEncart.y + 5,
        largeur: boiteEncart.largeur - 10,
        hauteur: boiteEncart.hauteur - bas - 8
      }
      const tracesEncart = trace(sujet, cadre, FINESSE.encart)
      return [
        rectangle(`Encart ${titre}`, boiteEncart, null, { couleur: TRAIT, epaisseur: 1 }),
        ...drawCadre(
          sujet,
          tracesEncart,
          [0, 0, tracesEncart.largeur, tracesEncart.hauteur],
          dedans,
          ` (encart ${titre})`
        ),
        {
          genre: 'texte' as const,
          role: 'texte' as const,
          nom: `Titre de l’encart ${titre}`,
          x: boiteEncart.x,
          y: boiteEncart.y + boiteEncart.hauteur - bas,
          largeur: boiteEncart.largeur,
          hauteur: bas,
          paragraphes: [{ morceaux: [{ texte: titre }] }],
          taille,
          couleur: ENCRE,
          alignement: 'centre' as const
        }
      ]
    })
  ]
}

/** A look as the fill of one shape; hatching and dots over stripes are left to the marker and the name. */
export function fillApparence(apparence: Apparence, pale = false): Remplissage {
  const teinte = (couleur: string) => (pale ? melange(couleur, PALE) : couleur)
  const rayures = rayuresOf(apparence)
  if (rayures) return { genre: 'rayures', couleurs: rayures.couleurs.map(teinte) }
  const couleur = teinte(apparence.fonds[0] ?? COULEURS.vide)
  const motif = surmotifOf(apparence)
  if (!motif || motif.genre === 'rayures') return { genre: 'uni', couleur }
  return { genre: motif.genre, couleur, dessus: teinte(motif.couleurs[0] ?? ENCRE) }
}

/** Labels stand on the colour itself: a slide's text has no halo. */
function sansPlaque({ fonds, points, hachures, contradiction }: Apparence): Apparence {
  return { fonds, points, hachures, contradiction }
}

/** A colour thinned with white. */
function melange(couleur: string, part: number): string {
  const canal = (i: number) => {
    const valeur = parseInt(couleur.slice(i, i + 2), 16)
    return Math.round(valeur * part + 255 * (1 - part))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${canal(1)}${canal(3)}${canal(5)}`
}

export function rectangle(nom: string, place: Place, fond: Remplissage | null, trait: Forme['trait']): Forme {
  return { genre: 'forme', nom, ...place, contours: 'rectangle', ferme: true, fond, trait, description: '' }
}

export function marqueur(nom: string, x: number, y: number, rayon: number): Element[] {
  const place = { x: x - rayon, y: y - rayon, largeur: 2 * rayon, hauteur: 2 * rayon }
  return [
    {
      genre: 'forme',
      nom,
      ...place,
      contours: 'ellipse',
      ferme: true,
      fond: { genre: 'uni', couleur: '#ffffff' },
      trait: { couleur: ENCRE, epaisseur: 1.3 },
      description: ''
    },
    {
      genre: 'texte',
      role: 'texte',
      nom: `${nom} (signe)`,
      ...place,
      paragraphes: [{ morceaux: [{ texte: '!', gras: true }] }],
      taille: rayon * 1.5,
      couleur: ENCRE,
      alignement: 'centre'
    }
  ]
}

/** One frame, as large as its place allows, in the middle of it. What a slide cannot cut off at its border is left out. */
function drawCadre(
  { apparences, estompes, phrases, selection }: SujetCarte,
  traces: Traces,
  boite: Boite,
  place: Place,
  suffixe: string
): Element[] {
  const k = Math.min(place.largeur / boite[2], place.hauteur / boite[3])
  const [dx, dy] = [
    place.x + (place.largeur - boite[2] * k) / 2 - boite[0] * k,
    place.y + (place.hauteur - boite[3] * k) / 2 - boite[1] * k
  ]
  const pose = ([x, y]: Point): Point => [dx + x * k, dy + y * k]
  const entier = boite[0] === 0 && boite[2] === traces.largeur
  const isDedans = ([x, y]: Point) =>
    x >= place.x && x <= place.x + place.largeur && y >= place.y && y <= place.y + place.hauteur
  const apparenceOf = createApparenceOf(apparences)

  const formes = traces.chemins.flatMap(({ code, d }): Forme[] => {
    const contours = readChemin(d).map((anneau) => anneau.map(pose))
    if (!entier && !contours.flat().every(isDedans)) return []
    return [
      forme(`${code} ${nameTerritoire(code)}${suffixe}`, contours, {
        ferme: true,
        fond: fillApparence(apparenceOf(code), estompes.has(code)),
        trait:
          code === selection
            ? { couleur: COULEURS.selection, epaisseur: 3 }
            : { couleur: FRONTIERE, epaisseur: 0.7 },
        description: phrases.get(code) ?? ''
      })
    ]
  })
  const dessines = new Set(formes.map(({ nom }) => nom.slice(0, nom.indexOf(' '))))
  const regions = traces.regions.flatMap(readChemin).map((ligne) => ligne.map(pose))
  const lignes = entier ? regions : regions.filter((ligne) => ligne.every(isDedans))
  const isMarque = (code: string) => apparenceOf(code).contradiction
  const placees = suffixe ? [] : placeEtiquettes(traces, isMarque, 1 / k)
  const etiquettes = placees.flatMap(
    ({ code, x, y, corps: taille, lignes: [premiere, ...suite] }): Element[] => {
      const [px, py] = pose([x, y])
      // No name without its territory.
      if (!premiere || !dessines.has(code)) return []
      const { texte: couleur } = couleursTexte(sansPlaque(apparenceOf(code)), estompes.has(code))
      const [largeur, hauteur] =
        suite.length > 0 ? [90, taille * (1.3 + 1.2 * suite.length)] : [30, taille * 1.3]
      return [
        {
          genre: 'texte',
          role: 'texte',
          nom: `Étiquette ${code}`,
          x: px + premiere.dx - largeur / 2,
          y: py + premiere.dy - taille * 0.95,
          largeur,
          hauteur,
          paragraphes: [premiere, ...suite].map(({ texte }) => ({ morceaux: [{ texte, gras: true }] })),
          taille,
          couleur,
          alignement: 'centre'
        }
      ]
    }
  )
  const marques = suffixe
    ? [...traces.ancres]
        .filter(([code]) => isMarque(code))
        .map(([code, ancre]) => ({ code, place: pose(ancre), rayon: 8 * TAILLE_MARQUEUR }))
    : placees.flatMap(({ code, x, y, corps, marqueur: signe }) => {
        if (!signe) return []
        const [px, py] = pose([x, y])
        const place: Point = [px + signe.dx, py + signe.dy]
        return { code, place, rayon: (8 * TAILLE_MARQUEUR * corps) / TAILLE_ETIQUETTE }
      })
  return [
    ...formes,
    ...(lignes.length > 0
      ? [
          forme('Limites des régions', lignes, {
            ferme: false,
            fond: null,
            trait: { couleur: FRONTIERE, epaisseur: 1.6 },
            description: ''
          })
        ]
      : []),
    ...etiquettes,
    ...marques.flatMap(({ code, place: [x, y], rayon }) =>
      isDedans([x, y]) ? marqueur(`La source se contredit\u00A0: ${code}${suffixe}`, x, y, rayon) : []
    )
  ]
}

/** A shape by its rings, in the box around them. */
function forme(
  nom: string,
  contours: readonly (readonly Point[])[],
  reste: Pick<Forme, 'ferme' | 'fond' | 'trait' | 'description'>
): Forme {
  let [gauche, haut, droite, bas] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of contours.flat()) {
    gauche = Math.min(gauche, x)
    droite = Math.max(droite, x)
    haut = Math.min(haut, y)
    bas = Math.max(bas, y)
  }
  return {
    genre: 'forme',
    nom,
    x: gauche,
    y: haut,
    largeur: droite - gauche,
    hauteur: bas - haut,
    contours,
    ...reste
  }
}
