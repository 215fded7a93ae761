import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification
} from 'maplibre-gl'
import type { Echelle } from '../apparence/echelle'
import { TAILLE_ETIQUETTE } from '../apparence/etiquette'
import {
  DECALAGE_MARQUEUR,
  motifId,
  rayuresOf,
  surmotifOf,
  TAILLE_MARQUEUR,
  type Motif
} from '../apparence/motifs'
import { COULEURS, couleursTexte, type Apparence } from '../apparence/palette'

/** What the map is to show of its territories: everything but the camera. */
export interface Peinture {
  readonly apparences: ReadonlyMap<string, Apparence>
  readonly estompes: ReadonlySet<string>
}

export const SOURCE_TERRITOIRES = 'territoires'
export const SOURCE_FRONTIERES = 'frontieres'
export const SOURCE_ETIQUETTES = 'etiquettes'
export const COUCHE_FONDS = 'fonds'
/** What is written on the territories. */
export const COUCHES_ETIQUETTES = ['codes', 'noms', 'marqueurs'] as const
export const PREFIXE_MOTIF = 'motif'
export const IMAGE_MARQUEUR = 'marqueur'

/** Same as in socle.css: both renderers dim alike. */
const OPACITE_ESTOMPE = 0.16
/** Pixels from the label's place to the nearest border that a name needs. */
const RAYON_NOM = 13
/** From so far out no department has room for its name. */
const ZOOM_NOMS = 5

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

/** A filter sees whole zooms only: the room, in pixels, that there is at the last of them. */
function hasRoom(rayon: number): FilterSpecification {
  const pixels = (zoom: number): ExpressionSpecification => [
    '>=',
    ['*', ['get', 'rayon'], (512 * 2 ** zoom) / (2 * Math.PI)],
    rayon
  ]
  const zooms = [6, 7, 8, 9, 10]
  return [
    'step',
    ['zoom'],
    pixels(ZOOM_NOMS),
    ...zooms.flatMap((zoom) => [zoom, pixels(zoom)])
  ] as FilterSpecification
}

// On a small screen the whole of France leaves 43 and 07 fifteen pixels between them.
const sizeOfEtiquettes = (echelle: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  4,
  10 * echelle,
  5,
  TAILLE_ETIQUETTE * echelle,
  8,
  15 * echelle
]

/**
 * What the two layers of labels share. The upper one, with names, is placed first: where it finds room the code alone
 * does not, for they stand in the same place.
 */
const ETIQUETTES = {
  type: 'symbol',
  source: SOURCE_ETIQUETTES,
  layout: {
    // MapLibre reads the weight out of the name; no font bears this one, so that the browser's own sans-serif draws.
    'text-font': ['Etiquettes Semibold'],
    'text-size': sizeOfEtiquettes(1),
    'text-max-width': 8,
    'text-padding': 0,
    'symbol-sort-key': ['-', ['get', 'rayon']]
  },
  paint: { 'text-halo-width': 2 }
} satisfies Omit<SymbolLayerSpecification, 'id'>

/** Outlines that a state switches on: layer, state, colour, width. */
const MARQUES = [
  ['survol', 'survol', COULEURS.survol, 2],
  ['selection-lisere', 'selection', COULEURS.lisere, 6],
  ['selection', 'selection', COULEURS.selection, 3.5],
  ['curseur-lisere', 'curseur', COULEURS.lisere, 8],
  ['curseur', 'curseur', COULEURS.curseur, 4]
] as const

const widthOfFrontieres = (echelle: number): ExpressionSpecification => [
  'match',
  ['get', 'genre'],
  'region',
  1.8 * echelle,
  0.8 * echelle
]

/** The settings that make all of it bigger or smaller, as data: what to set where. */
export function listReglagesEchelle({ traits, etiquettes }: Echelle): Reglage[] {
  return [
    ['paint', 'frontieres', 'line-width', widthOfFrontieres(traits)],
    ...MARQUES.map(([couche, etat, , largeur]): Reglage => [
      'paint',
      couche,
      'line-width',
      stateWidth(etat, largeur * traits)
    ]),
    ...['codes', 'noms'].flatMap((couche): Reglage[] => [
      ['layout', couche, 'text-size', sizeOfEtiquettes(etiquettes)],
      ['paint', couche, 'text-halo-width', 2 * traits]
    ]),
    ['filter', 'noms', null, hasRoom(RAYON_NOM * etiquettes)],
    ['layout', 'marqueurs', 'icon-size', TAILLE_MARQUEUR * etiquettes]
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
    // A width of 0 draws nothing at all, where an opacity of 0 would still be painted.
    paint: { 'line-color': couleur, 'line-width': stateWidth(etat, largeur) }
  })),
  { ...ETIQUETTES, id: 'codes', layout: { ...ETIQUETTES.layout, 'text-field': CODE } },
  {
    ...ETIQUETTES,
    id: 'noms',
    minzoom: ZOOM_NOMS,
    filter: hasRoom(RAYON_NOM),
    layout: { ...ETIQUETTES.layout, 'text-field': ['concat', CODE, '\n', ['get', 'nom']] }
  },
  {
    id: 'marqueurs',
    type: 'symbol',
    source: SOURCE_ETIQUETTES,
    filter: isIn([]),
    layout: {
      'icon-image': IMAGE_MARQUEUR,
      'icon-allow-overlap': true,
      'icon-size': TAILLE_MARQUEUR,
      // In pixels of the picture, before its size.
      'icon-offset': [0, -DECALAGE_MARQUEUR / TAILLE_MARQUEUR],
      'icon-padding': 0
    }
  }
]

type Reglage =
  | readonly [genre: 'paint' | 'layout', couche: string, propriete: string, valeur: unknown]
  | readonly [genre: 'filter', couche: string, propriete: null, valeur: FilterSpecification]

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
  const contradictoires = liste.flatMap(([code, { contradiction }]) => (contradiction ? [code] : []))
  const opacite = matchCodes(
    [...estompes].map((code) => [code, OPACITE_ESTOMPE] as const),
    1
  )
  const opaciteTexte = matchCodes(
    [...estompes].map((code) => [code, 0.7] as const),
    1
  )
  const textes = liste.map(
    ([code, apparence]) => [code, couleursTexte(apparence, estompes.has(code))] as const
  )
  // A code stands right under the marker, so that both are inside the smallest; a name needs the next line.
  const computeDecalage = (ems: number) =>
    contradictoires.length > 0
      ? ['match', CODE, contradictoires, ['literal', [0, ems]], ['literal', [0, 0]]]
      : [0, 0]
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
    ]),
    ...['codes', 'noms'].flatMap((couche): Reglage[] => [
      [
        'paint',
        couche,
        'text-color',
        matchCodes(
          textes.map(([code, { texte }]) => [code, texte]),
          '#161616'
        )
      ],
      [
        'paint',
        couche,
        'text-halo-color',
        matchCodes(
          textes.map(([code, { halo }]) => [code, halo]),
          '#ffffff'
        )
      ],
      ['paint', couche, 'text-opacity', opaciteTexte],
      ['layout', couche, 'text-offset', computeDecalage(couche === 'noms' ? 1.6 : 0.8)]
    ]),
    ['paint', 'marqueurs', 'icon-opacity', opacite],
    ['filter', 'marqueurs', null, isIn(contradictoires)]
  ]
}
