import type { ClasseLegende } from '../../map/apparence/classes'
import { wrapTexte } from '../../ui/mesureTexte'
import type { SujetScene, Taille } from './scene'

export interface Rectangle extends Taille {
  readonly x: number
  readonly y: number
}

/** Lines of text, the first one's foot at `y`. */
export interface Bloc {
  readonly x: number
  readonly y: number
  readonly taille: number
  readonly interligne: number
  readonly gras: boolean
  readonly role: 'titre' | 'sous-titre' | 'mention' | 'note' | 'source'
  readonly lignes: readonly string[]
}

interface LigneLegende {
  readonly classe: ClasseLegende
  readonly x: number
  readonly y: number
  /** Where the count ends. */
  readonly droite: number
  readonly lignes: readonly string[]
}

/** Where all is in a picture, in its own pixels. */
export interface Disposition {
  /** Font size of the legend; all else is measured by it. */
  readonly corps: number
  readonly carte: Rectangle
  readonly encarts: readonly Rectangle[]
  readonly legende: readonly LigneLegende[]
  readonly blocs: readonly Bloc[]
}

const NOMBRE_ENCARTS = 8
/** From a line's top to its foot, in font sizes. */
const HAUTEUR_LIGNE = 0.85

type SujetDispose = Pick<SujetScene, 'titre' | 'sousTitre' | 'mentions' | 'classes' | 'notes' | 'sources'>

/** The map is what a picture is for: the least of it, in parts of the picture's shorter side. */
const PART_CARTE = 0.42
/** No letter is ever smaller: font sizes in parts of the picture's shorter side. */
const [CORPS_VOULU, CORPS_MIN, PAS] = [1 / 48, 1 / 90, 0.95]

/**
 * Lays a picture out: on a wide one legend, map and insets beside each other, on any other one under the other. Letters
 * are made smaller until all has its place and the map enough of it.
 * @param echelle how many times larger letters are wished than on a desk
 */
export function disposeScene(sujet: SujetDispose, taille: Taille, echelle = 1): Disposition {
  const cote = Math.min(taille.largeur, taille.hauteur)
  let corps = cote * CORPS_VOULU * echelle
  for (; corps > cote * CORPS_MIN; corps *= PAS) {
    const { disposition, tient } = compose(sujet, taille, corps)
    const { carte } = disposition
    if (tient && Math.min(carte.largeur, carte.hauteur) >= cote * PART_CARTE) return disposition
  }
  return compose(sujet, taille, corps).disposition
}

