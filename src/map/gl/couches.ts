import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { Echelle } from '../apparence/echelle'
import { motifId, rayuresOf, surmotifOf, type Motif } from '../apparence/motifs'
import { COULEURS, type Apparence } from '../apparence/palette'

/** What the map is to show of its territories: everything but the camera. */
export interface Peinture {
  readonly apparences: ReadonlyMap<string, Apparence>
  readonly estompes: ReadonlySet<string>
}

export const SOURCE_TERRITOIRES = 'territoires'
export const SOURCE_FRONTIERES = 'frontieres'
export const COUCHE_FONDS = 'fonds'
export const PREFIXE_MOTIF = 'motif'

/** Same as in socle.css: both renderers dim alike. */
const OPACITE_ESTOMPE = 0.16

const CODE: ExpressionSpecification = ['get', 'code']

/** A value for each code as one expression: recolouring all is one property to set. */
function matchCodes<T extends string | number>(
  valeurs: Iterable<readonly [code: string, valeur: T]>,
  defaut: T
): ExpressionSpecification | T {
  const parValeur = new Map<T, string[]>()
  for (const [code, valeur] of valeurs) {
    if (valeur !== defaut) parValeur.set(valeur, [...(parValeur.get(valeur) ?? []), code])
  }
  if (parValeur.size === 0) return defaut
  return [
    'match',
    CODE,
    ...[...parValeur].flatMap(([valeur, codes]) => [codes, valeur]),
    defaut
  ] as unknown as ExpressionSpecification
}

const isIn = (codes: readonly string[]): FilterSpecification => ['in', CODE, ['literal', [...codes]]]
const stateWidth = (etat: string, largeur: number): ExpressionSpecification => [
  'case',
  ['boolean', ['feature-state', etat], false],
  largeur,
  0
]

/** Outlines that a state switches on: layer, state, colour, width. */
const MARQUES = [
  ['survol', 'survol', COULEURS.survol, 2],
  ['selection-lisere', 'selection', COULEURS.lisere, 6],
  ['selection', 'selection', COULEURS.selection, 3.5],
  ['curseur-lisere', 'curseur', COULEURS.lisere, 8],
  ['curseur', 'curseur', COULEURS.curseur, 4]
] as const

type EtatMarque = (typeof MARQUES)[number][1]

const widthOfFrontieres = (echelle: number): ExpressionSpecification => [
  'match',
  ['get', 'genre'],
  'region',
  1.8 * echelle,
  0.8 * echelle
]

/** The settings that make all of it bigger or smaller, as data: what to set where. */
export function listReglagesEchelle({ traits }: Echelle): Reglage[] {
  return [
    ['paint', 'frontieres', 'line-width', widthOfFrontieres(traits)],
    ...MARQUES.map(([couche, etat, , largeur]): Reglage => [
      'paint',
      couche,
      'line-width',
      stateWidth(etat, largeur * traits)
    ])
  ]
}

/** The layers from bottom to top. What depends on the view is empty here; {@link listReglages} fills it. */
export const COUCHES: readonly LayerSpecification[] = [
  { id: COUCHE_FONDS, type: 'fill', source: SOURCE_TERRITOIRES, paint: { 'fill-color': COULEURS.inconnu } },
  { id: 'rayures', type: 'fill', source: SOURCE_TERRITOIRES, filter: isIn([]), paint: {} },
  { id: 'motifs', type: 'fill', source: SOURCE_TERRITOIRES, filter: isIn([]), paint: {} },
  {
    id: 'frontieres',
    type: 'line',
    source: SOURCE_FRONTIERES,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': COULEURS.frontiere,
      'line-width': widthOfFrontieres(1)
    }
  },
  ...MARQUES.map(([id, etat, couleur, largeur]): LayerSpecification => ({
    id,
    type: 'line',
    source: SOURCE_TERRITOIRES,
    layout: { 'line-join': 'round' },
    // A width of 0 draws nothing at all, where an opacity of 0 would still be painted: of those that are not marked. While
    // none is, the layer is left out as a whole (listReglagesMarques).
    paint: {
      'line-color': couleur,
      'line-width': stateWidth(etat, largeur),
      'line-opacity': 0,
      'line-opacity-transition': { duration: 0 }
    }
  }))
]

type Reglage =
  | readonly [genre: 'paint' | 'layout', couche: string, propriete: string, valeur: unknown]
  | readonly [genre: 'filter', couche: string, propriete: null, valeur: FilterSpecification]

/**
 * Which marks are drawn at all, as data: what to set where. MapLibre leaves out a layer that nothing of can be seen; one
 * whose outlines all have a width of 0 it goes through point by point, in every picture, a quarter of its work.
 * @param marques for each state, who bears it
 */
export const listReglagesMarques = (marques: { readonly [etat in EtatMarque]: string | null }): Reglage[] =>
  MARQUES.map(([couche, etat]) => ['paint', couche, 'line-opacity', marques[etat] === null ? 0 : 1])

/** The settings of the layers that paint a view, as data: what to set where. */
export function listReglages({ apparences, estompes }: Peinture): Reglage[] {
  const liste = [...apparences]
  const motifs = (of: (apparence: Apparence) => Motif | null) =>
    liste.flatMap(([code, apparence]) => {
      const motif = of(apparence)
      return motif ? [[code, motifId(PREFIXE_MOTIF, motif)] as const] : []
    })
  const rayures = motifs(rayuresOf)
  const surmotifs = motifs(surmotifOf)
  const opacite = matchCodes(
    [...estompes].map((code) => [code, OPACITE_ESTOMPE] as const),
    1
  )
  const codesOf = (paires: readonly (readonly [string, string])[]) => paires.map(([code]) => code)
  return [
    [
      'paint',
      COUCHE_FONDS,
      'fill-color',
      matchCodes(
        liste.map(([code, { fonds }]) => [code, fonds[0] ?? COULEURS.vide] as const),
        COULEURS.inconnu as string
      )
    ],
    ...[COUCHE_FONDS, 'rayures', 'motifs'].map(
      (couche) => ['paint', couche, 'fill-opacity', opacite] as const
    ),
    ...(
      [
        ['rayures', rayures],
        ['motifs', surmotifs]
      ] as const
    ).flatMap(([couche, paires]): Reglage[] => [
      // The filter first: a pattern without name is never asked for.
      ['filter', couche, null, isIn(codesOf(paires))],
      ...(paires[0] ? [['paint', couche, 'fill-pattern', matchCodes(paires, paires[0][1])] as const] : [])
    ])
  ]
}
