import { encode } from 'uqr'
import { formatNombre, formatPourcent } from '../../domain/texte/francais'
import { measureMot, measureTexte, wrapTexte } from '../../ui/mesureTexte'
import type { Bloc } from './contenus'
import { ENCRE, ACCENT, type Element, type Place, type Point } from './diapo'

/** Of a table's cell: the room around its text, in font sizes. */
const MARGE_CELLULE = 0.35
const INTERLIGNE = 1.22
/** A bar's value in words, as the chart writes it. */
const FORMATS = { nombre: formatNombre, pourcent: (valeur: number) => formatPourcent(valeur / 100) } as const

interface Pose {
  readonly elements: readonly Element[]
  readonly bas: number
}

/** One block set at the top of a place; how far down it reaches is measured with the letters' widths. */
export function poseBloc(bloc: Bloc, place: Place, corps: number, rang: number): Pose {
  const { x, y, largeur } = place
  const pose = (element: Element): Pose => ({ elements: [element], bas: element.y + element.hauteur })
  switch (bloc.genre) {
    case 'intertitre':
    case 'phrases': {
      const titre = bloc.genre === 'intertitre'
      const phrases = titre ? [[{ texte: bloc.texte, gras: true }]] : bloc.phrases
      if (phrases.length === 0) return { elements: [], bas: y }
      const taille = titre ? corps * 1.05 : corps
      const lignes = phrases.reduce(
        (somme, morceaux) =>
          somme +
          wrapTexte(
            morceaux.map(({ texte }) => texte).join(''),
            taille,
            largeur,
            morceaux.some(({ gras }) => gras)
          ).length,
        0
      )
      return pose({
        genre: 'texte',
        role: 'texte',
        nom: `Texte ${rang}`,
        ...place,
        hauteur: lignes * taille * INTERLIGNE + phrases.length * taille * 0.25,
        paragraphes: phrases.map((morceaux) => ({ morceaux })),
        taille,
        couleur: titre ? ACCENT : ENCRE,
        alignement: 'gauche'
      })
    }
    case 'tableau': {
      const largeurs = computeLargeurs(bloc, largeur, corps)
      const rang = (cellules: readonly string[], gras: boolean) =>
        Math.max(
          ...cellules.map((texte, i) =>
            countLignes(texte, corps, (largeurs[i] ?? 0) - 2 * MARGE_CELLULE * corps, gras || i === 0)
          ),
          1
        ) *
          corps *
          INTERLIGNE +
        2 * MARGE_CELLULE * 0.6 * corps
      const hauteurs = [rang(bloc.tetes, true), ...bloc.lignes.map((ligne) => rang(ligne, false))]
      return pose({
        genre: 'tableau',
        nom: bloc.nom,
        ...place,
        hauteur: hauteurs.reduce((somme, hauteur) => somme + hauteur, 0),
        tetes: bloc.tetes,
        lignes: bloc.lignes,
        largeurs,
        hauteurs,
        taille: corps
      })
    }
    case 'graphique':
      return pose({
        genre: 'graphique',
        nom: bloc.nom,
        ...place,
        hauteur: bloc.barres.length * corps * 2.1 + corps,
        barres: bloc.barres,
        unite: bloc.unite,
        taille: corps * 0.9,
        description: `${bloc.nom}\u00A0: ${bloc.barres.map(({ libelle, valeur }) => `${libelle}, ${FORMATS[bloc.unite](valeur)}`).join('\u202F; ')}.`
      })
    case 'qr': {
      const cote = corps * 11
      return pose({
        genre: 'forme',
        nom: 'QR code du lien vers la carte',
        x,
        y: y + corps * 0.4,
        largeur: cote,
        hauteur: cote,
        contours: drawModules(bloc.texte, x, y + corps * 0.4, cote),
        ferme: true,
        fond: { genre: 'uni', couleur: '#000000' },
        trait: null,
        description: `QR code\u00A0: ${bloc.texte}`
      })
    }
    default:
      return bloc satisfies never
  }
}

/** The columns by their parts of the table; one whose longest word is wider takes room from those that have some left. */
function computeLargeurs(
  { parts, tetes, lignes }: Extract<Bloc, { readonly genre: 'tableau' }>,
  largeur: number,
  corps: number
): number[] {
  const colonnes = parts.map((part, i) => {
    const cellules = lignes.map((ligne) => measureMot(ligne[i] ?? '', corps, i === 0))
    const mot = Math.max(measureMot(tetes[i] ?? '', corps, true), ...cellules)
    return { voulue: part * largeur, reste: part * largeur - mot - 2 * MARGE_CELLULE * corps }
  })
  const sum = (nombres: number[]) => nombres.reduce((somme, nombre) => somme + nombre, 0)
  const manque = sum(colonnes.map(({ reste }) => Math.max(0, -reste)))
  const libre = sum(colonnes.map(({ reste }) => Math.max(0, reste)))
  return colonnes.map(({ voulue, reste }) =>
    manque > libre ? voulue : reste < 0 ? voulue - reste : voulue - (manque * reste) / (libre || 1)
  )
}

/** Lines that a cell needs: a word that is wider than it is broken, by whatever draws it. */
function countLignes(texte: string, taille: number, largeur: number, gras: boolean): number {
  return wrapTexte(texte, taille, largeur, gras).reduce(
    (somme, ligne) => somme + Math.max(1, Math.ceil(measureTexte(ligne, taille, gras) / largeur)),
    0
  )
}

/** The dark modules of a QR code as rings; neighbours of a row are one. The corners are always dark: they span the box. */
function drawModules(texte: string, x: number, y: number, cote: number): Point[][] {
  const lignes = encode(texte, { ecc: 'M', border: 0 }).data
  const pas = cote / lignes.length
  return lignes.flatMap((ligne, rang) => {
    const anneaux: Point[][] = []
    for (let i = 0; i < ligne.length; i++) {
      if (!ligne[i]) continue
      const debut = i
      while (ligne[i + 1]) i++
      const [g, d, h, b] = [x + debut * pas, x + (i + 1) * pas, y + rang * pas, y + (rang + 1) * pas]
      anneaux.push([
        [g, h],
        [d, h],
        [d, b],
        [g, b]
      ])
    }
    return anneaux
  })
}