function compose(
  sujet: SujetDispose,
  { largeur, hauteur }: Taille,
  corps: number
): { disposition: Disposition; tient: boolean } {
  const marge = Math.min(largeur, hauteur) * 0.03
  const utile = largeur - 2 * marge
  const blocs: Bloc[] = []
  const write = (
    role: Bloc['role'],
    textes: readonly string[],
    place: { x: number; y: number; largeur: number },
    taille: number,
    gras = false
  ): number => {
    const lignes = textes.flatMap((texte) => wrapTexte(texte, taille, place.largeur, gras))
    if (lignes.length === 0) return place.y
    const interligne = taille * 1.3
    blocs.push({
      x: place.x,
      y: place.y + taille * HAUTEUR_LIGNE,
      taille,
      interligne,
      gras,
      role,
      lignes
    })
    return place.y + lignes.length * interligne
  }
  const entete = { x: marge, largeur: utile }
  let haut = write('titre', [sujet.titre], { ...entete, y: marge }, corps * 1.8, true)
  haut = write('sous-titre', sujet.sousTitre, { ...entete, y: haut }, corps * 1.05)
  haut = write('mention', sujet.mentions, { ...entete, y: haut }, corps * 1.05, true) + corps * 0.5

  const petit = corps * 0.8
  const pied = sujet.sources.flatMap((texte) => wrapTexte(texte, petit, utile)).length * petit * 1.3
  const bas = hauteur - marge - pied
  write('source', sujet.sources, { ...entete, y: bas }, petit)

  const dispose = (zone: Rectangle, colonnes: number) => {
    const { legende, fin } = disposeLegende(sujet.classes, zone, corps, colonnes)
    return {
      legende,
      fin: write(
        'note',
        sujet.notes.map((note) => `${note}.`),
        { x: zone.x, y: fin + corps * 0.4, largeur: zone.largeur },
        corps * 0.85
      )
    }
  }

  if (largeur > hauteur * 1.2) {
    const cote = sujet.classes.length > 0 ? utile * 0.26 : 0
    const encarts = utile * 0.2
    const zone = { x: marge, y: haut, largeur: cote, hauteur: bas - haut }
    const { legende, fin } = dispose(zone, 1)
    const place = { y: haut, hauteur: bas - haut - corps * 0.5 }
    return {
      disposition: {
        corps,
        carte: { x: marge + cote + corps, largeur: utile - cote - encarts - 2 * corps, ...place },
        encarts: disposeGrille({ x: marge + utile - encarts, largeur: encarts, ...place }, 2, corps * 0.4),
        legende,
        blocs
      },
      tient: fin <= bas
    }
  }
  // Measured first, so that the map has all the room that is left.
  const avant = blocs.length
  const { fin } = dispose({ x: marge, y: 0, largeur: utile, hauteur: 0 }, 2)
  blocs.length = avant
  const hautLegende = bas - fin - corps * 0.6
  const { legende } = dispose({ x: marge, y: hautLegende, largeur: utile, hauteur: fin }, 2)
  const colonnes = hauteur > largeur * 1.2 ? 4 : 8
  const hauteurEncarts = (utile / colonnes) * 0.8 * (NOMBRE_ENCARTS / colonnes)
  const hautEncarts = hautLegende - hauteurEncarts - corps * 0.6
  return {
    disposition: {
      corps,
      carte: { x: marge, y: haut, largeur: utile, hauteur: hautEncarts - haut - corps * 0.5 },
      encarts: disposeGrille(
        { x: marge, y: hautEncarts, largeur: utile, hauteur: hauteurEncarts },
        colonnes,
        corps * 0.4
      ),
      legende,
      blocs
    },
    tient: true
  }
}

function disposeGrille({ x, y, largeur, hauteur }: Rectangle, colonnes: number, espace: number): Rectangle[] {
  const rangs = Math.ceil(NOMBRE_ENCARTS / colonnes)
  const [l, h] = [(largeur + espace) / colonnes, (hauteur + espace) / rangs]
  return Array.from({ length: NOMBRE_ENCARTS }, (_, i) => ({
    x: x + (i % colonnes) * l,
    y: y + Math.floor(i / colonnes) * h,
    largeur: l - espace,
    hauteur: h - espace
  }))
}

/** Width of a swatch, its gap included, and of the room for a count, in font sizes. */
const ECHANTILLON = 2.1
const COMPTE = 2

function disposeLegende(
  classes: readonly ClasseLegende[],
  zone: Rectangle,
  corps: number,
  colonnes: number
): { legende: LigneLegende[]; fin: number } {
  const parColonne = Math.ceil(classes.length / colonnes)
  const largeur = zone.largeur / colonnes - (colonnes > 1 ? corps : 0)
  let fin = zone.y
  let y = zone.y
  const legende = classes.map((classe, i) => {
    if (i % parColonne === 0) y = zone.y
    const lignes = wrapTexte(classe.libelle, corps, largeur - (ECHANTILLON + COMPTE) * corps)
    const x = zone.x + Math.floor(i / parColonne) * (zone.largeur / colonnes)
    const ligne = { classe, x, y, droite: x + largeur, lignes }
    y += lignes.length * corps * 1.2 + corps * 0.55
    fin = Math.max(fin, y)
    return ligne
  })
  return { legende, fin }
}
